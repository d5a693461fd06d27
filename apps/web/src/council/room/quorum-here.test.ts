import { describe, expect, it } from 'vitest'
import { quorumHere } from './quorum-here.ts'
import type { Mark, Room } from './shapes.ts'

const seat = (id: string, agency: string | null, kind: Room['seats'][number]['kind'] = 'member') => ({
  id,
  agency,
  kind,
  title: { ko: `${id} 자리`, en: null },
})
const seats = [seat('a', 'mss'), seat('b', 'mss'), seat('c', 'motie'), seat('d', null), seat('e', 'mss', 'observer')]
const short: Room['quorum'] = { is: 'short', present: 0, needed: 2, absent: ['mss', 'motie', 'd 자리', 'small'] }

function here(present: readonly string[], quorum: Room['quorum'] = short) {
  const attendance = seats.map(({ id, agency, title }) => {
    const state: Mark = present.includes(id) ? 'present' : 'invited'
    return { seat: id, agency, title, state, deputy: null }
  })
  return quorumHere({ quorum, seats, attendance })
}

describe('whether a sitting may be opened, by what is marked here', () => {
  it('enough may be there, and an agency that must be there missing', () => {
    expect(here(['a', 'b'])).toEqual({ present: 2, needed: 2, absent: ['motie', 'd 자리', 'small'] })
  })

  it('who is marked here is not missing, whatever the server last knew', () => {
    expect(here(['a', 'c', 'd']).absent).toEqual(['small'])
    expect(here(['a'], { is: 'met', present: 2, needed: 2 })).toEqual({ present: 1, needed: 2, absent: [] })
  })

  it('who only listens counts for nobody', () => {
    expect(here(['e'])).toMatchObject({ present: 0, absent: ['mss', 'motie', 'd 자리', 'small'] })
  })
})
