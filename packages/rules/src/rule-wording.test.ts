import { describe, expect, it } from 'vitest'
import { ruleWording } from './rule-wording.ts'
import type { Rulebook } from './rulebook.ts'

const book = { sentences: [], derived: [], parameters: [], commonRules: [] } as unknown as Rulebook
const on = '2026-06-01'
const judged = (ko: string, en: string) => ruleWording(book, { id: 'field', judgement: true, label: { ko, en } }, on)

describe('a rule that is left to an official', () => {
  it('says what its label says, in either language', () => {
    const was = judged('로봇', 'robots')
    expect(judged('로봇', 'robots')).toBe(was)
    expect(judged('로봇·드론', 'robots')).not.toBe(was)
    expect(judged('로봇', 'robots and drones')).not.toBe(was)
  })

  it('says nothing without one', () => {
    expect(JSON.parse(ruleWording(book, { id: 'field', judgement: true }, on))[0]).toBeNull()
  })
})
