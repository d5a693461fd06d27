import { describe, expect, it } from 'vitest'
import { netOf, shownStations } from './net.ts'
import { link, ministryOf, pathway, programme } from './testing/net.ts'

const programmes = [
  programme('mss-a', 'equipment'),
  programme('motie-b', 'digital'),
  programme('mss-c', 'export'),
  programme('mss-d', 'export'),
  programme('mss-e', 'r&d'),
]
const root = pathway('root', 'mss-a', 'motie-b', 'mss-c')
const net = (...links: ReturnType<typeof link>[]) => netOf({ programmes, links }, [root], ministryOf, '2026-06-01')

describe('the net of programmes', () => {
  it('has the stages in the order of the value chain', () => {
    expect(net().stages).toEqual(['r&d', 'equipment', 'digital', 'export'])
  })

  it('breaks where a pathway goes on to another ministry and no link does', () => {
    const [line] = net(link('mss-a', 'motie-b')).lines
    expect(line!.steps.map(({ isTransfer, isBreak }) => [isTransfer, isBreak])).toEqual([
      [true, false],
      [true, true],
    ])
  })

  it('counts a link only while it is in force, and only in its own direction', () => {
    const over = link('mss-a', 'motie-b', { valid: { to: '2025-12-31' } })
    expect(net(over, link('motie-b', 'mss-a')).lines[0]!.steps[0]!.isBreak).toBe(true)
    expect(net(over).links).toEqual([])
  })

  it('leaves out waypoints that are no programmes', () => {
    const mixed = pathway('x', 'equipment', 'mss-a', 'fact: employees > 3')
    expect(netOf({ programmes, links: [] }, [mixed], ministryOf, '2026-06-01').lines[0]!.stations).toEqual(['mss-a'])
  })

  it('shows what is on a line or linked, the rest of a stage when asked, and what was searched for', () => {
    const joined = net(link('mss-c', 'mss-d'))
    const ids = (stages: string[], wanted: string[]) =>
      shownStations(joined, new Set(stages), new Set(wanted)).map(({ id }) => id)
    expect(ids([], [])).toEqual(['mss-a', 'motie-b', 'mss-c', 'mss-d'])
    expect(ids(['r&d'], [])).toContain('mss-e')
    expect(ids([], ['mss-e'])).toContain('mss-e')
  })
})
