import type { Day, Link } from './records.ts'

/** Whether a link is in force on a day. */
export const isInForce = ({ valid }: Link, on: Day): boolean =>
  (valid?.from === undefined || valid.from <= on) && (valid?.to === undefined || on <= valid.to)
