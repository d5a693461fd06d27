import { type Match, type Matcher, matcherOf } from '@ieum/matching'
import type { Rulebook } from '@ieum/rules'
import { useMemo } from 'react'
import { useOn } from '../day/use-on.ts'
import { useRulebook } from '../rulebook/use-rulebook.ts'
import { firmFileOf } from './firm-file.ts'
import { useFirm } from './use-firm.ts'

const made = new WeakMap<Rulebook, Matcher>()

/** One matcher a rulebook: it prepares every sentence once. */
export function matcherFor(rulebook: Rulebook): Matcher {
  const known = made.get(rulebook)
  if (known) return known
  const matcher = matcherOf(rulebook)
  made.set(rulebook, matcher)
  return matcher
}

/** The visitor's firm against every programme, worked out here in the browser. */
export function useMatch(): Match {
  const rulebook = useRulebook()
  const firm = useFirm()
  const on = useOn()
  return useMemo(() => matcherFor(rulebook).match(firmFileOf(firm), on), [rulebook, firm, on])
}
