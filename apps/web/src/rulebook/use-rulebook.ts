import type { Rulebook } from '@ieum/rules'
import { use } from 'react'
import { type Directory, directoryOf } from './directory.ts'
import { rulebook } from './fetch-rulebook.ts'

/** Suspends until the rulebook is there; a `RulebookNotLoaded` goes to the nearest error boundary. */
export const useRulebook = (): Rulebook => use(rulebook())

export const useDirectory = (): Directory => directoryOf(useRulebook())
