import { expect, it } from 'vitest'
import { textsIn } from './texts-in.ts'

it.each([
  ['venture, main-biz', ['venture', 'main-biz']],
  [' venture ,', ['venture']],
  ['venture,,main-biz;inno-biz', ['venture', 'main-biz', 'inno-biz']],
  [' , ', []],
])('in "%s" stand the texts %j', (typed, texts) => {
  expect(textsIn(typed)).toEqual(texts)
})
