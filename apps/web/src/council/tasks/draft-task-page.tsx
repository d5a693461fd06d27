import { may } from '@ieum/desk'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Done } from '../../desk/batches/done.tsx'
import type { PostCapacity } from '../../desk/client/shapes.ts'
import { useAsked } from '../../desk/client/use-asked.ts'
import { useChange } from '../../desk/client/use-change.ts'
import { DeskPage } from '../../desk/desk-page.tsx'
import { RefusedText } from '../../desk/refused-text.tsx'
import { ProgrammePicker } from '../../parts/programme-picker.tsx'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { useProgrammeName } from '../../parts/use-programme-name.ts'
import { useRulebook } from '../../rulebook/use-rulebook.ts'
import { Waiting } from '../../shell/waiting.tsx'
import { useSaid } from '../../words/use-language.ts'
import { councilsOf } from '../client/paths.ts'
import type { Council } from '../client/shapes.ts'
import '../council.css'

const route = getRouteApi('/desk/$post/councils/$council/new-task')

/** A task is drawn up by one agency or by several together. */
export function DraftTaskPage() {
  const { t } = useTranslation()
  const { post, council } = route.useParams()
  return (
    <DeskPage post={post} title={t('councilDesk.draft.title')} lead={<p>{t('councilDesk.draft.lead')}</p>}>
      {capacity =>
        may(capacity.role, 'propose task', 'seated') ? (
          <Asked council={council} capacity={capacity} />
        ) : (
          <p className="desk-nothing">{t('councilDesk.draft.notYours')}</p>
        )
      }
    </DeskPage>
  )
}

function Asked({ council, capacity }: { council: string; capacity: PostCapacity }) {
  const { value, refused, again } = useAsked<Council>(councilsOf(capacity.post).council(council))
  if (!value)
    return refused ? <RefusedText refused={refused} {...(refused.status !== 404 && { again })} /> : <Waiting />
  return <Form council={value} capacity={capacity} />
}

const entries = ['code', 'title', 'titleEn', 'needs'] as const
type Entry = (typeof entries)[number]
const wordsOf = { code: 'code', title: 'name', titleEn: 'nameEn', needs: 'needs' } as const

function Form({ council, capacity }: { council: Council; capacity: PostCapacity }) {
  const { t } = useTranslation()
  const agencyName = useAgencyName()
  const { post, agency } = capacity
  const [texts, setTexts] = useState<Readonly<Record<Entry, string>>>({ code: '', title: '', titleEn: '', needs: '' })
  const [withUs, setWithUs] = useState<readonly string[]>([])
  const [programmes, setProgrammes] = useState<readonly string[]>([])
  const [pathways, setPathways] = useState<readonly string[]>([])
  const [isTried, setTried] = useState(false)
  const { isSending, refused, send } = useChange<{ task: string }>()
  const [drafted, setDrafted] = useState<string>()
  const summary = useRef<HTMLDivElement>(null)
  const others = [...new Set(council.seats.flatMap(seat => seat.agency ?? []))].filter(one => one !== agency)
  if (drafted)
    return (
      <Done text={t('councilDesk.draft.done')}>
        <Link to="/desk/$post/tasks/$task" params={{ post, task: drafted }} className="button">
          {t('councilDesk.draft.toTask')}
        </Link>
      </Done>
    )
  const told = refused?.fields ?? []
  const wrongWords = (entry: Entry): string | undefined => {
    const text = texts[entry].trim()
    if (!isTried) return undefined
    if (entry === 'code' && !/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/.test(text)) return t('councilDesk.draft.wrong.code')
    if (entry === 'title' && text === '') return t('councilDesk.draft.wrong.name')
    if (entry === 'needs' && text === '') return t('councilDesk.draft.wrong.needs')
    const fault = told.find(({ field }) => field === `/${entry}`)
    if (!fault) return undefined
    return entry === 'code'
      ? t('councilDesk.draft.wrong.codeTaken')
      : t('councilDesk.draft.wrong.other', { field: t(`councilDesk.draft.${wordsOf[entry]}`) })
  }
  const wrong = entries.flatMap(entry => {
    const words = wrongWords(entry)
    return words === undefined ? [] : [{ entry, words }]
  })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const text = (entry: Entry) => texts[entry].trim()
    if (!/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/.test(text('code')) || text('title') === '' || text('needs') === '') {
      // It is drawn after this.
      requestAnimationFrame(() => summary.current?.focus())
      return
    }
    const done = await send(councilsOf(post).tasks(council.id), {
      code: text('code'),
      title: text('title'),
      ...(text('titleEn') && { titleEn: text('titleEn') }),
      needs: text('needs'),
      proposedBy: [agency, ...withUs],
      programmes,
      pathways,
    })
    if (done) setDrafted(done.task)
    else requestAnimationFrame(() => summary.current?.focus())
  }
  const type = (entry: Entry, value: string) => setTexts({ ...texts, [entry]: value })
  return (
    <form className="desk-form" noValidate onSubmit={event => void submit(event)}>
      {wrong.length > 0 ? (
        <div role="alert" className="desk-refused" ref={summary} tabIndex={-1}>
          <p>
            <strong>{t('councilDesk.draft.wrong.summary', { count: wrong.length })}</strong>
          </p>
          <ul>
            {wrong.map(({ entry, words }) => (
              <li key={entry}>
                <a
                  href={`#task-${entry}`}
                  onClick={event => {
                    event.preventDefault()
                    document.getElementById(`task-${entry}`)?.focus()
                  }}
                >
                  {words}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ) : refused ? (
        <RefusedText refused={refused} takesFocus />
      ) : null}
      {entries.map(entry => {
        const words = wrongWords(entry)
        const id = `task-${entry}`
        const described = [words && `${id}-wrong`, (entry === 'code' || entry === 'needs') && `${id}-help`]
        const shared = {
          id,
          className: 'entry',
          value: texts[entry],
          'aria-invalid': words ? (true as const) : undefined,
          'aria-describedby': described.filter(Boolean).join(' ') || undefined,
          onChange: (event: { target: { value: string } }) => type(entry, event.target.value),
        }
        return (
          <div className="field" key={entry}>
            <label htmlFor={id}>{t(`councilDesk.draft.${wordsOf[entry]}`)}</label>
            {words ? (
              <p id={`${id}-wrong`} className="field-wrong">
                {words}
              </p>
            ) : null}
            {entry === 'needs' ? (
              <textarea {...shared} rows={4} maxLength={10_000} />
            ) : (
              <input {...shared} maxLength={entry === 'code' ? 20 : 300} autoComplete="off" />
            )}
            {entry === 'code' || entry === 'needs' ? (
              <p id={`${id}-help`} className="field-help">
                {t(`councilDesk.draft.${entry}Help`)}
              </p>
            ) : null}
          </div>
        )
      })}
      <fieldset>
        <legend className="field-label">{t('councilDesk.draft.proposers')}</legend>
        <label className="choice">
          <input type="checkbox" checked disabled />
          <span>
            {agencyName(agency)} <small>({t('councilDesk.draft.own')})</small>
          </span>
        </label>
        {others.map(one => (
          <label key={one} className="choice">
            <input
              type="checkbox"
              checked={withUs.includes(one)}
              onChange={({ target }) => setWithUs(toggled(withUs, one, target.checked))}
            />
            <span>{agencyName(one)}</span>
          </label>
        ))}
      </fieldset>
      <Programmes chosen={programmes} onChange={setProgrammes} />
      <Pathways chosen={pathways} onChange={setPathways} />
      <p className="row">
        <button type="submit" className="button" aria-disabled={isSending}>
          {t(isSending ? 'desk.sending' : 'councilDesk.draft.save')}
        </button>
        <Link to="/desk/$post/councils/$council" params={{ post, council: council.id }} className="button quiet">
          {t('desk.leave')}
        </Link>
      </p>
    </form>
  )
}

const toggled = (chosen: readonly string[], one: string, isOn: boolean): readonly string[] =>
  isOn ? [...chosen, one] : chosen.filter(other => other !== one)

interface ChosenProps {
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
}

function Programmes({ chosen, onChange }: ChosenProps) {
  const { t } = useTranslation()
  const nameOf = useProgrammeName()
  return (
    <fieldset>
      <legend className="field-label">{t('councilDesk.draft.programmes')}</legend>
      <ul className="council-chosen">
        {chosen.map(id => (
          <li key={id}>
            {nameOf(id)}{' '}
            <button type="button" className="plain-button" onClick={() => onChange(toggled(chosen, id, false))}>
              {t('councilDesk.draft.remove', { name: nameOf(id) })}
            </button>
          </li>
        ))}
      </ul>
      <div className="field">
        <label htmlFor="task-programme">{t('councilDesk.draft.programme')}</label>
        <ProgrammePicker
          key={chosen.length}
          id="task-programme"
          label={t('councilDesk.draft.programmes')}
          value={undefined}
          onChange={id => {
            if (id && !chosen.includes(id)) onChange([...chosen, id])
          }}
        />
      </div>
    </fieldset>
  )
}

function Pathways({ chosen, onChange }: ChosenProps) {
  const { t } = useTranslation()
  const said = useSaid()
  const { pathways } = useRulebook()
  return (
    <fieldset>
      <legend className="field-label">{t('councilDesk.draft.pathways')}</legend>
      {pathways.map(({ id, name }) => (
        <label key={id} className="choice">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ target }) => onChange(toggled(chosen, id, target.checked))}
          />
          <span>{said(name)}</span>
        </label>
      ))}
    </fieldset>
  )
}
