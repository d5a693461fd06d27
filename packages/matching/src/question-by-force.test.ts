/** What the answer to a question settles, held against giving every answer. */
import type { FactName, Value } from '@ieum/catalogue/records'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { domains, facts, foundedDays, lines, wholeFirm } from './testing/generated.ts'
import { firm, matcherFor, programme, someDay } from './testing/small-matcher.ts'

const answers: Readonly<Record<FactName, readonly Value[]>> = {
  ...domains,
  founded: [...foundedDays, someDay, '2025-06-01', '2000-01-01'],
  large: [true, false],
}

const partOfFirm = fc
  .tuple(wholeFirm, fc.subarray(['region', 'employees', 'exports', 'certificates', 'founded']))
  .map(([whole, known]) => Object.fromEntries(Object.entries(whole).filter(([name]) => known.includes(name))))

describe('what a question decides', () => {
  it('is the number of programmes that some answer to it settles, and no question settles more', () => {
    let asked = 0
    fc.assert(
      fc.property(fc.array(lines(3, 2), { minLength: 1, maxLength: 4 }), partOfFirm, (programmes, known) => {
        const matcher = matcherFor(
          programmes.map((criteria, number) => programme(`p${number}`, { criteria })),
          facts,
        )
        const { nextQuestion } = matcher.match(firm(known), someDay)
        if (!nextQuestion) return
        asked += 1
        const before = matcher.verdicts(firm(known), someDay)
        const decides = Object.entries(answers)
          .filter(([name]) => !Object.hasOwn(known, name))
          .map(([name, values]) => {
            const after = values.map(value => matcher.verdicts(firm({ ...known, [name]: value }), someDay))
            const settled = before.filter(
              (verdict, row) => verdict === 'unknown' && after.some(verdicts => verdicts[row] !== 'unknown'),
            )
            return [name, settled.length] as const
          })
        expect(nextQuestion.decides).toBe(Object.fromEntries(decides)[nextQuestion.fact])
        const most = Math.max(...decides.filter(([name]) => name !== 'large').map(([, count]) => count))
        expect(nextQuestion.decides).toBeGreaterThanOrEqual(most)
      }),
      { numRuns: Number(process.env.IEUM_QUESTIONS ?? 300) },
    )
    expect(asked).toBeGreaterThan(100)
  })
})
