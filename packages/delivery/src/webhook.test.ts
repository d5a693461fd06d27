import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newWebhookSecret, sendWebhook } from './webhook.ts'

let listener: Server
let connections = 0
let answer: (request: IncomingMessage, response: ServerResponse, body: string) => void

beforeEach(async () => {
  connections = 0
  answer = (_, response) => response.end()
  listener = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    answer(request, response, body)
  })
  listener.on('connection', () => {
    connections += 1
  })
  await new Promise<void>(done => listener.listen(0, '127.0.0.1', done))
})
afterEach(() => {
  listener.closeAllConnections()
  return new Promise(done => listener.close(done))
})

const port = () => (listener.address() as AddressInfo).port
const secret = newWebhookSecret()
const message = (url: string) => ({
  url,
  secret,
  id: 'event-1',
  at: new Date(),
  body: JSON.stringify({ type: 'referral-send', data: {} }),
})

describe('a webhook', () => {
  it('carries a signature that the receiver can hold against its secret', async () => {
    const seen: unknown[] = []
    answer = ({ headers }, response, body) => {
      seen.push(new Webhook(secret).verify(body, headers as Record<string, string>))
      expect(() => new Webhook(newWebhookSecret()).verify(body, headers as Record<string, string>)).toThrow()
      response.end()
    }
    const posted = await sendWebhook(message(`http://127.0.0.1:${port()}/hook`), { allowLocal: true })
    expect(posted).toEqual({ is: 'answered', status: 200, body: '' })
    expect(seen).toEqual([{ type: 'referral-send', data: {} }])
  })

  it('C39: reaches no door inside the house', async () => {
    const inside = ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '0x7f.1', '2130706433', '0', '10.0.0.1']
    for (const host of inside)
      for (const scheme of ['https', 'http'])
        expect(await sendWebhook(message(`${scheme}://${host}:${port()}/`), {})).toMatchObject({ is: 'no such place' })
    expect(connections).toBe(0)
  })

  it('C39: is not led inside by a name, not even by one that has an outer address as well', async () => {
    for (const addresses of [['127.0.0.1'], ['203.0.114.1', '127.0.0.1'], ['::ffff:127.0.0.1']])
      expect(
        await sendWebhook(message(`https://receiver.example:${port()}/`), { resolve: async () => addresses }),
      ).toMatchObject({ is: 'no such place' })
    expect(connections).toBe(0)
  })

  it('C39: asks for the address once, and connects to that one', async () => {
    let asked = 0
    // First outside, then inside: whoever asked again would be led to the listener.
    const resolve = async () => {
      asked += 1
      return asked === 1 ? ['127.0.0.1'] : ['203.0.114.1']
    }
    const posted = await sendWebhook(message(`http://receiver.example:${port()}/`), { resolve, allowLocal: true })
    expect([posted.is, asked, connections]).toEqual(['answered', 1, 1])
  })

  it('C39: follows no redirect', async () => {
    answer = (request, response) =>
      request.url === '/' ? response.writeHead(307, { location: '/inside' }).end() : response.end('inside')
    expect(await sendWebhook(message(`http://127.0.0.1:${port()}/`), { allowLocal: true })).toMatchObject({
      status: 307,
      body: '',
    })
    expect(connections).toBe(1)
  })

  it.each(['ftp://receiver.example/', 'file:///etc/passwd', 'https://user:word@receiver.example/', 'receiver.example'])(
    'is not sent to %s',
    async url => expect(await sendWebhook(message(url), {})).toMatchObject({ is: 'no such place' }),
  )

  it('waits no longer than it was told for one who does not answer, or never ends answering', async () => {
    for (const hang of [
      () => undefined,
      (_: IncomingMessage, response: ServerResponse) => void response.writeHead(200).write('a'),
    ]) {
      answer = hang
      const posted = await sendWebhook(message(`http://127.0.0.1:${port()}/`), { allowLocal: true, milliseconds: 150 })
      expect(posted).toEqual({ is: 'no answer', why: 'no answer in time' })
    }
  })

  it('reads no answer without end', async () => {
    answer = (_, response) => {
      response.writeHead(200)
      for (let i = 0; i < 10; i += 1) response.write('a'.repeat(100_000))
    }
    expect(await sendWebhook(message(`http://127.0.0.1:${port()}/`), { allowLocal: true })).toMatchObject({
      is: 'no answer',
    })
  })
})
