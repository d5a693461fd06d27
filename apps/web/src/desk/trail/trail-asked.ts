/** Which part of the trail is shown, and what of it: all of it stands in the address. */
export const parts = ['log', 'changes', 'review', 'verify'] as const

export type Part = (typeof parts)[number]

export interface TrailSearch {
  readonly part?: Part | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly person?: string | undefined
  readonly firm?: string | undefined
  readonly operation?: string | undefined
  readonly month?: string | undefined
}

/** As the address has it; what is not there is not asked. */
export function trailAsked(search: Record<string, unknown>): TrailSearch {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
  const month = text(search.month)
  return {
    part: parts.find(part => part === search.part),
    from: text(search.from),
    to: text(search.to),
    person: text(search.person),
    firm: text(search.firm),
    operation: text(search.operation),
    month: month !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : undefined,
  }
}
