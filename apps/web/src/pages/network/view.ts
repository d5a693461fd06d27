/** Which part of the map is seen: screen = map × scale + shift. */
import type { Point } from './layout.ts'

export interface View {
  readonly scale: number
  readonly x: number
  readonly y: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

const least = 0.45
export const most = 2.6
const margin = 24

const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/** The map's whole width, as far as it stays legible. */
export function fit(map: Size, screen: Size, smallest = least): View {
  const scale = within((screen.width - margin) / map.width, smallest, 1.4)
  return kept({ scale, x: margin / 2, y: 0 }, map, screen)
}

/** All of the map. */
export function fitWhole(map: Size, screen: Size): View {
  const scale = within(Math.min((screen.width - margin) / map.width, (screen.height - margin) / map.height), 0.2, 1.4)
  return kept({ scale, x: 0, y: 0 }, map, screen)
}

/** The point under the middle, or under the pointer, stays where it is. */
export function zoomed(view: View, by: number, at: Point, map: Size, screen: Size): View {
  const scale = within(view.scale * by, least, most)
  const factor = scale / view.scale
  return kept({ scale, x: at.x - (at.x - view.x) * factor, y: at.y - (at.y - view.y) * factor }, map, screen)
}

export const moved = (view: View, dx: number, dy: number, map: Size, screen: Size): View =>
  kept({ ...view, x: view.x + dx, y: view.y + dy }, map, screen)

/** Moved no further than needed for a place to be seen, with room for its name. `covered`: at the right, by what floats there. */
export function showing(view: View, place: Point, map: Size, screen: Size, covered = 0): View {
  const at = { x: place.x * view.scale + view.x, y: place.y * view.scale + view.y }
  const dx = within(at.x, 60, Math.max(60, screen.width - 190 - covered)) - at.x
  const dy = within(at.y, 90, Math.max(90, screen.height - 70)) - at.y
  return dx === 0 && dy === 0 ? view : moved(view, dx, dy, map, screen)
}

/** The map never leaves the screen. */
function kept(view: View, map: Size, screen: Size): View {
  const bound = (shift: number, long: number, room: number): number => {
    const least = room - long * view.scale - margin
    return least > margin ? within(shift, 0, least) : within(shift, Math.min(least, 0), margin)
  }
  return { ...view, x: bound(view.x, map.width, screen.width), y: bound(view.y, map.height, screen.height) }
}
