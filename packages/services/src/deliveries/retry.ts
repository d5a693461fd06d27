import type { Channel } from './queue.ts'

const seconds = 1_000
const hours = 3_600 * seconds

/** How long one worker keeps a delivery to itself: another takes it up after that, should the first have died. A paper of 20 MB takes its time. */
export const leaseMilliseconds: Record<Channel, number> = {
  mail: 30 * seconds,
  webhook: 30 * seconds,
  exchange: 30 * seconds,
  fetch: 60 * seconds,
}

/** One try is over before its lease is, so that no second worker begins meanwhile. */
export const tryMilliseconds: Record<Channel, number> = {
  mail: 20 * seconds,
  webhook: 20 * seconds,
  exchange: 20 * seconds,
  fetch: 50 * seconds,
}

/** Tries before a person has to look at it: about a day of mails and webhooks, four days of what goes to another installation and comes from it. */
export const mostTries: Record<Channel, number> = { mail: 30, webhook: 30, exchange: 105, fetch: 105 }

/** News that waited longer (for a mail server to be set up, say) is no news any more. */
export const lettersAreStaleAfter = 72 * hours

/** 5 s, 10 s, 20 s … up to an hour, half of it by chance so that what failed together does not come back together. `luck` is from 0 to 1. */
export function waitAfter(tries: number, luck: number): number {
  const full = Math.min(5 * seconds * 2 ** (tries - 1), 1 * hours)
  return full * (0.5 + luck / 2)
}
