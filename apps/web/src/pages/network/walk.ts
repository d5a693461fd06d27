import type { Point } from './layout.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

/** The station next to one in a direction: the nearest that lies more that way than aside; undefined at the edge. */
export function nextStation(
  places: ReadonlyMap<string, Point>,
  from: string,
  direction: Direction,
): string | undefined {
  const here = places.get(from)
  if (!here) return undefined
  let best: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const [id, { x, y }] of places) {
    const [ahead, aside] = towards(x - here.x, y - here.y, direction)
    if (ahead <= 0 || aside > ahead * 2.5) continue
    // Straight on is better than near and aside.
    const cost = ahead + aside * 2
    if (cost < least) [best, least] = [id, cost]
  }
  return best
}

function towards(dx: number, dy: number, direction: Direction): readonly [ahead: number, aside: number] {
  switch (direction) {
    case 'left':
      return [-dx, Math.abs(dy)]
    case 'right':
      return [dx, Math.abs(dy)]
    case 'up':
      return [-dy, Math.abs(dx)]
    case 'down':
      return [dy, Math.abs(dx)]
  }
}
