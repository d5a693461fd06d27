import type { Day } from '@ieum/catalogue/records'

/** How far what a council keeps is open to everyone, and from which day. */
export type Disclosure =
  | { readonly is: 'open'; readonly from: Day }
  /** Closed for a reason that the law gives; a day on which it opens may be set. */
  | { readonly is: 'closed'; readonly ground: string; readonly opensOn: Day | null }

/** Whether everyone may see it on the day. What is not open does not show that it exists. */
export const isOpenOn = (disclosure: Disclosure, on: Day): boolean => {
  const opens = disclosure.is === 'open' ? disclosure.from : disclosure.opensOn
  return opens !== null && opens <= on
}
