/** Generates small catalogues in which everything that a planner must get right can happen, and firms that are asked about in them. */
import type { Catalogue, CommonRule, Edition, Fact, Firm, Link, Programme, Window } from '@ieum/catalogue/records'
import fc from 'fast-check'

export interface Case {
  readonly catalogue: Catalogue
  readonly firm: Firm
  readonly via: readonly string[]
  readonly horizon: string
  readonly maxLegs: number
}

export const startingDay = '2026-01-10'

const words = { ko: '시험', en: 'test' }
const fact = (name: string, rest: Partial<Fact> & Pick<Fact, 'type'>): Fact => ({
  name,
  about: 'firm',
  changes: 'by-firm',
  question: words,
  ...rest,
})

const facts: readonly Fact[] = [
  fact('founded', { type: 'date', changes: 'never' }),
  fact('employees', { type: 'number' }),
  fact('in_arrears', { type: 'boolean' }),
  fact('level', { type: 'enum', values: ['none', 'basic', 'advanced'] }),
  fact('certificates', { type: 'list', values: ['venture', 'root'] }),
  fact('aim', { type: 'number', about: 'application' }),
  fact('participations', { type: 'records', fields: { granted: { type: 'number' } } }),
  fact('is_young', { type: 'boolean', derived: 'on < founded + duration("P3Y")' }),
  fact('is_levelled', { type: 'boolean', derived: 'level != null' }),
  fact('is_fit', { type: 'boolean', derived: 'level = "advanced" or "venture" in certificates' }),
]

const ids = ['a', 'b', 'c', 'd'] as const
const stages = ['s1', 's2', 's3'] as const

/** What criteria, exclusions, bands and `fact:` waypoints say. */
const sentences = [
  'employees <= 50',
  'in_arrears = true',
  'level = "basic"',
  'level in ("basic", "advanced")',
  '"venture" in certificates',
  'not("root" in certificates)',
  'some c in certificates satisfies c in ("venture")',
  'every c in certificates satisfies c != "root"',
  'some c in certificates satisfies starts with(c, "ro") or is_young',
  'count(certificates[item = "venture"]) >= 1',
  'aim > 3',
  'is_young',
  'not(is_young)',
  'is_fit',
  'on >= date("2026-02-20")',
  'founded > on - duration("P2Y")',
  'some p in participations satisfies p.programme = "a" and p.outcome = "completed"',
  'some p in participations satisfies p.programme = "b" and p.outcome = "selected"',
  'some p in participations satisfies p.programme in ("b", "c") and p.on > on - duration("P2M")',
  'some p in participations satisfies p.programme = "a" and p.role = "lead"',
  'every p in participations satisfies p.programme != "c"',
  'every p in participations satisfies not(p.programme = "d" and p.role = "lead")',
  'not(some p in participations satisfies p.programme = "d" and p.edition = "2026")',
  'some p in participations satisfies list contains(families, p.programme) and p.edition = "2026"',
  'some p in participations satisfies list contains(["a", "b"], p.programme) and p.outcome = "selected" and not(some q in participations satisfies q.programme = p.programme and q.edition = p.edition and q.outcome = "completed")',
  'count(participations[programme = "a"]) >= 2',
  'count(participations[outcome = "selected"]) < 2',
  'count(participations) = 0',
  'level != null',
  'level = null',
  'is_levelled',
  'employees <= 50 and level = "basic"',
  'in_arrears = true or "venture" in certificates',
  'is_young and (level = "basic" or employees > 50)',
  'not(in_arrears = false and level in ("none", "basic"))',
  '(employees > 50 and level = "basic") or some p in participations satisfies p.programme = "b"',
  'some p in participations satisfies p.granted >= 20 and p.role = "lead"',
] as const

/** Those that another programme can turn. */
const turnable = sentences.filter(text => /level|"venture"|is_fit|some p|>= 2/.test(text))

const sentence = fc.oneof(fc.constantFrom(...sentences), fc.constantFrom(...turnable))
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const day = (offset: number): string =>
  new Date(Date.UTC(2025, 11, 20) + offset * 86_400_000).toISOString().slice(0, 10)

const window: fc.Arbitrary<Window> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.nat(120), fc.nat(25))
      .map(([opens, days]) => ({ opens: day(opens), closes: day(opens + days) })),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.nat(120), fc.nat(70))
      .map(([opens, days]) => ({ rolling: true, opens: day(opens), closes: day(opens + days) })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { opens: '2026-02', closes: '2026-02' },
      { opens: '2026-03-01T09:00', closes: '2026-03-05T16:00' },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { closes: '2026-02-15' },
      { rolling: true, opens: '2026-11-20', until: 'budget' as const },
    ),
  },
)

const rules = (prefix: string, maxLength: number) =>
  fc
    .array(fc.oneof({ weight: 9, arbitrary: sentence }, { weight: 1, arbitrary: fc.constant(undefined) }), {
      maxLength,
    })
    .map(all =>
      all.map((when, at) => ({ id: `${prefix}${at}`, label: words, ...(when ? { when } : { judgement: true }) })),
    )

const support = fc.record(
  {
    max: fc.oneof(
      fc.constantFrom(10, 20, 50),
      fc.tuple(sentence, fc.constantFrom(30, 70)).map(([when, max]) => [{ when, max }, { max: 10 }]),
    ),
    rate: fc.oneof(
      fc.constantFrom(0.5, 0.8),
      sentence.map(when => [{ when, rate: 0.7 }, { rate: 0.4 }]),
    ),
  },
  { requiredKeys: [] },
)

const effect = fc
  .tuple(
    fc.constantFrom('selected' as const, 'completed' as const),
    fc.constantFrom(
      { fact: 'level', value: 'basic' },
      { fact: 'level', value: 'advanced' },
      { fact: 'certificates', value: 'venture' },
      { fact: 'certificates', value: 'root' },
      { fact: 'in_arrears', value: false },
    ),
  )
  .map(([on, rest]) => ({ on, ...rest }))

const edition = (name: string): fc.Arbitrary<Edition> =>
  fc
    .record({
      windows: fc.array(window, { maxLength: 2, minLength: 1 }),
      decision: optional(
        fc.constantFrom({ days: 0 }, { days: 5 }, { days: 10 }, { by: '2026-03-31' }, { by: '2026-02' }, {}),
      ),
      months: optional(fc.constantFrom(0, 1, 2)),
      support: optional(support),
      criteria: fc.oneof(rules('c', 1), rules('c', 2)),
      exclusions: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: rules('x', 1) }),
      effects: fc.array(effect, { maxLength: 2 }),
      excludes: fc.oneof(fc.constant([]), fc.subarray([...ids], { maxLength: 2 })),
    })
    .map(({ decision, months, support, ...rest }) => ({
      edition: name,
      source: { title: 'test', dated: '2026-01-20' },
      ...rest,
      ...(decision && { decision }),
      ...(months !== undefined && { months }),
      ...(support && { support: support as NonNullable<Edition['support']> }),
    }))

const programme = (id: string): fc.Arbitrary<Programme> =>
  fc
    .record({
      stages: fc.subarray([...stages], { minLength: 1, maxLength: 2 }),
      recurs: fc.boolean(),
      repeatable: fc.nat(4),
      first: edition('2026'),
      second: optional(edition('2026-2')),
    })
    .map(({ stages, recurs, repeatable, first, second }) => ({
      id,
      name: words,
      agency: id < 'c' ? 'one' : 'two',
      stages,
      kind: 'grant',
      ...(recurs && { recurs: 'yearly' as const }),
      ...(repeatable === 0 && { repeatable: true }),
      editions: second && !recurs ? [first, second] : [first],
    }))

const link: fc.Arbitrary<Link> = fc
  .record({
    from: fc.constantFrom(...ids),
    to: fc.constantFrom(...ids),
    outcome: optional(fc.constantFrom('selected' as const, 'completed' as const)),
    isFollowOn: fc.boolean(),
    waives: fc.constantFrom(['c0'], ['x0'], ['c0', 'x1'], ['r0'], ['r0', 'x0']),
    valid: optional(
      fc.constantFrom({ to: '2026-03-15' }, { from: '2026-02-10' }, { from: '2026-02-01', to: '2026-04-01' }),
    ),
  })
  .map(({ from, to, outcome, isFollowOn, waives, valid }) => ({
    id: `${from}-${to}-${isFollowOn ? 'follows' : 'waives'}`,
    from: { programme: from, ...(outcome && { outcome }) },
    to,
    ...(isFollowOn ? { kind: 'follow-on' as const } : { kind: 'relaxes' as const, waives }),
    ...(valid && { valid }),
  }))

const isRunning =
  'item.outcome = "selected" and not(some q in participations satisfies q.programme = item.programme and q.edition = item.edition and q.outcome in ("completed", "failed"))'

/** What common rules say: of what is running, what was done before, and amounts that several programmes share. */
const crowding = [
  `count(participations[${isRunning} and item.role = "lead"]) >= 2`,
  `count(participations[list contains(families, item.programme) and ${isRunning}]) >= 1`,
  'count(participations[item.programme in ("a", "b", "c") and item.outcome = "selected" and number(substring(item.edition, 1, 4)) >= 2026]) >= 2',
  'some p in participations satisfies p.programme in ("a", "d") and p.outcome = "completed" and p.on > on - duration("P3M")',
  'some p in participations satisfies list contains(families, p.programme) and p.on.year = on.year',
] as const

const amounts = [
  'sum(participations[list contains(families, item.programme) and item.outcome != "failed"].granted)',
  'sum(participations[item.programme in ("a", "b") and item.on > stated_on].granted)',
  'sum(participations[item.outcome = "selected"].granted)',
  `sum(participations[${isRunning}].granted)`,
  'sum(participations.granted)',
  'count(participations[item.programme = "c"]) * 15',
  'employees',
] as const

const commonRule: fc.Arbitrary<Omit<CommonRule, 'id'>> = fc
  .record({
    says: fc.oneof(
      fc.oneof(fc.constantFrom<string>(...crowding), sentence).map(when => ({ exclusion: { when } })),
      fc
        .record({
          most: fc.constantFrom(
            '40',
            '60',
            '100',
            'if is_young then 30 else 90',
            'if level = "basic" then 50 else null',
          ),
          used: fc.uniqueArray(fc.constantFrom<string>(...amounts), { minLength: 1, maxLength: 2 }),
        })
        .map(cap => ({ cap })),
    ),
    applies: fc.oneof(
      fc.subarray([...ids], { minLength: 2 }).map(programmes => ({ programmes })),
      fc.constant({ listed_in: 'families' }),
    ),
    valid: optional(fc.constantFrom({ to: '2026-03-15' }, { from: '2026-02-10' })),
  })
  .map(({ says, applies, valid }) => ({
    label: words,
    source: { title: 'test' },
    applies,
    ...says,
    ...(valid && { valid }),
  }))

const firm: fc.Arbitrary<Firm> = fc
  .record(
    {
      founded: fc.constantFrom('2015-05-01', '2023-02-20', '2024-02-10', '2025-12-01'),
      employees: fc.constantFrom(30, 80),
      in_arrears: fc.boolean(),
      level: fc.constantFrom('none', 'basic', null),
      certificates: fc.constantFrom([], ['root'], ['venture']),
      participations: fc.constantFrom(
        [],
        [],
        [{ programme: 'a', edition: '2025', outcome: 'completed', role: 'lead', on: '2025-06-30' }],
        [{ programme: 'a', edition: '2025', outcome: 'selected', role: 'lead', on: '2025-09-30', granted: 25 }],
        [{ programme: 'b', edition: '2025', outcome: 'selected', role: 'member', on: '2025-09-30', granted: 5 }],
        [{ programme: 'a', outcome: 'selected', role: 'lead', on: '2025-09-30' }],
        [{ programme: 'c', edition: '2025', on: '2025-09-30', granted: 5 }],
        [
          { programme: 'a', outcome: 'completed', role: 'lead', on: '2025-06-30', granted: 0 },
          { programme: 'b', edition: '2025', outcome: 'selected', role: 'lead', on: '2025-09-30', granted: 95 },
        ],
      ),
    },
    { requiredKeys: [] },
  )
  .map(facts => ({ id: 'firm', facts }))

const waypoint = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom<string>(...stages) },
  { weight: 1, arbitrary: fc.constantFrom<string>(...ids) },
  { weight: 1, arbitrary: sentence.map(text => `fact:${text}`) },
)

export const aCase: fc.Arbitrary<Case> = fc
  .record({
    programmes: fc.integer({ min: 3, max: 4 }).chain(count => fc.tuple(...ids.slice(0, count).map(programme))),
    links: fc.array(link, { maxLength: 2 }),
    rules: fc.oneof<fc.MaybeWeightedArbitrary<readonly Omit<CommonRule, 'id'>[]>[]>(
      { weight: 1, arbitrary: fc.constant([]) },
      { weight: 2, arbitrary: fc.array(commonRule, { minLength: 1, maxLength: 2 }) },
    ),
    firm,
    via: fc.oneof(
      { weight: 3, arbitrary: fc.array(waypoint, { minLength: 1, maxLength: 2 }) },
      { weight: 1, arbitrary: fc.array(waypoint, { minLength: 3, maxLength: 3 }) },
    ),
    horizon: fc.constantFrom('P6M', 'P9M', 'P16M'),
    maxLegs: fc.constantFrom(2, 2, 3, 3, 3, 4),
  })
  .map(({ programmes, links, rules, ...rest }) => ({
    ...rest,
    catalogue: {
      id: 'test',
      facts,
      agencies: [
        { id: 'one', kind: 'ministry', name: words },
        { id: 'two', kind: 'ministry', name: words },
      ],
      parameters: [{ id: 'families', type: 'list', editions: [{ source: { title: 'test' }, value: ['b', 'd'] }] }],
      programmes,
      links: links.filter(({ from, to }) =>
        [from.programme, to].every(id => programmes.some(programme => programme.id === id)),
      ),
      pathways: [],
      commonRules: rules.map((rule, at) => ({ id: `r${at}`, ...rule })),
    },
  }))
