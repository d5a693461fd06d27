import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { answerWithin } from './answer-within.ts'

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** `milliseconds` are short only where it is to be seen that they end: a busy machine may be late with an answer. */
async function asked(give: (answer: ServerResponse) => void, milliseconds = 20_000): Promise<unknown> {
  server = createServer((_, answer) => give(answer))
  await new Promise<void>(done => server!.listen(0, '127.0.0.1', done))
  const address = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/book`)
  return answerWithin(address, { milliseconds, bytes: 1000 })
}

it.each<[string, (answer: ServerResponse) => void, object, milliseconds?: number]>([
  ['JSON', answer => answer.end('{"a":1}'), { is: 'answer', said: { a: 1 } }],
  ['something else', answer => answer.end('<html>'), { is: 'answer' }],
  ['a page that is not there', answer => answer.writeHead(404).end(), { is: 'status', status: 404 }],
  [
    'the address of another',
    answer => answer.writeHead(308, { location: 'https://other.example/book?x=1' }).end(),
    { is: 'leads on', to: 'https://other.example/book' },
  ],
  ['nothing in time', () => {}, { is: 'none' }, 400],
  ['a body that does not end in time', answer => answer.write('{"a":'), { is: 'too slow' }, 400],
  ['a body that breaks off', answer => answer.write('{', () => answer.destroy()), { is: 'broken off' }],
])('an answer is %s', async (_, give, outcome, milliseconds) =>
  expect(await asked(give, milliseconds)).toEqual(outcome),
)

it('is not read to its end where it has none', async () => {
  let sent = 0
  const more = (answer: ServerResponse): void => {
    sent += 1
    if (!answer.destroyed) answer.write(' '.repeat(500), () => setImmediate(more, answer))
  }
  expect(await asked(more)).toEqual({ is: 'too large' })
  await new Promise(done => setTimeout(done, 100))
  const then = sent
  await new Promise(done => setTimeout(done, 100))
  expect(sent).toBe(then)
})
