/** How the two sides of retail stand to proposed closing days, by the last word of each of their seats. */
import type { Position } from '../task/moves.ts'

/** The sides that must agree. The public side is heard, and hinders nothing. */
export const retailSides = ['large', 'small'] as const
export type RetailSide = (typeof retailSides)[number]

/** against: a seat of it has said something other than yes. silent: none has said anything. */
export type SideStand = 'yes' | 'against' | 'silent'

interface Word {
  readonly side: RetailSide | 'public'
  readonly position: Position
}

export function sideStand(side: RetailSide, words: readonly Word[]): SideStand {
  const own = words.filter(word => word.side === side)
  if (own.length === 0) return 'silent'
  return own.every(isYes) ? 'yes' : 'against'
}

const isYes = ({ position }: Word): boolean => position === 'agree' || position === 'agree-with-changes'
