import { describe, expect, it } from 'vitest'
import { drawing } from './borders.ts'
import { boxOf, moved, nextTo, showing, whole, zoomed } from './map-view.ts'

describe('the view of the map', () => {
  it('is the whole drawing at first, and never less', () => {
    expect(boxOf(whole)).toBe(`0 0 ${drawing.width} ${drawing.height}`)
    expect(zoomed(whole, 0.5)).toEqual(whole)
  })

  it('does not leave the drawing', () => {
    expect(boxOf(moved(zoomed(whole, 2), -5, -5))).toBe(`0 0 ${drawing.width / 2} ${drawing.height / 2}`)
  })

  it('goes near to what is small, and stays where it is for what is in sight', () => {
    const near = showing(whole, { x: 200, y: 200, size: 6 })
    expect(near).toEqual({ scale: 6, x: 200, y: 200 })
    expect(showing(near, { x: 205, y: 205, size: 6 })).toBe(near)
  })

  it('walks to the nearest in a direction', () => {
    const place = (key: string, x: number, y: number) => ({ key, middle: [x, y] as const })
    const places = [place('a', 0, 0), place('b', 10, 1), place('c', 5, 30), place('d', 40, 0)]
    expect(nextTo(places, places[0]!, 'right')?.key).toBe('b')
    expect(nextTo(places, places[0]!, 'down')?.key).toBe('c')
    expect(nextTo(places, places[0]!, 'left')).toBeUndefined()
  })
})
