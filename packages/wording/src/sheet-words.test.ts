import { describe, expect, it } from 'vitest'
import { readSheetAnswer, readSheetColumn, readSheetReason, saySheetColumn, sheetColumns } from './sheet-words.ts'

describe('a sheet of answers', () => {
  it('is headed in either language, and read in both', () => {
    for (const language of ['ko', 'en'] as const)
      for (const column of sheetColumns) expect(readSheetColumn(` ${saySheetColumn(column, language)} `)).toBe(column)
    expect(readSheetColumn('Number')).toBe('number')
    expect(readSheetColumn('verdict')).toBeUndefined()
  })

  it.each([
    ['accept', 'accept'],
    ['수락', 'accept'],
    ['보완요청', 'return'],
    ['Ask for more', 'return'],
    // Written on a Mac: the letters taken apart.
    ['거절'.normalize('NFD'), 'decline'],
    ['maybe', undefined],
    ['', undefined],
  ])('takes the answer "%s" for %s', (text, answer) => expect(readSheetAnswer(text)).toBe(answer))

  it('takes the reasons of the answer only', () => {
    expect(readSheetReason('decline', '자리가 다 찼습니다.')).toBe('places-full')
    expect(readSheetReason('decline', 'places-full')).toBe('places-full')
    expect(readSheetReason('return', 'places-full')).toBeUndefined()
    expect(readSheetReason('accept', 'places-full')).toBeUndefined()
  })
})
