/** Asks the server where somebody acts, and tells its answers from its refusals. */

export interface FieldFault {
  /** A path into what was sent, as RFC 6901 writes it: `/reason`. */
  readonly field: string
  readonly wrong: string
}

/** A "no" of the server (`application/problem+json`), or none of its answers arriving at all: status 0. */
export class Refused extends Error {
  readonly status: number
  readonly code: string | undefined
  readonly detail: string | undefined
  readonly fields: readonly FieldFault[]
  /** Whole seconds until it may be tried again, where the server says so. */
  readonly wait: number | undefined

  constructor({ status, title, code, detail, fields = [], wait }: Problem) {
    super(title)
    this.status = status
    this.code = code
    this.detail = detail
    this.fields = fields
    this.wait = wait
  }
}

interface Problem {
  readonly status: number
  readonly title: string
  readonly code?: string | undefined
  readonly detail?: string | undefined
  readonly fields?: readonly FieldFault[] | undefined
  readonly wait?: number | undefined
}

export async function ask<T>(path: string, signal?: AbortSignal): Promise<T> {
  return answerTo<T>(path, { headers: { accept: 'application/json' }, ...(signal && { signal }) })
}

export type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** The same request under the same key is done once, however often it is sent. */
export async function change<T>(path: string, body: unknown, key = newKey(), method: Method = 'POST'): Promise<T> {
  return answerTo<T>(path, {
    method,
    headers: {
      accept: 'application/json',
      'idempotency-key': key,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}

/** `crypto.randomUUID` is only there over HTTPS and on this machine. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('')

async function answerTo<T>(path: string, init: RequestInit): Promise<T> {
  const reply = await fetch(path, init).catch((error: unknown) => {
    if (init.signal?.aborted) throw error
    throw new Refused({ status: 0, title: String(error), code: 'unreachable' })
  })
  // Done, with nothing more to say.
  if (reply.status === 204) return {} as T
  if (reply.ok) return (await reply.json()) as T
  throw await refusalOf(reply)
}

export async function refusalOf(reply: Response): Promise<Refused> {
  const wait = Number(reply.headers.get('retry-after')) || undefined
  return new Refused({ ...(await problemOf(reply)), status: reply.status, wait })
}

/** Something on the way may answer in words of its own. */
async function problemOf(reply: Response): Promise<Problem> {
  const { status } = reply
  const body: unknown = await reply.json().catch(() => undefined)
  const isProblem = typeof body === 'object' && body !== null && 'title' in body
  return isProblem ? (body as Problem) : { status, title: `${status} ${reply.statusText}` }
}
