import { describe, expect, it } from 'vitest'
import { answerRows } from './answer-rows.ts'

describe('a table of answers whose quotation marks are wrong', () => {
  it.each([
    [
      'never closed: the rows after it would be words of a note',
      3,
      'A,accept,\nB,accept,"x\nC,decline,y\nD,accept,z\n',
    ],
    ['closed before the cell ends', 2, 'A,accept,"x"y,z\nB,accept,\n'],
    ['in the header', 1, undefined],
  ])('%s: line %i is faulty, and no row is read', (_, line, rows) => {
    const { rows: read, faults } = answerRows(
      rows === undefined ? 'number,answer,"note\nA,accept,\n' : `number,answer,note\n${rows}`,
    )
    expect(read).toEqual([])
    expect(faults).toMatchObject([{ line, column: null, code: 'quotes-wrong' }])
  })

  it('is told from one that has them right, over several lines as well', () => {
    const { rows, faults } = answerRows('number,answer,note\nA,accept,"x ""y"",\nz"\nB,accept,5" wide\n')
    expect(faults).toEqual([])
    expect(rows).toMatchObject([{ note: 'x "y",\nz' }, { line: 3, note: '5" wide' }])
  })
})
