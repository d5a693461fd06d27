/** The firm in the body of a request, and what may be asked beside it, in the query or in the body. */
import { readFirm } from '@ieum/catalogue'
import type { Fact, Firm } from '@ieum/catalogue/records'
import type { Context } from 'hono'
import { problem } from './problem.ts'

export type Asked = Readonly<Record<string, unknown>>

export type FirmBody =
  | { readonly is: 'read'; readonly firm: Firm; readonly asked: Asked }
  | { readonly is: 'refused'; readonly reply: Response }

/** `beside`: names of what may stand beside the firm; the query is stronger than the body. */
export async function firmBody(c: Context, facts: readonly Fact[], beside: readonly string[]): Promise<FirmBody> {
  const bytes = new Uint8Array(await c.req.arrayBuffer())
  const { rest, asked } = setAside(bytes, beside)
  const reading = readFirm(rest, 'body', facts)
  if ('faults' in reading) {
    const reply = problem(c, {
      status: 422,
      title: 'This is not a firm',
      detail: 'Nothing was kept.',
      faults: reading.faults,
    })
    return { is: 'refused', reply }
  }
  const query = Object.fromEntries(
    beside.map(name => [name, c.req.query(name)]).filter(([, value]) => value !== undefined),
  )
  return { is: 'read', firm: reading.firm, asked: { ...asked, ...query } }
}

/** What stands beside the firm is taken out; the bytes stay as they came when there is nothing of it, so that places of faults are right. */
function setAside(bytes: Uint8Array, beside: readonly string[]): { rest: Uint8Array | string; asked: Asked } {
  const body = asObject(bytes)
  const found = body ? beside.filter(name => Object.hasOwn(body, name)) : []
  if (!body || found.length === 0) return { rest: bytes, asked: {} }
  const firm = Object.entries(body).filter(([name]) => !found.includes(name))
  return {
    rest: JSON.stringify(Object.fromEntries(firm)),
    asked: Object.fromEntries(found.map(name => [name, body[name]])),
  }
}

function asObject(bytes: Uint8Array): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    // Not JSON: the reader of firms takes YAML too, and says what is wrong where.
    return undefined
  }
}
