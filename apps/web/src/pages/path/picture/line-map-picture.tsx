import type { Itinerary } from '@ieum/planning'
import { useTranslation } from 'react-i18next'
import { AgencyLine } from '../../../parts/agency-line.tsx'
import { useDirectory } from '../../../rulebook/use-rulebook.ts'
import { lineMap, type Stop } from './line-map.ts'
import { useSaidLegs } from './use-said-legs.ts'

/** The way upright, for a narrow screen. */
export function LineMapPicture({ itinerary }: { itinerary: Itinerary }) {
  const { agency } = useDirectory()
  const { ministries, stops } = lineMap(itinerary)
  return (
    <div className="line-map" data-lanes={ministries.length}>
      <div className="line-map-ministries">
        {ministries.map(ministry => (
          <AgencyLine key={ministry} agency={agency(ministry)} />
        ))}
      </div>
      {stops.map((stop, at) => (
        <StopRow key={`${stop.at} ${stop.moment}`} stop={stop} above={stops[at - 1]} ministries={ministries} />
      ))}
    </div>
  )
}

interface StopRowProps {
  stop: Stop
  above: Stop | undefined
  ministries: readonly string[]
}

function StopRow({ stop, above, ministries }: StopRowProps) {
  const { t } = useTranslation()
  const words = useSaidLegs()
  return (
    <div className="line-map-stop">
      <div className="line-map-gutter">
        {ministries.map((ministry, lane) => (
          <span key={ministry} className="line-map-lane" data-ministry={ministry}>
            <i className="run above" data-run={above?.below[lane] ?? 'nothing'} />
            <i className="run below" data-run={stop.below[lane] ?? 'nothing'} />
            {stop.fromLane !== undefined && isBetween(lane, stop) ? <i className={across(lane, stop)} /> : null}
            {lane === stop.lane ? <i className="sign" data-moment={stop.moment} /> : null}
            {lane === stop.fromLane || (lane === stop.lane && stop.fromLane !== undefined) ? (
              <i className="ring" />
            ) : null}
          </span>
        ))}
      </div>
      <div className="line-map-text">
        <span className="line-map-day">{words.day(stop.day)}</span>
        <span>
          <strong>{t(`path.picture.${stop.moment}`)}</strong>
          {stop.moment === 'apply' ? ` ${words.name(stop.leg)}` : ` ${stop.at + 1}`}
        </span>
      </div>
    </div>
  )
}

const isBetween = (lane: number, { lane: to, fromLane: from = to }: Stop): boolean =>
  lane >= Math.min(from, to) && lane <= Math.max(from, to)

/** Half a crossing at either end, a whole one between. */
function across(lane: number, { lane: to, fromLane: from = to }: Stop): string {
  if (lane === Math.min(from, to)) return 'across to-right'
  return lane === Math.max(from, to) ? 'across to-left' : 'across'
}
