/** One request to the server and what came of it, told apart as the room needs it: an answer, a no, or nothing at all. */
import { refusalOf } from '../../desk/client/ask.ts'
import type { Reply } from './outbox.ts'
import type { EntryRequest } from './requests.ts'

/** Networks that are gone do not always say so. */
const patience = 6_000

export async function reach({ path, method, body }: EntryRequest | GetRequest, key?: string): Promise<Reply> {
  const reply = await fetch(path, {
    method,
    headers: {
      accept: 'application/json',
      ...(key !== undefined && { 'idempotency-key': key }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(patience),
  }).catch(() => undefined)
  if (!reply) return { is: 'no answer' }
  if (reply.ok) {
    const read = await reply.json().catch(() => undefined)
    return read === undefined ? { is: 'no answer' } : { is: 'answer', body: read }
  }
  const came = isWhole(reply.clone())
  const { status, code, message, detail, fields, wait = 2 } = await refusalOf(reply)
  if (status === 401) return { is: 'signed out' }
  if (status === 429 || status >= 500 || code === 'still-under-way') return { is: 'busy', seconds: wait }
  // Without its words, which no is meant is not known: what is still under way would be taken for refused.
  if (!(await came)) return { is: 'no answer' }
  return { is: 'refused', refusal: { status, code, message, detail, fields } }
}

const isWhole = (reply: Response): Promise<boolean> =>
  reply.text().then(
    () => true,
    () => false,
  )

interface GetRequest {
  readonly path: string
  readonly method: 'GET'
  readonly body?: undefined
}
