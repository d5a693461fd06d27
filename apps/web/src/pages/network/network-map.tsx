import type { Link } from '@ieum/catalogue/records'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaid } from '../../words/use-language.ts'
import { useWidth } from '../path/picture/use-width.ts'
import { layOut } from './layout.ts'
import { MapDrawing } from './map-drawing.tsx'
import { MapFrame } from './map-frame.tsx'
import type { Net, Station } from './net.ts'
import { StationPanel } from './station-panel.tsx'
import { useView } from './use-view.ts'
import { type Direction, nextStation } from './walk.ts'

interface NetworkMapProps {
  net: Net
  shown: readonly Station[]
  links: readonly Link[]
  line: string | undefined
  chosen: string | undefined
  onChoose: (station: string | undefined) => void
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}
const closer = 1.3
/** The map goes the other way than one looks. */
const strides: Record<Direction, readonly [dx: number, dy: number]> = {
  left: [80, 0],
  right: [-80, 0],
  up: [0, 80],
  down: [0, -80],
}

/** The map, its buttons, and the sign of the station that one stands at. */
export function NetworkMap({ net, shown, links, line, chosen, onChoose }: NetworkMapProps) {
  const { t } = useTranslation()
  const said = useSaid()
  const navigate = useNavigate()
  const svg = useRef<SVGSVGElement>(null)
  const [frame, width] = useWidth()
  const layout = useMemo(() => layOut(net, shown), [net, shown])
  const first = net.lines[0]?.stations[0] ?? shown[0]?.id
  const viewing = useView(svg, layout, width, first)
  const { view, screen, show, move, zoom } = viewing
  const here = chosen !== undefined && layout.places.has(chosen) ? chosen : undefined

  const showRef = useRef(show)
  showRef.current = show
  useEffect(() => {
    if (here) showRef.current(layout.places.get(here))
  }, [here, layout])
  useEffect(() => {
    const start = line && net.lines.find(({ pathway }) => pathway.id === line)?.stations[0]
    if (start) showRef.current(layout.places.get(start))
  }, [line, net, layout])

  const open = (id: string) => void navigate({ to: '/programmes/$id', params: { id } })
  const walk = (direction: Direction) => {
    const next = nextStation(layout.places, here ?? first ?? '', direction)
    if (!next) return
    onChoose(next)
    svg.current?.querySelector<SVGElement>(`[data-station="${CSS.escape(next)}"]`)?.focus({ preventScroll: true })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = directions[event.key]
    if (direction && event.shiftKey) move(...strides[direction])
    else if (direction) walk(direction)
    else if (event.key === '+' || event.key === '=') zoom(closer)
    else if (event.key === '-') zoom(1 / closer)
    else if (event.key === 'Escape') onChoose(undefined)
    else return
    event.preventDefault()
  }

  const station = here === undefined ? undefined : net.stations.get(here)
  return (
    <div className="network-map">
      <div className="network-buttons">
        <button type="button" className="button quiet" onClick={() => zoom(closer)}>
          {t('network.zoomIn')} +
        </button>
        <button type="button" className="button quiet" onClick={() => zoom(1 / closer)}>
          {t('network.zoomOut')} −
        </button>
        <button type="button" className="button quiet" onClick={viewing.whole}>
          {t('network.whole')}
        </button>
        <p className="field-help">{t('network.keys')}</p>
      </div>
      <div ref={frame} className="network-window">
        {width > 0 ? (
          <svg
            ref={svg}
            className="map"
            width={screen.width}
            height={screen.height}
            aria-label={t('network.map')}
            data-dimmed={line !== undefined || undefined}
            onKeyDown={onKeyDown}
            {...viewing.pull}
          >
            <MapFrame layout={layout} view={view} screen={screen}>
              <MapDrawing
                net={net}
                layout={layout}
                shown={shown}
                links={links}
                scale={view.scale}
                line={line}
                chosen={here}
                entry={here ?? first}
                nameOf={({ programme }) => said(programme.name)}
                onOpen={open}
                onChoose={id => {
                  if (!viewing.wasPulled()) onChoose(id)
                }}
              />
            </MapFrame>
          </svg>
        ) : null}
        <div aria-live="polite">
          {station ? (
            <StationPanel net={net} station={station} links={links} onClose={() => onChoose(undefined)} />
          ) : null}
        </div>
      </div>
    </div>
  )
}
