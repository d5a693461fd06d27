import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partOfFirm, sentence, someDay, wholeFirm } from './testing/sentences.ts'
import { add, evaluator, proofOf, type Stated, truthOf } from './testing/small-catalogue.ts'

describe('three values', () => {
  it.each([
    ['tax_arrears and closed', { closed: false }, false],
    ['tax_arrears and closed', { closed: true }, undefined],
    ['tax_arrears or closed', { closed: true }, true],
    ['tax_arrears or closed', { closed: false }, undefined],
    ['not(tax_arrears)', {}, undefined],
    ['form = "sole"', {}, undefined],
    ['form != "sole"', {}, undefined],
    ['form = "sole"', { form: null }, false],
    ['form = null', { form: null }, true],
    ['form = null', {}, undefined],
    ['employees >= 5', { employees: null }, null],
    ['employees >= sales', { employees: null }, null],
    ['employees >= 5 and tax_arrears', { employees: null }, undefined],
    ['employees >= 5 and tax_arrears', { employees: null, tax_arrears: false }, false],
    ['"venture" in certificates', {}, undefined],
    ['region in []', {}, false],
    ['if tax_arrears then employees > 1 else employees > 1', { employees: 2 }, true],
    ['if tax_arrears then employees > 1 else employees > 2', { employees: 2 }, undefined],
    ['some s in sites satisfies s.region = "경북"', { sites: [{ kind: 'factory' }, { region: '경북' }] }, true],
    ['some s in sites satisfies s.region = "경북"', { sites: [{ kind: 'factory' }, { region: '서울' }] }, undefined],
    ['every s in sites satisfies s.region = "경북"', { sites: [{ kind: 'factory' }, { region: '서울' }] }, false],
    ['every s in sites satisfies s.region = "경북"', { sites: [] }, true],
    ['count(sites[region = "경북"]) >= 1', { sites: [{ kind: 'factory' }, { region: '경북' }] }, true],
    ['count(sites[region = "경북"]) >= 3', { sites: [{ kind: 'factory' }, { region: '경북' }] }, false],
    ['count(sites[region = "경북"]) = 2', { sites: [{ kind: 'factory' }, { region: '경북' }] }, undefined],
    ['2 > count(sites[region = "경북"])', { sites: [{ kind: 'factory' }, { region: '서울' }] }, true],
    ['sum(sites.area) > 5', { sites: [{ area: 3 }, {}] }, undefined],
    ['sum(sites.area) > 5', { sites: [{ area: 3 }, { area: null }] }, null],
    ['debt_history[2] > 5', { debt_history: [7] }, null],
    ['sum(sites[region = "경북"].area) > 5', { sites: [{ region: '경북', area: 9 }, { area: 3 }] }, undefined],
    ['sites[region = "경북"][1].area > 5', { sites: [{ area: 3 }, { region: '경북', area: 9 }] }, undefined],
    ['5 in sites.area', { sites: [{ area: 3 }, { kind: 'branch' }] }, undefined],
    ['3 in sites.area', { sites: [{ area: 3 }, { kind: 'branch' }] }, true],
  ] as const)('%s of %j is %s', (text, stated, expected) => {
    expect(truthOf(text, stated as Stated)).toBe(expected)
  })

  it('never turns a settled answer into another when a fact is added', () => {
    const own = evaluator()
    let settled = 0
    fc.assert(
      fc.property(sentence, partOfFirm, wholeFirm, someDay, (text, some, more, on) => {
        const number = add(own, text)
        const before = own.truth(number, own.situation(some as Stated, on))
        if (before === undefined) return
        settled += 1
        expect(own.truth(number, own.situation({ ...more, ...some } as Stated, on))).toBe(before)
      }),
      { numRuns: 2_000 },
    )
    expect(settled).toBeGreaterThan(500)
  })

  it('is settled once every missing fact is stated, and only unknown facts are missing', () => {
    const own = evaluator()
    let open = 0
    fc.assert(
      fc.property(sentence, partOfFirm, wholeFirm, someDay, (text, some, more, on) => {
        const number = add(own, text)
        let stated = some as Stated
        for (let round = 0; round < 12; round++) {
          const proof = own.proof(number, own.situation(stated, on))
          if (proof.truth !== undefined) {
            expect(proof.missing).toEqual([])
            return
          }
          open += 1
          expect(proof.missing.length).toBeGreaterThan(0)
          for (const fact of proof.missing) expect(Object.hasOwn(stated, fact)).toBe(false)
          stated = { ...stated, ...Object.fromEntries(proof.missing.map(fact => [fact, (more as Stated)[fact]!])) }
        }
        throw new Error('asked twelve times and still not settled')
      }),
      { numRuns: 1_000 },
    )
    expect(open).toBeGreaterThan(100)
  })
})

describe('proofs', () => {
  it('names only what decides: the part that fails, not the one that would have held', () => {
    const { because } = proofOf('employees >= 5 and tax_arrears = false', { employees: 3, tax_arrears: false })
    expect(because).toEqual([{ fact: 'employees', value: 3 }])
  })

  it('names one of two parts that fail: either would do', () => {
    const { because } = proofOf('employees >= 5 and tax_arrears = false', { employees: 3, tax_arrears: true })
    expect(because).toEqual([{ fact: 'employees', value: 3 }])
  })

  it('names every part of an `and` that holds, and the one part that makes an `or` hold', () => {
    const stated = { employees: 9, tax_arrears: false }
    expect(proofOf('employees >= 5 and tax_arrears = false', stated).because.map(each => each.fact)).toEqual([
      'employees',
      'tax_arrears',
    ])
    expect(proofOf('closed or employees >= 5', stated).because).toEqual([{ fact: 'employees', value: 9 }])
  })

  it('names a derived fact before the facts behind it, and asks for the latter', () => {
    expect(proofOf('size = "small"', { employees: 32, sales: 9_000 }).because).toEqual([
      { fact: 'size', value: 'small' },
      { fact: 'employees', value: 32 },
      { fact: 'sales', value: 9_000 },
    ])
    expect(proofOf('size = "small"', { employees: 32 })).toEqual({
      truth: undefined,
      because: [{ fact: 'size' }, { fact: 'sales' }],
      missing: ['sales'],
    })
  })

  it('does not look behind a derived fact that the firm states', () => {
    expect(proofOf('size = "small"', { size: 'small', employees: 3 }).because).toEqual([
      { fact: 'size', value: 'small' },
    ])
  })

  it('asks for the records again when one of them leaves out what is needed', () => {
    const proof = proofOf('some s in sites satisfies s.region = "경북"', { sites: [{ kind: 'factory' }] })
    expect(proof).toEqual({ truth: undefined, because: [{ fact: 'sites' }], missing: ['sites'] })
  })

  it('names the day only when nothing else decides', () => {
    expect(proofOf('on >= date("2026-01-01")').because).toEqual([{ fact: 'on', value: '2026-06-01' }])
    expect(proofOf('founded <= on', { founded: '2020-01-01' }).because.map(each => each.fact)).toEqual(['founded'])
  })

  it('decides alone: with the facts of a proof and no other the answer is the same', () => {
    const own = evaluator()
    fc.assert(
      fc.property(sentence, partOfFirm, someDay, (text, some, on) => {
        const number = add(own, text)
        const proof = own.proof(number, own.situation(some as Stated, on))
        if (proof.truth === undefined) return
        const named = new Set(proof.because.map(reading => reading.fact))
        const alone = Object.fromEntries(Object.entries(some).filter(([fact]) => named.has(fact)))
        expect(own.truth(number, own.situation(alone as Stated, on))).toBe(proof.truth)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('figures by date', () => {
  const stated = { industry: 'C24', employees: 32, sales: 13_000 }

  it('uses the edition in force on the day', () => {
    expect(truthOf('size = "small"', stated, '2025-08-31')).toBe(false)
    expect(truthOf('size = "small"', stated, '2025-09-01')).toBe(true)
    expect(truthOf('limits_by_code[starts with(industry, code)][1].most = 150', stated, '2025-09-01')).toBe(true)
    expect(truthOf('limits_by_code[starts with(industry, code)][1].most = 100', stated, '2025-08-31')).toBe(true)
  })

  it('is unknown before the first edition, and then the derived fact itself can be stated', () => {
    expect(proofOf('size = "small"', stated, '2019-12-31')).toEqual({
      truth: undefined,
      because: [{ fact: 'size' }],
      missing: ['size'],
    })
  })

  it('looks a value up in a list that is a parameter', () => {
    expect(truthOf('industry in roots', stated)).toBe(true)
    expect(truthOf('some code in roots satisfies starts with(industry, code)', { industry: 'C2599' })).toBe(true)
    expect(truthOf('industry in roots', {})).toBe(undefined)
  })
})

describe('stated values', () => {
  it('takes a value of the wrong type for unknown, never for an answer', () => {
    expect(truthOf('employees >= 5', { employees: 'many' })).toBe(undefined)
    expect(truthOf('founded <= on', { founded: '2026-02-30' })).toBe(undefined)
    expect(truthOf('"venture" in certificates', { certificates: 'venture' })).toBe(undefined)
  })

  it('reads no field that is not declared, whatever it is called', () => {
    const sites = [JSON.parse('{"__proto__": {"region": "경북"}, "constructor": "경북"}')]
    expect(truthOf('some s in sites satisfies s.region = "경북"', { sites })).toBe(undefined)
  })
})
