import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../day/use-on.ts'
import { Done } from '../../desk/batches/done.tsx'
import { useChange } from '../../desk/client/use-change.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { accepted, accepting, type WrongAt, wrongIn } from './accepting.ts'
import { DraftedField, RightBox } from './drafted-field.tsx'
import { Doubts, WrongList } from './lists.tsx'
import type { PartProps } from './part-props.ts'
import { type PaperRead, takeUpAt } from './read-paper.ts'
import { ScheduleRows } from './schedule-rows.tsx'
import { TaskRows } from './task-rows.tsx'

interface TakenUp {
  readonly session: string
  readonly number: number
  readonly items: number
  readonly tasks: readonly { readonly code: string }[]
}

interface AcceptingFormProps {
  post: string
  council: string
  file: string
  read: PaperRead
}

export function AcceptingForm({ post, council, file, read }: AcceptingFormProps) {
  const { t } = useTranslation()
  const on = useOn()
  const [form, setForm] = useState(() => accepting(read))
  const [wrong, setWrong] = useState<readonly WrongAt[]>([])
  const { refused, isSending, send } = useChange<TakenUp>()
  const [taken, setTaken] = useState<TakenUp>()
  const summary = useRef<HTMLDivElement>(null)

  if (taken) return <TakenUpText post={post} council={council} taken={taken} />

  const save = async (event: FormEvent) => {
    event.preventDefault()
    const found = wrongIn(form, read, on)
    setWrong(found)
    if (found.length > 0) return setTimeout(() => summary.current?.focus())
    const done = await send(takeUpAt(post, council), accepted(form, read))
    if (done) setTaken(done)
  }
  const wrongAt = (at: string) => wrong.find(one => one.at === at)?.wrong

  return (
    <form onSubmit={save} noValidate className="paper-form">
      <p role="status">{t('councilImport.readFrom', { file })}</p>
      {wrong.length > 0 ? <WrongList wrong={wrong} box={summary} /> : null}
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      <Doubts unsure={read.draft.unsure} />
      <SessionFields form={form} setForm={setForm} read={read} wrongAt={wrongAt} />
      <Agencies read={read} />
      <ScheduleRows form={form} setForm={setForm} read={read} wrongAt={wrongAt} />
      <TaskRows form={form} setForm={setForm} read={read} wrongAt={wrongAt} />
      <Posts read={read} />
      <p className="row">
        <button type="submit" className="button" aria-disabled={isSending || undefined}>
          {t('councilImport.save')}
        </button>
      </p>
    </form>
  )
}

const fields = [
  { name: 'date', of: 'date', type: 'date' },
  { name: 'begins', of: 'from', type: 'time' },
  { name: 'place', of: 'place', type: 'text' },
] as const

function SessionFields({ form, setForm, read, wrongAt }: PartProps) {
  const { t } = useTranslation()
  const { session } = read.draft
  return (
    <fieldset className="paper-part">
      <legend>
        <h2>{t('councilImport.session')}</h2>
      </legend>
      {fields.map(({ name, of, type }) => {
        const field = form.session[name]
        const id = `paper-${name}`
        const change = (changed: Partial<typeof field>) =>
          setForm({ ...form, session: { ...form.session, [name]: { ...field, ...changed } } })
        return (
          <DraftedField key={name} id={id} label={t(`councilImport.${name}`)} origin={session[of]} wrong={wrongAt(id)}>
            {described => (
              <>
                <input
                  {...described}
                  type={type}
                  lang={type === 'text' ? 'ko' : undefined}
                  className="entry"
                  value={field.value}
                  maxLength={300}
                  onChange={event => change({ value: event.target.value })}
                />
                <RightBox
                  of={t(`councilImport.${name}`)}
                  isRight={field.isRight}
                  onRight={isRight => change({ isRight })}
                />
              </>
            )}
          </DraftedField>
        )
      })}
      {session.to ? (
        <p className="paper-said">
          <strong>{t('councilImport.ends')}</strong> {session.to.value}{' '}
          <span className="field-help">{t('councilImport.endsHelp')}</span>
        </p>
      ) : null}
    </fieldset>
  )
}

function Agencies({ read: { draft, seated } }: { read: PaperRead }) {
  const { t } = useTranslation()
  const name = useAgencyName()
  if (draft.agencies.length === 0) return null
  return (
    <Part title={t('councilImport.agencies')}>
      <ul className="paper-list">
        {draft.agencies.map(({ value, line }) => (
          <li key={value}>
            <strong>{name(value)}</strong>{' '}
            <span className="field-help">
              {t('councilImport.line', { line })} ·{' '}
              {t(seated.includes(value) ? 'councilImport.seated' : 'councilImport.seatless')}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Posts({ read: { draft } }: { read: PaperRead }) {
  const { t } = useTranslation()
  const name = useAgencyName()
  if (draft.posts.length === 0) return null
  return (
    <details className="paper-part">
      <summary>{t('councilImport.posts', { count: draft.posts.length })}</summary>
      <ul className="paper-list">
        {draft.posts.map(({ agency, title, line }) => (
          <li key={`${line} ${agency} ${title}`}>
            {agency ? `${name(agency)} ` : ''}
            <span lang="ko">{title}</span> <span className="field-help">{t('councilImport.line', { line })}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="paper-part">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function TakenUpText({ post, council, taken }: { post: string; council: string; taken: TakenUp }) {
  const { t } = useTranslation()
  const { number, items, tasks, session } = taken
  const codes = tasks.map(({ code }) => code).join(', ')
  const at = `/desk/${encodeURIComponent(post)}`
  return (
    <Done text={t('councilImport.done', { number })}>
      <span>
        {tasks.length > 0
          ? t('councilImport.doneWith', { items, tasks: tasks.length, codes })
          : t('councilImport.doneItems', { items })}
      </span>
      <a className="button" href={`${at}/sessions/${encodeURIComponent(session)}`}>
        {t('councilImport.toSession')}
      </a>
      <a className="button quiet" href={`${at}/councils/${encodeURIComponent(council)}`}>
        {t('councilImport.toCouncil')}
      </a>
    </Done>
  )
}
