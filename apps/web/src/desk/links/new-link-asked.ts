/** Where a new link starts, as the address says it: from a link of the catalogue, from an agreement, from a pair, or from nothing. */
export interface NewLinkAsked {
  readonly link?: string | undefined
  readonly like?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly start?: 'nothing' | undefined
  /** An action of a council whose decision asks for it. */
  readonly action?: string | undefined
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

export const newLinkAsked = (search: Record<string, unknown>): NewLinkAsked => ({
  link: text(search.link),
  like: text(search.like),
  from: text(search.from),
  to: text(search.to),
  start: search.start === 'nothing' ? 'nothing' : undefined,
  action: text(search.action),
})
