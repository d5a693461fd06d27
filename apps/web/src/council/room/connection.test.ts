import { afterEach, describe, expect, it, vi } from 'vitest'
import { reach } from './connection.ts'

afterEach(() => vi.unstubAllGlobals())

const problem = JSON.stringify({ title: 'Conflict', code: 'changed-meanwhile' })
/** The network goes away after half of the body. */
const cutOff = () =>
  new ReadableStream({
    start(body) {
      body.enqueue(new TextEncoder().encode(problem.slice(0, 20)))
      body.error(new DOMException('signal timed out', 'TimeoutError'))
    },
  })
const told = (body: BodyInit | (() => BodyInit), status: number) => {
  vi.stubGlobal('fetch', async () => new Response(typeof body === 'function' ? body() : body, { status }))
  return reach({ path: '/api/x', method: 'GET' })
}

describe('a request of the room', () => {
  it('is refused with the code that the server gives', async () => {
    expect(await told(problem, 409)).toMatchObject({
      is: 'refused',
      refusal: { status: 409, code: 'changed-meanwhile' },
    })
  })

  it('is refused in the words of something on the way, which gives no code', async () => {
    expect(await told('<h1>Forbidden</h1>', 403)).toMatchObject({ is: 'refused', refusal: { status: 403 } })
  })

  it.each([200, 403, 409, 422])('has no answer where that with status %d is cut off', async status => {
    expect(await told(cutOff, status)).toEqual({ is: 'no answer' })
  })

  it('is to wait, or to be signed in, whatever became of the words', async () => {
    expect(await told(cutOff, 503)).toEqual({ is: 'busy', seconds: 2 })
    expect(await told(cutOff, 401)).toEqual({ is: 'signed out' })
  })
})
