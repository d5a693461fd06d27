import { useTranslation } from 'react-i18next'
import { AgencyLine } from '../../parts/agency-line.tsx'
import { useDirectory } from '../../rulebook/use-rulebook.ts'
import type { Council } from '../client/shapes.ts'
import { SaidText } from '../said-text.tsx'

/** Side by side, in the order of the seats. */
export function Seats({ seats }: Pick<Council, 'seats'>) {
  const { t } = useTranslation()
  const { agency: agencyOf, ministryOf } = useDirectory()
  const byAgency = [...Map.groupBy(seats, ({ agency }) => agency)]
  return (
    <div className="council-seats">
      {byAgency.map(([agency, own]) => (
        <div key={agency ?? ''}>
          <h3>
            {agency === null ? (
              t('councilDesk.council.otherSeats')
            ) : (
              <AgencyLine agency={agencyOf(agency)} ministry={ministryOf(agency)} />
            )}{' '}
            <span className="desk-count">{own.length}</span>
          </h3>
          <ul>
            {own.map(({ id, title, kind }) => (
              <li key={id}>
                <SaidText said={title} />
                {kind === 'member' ? null : <small> {t(`councilDesk.council.seatKind.${kind}`)}</small>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
