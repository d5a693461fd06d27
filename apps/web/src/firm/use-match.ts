import type { Day } from '@ieum/catalogue/records'
import { type Match, matcherOf } from '@ieum/matching'
import type { Rulebook } from '@ieum/rules'
import { useMemo } from 'react'
import { useOn } from '../day/use-on.ts'
import { onceARulebook } from '../rulebook/once-a-rulebook.ts'
import { useRulebook } from '../rulebook/use-rulebook.ts'
import { firmFileOf } from './firm-file.ts'
import { type FirmHere, notToAsk } from './firm-store.ts'
import { useFirm } from './use-firm.ts'

/** One matcher a rulebook: it prepares every sentence once. */
export const matcherFor = onceARulebook(matcherOf)

/** The visitor's firm against every programme, worked out here in the browser. */
export function useMatch(): Match {
  const rulebook = useRulebook()
  const firm = useFirm()
  const on = useOn()
  return useMemo(() => matchOf(firm, rulebook, on), [rulebook, firm, on])
}

/** The same without a hook, so that a page may leave it out where nothing was told of a firm. */
export const matchOf = (firm: FirmHere, rulebook: Rulebook, on: Day): Match =>
  matcherFor(rulebook).match(firmFileOf(firm), on, { notToAsk: notToAsk(firm, rulebook.facts) })
