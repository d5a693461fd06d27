import type { CouncilTyped } from './typed.ts'

/** A part of the form in which a council is typed. */
export interface PartProps {
  typed: CouncilTyped
  change: (changed: Partial<CouncilTyped>) => void
  /** What is wrong at a place of what is sent, in words. */
  wrongAt: (field: string) => string | undefined
}
