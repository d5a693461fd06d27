import { describe, expect, it } from 'vitest'
import { factsOfFirm } from './declares.ts'
import { answer, facts, firm, matcherFor, programme, someDay } from './testing/small-matcher.ts'

describe('a line', () => {
  it('is met or not met by facts that are known, and names them', () => {
    const { criteria } = answer(
      { criteria: { size: 'employees < 50', region: 'region = "서울"' } },
      { employees: 10, region: '경북' },
    )
    expect(criteria).toEqual([
      { id: 'size', verdict: 'met', because: [{ fact: 'employees', value: 10 }] },
      { id: 'region', verdict: 'unmet', because: [{ fact: 'region', value: '경북' }] },
    ])
  })

  it('that is an exclusion keeps the verdict of its own sentence and says so', () => {
    const { criteria } = answer({ exclusions: { tax: 'tax_arrears = true' } }, { tax_arrears: true })
    expect(criteria).toEqual([
      { id: 'tax', verdict: 'met', exclusion: true, because: [{ fact: 'tax_arrears', value: true }] },
    ])
  })

  it('is unknown only when the answer depends on a fact that is not known', () => {
    const { criteria } = answer(
      { criteria: { either: 'employees < 50 or sales < 100', both: 'employees < 50 and sales < 100' } },
      { employees: 10 },
    )
    expect(criteria.map(({ verdict }) => verdict)).toEqual(['met', 'unknown'])
  })

  it('takes null for known: it does not hold', () => {
    const { criteria, missing } = answer({ criteria: { size: 'employees < 50' } }, { employees: null })
    expect(criteria[0]).toMatchObject({ verdict: 'unmet', because: [{ fact: 'employees', value: null }] })
    expect(missing).toEqual([])
  })

  it('with a name used for two sentences is answered for each', () => {
    const matcher = matcherFor([
      programme('small', { criteria: { size: 'employees < 5' } }),
      programme('large', { criteria: { size: 'employees >= 5' } }),
    ])
    const { results } = matcher.match(firm({ employees: 10 }), someDay)
    expect(results.map(({ verdict }) => verdict)).toEqual(['not-eligible', 'eligible'])
  })

  it('with two names for one sentence keeps both', () => {
    const { criteria } = answer(
      { criteria: { a: 'employees < 5', b: 'employees < 5' }, exclusions: { c: 'employees < 5' } },
      { employees: 10 },
    )
    expect(criteria.map(({ id, exclusion = false, verdict }) => [id, exclusion, verdict])).toEqual([
      ['a', false, 'unmet'],
      ['b', false, 'unmet'],
      ['c', true, 'unmet'],
    ])
  })
})

describe('a condition', () => {
  it('that no choice can meet shuts the firm out, and no change opens it', () => {
    const { verdict, criteria, changes } = answer(
      { criteria: { both: 'level = "basic" and level = "top"', size: 'employees < 50' } },
      { employees: 60 },
    )
    expect(verdict).toBe('not-eligible')
    expect(criteria[0]).toMatchObject({ verdict: 'unmet', because: [{ fact: 'level' }] })
    expect(changes).toEqual([])
    expect(answer({ exclusions: { either: 'level = "basic" or level != "basic"' } }, {}).verdict).toBe('not-eligible')
    // Of a number, not all values can be tried.
    expect(answer({ criteria: { none: 'places_asked > 5 and places_asked < 4' } }, {}).verdict).toBe('eligible')
  })

  it('is a line that only choices of the application decide; the proof says which meet it', () => {
    const { criteria, verdict, missing } = answer({ criteria: { level: 'level in ("basic", "advanced")' } }, {})
    expect(criteria).toEqual([
      {
        id: 'level',
        verdict: 'condition',
        because: [{ fact: 'level' }],
        choices: [[{ fact: 'level', values: ['basic', 'advanced'] }]],
      },
    ])
    expect(verdict).toBe('eligible')
    expect(missing).toEqual([])
  })

  it('of an exclusion lists the choices that avoid it', () => {
    const { criteria, verdict } = answer({ exclusions: { top: 'level = "top"' } }, {})
    expect(verdict).toBe('eligible')
    expect(criteria[0]).toMatchObject({
      verdict: 'condition',
      choices: [[{ fact: 'level', values: ['basic', 'advanced'] }]],
    })
  })

  it('is met one way and avoided another where two programmes want opposite things of it', () => {
    const matcher = matcherFor([
      programme('for', { criteria: { top: 'level = "top"' } }),
      programme('against', { exclusions: { top: 'level = "top"' } }),
    ])
    const { results } = matcher.match(firm({}), someDay)
    expect(results.map(({ criteria }) => criteria[0]!.choices)).toEqual([
      [[{ fact: 'level', values: ['top'] }]],
      [[{ fact: 'level', values: ['basic', 'advanced'] }]],
    ])
  })

  it('is not one while the answer also hangs on a fact of the firm', () => {
    const { criteria, missing } = answer({ criteria: { both: 'level = "top" and employees < 50' } }, {})
    expect(criteria[0]!.verdict).toBe('unknown')
    expect(missing).toEqual(['level', 'employees'])
  })

  it('becomes one when what is known of the firm leaves it to the application, and the choices fit that firm', () => {
    const edition = { criteria: { both: 'if employees < 50 then level = "basic" else level = "top"' } }
    const choices = (employees: number) => answer(edition, { employees }).criteria[0]!.choices
    expect(choices(10)).toEqual([[{ fact: 'level', values: ['basic'] }]])
    expect(choices(90)).toEqual([[{ fact: 'level', values: ['top'] }]])
  })

  it('is decided once the choice is stated', () => {
    expect(answer({ criteria: { level: 'level = "top"' } }, { level: 'basic' }).verdict).toBe('not-eligible')
    expect(answer({ criteria: { level: 'level = "top"' } }, { level: 'top' }).verdict).toBe('eligible')
  })

  it('that needs two choices names them together', () => {
    const { criteria } = answer({ criteria: { both: 'level = "top" and places_asked >= 3' } }, {})
    expect(criteria[0]!.choices).toEqual([
      [
        { fact: 'level', values: ['top'] },
        { fact: 'places_asked', values: [3] },
      ],
    ])
  })
})

describe('what is missing', () => {
  it('is every unknown fact on which the verdict depends, each once', () => {
    const { missing } = answer(
      { criteria: { a: 'sales > 5', b: 'sales > 5 and region = "서울"' }, exclusions: { c: 'tax_arrears = true' } },
      {},
    )
    expect(missing).toEqual(['sales', 'region', 'tax_arrears'])
  })

  it('is nothing once another line shuts the firm out', () => {
    const { verdict, missing } = answer({ criteria: { a: 'sales > 5', b: 'employees < 5' } }, { employees: 10 })
    expect(verdict).toBe('not-eligible')
    expect(missing).toEqual([])
  })
})

describe('the rows', () => {
  const matcher = matcherFor([
    programme(
      'yearly',
      {
        edition: '2025',
        windows: [{ opens: '2025-03-01', closes: '2025-03-31' }],
        criteria: { size: 'employees < 5' },
      },
      {
        edition: '2026',
        windows: [{ opens: '2026-03-01', closes: '2026-03-31' }],
        criteria: { size: 'employees < 50' },
      },
    ),
    programme('other', {}),
  ])

  it('are one a programme, in the order of the catalogue', () => {
    const { results } = matcher.match(firm({ employees: 10 }), '2025-06-01')
    expect(results.map(({ programme, edition }) => [programme, edition])).toEqual([
      ['yearly', '2026'],
      ['other', '2026'],
    ])
  })

  it('follow the day', () => {
    const onMarch = matcher.match(firm({ employees: 10 }), '2025-03-10').results[0]
    expect(onMarch).toMatchObject({ edition: '2025', verdict: 'not-eligible', window: { state: 'open' } })
  })

  it('are one an edition when all are asked for', () => {
    const { results } = matcher.match(firm({ employees: 10 }), '2025-03-10', { editions: 'all' })
    expect(results.map(({ programme, edition, verdict }) => [programme, edition, verdict])).toEqual([
      ['yearly', '2025', 'not-eligible'],
      ['yearly', '2026', 'eligible'],
      ['other', '2026', 'eligible'],
    ])
  })

  it('of one programme alone are the same row', () => {
    const asked = firm({ employees: 10 })
    for (const on of ['2025-03-10', '2026-01-01']) {
      const [row] = matcher.match(asked, on).results
      expect(matcher.matchOne(asked, on, 'yearly')).toEqual(row)
    }
    expect(matcher.matchOne(asked, '2026-01-01', 'yearly', '2025')).toMatchObject({
      edition: '2025',
      verdict: 'not-eligible',
    })
    expect(matcher.matchOne(asked, '2026-01-01', 'yearly', '1999')).toBeUndefined()
    expect(matcher.matchOne(asked, '2026-01-01', 'nothing')).toBeUndefined()
  })

  it('have the verdicts that come alone when nothing else is asked for', () => {
    const asked = firm({ employees: 10 })
    const { results } = matcher.match(asked, '2026-03-10')
    expect(matcher.verdicts(asked, '2026-03-10')).toEqual(results.map(({ verdict }) => verdict))
  })

  it('say which firm and day, and leave the question out when there is none', () => {
    expect(matcher.match(firm({ employees: 10 }), '2026-03-10', { withoutChanges: true })).toMatchObject({
      on: '2026-03-10',
      firm: 'firm',
    })
    expect(matcher.match(firm({ employees: 10 }), '2026-03-10')).not.toHaveProperty('nextQuestion')
    expect(matcher.match(firm({}), '2026-03-10').nextQuestion).toEqual({ fact: 'employees', decides: 1 })
  })
})

describe('a firm that declares the standing exclusions', () => {
  const matcher = matcherFor([programme('one', { exclusions: { tax: 'tax_arrears = true', closed: 'closed = true' } })])

  it('has none of them, without being asked', () => {
    expect(matcher.match(firm({}, { declares: ['standard'] }), someDay).results[0]!.verdict).toBe('eligible')
    expect(matcher.match(firm({}), someDay).results[0]!).toMatchObject({
      verdict: 'unknown',
      missing: ['tax_arrears', 'closed'],
    })
  })

  it('has those that it states itself', () => {
    const declaring = firm({ closed: true }, { declares: ['standard'] })
    expect(matcher.match(declaring, someDay).results[0]!.verdict).toBe('not-eligible')
  })

  it('declares nothing that is not a matter of yes or no, and nothing that is asked by itself', () => {
    expect(factsOfFirm(firm({ employees: 10 }, { declares: ['standard'] }), facts)).toEqual({
      tax_arrears: false,
      closed: false,
      employees: 10,
    })
    expect(factsOfFirm(firm({ employees: 10 }), facts)).toEqual({ employees: 10 })
  })
})
