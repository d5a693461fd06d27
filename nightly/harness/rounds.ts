const isOnPush = process.env.IEUM_ROUNDS === 'on push'

/**
 * Milliseconds that something takes at most: by night, on a machine that does nothing else, what the check says. On a push other tests run beside, and what
 * counts is that it comes to an end.
 */
export const mostTime = (byNight: number): number => (isOnPush ? 10 * byNight : byNight)

/** How often a check is done: all of its rounds at night, few on each push, and no more than `IEUM_ROUNDS` where that is a number. */
export function rounds({ onPush, nightly }: { readonly onPush: number; readonly nightly: number }): number {
  const asked = process.env.IEUM_ROUNDS
  if (!asked) return nightly
  return isOnPush ? onPush : Math.min(nightly, Math.max(1, Number(asked) || onPush))
}
