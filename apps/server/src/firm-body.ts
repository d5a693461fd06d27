/** The firm in the body of a request, and what may be asked beside it, in the query or in the body. */
import { checkFirm, firmLimits, placesIn, readYaml } from '@ieum/catalogue'
import type { Fact, Fault, Firm } from '@ieum/catalogue/records'
import type { Context } from 'hono'
import { problem } from './problem.ts'

export type Asked = Readonly<Record<string, unknown>>

export type FirmBody =
  | { readonly is: 'read'; readonly firm: Firm; readonly asked: Asked }
  | { readonly is: 'refused'; readonly reply: Response }

/** `beside`: names of what may stand beside the firm; the query is stronger than the body. */
export async function firmBody(c: Context, facts: readonly Fact[], beside: readonly string[]): Promise<FirmBody> {
  const refused = (faults: readonly Fault[]): FirmBody => ({
    is: 'refused',
    reply: problem(c, { status: 422, title: 'This is not a firm', detail: 'Nothing was kept.', faults }),
  })
  const strange = Object.keys(c.req.query()).find(name => !beside.includes(name))
  if (strange !== undefined)
    return {
      is: 'refused',
      reply: problem(c, {
        status: 400,
        title: `nothing is asked by the name ${strange}`,
        detail: `In the query may stand: ${beside.join(', ')}.`,
      }),
    }
  const reading = readYaml(new Uint8Array(await c.req.arrayBuffer()), 'body', firmLimits)
  if (reading.is === 'refused') return refused([reading.fault])

  const { rest, asked } = setAside(reading.value, beside)
  const checked = checkFirm(rest, facts)
  if ('findings' in checked) {
    const places = placesIn(reading.text, reading.document)
    return refused(
      checked.findings.map(({ pointer, at, wrong, right }) => ({
        file: 'body',
        ...(at === 'key' ? places.key(pointer) : places.value(pointer)),
        wrong,
        ...(right !== undefined && { right }),
      })),
    )
  }
  const query = Object.fromEntries(
    beside.map(name => [name, c.req.query(name)]).filter(([, value]) => value !== undefined),
  )
  return { is: 'read', firm: checked.firm, asked: { ...asked, ...query } }
}

function setAside(body: unknown, beside: readonly string[]): { rest: unknown; asked: Asked } {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return { rest: body, asked: {} }
  const isBeside = ([name]: readonly [string, unknown]) => beside.includes(name)
  const entries = Object.entries(body)
  return {
    rest: Object.fromEntries(entries.filter(entry => !isBeside(entry))),
    asked: Object.fromEntries(entries.filter(isBeside)),
  }
}
