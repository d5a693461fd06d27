import { sayDay } from '@ieum/wording'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { FirmCapacity, ReferralLine } from '../../../desk/client/shapes.ts'
import { DaysLeft } from '../../../desk/days-left.tsx'
import { useDirectory } from '../../../rulebook/use-rulebook.ts'
import { useLanguage, useSaid } from '../../../words/use-language.ts'

interface ToDoProps {
  capacity: FirmCapacity
  lines: readonly ReferralLine[]
  /** People who ask to act for the firm. */
  requests: number
}

/** What waits for the firm, what is due first before the rest. */
export function ToDo({ capacity: { firm, role }, lines, requests }: ToDoProps) {
  const { t } = useTranslation()
  const said = useSaid()
  const language = useLanguage()
  const { programme } = useDirectory()
  const waiting = lines.filter(({ state }) => state === 'drafted' || state === 'returned')
  return (
    <section className="firm-section" aria-labelledby="to-do">
      <h2 id="to-do">{t('firm.front.toDo')}</h2>
      {waiting.length === 0 && requests === 0 ? <p className="firm-nothing">{t('firm.front.nothingToDo')}</p> : null}
      <ul className="to-do">
        {waiting.map(({ id, state, toProgramme, due, daysLeft }) => (
          <li key={id} className="firm-call">
            <p>
              <Link to="/firm/$firm/referrals/$referral" params={{ firm, referral: id }}>
                <strong>
                  {t(
                    state === 'returned'
                      ? 'firm.front.asksBack'
                      : role === 'adviser'
                        ? 'firm.front.asksConsentAdviser'
                        : 'firm.front.asksConsent',
                    { programme: said(programme(toProgramme)?.name) || toProgramme },
                  )}
                </strong>
              </Link>
            </p>
            {due ? (
              <p className="firm-due">
                {t('firm.referral.until', { day: sayDay(due, language) })} <DaysLeft days={daysLeft} due={due} />
              </p>
            ) : null}
          </li>
        ))}
        {requests > 0 ? (
          <li className="firm-call">
            <p>
              <Link to="/firm/$firm/members" params={{ firm }}>
                <strong>{t('firm.front.requests', { count: requests })}</strong>
              </Link>
            </p>
          </li>
        ) : null}
      </ul>
    </section>
  )
}
