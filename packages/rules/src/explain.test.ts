import { describe, expect, it } from 'vitest'
import { explain, type Sayer } from './explain.ts'
import { add, evaluator } from './testing/small-catalogue.ts'

/** How a form is said is not what is looked at here: its facts will do. */
const sayer: Sayer = {
  say: form => (form.is === 'fact' ? form.fact : form.is),
  words: form => ({ ko: sayer.say(form, 'ko'), en: sayer.say(form, 'en') }),
}

describe('a proof as a tree', () => {
  it('gives each condition its own truth and tells how a derived fact came about', () => {
    const own = evaluator()
    const situation = own.situation({ employees: 32, sales: 9_000 }, '2026-06-01')
    const tree = explain(own, add(own, 'size = "small" and tax_arrears = false'), situation, sayer)
    expect(tree.truth).toBe(undefined)
    expect(tree.missing).toEqual(['tax_arrears'])
    expect(tree.parts.map(part => part.truth)).toEqual([true, undefined])
    const size = tree.parts[0]!.parts[0]!
    expect(size).toMatchObject({ derived: 'size', value: 'small', says: { en: 'size', ko: 'size' } })
    expect(size.parts.map(part => [part.says.en, part.truth])).toEqual([
      ['compare', false],
      ['and', true],
    ])
  })

  it('stops where the answer is unknown', () => {
    const own = evaluator()
    const tree = explain(own, add(own, 'size = "small"'), own.situation({}, '2026-06-01'), sayer)
    expect(tree.parts[0]).toMatchObject({ derived: 'size', missing: ['employees', 'sales'] })
    expect(tree.parts[0]!.parts).toHaveLength(1)
  })
})
