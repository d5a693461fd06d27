import type { BrokenStep } from '@ieum/council'
import { describe, expect, it } from 'vitest'
import { twoAgencies } from '../../testing/two-agencies.ts'
import { sayingOf } from './saying.ts'

const [from, to] = ['mss-automation-process', 'motie-root-intelligent-process']
const step: BrokenStep = { is: 'step', from, to, waypoint: to, why: { is: 'no link' }, on: '2026-06-01' }
const said = (more: Partial<BrokenStep>) =>
  sayingOf(twoAgencies().rulebook, 'en', '2026-06-01').finding({ ...step, ...more })

describe('a paper says of a broken step', () => {
  it('why it is broken, what would open it, and when that was found', () => {
    const line = said({ opens: { is: 'link' } })
    expect(line).toContain(`No link in force leads from “${from}” to “${to}”.`)
    expect(line).toContain('would open it')
    expect(line).toMatch(/\(.*2026.*\)$/)
  })

  it('the rules that stood against it by what they are called, and by their id where they are not there any more', () => {
    const why = { is: 'shut', edition: '2026', criteria: ['size', 'gone'], exclusions: ['tax'] } as const
    expect(said({ why })).toContain('size; gone; tax')
  })
})
