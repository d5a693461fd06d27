/** Which part of the map is seen, as the box that it is looked at through, in units of the drawing. */
import { drawing } from './borders.ts'

export interface MapView {
  readonly scale: number
  /** The middle of what is seen. */
  readonly x: number
  readonly y: number
}

const most = 24

export const whole: MapView = { scale: 1, x: drawing.width / 2, y: drawing.height / 2 }

const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/** The middle never leaves the drawing. */
const kept = ({ scale, x, y }: MapView): MapView => ({
  scale: within(scale, 1, most),
  x: within(x, drawing.width / 2 / scale, drawing.width - drawing.width / 2 / scale),
  y: within(y, drawing.height / 2 / scale, drawing.height - drawing.height / 2 / scale),
})

export const zoomed = (view: MapView, by: number): MapView => kept({ ...view, scale: within(view.scale * by, 1, most) })

/** By shares of what is seen. */
export const moved = (view: MapView, right: number, down: number): MapView =>
  kept({
    ...view,
    x: view.x + (right * drawing.width) / view.scale,
    y: view.y + (down * drawing.height) / view.scale,
  })

/** Near enough to be told from its neighbours, and in the middle where it was not in sight. */
export function showing(view: MapView, place: { x: number; y: number; size: number }): MapView {
  const scale = Math.max(view.scale, Math.min(most, 36 / Math.max(place.size, 1)))
  const inSight =
    scale === view.scale &&
    Math.abs(place.x - view.x) < (drawing.width / scale) * 0.42 &&
    Math.abs(place.y - view.y) < (drawing.height / scale) * 0.42
  return inSight ? view : kept({ scale, x: place.x, y: place.y })
}

export const boxOf = ({ scale, x, y }: MapView): string => {
  const [width, height] = [drawing.width / scale, drawing.height / scale]
  return `${x - width / 2} ${y - height / 2} ${width} ${height}`
}

interface Placed {
  readonly key: string
  readonly middle: readonly [number, number]
}

/** The nearest in a direction: what lies far off to the side counts as farther. */
export function nextTo<T extends Placed>(
  places: readonly T[],
  from: T,
  direction: 'left' | 'right' | 'up' | 'down',
): T | undefined {
  const [x, y] = from.middle
  let best: T | undefined
  let least = Number.POSITIVE_INFINITY
  for (const place of places) {
    if (place.key === from.key) continue
    const [dx, dy] = [place.middle[0] - x, place.middle[1] - y]
    const [ahead, aside] =
      direction === 'left' ? [-dx, dy] : direction === 'right' ? [dx, dy] : direction === 'up' ? [-dy, dx] : [dy, dx]
    if (ahead <= 0 || Math.abs(aside) > ahead * 2) continue
    const far = Math.hypot(ahead, aside * 1.6)
    if (far < least) {
      least = far
      best = place
    }
  }
  return best
}
