import type { CommonRule, Parameter } from '@ieum/catalogue/records'
import { describe, expect, it } from 'vitest'
import { evaluatorOf } from '../evaluator.ts'
import type { RuledEdition } from '../rulebook.ts'
import { small } from '../testing/small-catalogue.ts'
import { buildRulebook } from './index.ts'

const words = { ko: '가', en: 'a' }
const programme = (id: string) => ({
  id,
  name: words,
  agency: 'y',
  stages: [],
  kind: 'grant',
  editions: ['2025', '2026'].map(edition => ({ edition, windows: [], criteria: [], exclusions: [] })),
})
const rule = (more: Partial<CommonRule>): CommonRule => ({
  id: 'shared',
  label: words,
  source: { title: 'a guide' },
  applies: { programmes: ['x', 'y'] },
  ...more,
})
const list = (...editions: Parameter['editions']): Parameter => ({ id: 'family', type: 'list', editions })

function built(own: CommonRule, parameters: readonly Parameter[] = []) {
  const programmes = ['x', 'y', 'z'].map(programme)
  return buildRulebook({
    ...small,
    parameters: [...small.parameters, ...parameters],
    programmes,
    commonRules: [own],
  })
}

function bookOf(own: CommonRule, parameters: readonly Parameter[] = []) {
  const { rulebook, faults } = built(own, parameters)
  expect(faults).toEqual([])
  const evaluator = evaluatorOf(rulebook)
  const editionsOf = (id: string): readonly RuledEdition[] => rulebook.programmes.find(each => each.id === id)!.editions
  const truthOn = (id: string, facts: Record<string, number | boolean>, on: string) =>
    evaluator.truth(editionsOf(id)[0]!.exclusions[0]!.sentence!, evaluator.situation(facts, on))
  return { rulebook, evaluator, editionsOf, truthOn }
}

const crowded = { exclusion: { when: 'employees > 5' } }

describe('a common rule', () => {
  it('is an exclusion of every edition of the programmes that it is for, and of no other', () => {
    const { rulebook, editionsOf, truthOn } = bookOf(rule(crowded))
    for (const id of ['x', 'y'])
      for (const { exclusions } of editionsOf(id))
        expect(exclusions).toEqual([{ id: 'shared', label: words, common: true, sentence: expect.any(Number) }])
    expect(editionsOf('z').map(({ exclusions }) => exclusions)).toEqual([[], []])
    expect(truthOn('x', { employees: 9 }, '2026-01-01')).toBe(true)
    expect(truthOn('x', { employees: 3 }, '2026-01-01')).toBe(false)
    expect(rulebook.commonRules).toMatchObject([{ id: 'shared', programmes: ['x', 'y'], source: { title: 'a guide' } }])
  })

  it('holds only on the days on which it is in force', () => {
    const { truthOn } = bookOf(rule({ ...crowded, valid: { from: '2026-03-01', to: '2026-03-31' } }))
    const on = (day: string) => truthOn('x', { employees: 9 }, day)
    expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map(on)).toEqual([false, true, true, false])
  })

  it('is for the programmes of a list on the days on which they stand in it', () => {
    const source = { title: 'law' }
    const dated = list(
      { from: '2020-01-01', source, value: ['x'] },
      { from: '2026-07-01', source, value: ['x', 'y', 'old'] },
    )
    const { truthOn, editionsOf, rulebook } = bookOf(rule({ ...crowded, applies: { listed_in: 'family' } }), [dated])
    const on = (id: string, day: string) => truthOn(id, { employees: 9 }, day)
    expect([on('x', '2026-06-30'), on('y', '2026-06-30'), on('y', '2026-07-01')]).toEqual([true, false, true])
    expect(editionsOf('z')[0]!.exclusions).toEqual([])
    expect(rulebook.commonRules[0]!.programmes).toEqual(['x', 'y'])
  })

  it('of a list that never changes is the same sentence for all', () => {
    const { editionsOf } = bookOf(rule({ ...crowded, applies: { listed_in: 'family' } }), [
      list({ source: { title: 'law' }, value: ['x', 'z'] }),
    ])
    const [of] = [editionsOf('x')[0]!.exclusions[0]!.sentence]
    expect(editionsOf('z')[1]!.exclusions[0]!.sentence).toBe(of)
  })

  it('that is a cap leaves what is not used up, and shuts out where nothing is left', () => {
    const cap = { most: '100', used: ['sum(sites[region = "경북"].area)', 'employees'] }
    const { editionsOf, evaluator, truthOn } = bookOf(rule({ cap }))
    const [edition] = editionsOf('x')
    expect(edition!.caps).toEqual([{ rule: 'shared', left: expect.any(Number) }])
    const left = (facts: Record<string, unknown>) =>
      evaluator.ask(evaluator.form(edition!.caps![0]!.left), evaluator.situation(facts as never, '2026-01-01'))
    expect(left({ employees: 30, sites: [{ region: '경북', area: 20 }] })).toBe(50)
    expect(left({ employees: 30, sites: [] })).toBe(70)
    expect(left({ employees: 30, sites: [{ region: '경북' }] })).toBeUndefined()
    expect(truthOn('x', { employees: 30 }, '2026-01-01')).toBeUndefined()
    expect(editionsOf('z')[0]!.caps).toBeUndefined()
  })

  it('that is a cap is none on days on which it is not in force', () => {
    const { editionsOf, evaluator, truthOn } = bookOf(
      rule({ cap: { most: '10', used: ['employees'] }, valid: { from: '2026-03-01' } }),
    )
    const left = (day: string) =>
      evaluator.ask(evaluator.form(editionsOf('x')[0]!.caps![0]!.left), evaluator.situation({ employees: 30 }, day))
    expect([left('2026-02-28'), left('2026-03-01')]).toEqual([null, -20])
    expect([truthOn('x', { employees: 30 }, '2026-02-28'), truthOn('x', { employees: 30 }, '2026-03-01')]).toEqual([
      false,
      true,
    ])
  })

  it.each([
    [{ exclusion: { when: 'employees' } }, ['exclusion', 'when'], 'a condition'],
    [{ cap: { most: '100', used: ['employees', 'employees > 3'] } }, ['cap', 'used', 1], 'true or false'],
    [{ cap: { most: 'closed', used: ['employees'] } }, ['cap', 'most'], 'true or false'],
  ])('at fault is reported where it stands, and left to an official: %j', (more, within, wrong) => {
    const { rulebook, faults } = built(rule(more))
    expect(faults).toMatchObject([
      { pointer: ['common-rules', 'shared', ...within], wrong: expect.stringContaining(wrong) },
    ])
    const [edition] = rulebook.programmes[0]!.editions
    expect(edition).toMatchObject({ exclusions: [{ id: 'shared', judgement: true, common: true }] })
    expect(edition!.caps).toBeUndefined()
  })

  it('may read the day of what is stated: the day asked about, unless the firm says another', () => {
    const { truthOn, rulebook } = bookOf(rule({ exclusion: { when: 'stated_on < date("2026-03-01")' } }))
    expect(rulebook.derived[0]).toMatchObject({ fact: 'stated_on' })
    expect(truthOn('x', {}, '2026-02-28')).toBe(true)
    expect(truthOn('x', {}, '2026-03-01')).toBe(false)
    expect(truthOn('x', { stated_on: '2026-01-01' } as never, '2026-03-01')).toBe(true)
  })
})
