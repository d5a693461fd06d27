import type { FactName, Value } from '@ieum/catalogue/records'
import { describe, expect, it } from 'vitest'
import { firm, matcherFor, programme, someDay } from './testing/small-matcher.ts'

type Lines = Readonly<Record<string, string>>

/** The next question about a firm when each list of sentences is a programme. */
function next(
  programmes: readonly (readonly string[])[],
  stated: Readonly<Record<FactName, Value>> = {},
  notToAsk?: string[],
) {
  const matcher = matcherFor(
    programmes.map((sentences, number) => {
      const criteria: Lines = Object.fromEntries(sentences.map((text, line) => [`l${line}`, text]))
      return programme(`p${number}`, { criteria })
    }),
  )
  const options = notToAsk ? { notToAsk: new Set(notToAsk) } : {}
  return matcher.match(firm(stated), someDay, options).nextQuestion
}

const sales = 'sales > 5'
const region = 'region = "경북"'
const employees = 'employees >= 3'

describe('the next question', () => {
  it('is the fact that can settle most programmes', () => {
    expect(next([[sales], [sales, region], [region], [sales]])).toEqual({ fact: 'sales', decides: 3 })
  })

  it('is, of two that decide as many, the one that settles more alone', () => {
    expect(next([[employees, sales], [region, employees], [region]])).toEqual({ fact: 'region', decides: 2 })
  })

  it('is, of two that are alike, the one that the catalogue names first', () => {
    expect(next([[sales], [employees]])).toEqual({ fact: 'employees', decides: 1 })
  })

  it('does not count what stays unknown whatever is answered', () => {
    const either = [`${employees} or tax_arrears = false`, `${sales} or ${region}`]
    expect(next([either, [region]])).toEqual({ fact: 'region', decides: 1 })
    // Each of the four alone settles nothing; asked together they do.
    expect(next([either])).toEqual({ fact: 'employees', decides: 0 })
    expect(next([either, [region]], { employees: 5 })).toEqual({ fact: 'region', decides: 2 })
  })

  it('counts an answer that meets all open lines at once', () => {
    const lines = [`${sales} or ${region}`, `${sales} or ${employees}`]
    expect(next([lines])).toEqual({ fact: 'sales', decides: 1 })
  })

  it('counts an answer that shuts a firm out, and a line that is then left to choices', () => {
    expect(next([[`${sales} and ${region}`, 'employees > 1 or region = "서울"']])).toEqual({
      fact: 'sales',
      decides: 1,
    })
    expect(next([['founded > on - duration("P7Y") and level = "top"']])).toEqual({ fact: 'founded', decides: 1 })
  })

  it('is never a choice of the application, nor a fact that nobody is asked, nor one that was not known', () => {
    expect(next([['places_asked > 2'], ['level = "top"']])).toBeUndefined()
    expect(next([['places_asked > 2', sales], ['places_asked > 3']])).toEqual({ fact: 'sales', decides: 1 })
    expect(next([[sales], [sales], [region]], {}, ['sales'])).toEqual({ fact: 'region', decides: 1 })
  })

  it('is none when every verdict is settled', () => {
    expect(next([[sales], [region]], { sales: 1, region: '경북' })).toBeUndefined()
  })
})
