import type { Day } from '@ieum/catalogue/records'

/** How far what a council keeps is open to everyone, and from which day. */
export type Disclosure =
  | { readonly is: 'open'; readonly from: Day }
  /** Closed for a reason that the law gives; a day on which it opens may be set. */
  | { readonly is: 'closed'; readonly ground: string; readonly opensOn: Day | null }

export type OpeningSaid =
  | { readonly is: 'may be said' }
  /** What everyone has read is not closed again. */
  | { readonly is: 'open already'; readonly since: Day }
  /** Nothing was open before somebody said so. */
  | { readonly is: 'passed' }

/** From when something is open, as it is said on a day; null: not until another day is said. The same said again changes nothing. */
export function sayOpening(stands: Day | null, said: Day | null, on: Day): OpeningSaid {
  if (said === stands) return { is: 'may be said' }
  if (stands !== null && stands <= on) return { is: 'open already', since: stands }
  return said !== null && said < on ? { is: 'passed' } : { is: 'may be said' }
}

/** Whether everyone may see it on the day. What is not open does not show that it exists. */
export const isOpenOn = (disclosure: Disclosure, on: Day): boolean => {
  const opens = disclosure.is === 'open' ? disclosure.from : disclosure.opensOn
  return opens !== null && opens <= on
}
