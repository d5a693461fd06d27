/** One page of an external list of OParl, with the filters that a server must know. */
import type { OparlObject } from './oparl/frame.ts'

export interface OparlListAsked {
  /** The address of the whole list. */
  readonly at: string
  readonly query: Readonly<Record<string, string>>
}

const most = 100
/** Name of a filter: which moment it looks at, and whether that is to be no earlier or no later. */
const filters = {
  created_since: ['created', 'since'],
  created_until: ['created', 'until'],
  modified_since: ['modified', 'since'],
  modified_until: ['modified', 'until'],
} as const

export type OparlPage =
  | { readonly is: 'page'; readonly page: Readonly<Record<string, unknown>> }
  | { readonly is: 'faulty'; readonly field: string; readonly wrong: string }

export function oparlPage(objects: readonly OparlObject[], { at, query }: OparlListAsked): OparlPage {
  let left = objects
  const kept = new URLSearchParams()
  for (const [name, [property, side]] of Object.entries(filters)) {
    const asked = query[name]
    if (asked === undefined) continue
    const moment = Date.parse(asked)
    if (!/^\d{4}-\d\d-\d\dT/.test(asked) || Number.isNaN(moment))
      return { is: 'faulty', field: `/${name}`, wrong: 'a moment such as 2026-06-01T00:00:00+09:00' }
    left = left.filter(object => {
      const at = Date.parse(String(object[property]))
      return side === 'since' ? at >= moment : at <= moment
    })
    kept.set(name, asked)
  }
  const perPage = Math.min(whole(query.limit) ?? most, most)
  if (query.limit !== undefined) kept.set('limit', String(perPage))
  const pages = Math.max(1, Math.ceil(left.length / perPage))
  const current = Math.min(whole(query.page) ?? 1, pages)
  const address = (page: number) => {
    const asked = new URLSearchParams(kept)
    if (page > 1) asked.set('page', String(page))
    return asked.size > 0 ? `${at}?${asked}` : at
  }
  return {
    is: 'page',
    page: {
      data: left.slice((current - 1) * perPage, current * perPage),
      pagination: {
        totalElements: left.length,
        elementsPerPage: perPage,
        currentPage: current,
        totalPages: pages,
      },
      links: {
        first: address(1),
        self: address(current),
        last: address(pages),
        ...(current > 1 && { prev: address(current - 1) }),
        ...(current < pages && { next: address(current + 1) }),
      },
    },
  }
}

const whole = (text: string | undefined): number | undefined =>
  text !== undefined && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined
