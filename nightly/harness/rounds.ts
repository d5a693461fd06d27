/** How often a check is done: all of its rounds at night, few on each push, and no more than `IEUM_ROUNDS` where that is a number. */
export function rounds({ onPush, nightly }: { readonly onPush: number; readonly nightly: number }): number {
  const asked = process.env.IEUM_ROUNDS
  if (!asked) return nightly
  return asked === 'on push' ? onPush : Math.min(nightly, Math.max(1, Number(asked) || onPush))
}
