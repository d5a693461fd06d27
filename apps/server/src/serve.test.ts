import { connect } from 'node:net'
import { allowedHere, fastest } from '@ieum/catalogue/testing'
import { type AgreedLinks, runningCatalogue } from '@ieum/services'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foundry, needsForTests } from './in-process.ts'
import { type Serving, serve } from './serve.ts'
import { workInThreads } from './work-in-threads.ts'

let serving: Extract<Serving, { is: 'serving' }>
let address: string

beforeAll(async () => {
  const started = await serve(await needsForTests(), { port: 0, host: '127.0.0.1' })
  if (started.is !== 'serving') throw new Error(started.is)
  serving = started
  address = `http://127.0.0.1:${started.port}`
})
afterAll(() => serving.close())

const match = (body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(`${address}/api/match`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })

/** The head of what comes back over a bare connection. */
function talk(send: (write: (text: string) => boolean) => void): Promise<string> {
  return new Promise(resolve => {
    const socket = connect(serving.port, '127.0.0.1')
    let text = ''
    socket.on('data', chunk => {
      text += chunk
      if (text.includes('\r\n\r\n')) socket.destroy()
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(text))
    socket.on('connect', () => send(chunk => !socket.destroyed && socket.write(chunk)))
  })
}

const stillAnswers = async () => {
  const answer = await match(JSON.stringify(foundry))
  return [answer.status, ((await answer.json()) as { firm: string }).firm]
}

describe('a listening server', () => {
  it('refuses 50 MB by what the head says, before the body comes', async () => {
    const ask = () =>
      talk(write =>
        write(
          'POST /api/match HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 50000000\r\n\r\n',
        ),
      )
    const { value, taken } = await fastest(500, ask)
    expect(value).toMatch(/^HTTP\/1\.1 413 /)
    expect(taken).toBeLessThan(allowedHere(500, taken))
    expect(await stillAnswers()).toEqual([200, 'example-foundry'])
  })

  it('refuses 50 MB that come without a length as soon as they are too many', async () => {
    const chunk = `10000\r\n${' '.repeat(65_536)}\r\n`
    const text = await talk(write => {
      write(
        'POST /api/match HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n',
      )
      for (let sent = 0; sent < 50_000_000 && write(chunk); sent += 65_536);
      for (let sent = 0; sent < 1_000_000; sent += 65_536) write(chunk)
    })
    expect(text).toMatch(/^HTTP\/1\.1 413 /)
    expect(await stillAnswers()).toEqual([200, 'example-foundry'])
  })

  it('answers others while slow clients send a byte now and then', async () => {
    const slow = Array.from({ length: 50 }, () => connect(serving.port, '127.0.0.1'))
    for (const socket of slow) {
      socket.on('error', () => {})
      socket.write('POST /api/match HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n{')
    }
    expect(await stillAnswers()).toEqual([200, 'example-foundry'])
    for (const socket of slow) socket.destroy()
  })

  it('refuses 10,000 headers and a length that is none', async () => {
    const headers = Array.from({ length: 10_000 }, (_, n) => `x-${n}: 1\r\n`).join('')
    const long = await talk(write => write(`GET /healthz HTTP/1.1\r\nhost: x\r\n${headers}\r\n`))
    expect(long).toMatch(/^HTTP\/1\.1 431 /)
    const wrong = await talk(write => write('POST /api/match HTTP/1.1\r\nhost: x\r\ncontent-length: ten\r\n\r\n'))
    expect(wrong).toMatch(/^HTTP\/1\.1 400 /)
    expect(await stillAnswers()).toEqual([200, 'example-foundry'])
  })

  it('answers others while it plans, and plans as the planner does', async () => {
    const needs = await needsForTests()
    const work = workInThreads(runningCatalogue(needs.catalogue))
    const threaded = await serve({ ...needs, work }, { port: 0, host: '127.0.0.1' })
    if (threaded.is !== 'serving') throw new Error(threaded.is)
    const ask = (path: string) =>
      fetch(`http://127.0.0.1:${threaded.port}${path}`, { method: 'POST', body: JSON.stringify(foundry) })
    const planned = await (await ask('/api/plan?on=2026-06-01&pathway=root')).json()
    const request = { firm: foundry, on: '2026-06-01', pathway: 'root' }
    expect({ is: 'planned', plan: planned }).toEqual(await needs.work.plan(request))

    const order: string[] = []
    const long = ask('/api/plan?on=2026-06-01&via=equipment,digital,export').then(() => order.push('plan'))
    await ask('/api/match?on=2026-06-01').then(() => order.push('match'))
    await long
    expect(order).toEqual(['match', 'plan'])
    await threaded.close()
    await work.close()
  })

  it('plans in threads with the links as they stood when it was asked', async () => {
    const running = runningCatalogue((await needsForTests()).catalogue)
    const link = { ...running.base.rulebook.links[0]!, id: 'agreed-here', kind: 'relaxes' as const, valid: {} }
    const [from, to] = ['mss-automation-process', 'motie-koril-feasibility']
    const agreed = { ...link, from: { programme: from }, to, waives: ['research-institute'] }
    let links: AgreedLinks = { number: 0, links: [] }
    const work = workInThreads({ ...running, agreed: () => links })
    const participations = [{ programme: from, edition: '2025', outcome: 'completed', role: 'lead', on: '2026-05-15' }]
    const firm = { ...foundry, facts: { ...foundry.facts, participations } }
    const ways = async () => {
      const planned = await work.plan({ firm, on: '2026-06-01', via: [to], horizon: 'P1Y' })
      return planned.is === 'planned' ? planned.plan.itineraries.flatMap(({ legs }) => legs.map(leg => leg.link)) : []
    }
    const begun = ways()
    links = { number: 1, links: [agreed] }
    expect(await Promise.all([begun, ways()])).toEqual([[], ['agreed-here']])
    links = { number: 2, links: [] }
    expect(await ways()).toEqual([])
    await work.close()
  })

  it('says when its port is taken', async () => {
    expect(await serve(await needsForTests(), { port: serving.port, host: '127.0.0.1' })).toEqual({
      is: 'port taken',
      port: serving.port,
    })
  })

  it('says when it cannot listen at an address', async () => {
    const refused = await serve(await needsForTests(), { port: 0, host: '192.0.2.1' })
    expect(refused).toEqual({ is: 'no such host', host: '192.0.2.1' })
  })

  it('answers what is under way before it stops', async () => {
    const started = await serve(await needsForTests(), { port: 0, host: '127.0.0.1' })
    if (started.is !== 'serving') throw new Error(started.is)
    const answer = fetch(`http://127.0.0.1:${started.port}/api/match`, {
      method: 'POST',
      body: JSON.stringify(foundry),
    })
    await new Promise(later => setTimeout(later, 20))
    const [answered] = await Promise.all([answer, started.close()])
    expect(answered.status).toBe(200)
    await answered.arrayBuffer()
    await expect(fetch(`http://127.0.0.1:${started.port}/healthz`)).rejects.toThrow()
  })
})
