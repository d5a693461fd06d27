import { describe, expect, it } from 'vitest'
import { answer, firm, matcherFor, programme, someDay } from './testing/small-matcher.ts'

const changesOf = (criteria: Readonly<Record<string, string>>, stated: Parameters<typeof firm>[0], exclusions = {}) =>
  answer({ criteria, exclusions }, stated).changes

describe('the changes that would open a programme', () => {
  it('are the nearest values that turn each line', () => {
    expect(changesOf({ size: 'employees < 50' }, { employees: 60 })).toEqual([
      [{ fact: 'employees', from: 60, to: 49, how: 'by-firm' }],
    ])
  })

  it('join what several lines need', () => {
    expect(changesOf({ size: 'employees < 50', region: 'region = "경북"' }, { employees: 60, region: '서울' })).toEqual(
      [
        [
          { fact: 'employees', from: 60, to: 49, how: 'by-firm' },
          { fact: 'region', from: '서울', to: '경북', how: 'by-firm' },
        ],
      ],
    )
  })

  it('are the smallest sets first, and no set with a needless change', () => {
    const changes = changesOf(
      { either: 'employees < 50 or (sales < 100 and region = "경북")' },
      { employees: 60, sales: 500, region: '서울' },
    )
    expect(changes.map(set => set.map(({ fact }) => fact))).toEqual([['employees'], ['sales', 'region']])
  })

  it('need one change where one turns two lines', () => {
    expect(changesOf({ a: 'employees < 50', b: 'employees < 30' }, { employees: 60 })).toEqual([
      [{ fact: 'employees', from: 60, to: 29, how: 'by-firm' }],
    ])
  })

  it('leave out what another change makes needless', () => {
    const dates = { applied_on: '2026-05-01', visited_on: '2026-04-01' }
    expect(changesOf({ order: 'applied_on < visited_on', early: 'applied_on <= date("2026-01-10")' }, dates)).toEqual([
      [{ fact: 'applied_on', from: '2026-05-01', to: '2026-01-10', how: 'by-firm' }],
    ])
  })

  it('mend what mending another line breaks', () => {
    const lines = { home: 'region = "서울"', small: 'region != "서울" or employees <= 2' }
    expect(changesOf(lines, { region: '경북', employees: 7 })).toEqual([
      [
        { fact: 'employees', from: 7, to: 2, how: 'by-firm' },
        { fact: 'region', from: '경북', to: '서울', how: 'by-firm' },
      ],
    ])
    expect(changesOf({ many: 'employees >= 10' }, { employees: 5 }, { ten: 'employees = 10' })).toEqual([
      [{ fact: 'employees', from: 5, to: 11, how: 'by-firm' }],
    ])
    expect(
      changesOf(
        { venture: '"venture" in certificates' },
        { certificates: ['root-company'] },
        { root: '"root-company" in certificates' },
      ),
    ).toEqual([[{ fact: 'certificates', from: ['root-company'], to: ['venture'], how: 'by-agency' }]])
  })

  it('mend what waiting breaks', () => {
    const lines = { old: 'founded + duration("P3Y") <= on', recent: 'visited_on + duration("P2Y") > on' }
    expect(changesOf(lines, { founded: '2024-01-15', visited_on: '2024-06-15' })).toEqual([
      [
        { fact: 'on', from: someDay, to: '2027-01-15', how: 'with-time', on: '2027-01-15' },
        { fact: 'visited_on', from: '2024-06-15', to: '2025-01-16', how: 'by-firm' },
      ],
    ])
  })

  it.each([
    ['count(certificates) >= 2', { certificates: ['venture'] }, 'certificates', ['venture', 'root-company']],
    [
      'every c in ["venture"] satisfies list contains(certificates, c)',
      { certificates: [] },
      'certificates',
      ['venture'],
    ],
    ['min(employees, 9) >= 5', { employees: 1 }, 'employees', 5],
    ['abs(sales - 100) <= 10', { sales: 50 }, 'sales', 90],
    ['floor(sales / 10) > 4', { sales: 12 }, 'sales', 50],
    ['(if region = "서울" then 9 else 3) > employees', { region: '경북', employees: 5 }, 'region', '서울'],
    ['not(region = "서울")', { region: '서울' }, 'region', '경북'],
    ['employees + sales >= 100', { employees: 10, sales: 20 }, 'sales', 90],
  ] as const)('see into %s', (text, stated, fact, to) => {
    const changes = changesOf({ line: text }, stated as Parameters<typeof firm>[0])
    expect(changes.map(set => set.map(change => [change.fact, change.to]))).toContainEqual([[fact, to]])
  })

  it('turn an exclusion so that it no longer holds', () => {
    expect(changesOf({}, { employees: 60 }, { many: 'employees > 50' })).toEqual([
      [{ fact: 'employees', from: 60, to: 50, how: 'by-firm' }],
    ])
  })

  it('say what an agency must grant', () => {
    expect(changesOf({ venture: '"venture" in certificates' }, { certificates: ['root-company'] })).toEqual([
      [{ fact: 'certificates', from: ['root-company'], to: ['root-company', 'venture'], how: 'by-agency' }],
    ])
  })

  it('tell the day on which waiting is enough', () => {
    expect(changesOf({ age: 'founded <= on - duration("P3Y")' }, { founded: '2024-03-04' })).toEqual([
      [{ fact: 'on', from: someDay, to: '2027-03-04', how: 'with-time', on: '2027-03-04' }],
    ])
  })

  it('join waiting with what must be done besides', () => {
    const [set] = changesOf(
      { age: 'founded <= on - duration("P3Y")', size: 'employees < 50' },
      { founded: '2024-03-04', employees: 60 },
    )
    expect(set).toEqual([
      { fact: 'on', from: someDay, to: '2027-03-04', how: 'with-time', on: '2027-03-04' },
      { fact: 'employees', from: 60, to: 49, how: 'by-firm' },
    ])
  })

  it('are none when no change can', () => {
    expect(changesOf({ age: 'founded >= on - duration("P3Y")' }, { founded: '2014-03-04' })).toEqual([])
    expect(changesOf({ never: 'starts with(industry, "C")' }, { industry: 'J58' })).toEqual([])
    expect(
      changesOf(
        { young: 'founded >= on - duration("P3Y")', size: 'employees < 50' },
        { founded: '2014-03-04', employees: 60 },
      ),
    ).toEqual([])
  })

  it('do not open one line by shutting another', () => {
    expect(changesOf({ few: 'employees < 50', many: 'employees > 60' }, { employees: 55 })).toEqual([])
  })

  it('leave alone the lines that are not known', () => {
    expect(changesOf({ size: 'employees < 50', sales: 'sales > 5' }, { employees: 60 })).toEqual([
      [{ fact: 'employees', from: 60, to: 49, how: 'by-firm' }],
    ])
  })

  it('are none for a programme that is open, or when they are not asked for', () => {
    expect(changesOf({ size: 'employees < 50' }, { employees: 10 })).toEqual([])
    const matcher = matcherFor([programme('one', { criteria: { size: 'employees < 50' } })])
    expect(matcher.match(firm({ employees: 60 }), someDay, { withoutChanges: true }).results[0]!.changes).toEqual([])
  })
})
