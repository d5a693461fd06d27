import { describe, expect, it } from 'vitest'
import { itemTime } from './item-clock.ts'
import type { AgendaItem } from './shapes.ts'

const item = (id: string, minutes: number) => ({ id, minutes }) as AgendaItem
const room = {
  on: '2026-06-01',
  begins: '10:30',
  timeZone: 'Asia/Seoul',
  items: [item('a', 10), item('b', 20)],
  current: { item: 'a', began: '2026-06-01T01:32:00Z' },
}

describe('the time of an item', () => {
  it('is what has passed and what is left of it, and how late the sitting ends by it', () => {
    expect(itemTime(room, Date.parse('2026-06-01T01:38:30Z'))).toEqual({ elapsed: 390_000, left: 210_000, late: 2 })
    expect(itemTime(room, Date.parse('2026-06-01T01:45:00Z'))).toMatchObject({ left: -180_000, late: 5 })
  })

  it('says nothing of late or early where it is not held on its day', () => {
    expect(itemTime({ ...room, on: '2026-06-02' }, Date.parse('2026-06-01T01:38:30Z'))).toMatchObject({ late: null })
  })

  it('is none where no item is on', () => {
    expect(itemTime({ ...room, current: null }, 0)).toBeNull()
  })
})
