import { describe, expect, it } from 'vitest'
import {
  daysTyped,
  differing,
  emptyTerms,
  fieldAt,
  type Ground,
  readTerms,
  type TypedTerms,
  typedFrom,
} from './typed-terms.ts'

const agencies: Readonly<Record<string, string>> = { a: 'tipa', 'a-other': 'tipa', b: 'kpic', c: 'kosmes' }
const ground: Ground = {
  agencyOf: programme => agencies[programme],
  drafter: { agency: 'tipa', programmes: [] },
  on: '2026-06-01',
}
const full = (more: Partial<TypedTerms> = {}): TypedTerms => ({
  ...emptyTerms('2026-06-01'),
  fromProgramme: 'a',
  toProgramme: 'b',
  purposeKo: '다음 단계',
  purposeEn: 'next step',
  legalBasis: '협약 제3조',
  ...more,
})
const wrong = (more: Partial<TypedTerms>, drafter = ground.drafter) => {
  const read = readTerms(full(more), { ...ground, drafter })
  return read.is === 'wrong' ? read.fields : []
}

describe('the terms as they are typed', () => {
  it('are read, with blanks cut off and what was left open as nothing', () => {
    const read = readTerms(full({ daysToAnswer: ' 7 ', places: '', legalBasis: ' 협약 ' }), ground)
    expect(read).toMatchObject({
      is: 'terms',
      terms: { daysToAnswer: 7, places: null, legalBasis: '협약', validTo: null, councilTask: null },
    })
  })

  it('come back as they were typed from what was read', () => {
    const typed = full({ places: '30', validTo: '2026-12-31', waives: ['size'], councilTask: 'T7' })
    const read = readTerms(typed, ground)
    expect(read.is === 'terms' && typedFrom(read.terms)).toEqual(typed)
  })

  it('name every field that is wrong, in the order of the page', () => {
    const read = readTerms({ ...emptyTerms('2026-06-01'), places: 'many', validFrom: '2026-02-30' }, ground)
    expect(read).toEqual({
      is: 'wrong',
      fields: ['fromProgramme', 'toProgramme', 'places', 'validFrom', 'purposeKo', 'purposeEn', 'legalBasis'],
    })
  })

  it.each<[string, Partial<TypedTerms>, readonly string[]]>([
    ['both programmes are of one agency', { toProgramme: 'a-other' }, ['toProgramme']],
    ['neither programme is the own agency’s', { fromProgramme: 'c' }, ['fromProgramme']],
    ['a number is none', { daysToAnswer: '1e1' }, ['daysToAnswer']],
    ['there are no days to answer', { daysToAnswer: '0' }, ['daysToAnswer']],
    ['the reminder comes before it was sent', { daysToAnswer: '5', remindBefore: '5' }, ['remindBefore']],
    ['it ends before it begins', { validFrom: '2026-08-01', validTo: '2026-07-01' }, ['validTo']],
    ['it has ended already', { validFrom: '2026-01-01', validTo: '2026-05-31' }, ['validTo']],
    ['it relaxes nothing', { kind: 'relaxes' }, ['criteria']],
  ])('are wrong where %s', (_, more, fields) => expect(wrong(more)).toEqual(fields))

  it('are for the post that looks after the own programme', () => {
    expect(wrong({}, { agency: 'tipa', programmes: ['a'] })).toEqual([])
    expect(wrong({}, { agency: 'tipa', programmes: ['a-other'] })).toEqual(['fromProgramme'])
    expect(wrong({}, { agency: 'kpic', programmes: ['a'] })).toEqual(['toProgramme'])
  })

  it('differ from others where somebody would see it', () => {
    expect(differing(full({ waives: ['a', 'b'] }), full({ waives: ['b', 'a'], legalBasis: '협약 제3조 ' }))).toEqual([])
    expect(differing(full({ waives: ['a'] }), full({ daysToAnswer: '5' }))).toEqual(['waives', 'daysToAnswer'])
  })

  it('give their days to the calendar once all three fit together', () => {
    expect(daysTyped(full())).toEqual({ daysToAnswer: 10, remindBefore: 2, expireAfter: 20 })
    expect(daysTyped(full({ expireAfter: '' }))).toBeUndefined()
    expect(daysTyped(full({ remindBefore: '10' }))).toBeUndefined()
  })

  it.each([
    ['/terms/waives/0', 'criteria'],
    ['/terms/accepts/3', 'criteria'],
    ['/terms/purpose/en', 'purposeEn'],
    ['/terms/purpose/ko', 'purposeKo'],
    ['/terms/validTo', 'validTo'],
    ['/fromLink', undefined],
  ])('are found by the server’s path %s', (path, field) => expect(fieldAt(path)).toBe(field))
})
