import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { WithKorean } from '../parts/with-korean.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { drawing, loadShapes, type Shape, sharedShapes } from './borders.ts'
import { MapHatches } from './map-hatches.tsx'
import { MapLegend } from './map-legend.tsx'
import { MapPlace } from './map-place.tsx'
import { boxOf, type MapView, moved, nextTo, showing, whole, zoomed } from './map-view.ts'
import { NotLoaded } from './not-loaded.tsx'
import type { Place } from './place.ts'
import { PlacePanel } from './place-panel.tsx'
import { type ClosingLine, nameOf, shownAs } from './shapes.ts'

/** The map, once its borders have come. */
export function ClosingMap({ municipalities }: { municipalities: readonly ClosingLine[] }) {
  const { t } = useTranslation()
  const [round, setRound] = useState(0)
  const [shapes, setShapes] = useState<readonly Shape[] | 'failed'>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks for them once more.
  useEffect(() => {
    let gone = false
    loadShapes().then(
      came => gone || setShapes(came),
      () => gone || setShapes('failed'),
    )
    return () => {
      gone = true
    }
  }, [round])
  const places = useMemo(
    () => (Array.isArray(shapes) ? placesOf(shapes, municipalities) : []),
    [shapes, municipalities],
  )
  if (shapes === 'failed')
    return (
      <NotLoaded
        text={t('closing.mapFailed')}
        again={() => {
          setShapes(undefined)
          setRound(round + 1)
        }}
      />
    )
  if (!shapes)
    return (
      <div className="closing-map-waits">
        <Waiting />
        <p>{t('closing.mapWaits')}</p>
      </div>
    )
  return <DrawnMap places={places} municipalities={municipalities} />
}

function placesOf(shapes: readonly Shape[], municipalities: readonly ClosingLine[]): readonly Place[] {
  const byCode = new Map(municipalities.map(line => [line.code, line]))
  return shapes.map(shape => {
    const lines = shape.codes.flatMap(code => byCode.get(code) ?? [])
    const kinds = new Set(lines.map(shownAs))
    return { ...shape, lines, shown: kinds.size > 1 ? 'several' : ([...kinds][0] ?? 'unknown') }
  })
}

const directions: Readonly<Record<string, 'left' | 'right' | 'up' | 'down'>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}
const stride = 0.2
const strides = {
  left: { right: -stride, down: 0 },
  right: { right: stride, down: 0 },
  up: { right: 0, down: -stride },
  down: { right: 0, down: stride },
}
/** What is drawn again in words elsewhere is not read out. */
const unheard = { 'aria-hidden': true } as const
const closer = 1.6
const leastPull = 4

interface DrawnMapProps {
  places: readonly Place[]
  municipalities: readonly ClosingLine[]
}

function DrawnMap({ places, municipalities }: DrawnMapProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const svg = useRef<SVGSVGElement>(null)
  const [view, setView] = useState<MapView>(whole)
  const [chosen, setChosen] = useState<string>()
  const place = places.find(({ key }) => key === chosen)
  const entry = place ?? places.find(({ shown }) => shown !== 'unknown') ?? places[0]

  const choose = (next: Place) => {
    setChosen(next.key)
    setView(before =>
      showing(before, { x: next.middle[0], y: next.middle[1], size: Math.min(next.width, next.height) }),
    )
  }
  const open = ({ codes: [code, another] }: Place) => {
    // A shape of several opens none of them by itself: their names stand beside the map.
    if (code !== undefined && another === undefined) void navigate({ to: '/closing-days/$code', params: { code } })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = directions[event.key]
    if (direction && event.shiftKey) setView(moved(view, strides[direction].right, strides[direction].down))
    else if (direction && entry) {
      const next = nextTo(places, place ?? entry, direction)
      if (next) {
        choose(next)
        svg.current?.querySelector<SVGElement>(`[data-place="${CSS.escape(next.key)}"]`)?.focus({ preventScroll: true })
      }
    } else if (event.key === '+' || event.key === '=') setView(zoomed(view, closer))
    else if (event.key === '-') setView(zoomed(view, 1 / closer))
    else if (event.key === 'Escape') setChosen(undefined)
    else return
    event.preventDefault()
  }

  const pull = usePull(view, setView)
  const shared = sharedShapes(places)
  const byCode = new Map(municipalities.map(line => [line.code, line]))
  const sharedNames = shared
    .map(codes =>
      codes
        .flatMap(code => byCode.get(code) ?? [])
        .map(nameOf)
        .join(' · '),
    )
    .join(' / ')
  return (
    <div className="closing-map">
      <div className="closing-map-buttons">
        <button type="button" className="button quiet" onClick={() => setView(zoomed(view, closer))}>
          {t('closing.zoomIn')} +
        </button>
        <button type="button" className="button quiet" onClick={() => setView(zoomed(view, 1 / closer))}>
          {t('closing.zoomOut')} −
        </button>
        <button type="button" className="button quiet" onClick={() => setView(whole)}>
          {t('closing.whole')}
        </button>
        <p className="field-help">{t('closing.mapKeys')}</p>
      </div>
      <div className="closing-map-beside">
        <svg
          ref={svg}
          className="closing-drawing"
          viewBox={boxOf(view)}
          width={drawing.width}
          height={drawing.height}
          aria-label={t('closing.map')}
          data-near={view.scale > 1 || undefined}
          onKeyDown={onKeyDown}
          {...pull.handlers}
        >
          <MapHatches scale={view.scale} />
          {places.map(one => (
            <MapPlace
              key={one.key}
              place={one}
              isChosen={one.key === chosen}
              isEntry={one.key === entry?.key}
              onChoose={() => {
                if (!pull.wasPulled()) setChosen(one.key)
              }}
              onOpen={() => open(one)}
            />
          ))}
          <g className="closing-signs" {...unheard}>
            {places
              .filter(({ shown, width, height }) => shown !== 'unknown' && Math.min(width, height) * view.scale > 16)
              .map(({ key, shown, middle: [x, y] }) => (
                <text key={key} x={x} y={y} fontSize={13 / view.scale} strokeWidth={3.5 / view.scale}>
                  {t(`closing.sign.${shown}`)}
                </text>
              ))}
          </g>
        </svg>
        <div className="closing-map-aside">
          <div aria-live="polite">
            {place ? <PlacePanel place={place} onClose={() => setChosen(undefined)} /> : null}
          </div>
          <MapLegend municipalities={municipalities} places={places} />
        </div>
      </div>
      <p className="field-help">
        {t('closing.borders')}{' '}
        {shared.length > 0 ? <WithKorean text={t('closing.notJoined', { groups: sharedNames })} /> : null}
      </p>
    </div>
  )
}

/** A pull moves the map; one that went nowhere is a press on what lies there. Two fingers go on scrolling the page. */
function usePull(view: MapView, setView: (view: MapView) => void) {
  const held = useRef<{ x: number; y: number; view: MapView; isPulled: boolean }>(undefined)
  const pulled = useRef(false)
  return {
    wasPulled: () => pulled.current,
    handlers: {
      onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
        held.current = { x: event.clientX, y: event.clientY, view, isPulled: false }
        pulled.current = false
      },
      onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
        const from = held.current
        if (!from || event.buttons === 0) return
        const [dx, dy] = [event.clientX - from.x, event.clientY - from.y]
        if (!from.isPulled && Math.hypot(dx, dy) < leastPull) return
        if (!from.isPulled) event.currentTarget.setPointerCapture(event.pointerId)
        from.isPulled = true
        pulled.current = true
        const { width, height } = event.currentTarget.getBoundingClientRect()
        setView(moved(from.view, -dx / width, -dy / height))
      },
      onPointerUp: () => {
        held.current = undefined
      },
    },
  }
}
