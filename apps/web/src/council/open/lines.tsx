/** What stands on more than one page of the record: decisions, actions, seats. */
import { sayDay } from '@ieum/wording'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../words/use-language.ts'
import { SaidText } from '../said-text.tsx'
import { Lines } from './section.tsx'
import type { Action, Decision, Names, Seat } from './shapes.ts'
import { useNames } from './use-names.ts'

export function DecisionLines({ council, decisions }: { council: string; decisions: readonly Decision[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <Lines of={decisions} none={t('councilOpen.noDecisions')}>
      {({ number, on, text, status, supersededBy }) => (
        <li key={number}>
          <Link to="/councils/$council/decisions/$number" params={{ council, number }}>
            {t('councilOpen.decision', { number })}
          </Link>
          <p>
            <SaidText said={text} />
          </p>
          <small>
            {sayDay(on, language)} · {t(`councilOpen.${status}`)}
            {supersededBy ? (
              <>
                {' '}
                (
                <Link to="/councils/$council/decisions/$number" params={{ council, number: supersededBy }}>
                  {t('councilOpen.decision', { number: supersededBy })}
                </Link>
                )
              </>
            ) : null}
          </small>
        </li>
      )}
    </Lines>
  )
}

export function ActionLines({ actions, names }: { actions: readonly Action[]; names: Names }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { agency } = useNames(names)
  return (
    <Lines of={actions} none={t('councilOpen.noActions')}>
      {({ title, owner, due, state, late, decision }, index) => (
        <li key={index}>
          <SaidText said={title} />
          <small>
            {agency(owner)} · {t('councilOpen.due', { day: sayDay(due, language) })} ·{' '}
            {t(late ? 'councilOpen.late' : `councilOpen.actionState.${state}`)}
            {decision ? ` · ${t('councilOpen.decision', { number: decision })}` : null}
          </small>
        </li>
      )}
    </Lines>
  )
}

/** By agency, in the order of the seats. */
export function SeatLines({ seats, names }: { seats: readonly Seat[]; names: Names }) {
  const { t } = useTranslation()
  const { agency } = useNames(names)
  const groups = [...Map.groupBy(seats, seat => seat.agency)]
  return (
    <dl className="open-facts">
      {groups.map(([of, seated]) => (
        <div key={of ?? ''}>
          <dt>{of === null ? t('councilOpen.otherSeats') : agency(of)}</dt>
          <dd>
            <ul className="open-seats">
              {seated.map(({ id, title, kind }) => (
                <li key={id}>
                  <SaidText said={title} />
                  {kind === 'member' ? null : ` (${t(`councilOpen.seatKind.${kind}`)})`}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  )
}
