import { useTranslation } from 'react-i18next'
import { KindMark } from './kind-mark.tsx'
import type { Place } from './place.ts'
import { type ClosingLine, type Shown, shownAs } from './shapes.ts'

const order: readonly Shown[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'weekday',
  'mixed',
  'sunday',
  'none',
  'planned',
  'unknown',
]

/** What the hatchings mean, and how many municipalities have each. */
export function MapLegend({
  municipalities,
  places,
}: {
  municipalities: readonly ClosingLine[]
  places: readonly Place[]
}) {
  const { t } = useTranslation()
  const counts = Map.groupBy(municipalities, shownAs)
  const several = places.filter(({ shown }) => shown === 'several').length
  return (
    <section aria-labelledby="closing-legend" className="closing-legend">
      <h2 id="closing-legend">{t('closing.legend')}</h2>
      <ul>
        {order
          .filter(kind => counts.has(kind))
          .map(kind => (
            <li key={kind} id={`closing-kind-${kind}`}>
              <KindMark kind={kind} /> <span className="closing-number">{counts.get(kind)?.length}</span>
            </li>
          ))}
        {municipalities.some(({ madeUp }) => madeUp) ? (
          <li>
            <span className="closing-kind" data-made-up>
              <span className="closing-swatch" aria-hidden="true" />
              {t('closing.madeUpShort')}
            </span>
          </li>
        ) : null}
        {several > 0 ? (
          <li id="closing-kind-several">
            <KindMark kind="several" />
          </li>
        ) : null}
      </ul>
    </section>
  )
}
