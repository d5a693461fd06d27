import { daysBetween } from '@ieum/catalogue/days'
import { sayDay } from '@ieum/wording'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../day/use-on.ts'
import { Done } from '../../desk/batches/done.tsx'
import { useChange } from '../../desk/client/use-change.ts'
import { DaysLeft } from '../../desk/days-left.tsx'
import { RefusedText } from '../../desk/refused-text.tsx'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { useLanguage } from '../../words/use-language.ts'
import { councilsOf } from '../client/paths.ts'
import type { Council } from '../client/shapes.ts'
import { SessionMark } from '../marks.tsx'

interface SessionsProps {
  shown: Council
  post: string
  onPlanned: () => void
}

/** The next one first. */
export function Sessions({ shown, post, onPlanned }: SessionsProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const on = useOn()
  return (
    <>
      {shown.sessions.length === 0 ? <p className="desk-nothing">{t('councilDesk.council.noSessions')}</p> : null}
      <ul className="council-tasks council-sessions">
        {shown.sessions.map(({ id, number, on: day, state, reported }) => (
          <li key={id}>
            <Link to="/desk/$post/sessions/$session" params={{ post, session: id }}>
              {t('councilDesk.council.session', { number })}
            </Link>
            <span>
              {sayDay(day, language)}
              {state === 'planned' || state === 'called' ? (
                <>
                  {' '}
                  <DaysLeft days={daysBetween(on, day)} due={day} />
                </>
              ) : null}
              {reported ? <small> {t('councilDesk.council.reported')}</small> : null}
            </span>
            <SessionMark state={state} />
          </li>
        ))}
      </ul>
      {shown.keeps ? <Plan shown={shown} post={post} onPlanned={onPlanned} /> : null}
    </>
  )
}

function Plan({ shown, post, onPlanned }: SessionsProps) {
  const { t } = useTranslation()
  const agencyName = useAgencyName()
  const today = useOn()
  const [planned, setPlanned] = useState<{ session: string; number: number }>()
  const { isSending, refused, send } = useChange<{ session: string; number: number }>()
  const agencies = [...new Set(shown.seats.flatMap(({ agency }) => agency ?? []))]
  if (planned)
    return (
      <Done text={t('councilDesk.plan.done', { number: planned.number })}>
        <Link to="/desk/$post/sessions/$session" params={{ post, session: planned.session }} className="button">
          {t('councilDesk.plan.toSession')}
        </Link>
      </Done>
    )
  const plan = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const entered = new FormData(event.currentTarget)
    const text = (name: string) => String(entered.get(name) ?? '').trim()
    const done = await send(councilsOf(post).sessions(shown.id), {
      on: text('on'),
      begins: text('begins'),
      place: text('place'),
      ...(text('host') && { host: text('host') }),
    })
    if (!done) return
    setPlanned(done)
    onPlanned()
  }
  return (
    <details className="council-plan">
      <summary>{t('councilDesk.plan.open')}</summary>
      <p>
        <Link to="/desk/$post/councils/$council/import" params={{ post, council: shown.id }}>
          {t('councilDesk.plan.fromPaper')}
        </Link>
      </p>
      <form className="case-form" onSubmit={event => void plan(event)}>
        {refused ? <RefusedText refused={refused} takesFocus /> : null}
        <div className="case-form-days">
          <div className="field">
            <label htmlFor="plan-on">{t('councilDesk.plan.on')}</label>
            <input id="plan-on" name="on" type="date" className="entry" min={today} required />
          </div>
          <div className="field">
            <label htmlFor="plan-begins">{t('councilDesk.plan.begins')}</label>
            <input id="plan-begins" name="begins" type="time" className="entry" defaultValue="10:00" required />
          </div>
        </div>
        <div className="field">
          <label htmlFor="plan-place">{t('councilDesk.plan.place')}</label>
          <input id="plan-place" name="place" className="entry" maxLength={300} autoComplete="off" required />
        </div>
        <div className="field">
          <label htmlFor="plan-host">{t('councilDesk.plan.host')}</label>
          <select id="plan-host" name="host" className="entry">
            <option value="">{t('councilDesk.plan.turn')}</option>
            {agencies.map(agency => (
              <option key={agency} value={agency}>
                {agencyName(agency)}
              </option>
            ))}
          </select>
        </div>
        <p className="row">
          <button type="submit" className="button" aria-disabled={isSending}>
            {t(isSending ? 'desk.sending' : 'councilDesk.plan.save')}
          </button>
        </p>
      </form>
    </details>
  )
}
