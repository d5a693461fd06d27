/** The file as it is, whatever letters it is in: the server reads them. */
import { newKey, Refused, refusalOf } from '../client/ask.ts'

export const mostBytes = 250_000

export async function sendSheet<Answer>(path: string, file: Blob, key = newKey()): Promise<Answer> {
  const reply = await fetch(path, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'text/csv', 'idempotency-key': key },
    body: file,
  }).catch((error: unknown) => {
    throw new Refused({ status: 0, title: String(error), code: 'unreachable' })
  })
  if (!reply.ok) throw await refusalOf(reply)
  return (await reply.json()) as Answer
}
