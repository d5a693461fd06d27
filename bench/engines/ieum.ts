/** Our own side: the matcher as the server and the browser call it. */
import type { Day, Firm } from '@ieum/catalogue/records'
import type { Matcher } from '@ieum/matching'
import type { Judge } from './engine.ts'

export const verdictsOnly =
  (matcher: Matcher, firm: Firm, on: Day): Judge =>
  () =>
    matcher.verdicts(firm, on)

/** With the proof of every line, the window, the support and the next question. */
export const fullProofs =
  (matcher: Matcher, firm: Firm, on: Day): Judge =>
  () =>
    matcher.match(firm, on, { withoutChanges: true }).results.map(({ verdict }) => verdict)
