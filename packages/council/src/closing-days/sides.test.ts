import { expect, it } from 'vitest'
import type { Position } from '../task/moves.ts'
import { retailSides, sideStand } from './sides.ts'

const word = (said: string) => {
  const [side, position] = said.split(' ') as ['large' | 'small' | 'public', Position]
  return { side, position }
}

it.each([
  [[], 'silent', 'silent'],
  [['public cannot'], 'silent', 'silent'],
  [['large agree', 'small agree-with-changes', 'public cannot'], 'yes', 'yes'],
  [['large study', 'small agree', 'small cannot'], 'against', 'against'],
  [['large agree', 'large agree'], 'yes', 'silent'],
] as const)('after %j large retail stands at %s and small retail at %s', (said, large, small) => {
  expect(retailSides.map(side => sideStand(side, said.map(word)))).toEqual([large, small])
})
