/** What stands in the address of an inbox, so that a colleague can be sent the same view. */
export interface InboxAsked {
  readonly box?: 'out' | undefined
  /** As written: which states there are is known to the page, not to the first script. */
  readonly state?: string | undefined
  readonly q?: string | undefined
  readonly mine?: 'yes' | undefined
  readonly soon?: 'yes' | undefined
  readonly skip?: number | undefined
}

export function inboxAsked(search: Record<string, unknown>): InboxAsked {
  const skip = Number(search.skip)
  return {
    box: search.box === 'out' ? 'out' : undefined,
    state: typeof search.state === 'string' && search.state !== '' ? search.state : undefined,
    q: typeof search.q === 'string' && search.q !== '' ? search.q.slice(0, 100) : undefined,
    mine: search.mine === 'yes' ? 'yes' : undefined,
    soon: search.soon === 'yes' ? 'yes' : undefined,
    skip: Number.isInteger(skip) && skip > 0 ? skip : undefined,
  }
}
