import { describe, expect, it } from 'vitest'
import { withCoreFacts } from './core-facts.ts'
import { checkFacts, vocabularyOf } from './index.ts'
import type { Fact } from './records.ts'

const participations: Fact = {
  name: 'participations',
  type: 'records',
  about: 'firm',
  changes: 'by-firm',
  fields: { role: { type: 'enum', values: ['lead', 'member'] }, on: { type: 'text' }, amount: { type: 'number' } },
}

describe('the facts that the core gives', () => {
  it('stand in every catalogue, also in one that declares none', () => {
    expect(withCoreFacts([]).map(({ name }) => name)).toEqual(['on', 'stated_on', 'participations'])
  })

  it('may be given words, values and fields by a catalogue, but no other type', () => {
    const { fields } = withCoreFacts([participations]).find(({ name }) => name === 'participations')!
    expect(fields).toMatchObject({ role: { values: ['lead', 'member'] }, on: { type: 'date' }, amount: {} })
  })

  it('are what the values of a firm are held against', () => {
    const record = { programme: 'grant', on: 'last spring' }
    const found = checkFacts({ participations: [record] }, vocabularyOf([participations]))
    expect(found).toMatchObject([{ pointer: ['participations', 0, 'on'], wrong: expect.stringContaining('not a day') }])
  })
})
