import { useTranslation } from 'react-i18next'
import type { PostCapacity } from '../../desk/client/shapes.ts'
import { AgencyLine } from '../../parts/agency-line.tsx'
import { useFormInPlace } from '../../parts/use-form-in-place.ts'
import { useDirectory } from '../../rulebook/use-rulebook.ts'
import type { Council } from '../client/shapes.ts'
import { SaidText } from '../said-text.tsx'
import { HoldSeats } from './hold-seats.tsx'

interface SeatsProps {
  shown: Council
  capacity: PostCapacity
  onDone: (told: string) => void
}

/** Side by side, in the order of the seats, each with the post that holds it; an agency names those of its own. */
export function Seats({ shown, capacity, onDone }: SeatsProps) {
  const { t } = useTranslation()
  const { agency: agencyOf, ministryOf } = useDirectory()
  const { isOpen, opener, open, leave, close } = useFormInPlace()
  const byAgency = [...Map.groupBy(shown.seats, ({ agency }) => agency)]
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
            {own.map(({ id, title, kind, holder }) => (
              <li key={id}>
                <SaidText said={title} />
                {kind === 'member' ? null : <small> {t(`councilDesk.council.seatKind.${kind}`)}</small>}
                {holder ? (
                  <small>
                    {' '}
                    {t('councilDesk.council.holder')} <SaidText said={holder.name} />
                  </small>
                ) : null}
              </li>
            ))}
          </ul>
          {shown.holdsSeats && agency === capacity.agency ? (
            isOpen ? (
              <HoldSeats
                council={shown.id}
                seats={own}
                capacity={capacity}
                onLeave={leave}
                onDone={() => {
                  close()
                  onDone(t('councilDesk.council.held'))
                }}
              />
            ) : (
              <p>
                <button ref={opener} type="button" className="plain-button" onClick={open}>
                  {t('councilDesk.council.hold')}
                </button>
              </p>
            )
          ) : null}
        </div>
      ))}
    </div>
  )
}
