import { expect, it } from 'vitest'
import { linesOf } from './consent-lines.ts'

it('lays the text of a consent out line by line, each under its label', () => {
  expect(linesOf('여쭙니다.\n받는 곳: 받는 기관: 본부\n거둘 수 있습니다.\n')).toEqual([
    { text: '여쭙니다.' },
    { label: '받는 곳', text: '받는 기관: 본부' },
    { text: '거둘 수 있습니다.' },
  ])
})
