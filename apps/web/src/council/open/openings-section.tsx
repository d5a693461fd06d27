import { sayDay } from '@ieum/wording'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../day/use-on.ts'
import { useAsked } from '../../desk/client/use-asked.ts'
import { useChange } from '../../desk/client/use-change.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { goInto, useFormInPlace } from '../../parts/use-form-in-place.ts'
import { WithKorean } from '../../parts/with-korean.tsx'
import { speakCouncilOpen } from '../../words/council-open-words.ts'
import { useLanguage } from '../../words/use-language.ts'
import type { Said } from '../said.ts'
import { SaidText } from '../said-text.tsx'
import { Told } from '../told.tsx'
import { part } from './open-page.tsx'
import './open-record.css'

await speakCouncilOpen()

interface Opening {
  readonly what: 'council' | 'task' | 'decision'
  readonly id: string
  readonly called: string
  readonly title: Said
  readonly openFrom: string | null
}

const isOpenOn = ({ openFrom }: Opening, on: string): boolean => openFrom !== null && openFrom <= on

interface OpeningsProps {
  post: string
  council: string
}

/** For who sits there: which tasks and decisions everyone can read, from when, and, for the secretariat, a day to say. */
export function OpeningsSection({ post, council }: OpeningsProps) {
  const { t } = useTranslation()
  const at = `/api/posts/${part(post)}/councils/${part(council)}/openings`
  const { value, refused, again } = useAsked<{ keeps: boolean; openings: readonly Opening[] }>(at)
  const on = useOn()
  const [told, setTold] = useState<string>()
  const openings = value?.openings ?? []
  const open = openings.filter(opening => isOpenOn(opening, on))
  const closed = openings.filter(opening => !isOpenOn(opening, on))
  const isCouncilOpen = open.some(({ what }) => what === 'council')
  // What opens today goes behind a click: it is said where it went.
  const said = (text: string) => {
    setTold(text)
    again()
  }
  const lines = (of: readonly Opening[]) => (
    <ul className="open-lines">
      {of.map(opening => (
        <OpeningLine key={opening.id} opening={opening} at={at} keeps={value?.keeps ?? false} onSaid={said} />
      ))}
    </ul>
  )
  return (
    <section className="case-section">
      <h2>{t('councilOpen.openings.title')}</h2>
      <p className="field-help">
        {t('councilOpen.openings.note')}{' '}
        {isCouncilOpen ? (
          <Link to="/councils/$council" params={{ council }}>
            {t('councilOpen.list.title')}
          </Link>
        ) : value ? (
          t('councilOpen.openings.councilFirst')
        ) : null}
      </p>
      {refused ? <RefusedText refused={refused} again={again} /> : null}
      <Told told={told} />
      {closed.length > 0 ? lines(closed) : null}
      {open.length > 0 ? (
        <details>
          <summary>{t('councilOpen.openings.open', { count: open.length })}</summary>
          {lines(open)}
        </details>
      ) : null}
    </section>
  )
}

interface OpeningLineProps {
  opening: Opening
  at: string
  keeps: boolean
  onSaid: (told: string) => void
}

function OpeningLine({ opening, at, keeps, onSaid }: OpeningLineProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { isOpen: isAsking, opener, open: ask, leave, close } = useFormInPlace()
  const { send, refused, isSending } = useChange<{ is: 'said' }>()
  const { what, id, called, title, openFrom } = opening
  const on = useOn()
  const isOpen = isOpenOn(opening, on)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const day = String(new FormData(event.currentTarget).get('openFrom') ?? '')
    if (!(await send(at, { what, id, openFrom: day === '' ? null : day }, 'PUT'))) return
    close()
    const opens =
      day === '' ? t('councilOpen.openings.closed') : t('councilOpen.openings.from', { day: sayDay(day, language) })
    onSaid(`${t(`councilOpen.openings.${what}`, { called })}: ${opens}`)
  }
  return (
    <li>
      <p>
        {t(`councilOpen.openings.${what}`, { called })} <SaidText said={title} />
        {' — '}
        {openFrom === null
          ? t('councilOpen.openings.closed')
          : t('councilOpen.openings.from', { day: sayDay(openFrom, language) })}{' '}
        {keeps && !isOpen && !isAsking ? (
          <button ref={opener} type="button" className="plain-button no-print" onClick={ask}>
            {t('councilOpen.openings.say')}
            <span className="only-heard">
              {': '}
              <WithKorean text={what === 'council' ? title.ko : called} />
            </span>
          </button>
        ) : null}
      </p>
      {isAsking ? (
        <form ref={goInto} className="case-form" onSubmit={event => void submit(event)}>
          {refused ? <RefusedText refused={refused} takesFocus /> : null}
          <div className="field">
            <label htmlFor={`opens-${id}`}>{t('councilOpen.openings.day')}</label>
            <input
              id={`opens-${id}`}
              name="openFrom"
              type="date"
              className="entry term-day"
              min={on}
              defaultValue={openFrom ?? ''}
            />
            <p className="field-help">{t('councilOpen.openings.dayHelp')}</p>
          </div>
          <p className="row">
            <button type="submit" className="button" aria-disabled={isSending}>
              {t('councilOpen.openings.save')}
            </button>
            <button type="button" className="button quiet" onClick={leave}>
              {t('councilOpen.openings.cancel')}
            </button>
          </p>
        </form>
      ) : null}
    </li>
  )
}
