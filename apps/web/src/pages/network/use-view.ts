import { type PointerEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import type { Layout, Point } from './layout.ts'
import { fit, fitWhole, moved, type Size, showing, type View, zoomed } from './view.ts'

export interface Viewing {
  readonly view: View
  readonly screen: Size
  readonly zoom: (by: number) => void
  readonly move: (dx: number, dy: number) => void
  readonly whole: () => void
  readonly show: (place: Point | undefined) => void
  /** A pull that went somewhere is no press on a station. */
  readonly wasPulled: () => boolean
  readonly pull: {
    readonly onPointerDown: (event: PointerEvent<SVGSVGElement>) => void
    readonly onPointerMove: (event: PointerEvent<SVGSVGElement>) => void
    readonly onPointerUp: () => void
  }
}

/** On a narrow screen the map is not squeezed to its width: names would have no room. */
const smallestAtFirst = 0.72
const tallest = 780
const leastPull = 4
/** Width of the sign of a station, which floats over the map on a wide screen. */
const panel = 260

/** `start`: the station to begin at where the map is larger than its window. */
export function useView(
  svg: RefObject<SVGSVGElement | null>,
  map: Layout,
  width: number,
  start: string | undefined,
): Viewing {
  const screen = useMemo<Size>(() => {
    const { scale } = fit(map, { width, height: tallest }, smallestAtFirst)
    return { width, height: Math.round(Math.min(width < 600 ? 480 : tallest, map.height * scale + 24)) }
  }, [map, width])
  const [chosenView, setView] = useState<View>()
  const view = useMemo(() => {
    if (chosenView) return chosenView
    const first = fit(map, screen, smallestAtFirst)
    const place = start === undefined ? undefined : map.places.get(start)
    return place ? showing(first, place, map, screen) : first
  }, [chosenView, map, screen, start])
  const now = useRef(view)
  now.current = view

  const zoomAt = (by: number, at: Point) => setView(zoomed(now.current, by, at, map, screen))
  useEffect(() => {
    const element = svg.current
    if (!element) return
    // React's own wheel listener cannot keep the page from being zoomed.
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const { left, top } = element.getBoundingClientRect()
      const at = { x: event.clientX - left, y: event.clientY - top }
      setView(zoomed(now.current, event.deltaY < 0 ? 1.15 : 1 / 1.15, at, map, screen))
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [svg, map, screen])

  const held = useRef<{ x: number; y: number; view: View; isPulled: boolean }>(undefined)
  const pulled = useRef(false)
  return {
    view,
    screen,
    zoom: by => zoomAt(by, { x: screen.width / 2, y: screen.height / 2 }),
    move: (dx, dy) => setView(moved(now.current, dx, dy, map, screen)),
    whole: () => setView(fitWhole(map, screen)),
    show: place => {
      if (place) setView(showing(now.current, place, map, screen, screen.width < 900 ? 0 : panel))
    },
    wasPulled: () => pulled.current,
    pull: {
      onPointerDown: event => {
        held.current = { x: event.clientX, y: event.clientY, view: now.current, isPulled: false }
        pulled.current = false
      },
      onPointerMove: event => {
        const from = held.current
        if (!from || event.buttons === 0) return
        const [dx, dy] = [event.clientX - from.x, event.clientY - from.y]
        if (!from.isPulled && Math.hypot(dx, dy) < leastPull) return
        if (!from.isPulled) event.currentTarget.setPointerCapture(event.pointerId)
        from.isPulled = true
        pulled.current = true
        setView(moved(from.view, dx, dy, map, screen))
      },
      onPointerUp: () => {
        held.current = undefined
      },
    },
  }
}
