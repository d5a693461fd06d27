import type { CommonRule, Value } from '@ieum/catalogue/records'
import { describe, expect, it } from 'vitest'
import { facts, firm, matcherFor, programme, someDay } from './testing/small-matcher.ts'

const participations = {
  name: 'participations',
  type: 'records',
  fields: { granted: { type: 'number' } },
  about: 'firm',
  ask: 'question',
  changes: 'by-agency',
} as const

const rule = (id: string, more: Partial<CommonRule>): CommonRule => ({
  id,
  label: { ko: id, en: id },
  source: { title: 'guide' },
  applies: { programmes: ['grant', 'loan'] },
  ...more,
})
const run = (...of: Record<string, Value>[]) => ({ participations: of })
const granted = (programme: string, granted?: number | null) => ({
  programme,
  outcome: 'selected',
  edition: '2025',
  on: '2025-03-01',
  ...(granted !== undefined && { granted }),
})

const oneAtATime = rule('one-at-a-time', {
  exclusion: {
    when: `some p in participations satisfies p.programme in ("grant", "loan") and p.outcome = "selected"
      and not(some q in participations satisfies q.programme = p.programme and q.edition = p.edition and q.outcome in ("completed", "failed"))`,
  },
})
const sharedMillion = rule('shared-million', {
  cap: { most: '1000', used: ['sum(participations[item.programme in ("grant", "loan")].granted)'] },
})

const matcher = (...rules: CommonRule[]) =>
  matcherFor(
    [
      programme('grant', { support: { max: 600, rate: 0.5 }, exclusions: { tax: 'tax_arrears = true' } }),
      programme('loan', { support: { max: [{ when: 'employees < 10', max: 300 }, { max: 800 }] } }),
      programme('unstated', {}),
    ],
    [...facts, participations],
    [],
    rules,
  )

describe('a common rule', () => {
  const match = (stated: Record<string, Value>) =>
    matcher(oneAtATime).match(firm({ tax_arrears: false, ...stated }), someDay).results

  it('is a line of every programme that it is for, behind their own, with verdict and proof', () => {
    const [grant, loan, unstated] = match(run(granted('loan')))
    expect(grant!.criteria.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['tax', 'unmet'],
      ['one-at-a-time', 'met'],
    ])
    expect(grant).toMatchObject({ verdict: 'not-eligible', criteria: [{}, { because: [{ fact: 'participations' }] }] })
    expect([loan!.verdict, unstated!.verdict]).toEqual(['not-eligible', 'eligible'])
  })

  it('lets a firm through once what was running is completed, and is unknown where nothing is stated', () => {
    expect(match(run(granted('loan'), { ...granted('loan'), outcome: 'completed' }))[0]!.verdict).toBe('eligible')
    expect(match(run())[0]!.verdict).toBe('eligible')
    expect(match({})[0]).toMatchObject({ verdict: 'unknown', missing: ['participations'] })
  })

  it('offers a way out like any other line', () => {
    const young = rule('big', { exclusion: { when: 'employees > 50' } })
    const [grant] = matcher(young).match(firm({ tax_arrears: false, employees: 60 }), someDay).results
    expect(grant!.changes).toEqual([[{ fact: 'employees', from: 60, to: 50, how: 'by-firm' }]])
  })
})

describe('a cap over several programmes', () => {
  const match = (stated: Record<string, Value>, ...rules: CommonRule[]) =>
    matcher(sharedMillion, ...rules).match(firm({ tax_arrears: false, employees: 20, ...stated }), someDay).results

  it.each([
    ['nothing where nothing was given', run(), { grant: 600, loan: 800 }, undefined],
    ['what one alone gives more than', run(granted('loan', 300)), { grant: 600, loan: 700 }, 'loan'],
    ['both', run(granted('loan', 300), granted('grant', 250)), { grant: 450, loan: 450 }, 'both'],
  ])('lowers %s', (_, stated, most, capped) => {
    const [grant, loan] = match(stated)
    expect({ grant: grant!.support.max, loan: loan!.support.max }).toEqual(most)
    expect([grant!.support.cappedBy, loan!.support.cappedBy]).toEqual([
      capped === 'both' ? 'shared-million' : undefined,
      capped ? 'shared-million' : undefined,
    ])
    expect(grant!.verdict).toBe('eligible')
  })

  it('shuts out where nothing is left', () => {
    const [grant] = match(run(granted('loan', 1200)))
    expect(grant).toMatchObject({ verdict: 'not-eligible', support: { max: 0, cappedBy: 'shared-million' } })
    expect(grant!.criteria.at(-1)).toMatchObject({ id: 'shared-million', verdict: 'met', exclusion: true })
  })

  it('is never guessed: an amount that is not told leaves it unknown', () => {
    const [grant] = match(run(granted('loan', 100), granted('grant')))
    expect(grant).toMatchObject({
      verdict: 'unknown',
      missing: ['participations'],
      support: { max: 600, depends: ['participations'] },
    })
  })

  it('depends on nothing where it covers the ceiling whatever the answer, or where no ceiling is stated', () => {
    const most = 'if exports = true then 900 else 700'
    const open = rule('open', { cap: { most, used: ['0'] }, applies: { programmes: ['grant', 'loan', 'unstated'] } })
    const exports = { name: 'exports', type: 'boolean', about: 'firm', ask: 'question', changes: 'by-firm' } as const
    const programmes = [
      programme('grant', { support: { max: 600 } }),
      programme('loan', { support: { max: 800 } }),
      programme('unstated', {}),
    ]
    const { results } = matcherFor(programmes, [exports], [], [open]).match(firm({}), someDay)
    expect(results.map(({ verdict, support }) => [verdict, support])).toEqual([
      ['eligible', { max: 600 }],
      ['eligible', { max: 800, depends: ['exports'] }],
      ['eligible', {}],
    ])
  })

  it('of several counts the one that leaves least, in whole KRW', () => {
    const half = rule('half', { cap: { most: '1000', used: ['employees * 33.3'] } })
    const [grant] = match(run(granted('loan', 500)), half)
    expect(grant!.support).toMatchObject({ max: 334, cappedBy: 'half' })
  })

  it('makes up no ceiling where the notice states none, and leaves what does not share it', () => {
    const own = rule('own', { ...sharedMillion, applies: { programmes: ['unstated'] } })
    const unstated = match(run(granted('loan', 300)), own)[2]!
    expect(unstated.support).toEqual({})
    expect(match(run(granted('loan', 300)))[2]!.support).toEqual({})
  })
})
