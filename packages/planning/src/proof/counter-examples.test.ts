/** Catalogues on which the planner once lost an itinerary, by hand: too rare among those that are drawn. */
import type { Catalogue, Edition, Programme, Value } from '@ieum/catalogue/records'
import { buildRulebook } from '@ieum/rules/parse'
import { describe, expect, it } from 'vitest'
import { endOfHorizon } from '../horizon.ts'
import { plannerOf } from '../planner.ts'
import { byBruteForce } from './brute-force.ts'
import { bruteForced, planned } from './printed.ts'

const on = '2026-01-10'
const words = { ko: '시험', en: 'test' }
const fact = { about: 'firm', changes: 'by-firm', question: words } as const
const facts: Catalogue['facts'] = [
  { name: 'x', type: 'boolean', ...fact },
  { name: 'y', type: 'boolean', ...fact },
  { name: 'balance', type: 'number', ...fact },
  { name: 'level', type: 'enum', values: ['basic', 'advanced'], ...fact },
  { name: 'is_levelled', type: 'boolean', derived: 'level != null', ...fact },
  { name: 'certificates', type: 'list', ...fact },
  { name: 'participations', type: 'records', fields: { granted: { type: 'number' } }, ...fact },
]

const opening = {
  february: ['02-01', '02-10'],
  april: ['04-01', '04-10'],
  june: ['06-01', '06-10'],
  july: ['07-01', '07-10'],
}

function programme(
  id: string,
  stage: string,
  month: keyof typeof opening,
  rest: Partial<Edition> = {},
  more: Partial<Programme> = {},
): Programme {
  const [opens, closes] = opening[month].map(day => `2026-${day}`)
  const edition = {
    edition: '2026',
    source: { title: 'test' },
    windows: [{ opens: opens!, closes: closes! }],
    decision: { days: 10 },
    criteria: [],
    exclusions: [],
  }
  return {
    id,
    name: words,
    agency: 'tipa',
    stages: [stage],
    kind: 'grant',
    editions: [{ ...edition, ...rest }],
    ...more,
  }
}

const criteria = (...sentences: string[]) => ({
  criteria: sentences.map((when, at) => ({ id: `c${at}`, label: words, when })),
})
const brings = (name: string, ...values: string[]) => ({
  effects: values.map(value => ({ on: 'selected' as const, fact: name, value })),
})

/** Both find the same itineraries, and one with these programmes is among them. */
function expectSame(
  catalogue: Partial<Catalogue> & Pick<Catalogue, 'programmes'>,
  via: readonly string[],
  held: Record<string, Value>,
  way: string,
) {
  const agencies = [{ id: 'tipa', kind: 'ministry' as const, name: words }]
  const { rulebook, faults } = buildRulebook({
    id: 'test',
    facts,
    agencies,
    parameters: [],
    links: [],
    pathways: [],
    ...catalogue,
  })
  expect(faults).toEqual([])
  const firm = { id: 'firm', facts: { participations: [], certificates: [], ...held } }
  const plan = plannerOf(rulebook).plan({ firm, on, via, horizon: 'P2Y', maxLegs: 4 })
  const tried = byBruteForce(rulebook, { firm, on, via, end: endOfHorizon(on, 'P2Y')!, maxLegs: 4 })
  expect(plan.itineraries.map(planned).sort()).toEqual(tried.map(bruteForced).sort())
  expect(plan.itineraries.map(({ legs }) => legs.map(leg => leg.programme).join(' '))).toContain(way)
}

describe('the planner finds', () => {
  for (const sentence of ['level != null', 'is_levelled'])
    it(`a leg that gives a value to what has none, where ${sentence} is asked`, () => {
      const giving = programme('giving', 'z', 'february', brings('level', 'basic'))
      const asking = programme('asking', 'b', 'june', criteria(sentence))
      expectSame({ programmes: [giving, asking] }, ['b'], { level: null }, 'giving asking')
    })

  it('a leg that is needed by one that reaches nothing and is needed in turn', () => {
    const programmes = [
      programme('first', 'z', 'february', brings('certificates', 'A')),
      programme('second', 'z', 'april', { ...criteria('"A" in certificates'), ...brings('certificates', 'B') }),
      programme('asking', 'b', 'june', criteria('"B" in certificates')),
    ]
    expectSame({ programmes }, ['b'], {}, 'first second asking')
  })

  it('a leg that a link lets follow while the one in front is still carried through', () => {
    const programmes = [
      programme('long', 'a', 'february', { months: 12 }),
      programme('joined', 'b', 'april'),
      programme('last', 'c', 'june'),
    ]
    const links = [{ id: 'link', from: { programme: 'long' }, to: 'joined', kind: 'follow-on' as const }]
    expectSame({ programmes, links }, ['a', 'b', 'c'], {}, 'long joined last')
  })

  it('a leg that is surer since a participation which the firm states waives what is not known', () => {
    const source = { id: 'link', from: { programme: 'before' }, to: 'asking', kind: 'relaxes' as const, waives: ['c0'] }
    const programmes = [
      programme('before', 'z', 'february', { windows: [{ opens: '2020-03-01', closes: '2020-03-10' }] }),
      programme('giving', 'a', 'february', brings('certificates', 'A')),
      programme('sooner', 'b', 'april', criteria('y = true')),
      programme('asking', 'b', 'june', criteria('x = true', '"A" in certificates')),
    ]
    const participations = [
      { programme: 'before', edition: '2020', outcome: 'completed', role: 'lead', on: '2020-05-01' },
    ]
    expectSame({ programmes, links: [source] }, ['b'], { participations }, 'giving asking')
  })

  it('a leg that gets more where a link waives the cap over it', () => {
    const programmes = [
      programme('other', 'a', 'february', { support: { max: 1 }, decision: { days: 9 } }),
      programme('linked', 'a', 'february', { support: { max: 0 } }),
      programme('capped', 'b', 'june', { support: { max: 100 } }),
    ]
    const links = [
      { id: 'link', from: { programme: 'linked' }, to: 'capped', kind: 'relaxes' as const, waives: ['cap'] },
    ]
    const cap = {
      id: 'cap',
      label: words,
      source: { title: 'test' },
      applies: { programmes: ['capped'] },
      cap: { most: '100', used: ['balance'] },
    }
    expectSame({ programmes, links, commonRules: [cap] }, ['a', 'b'], { balance: 90 }, 'linked capped')
  })

  it('both of two ways whose lists read alike when their items are run together', () => {
    const repeatable = { repeatable: true }
    const programmes = [
      programme('one', 'a', 'february', { support: { max: 5 }, ...brings('certificates', 'KS+A') }, repeatable),
      programme('two', 'a', 'february', brings('certificates', 'KS+A', 'A'), repeatable),
      programme('between', 'm', 'april'),
      programme('asking', 'b', 'june', criteria('"A" in certificates')),
      programme('later', 'b', 'july', criteria('"KS+A" in certificates')),
    ]
    expectSame({ programmes }, ['a', 'm', 'b'], {}, 'two between asking')
  })

  it('a leg that helps and can only be applied for before the waypoint in front of it is decided', () => {
    const programmes = [
      programme('first', 'a', 'february'),
      programme('giving', 'z', 'february', {
        windows: [{ opens: '2026-02-05', closes: '2026-02-12' }],
        ...brings('certificates', 'A'),
      }),
      programme('asking', 'b', 'june', criteria('"A" in certificates')),
    ]
    expectSame({ programmes }, ['a', 'b'], {}, 'first giving asking')
  })

  it('a leg that needs two others, one for each of two things', () => {
    const programmes = [
      programme('one', 'z', 'february', brings('certificates', 'A')),
      programme('other', 'z', 'april', brings('certificates', 'B')),
      programme('asking', 'b', 'june', criteria('"A" in certificates', '"B" in certificates')),
    ]
    expectSame({ programmes }, ['b'], {}, 'one other asking')
  })

  it('a leg whose gain another leg brings too, but only after it was asked for', () => {
    const programmes = [
      programme('soon', 'z', 'february', brings('certificates', 'A')),
      programme('late', 'z', 'february', {
        windows: [{ opens: '2026-03-01', closes: '2026-03-10' }],
        decision: { days: 90 },
        ...brings('certificates', 'A', 'B'),
      }),
      programme('asking', 'b', 'april', criteria('"A" in certificates')),
      programme('last', 'c', 'july', criteria('"B" in certificates')),
    ]
    expectSame({ programmes }, ['b', 'c'], {}, 'soon late asking last')
  })

  it('a leg that sets a fact which another leg has set otherwise', () => {
    const programmes = [
      programme('up', 'z', 'february', brings('level', 'advanced')),
      programme('first', 'b', 'april', criteria('level = "advanced"')),
      programme('down', 'z', 'february', {
        windows: [{ opens: '2026-05-01', closes: '2026-05-10' }],
        ...brings('level', 'basic'),
      }),
      programme('last', 'c', 'july', criteria('level = "basic"')),
    ]
    expectSame({ programmes }, ['b', 'c'], { level: null }, 'up first down last')
  })
})
