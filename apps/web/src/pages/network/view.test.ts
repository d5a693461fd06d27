import { expect, it } from 'vitest'
import { fit, most, moved, showing, zoomed } from './view.ts'

const map = { width: 1400, height: 900 }
const screen = { width: 1100, height: 640 }

it('the whole width is seen at first', () => {
  const { scale, x } = fit(map, screen)
  expect(map.width * scale + x).toBeLessThanOrEqual(screen.width)
})

it('what is under the pointer stays there while one comes nearer', () => {
  const view = fit(map, screen)
  const at = { x: 500, y: 300 }
  const near = zoomed(view, 1.5, at, map, screen)
  expect((at.x - near.x) / near.scale).toBeCloseTo((at.x - view.x) / view.scale)
})

it('one comes no nearer than the names need', () => {
  expect(zoomed(fit(map, screen), 100, { x: 0, y: 0 }, map, screen).scale).toBe(most)
})

it('the map cannot be pushed out of the window', () => {
  const near = zoomed(fit(map, screen), 2, { x: 0, y: 0 }, map, screen)
  const { x, y, scale } = moved(near, -99_999, -99_999, map, screen)
  expect(x + map.width * scale).toBeGreaterThan(screen.width / 2)
  expect(y + map.height * scale).toBeGreaterThan(screen.height / 2)
})

it('a station that is walked to is brought into view', () => {
  const near = zoomed(fit(map, screen), 2, { x: 0, y: 0 }, map, screen)
  const view = showing(near, { x: 1300, y: 800 }, map, screen)
  expect(1300 * view.scale + view.x).toBeLessThan(screen.width)
  expect(800 * view.scale + view.y).toBeLessThan(screen.height)
})
