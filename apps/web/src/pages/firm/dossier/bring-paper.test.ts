import { describe, expect, it } from 'vitest'
import { codeOf, mostBytes, wrongWith } from './bring-paper.ts'

describe('a file that is to be brought', () => {
  it.each([
    ['사업자등록증.PDF', 1, undefined],
    ['재무.xlsx', mostBytes, undefined],
    ['재무.xlsx', mostBytes + 1, 'too-large'],
    ['빈 것.pdf', 0, 'empty'],
    ['program.exe', 1, 'kind'],
    ['no ending', 1, 'kind'],
  ] as const)('%s of %i bytes: %s', (name, size, wrong) => {
    expect(wrongWith({ name, size })).toBe(wrong)
  })

  it('is refused by a code that the page has words for', () => {
    expect(codeOf({ fields: [{ field: '/body', wrong: 'two-kinds: it is two kinds of file at once' }] })).toBe(
      'two-kinds',
    )
    expect(codeOf({ fields: [{ field: '/body', wrong: 'a file' }] })).toBeUndefined()
  })
})
