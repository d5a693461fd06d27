import { useTranslation } from 'react-i18next'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { useSubject } from '../../words/use-subject.ts'
import { radiusOf } from './drawing.ts'
import type { Point } from './layout.ts'
import type { Station } from './net.ts'

interface StationSignProps {
  station: Station
  at: Point
  name: string
  isTransfer: boolean
  isChosen: boolean
  isOut: boolean
  isEntry: boolean
  onOpen: (station: string) => void
  onChoose: (station: string) => void
}

/** One station. The pointer chooses it, Enter opens its programme. */
export function StationSign(props: StationSignProps) {
  const { station, at, name, isTransfer, isChosen, isOut, isEntry, onOpen, onChoose } = props
  const { t } = useTranslation()
  const subject = useSubject()
  const agencyName = useAgencyName()
  const { id, ministry, stage, pathways, isLinked } = station
  const kind = pathways.length > 0 ? 'on-line' : isLinked ? 'linked' : 'plain'
  return (
    <a
      href={`/programmes/${id}`}
      className={`map-station ${kind}${isTransfer ? ' transfer' : ''}`}
      data-station={id}
      data-ministry={ministry}
      data-chosen={isChosen || undefined}
      data-out={isOut || undefined}
      tabIndex={isEntry ? 0 : -1}
      aria-label={t('network.station', { name, ministry: agencyName(ministry), stage: subject('stage', stage) })}
      draggable={false}
      onFocus={() => onChoose(id)}
      onClick={event => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        // A press of Enter comes as a click without a count.
        if (event.detail === 0) onOpen(id)
        else onChoose(id)
      }}
    >
      <circle className="station-target" cx={at.x} cy={at.y} r={15} />
      <circle className="station-circle" cx={at.x} cy={at.y} r={radiusOf(station)} />
      <title>{name}</title>
    </a>
  )
}
