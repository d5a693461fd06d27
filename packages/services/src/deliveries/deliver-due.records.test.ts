import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { newWebhookSecret } from '@ieum/delivery'
import { type Database, openDatabase } from '@ieum/storage'
import { describeInBothHomes, dropServerDatabase, makeServerDatabase } from '@ieum/storage/testing'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aboutWebhookOf } from '../contact/webhook-secrets.ts'
import { sealer } from '../testing/sealer.ts'
import { addOfficer, inTheHouse } from '../testing/world.ts'
import { type Delivery, deliverDue, type Sender, type Sending } from './deliver-due.ts'
import { queueExchange, queueMail, queueWebhook } from './queue.ts'
import { mostTries, waitAfter } from './retry.ts'
import { webhookSender } from './webhook-sender.ts'

const inHouse = <T>(database: Database, work: (desk: Parameters<typeof queueMail>[0]) => Promise<T>): Promise<T> =>
  inTheHouse(database, tx => work({ tx, asWorker: work => work() }))

const letter = (event: string, more: object = {}) => ({
  address: 'a@agency.example',
  event,
  body: { letter: 'notice', kind: 'referral.send' },
  ...more,
})

const rows = (database: Database): Promise<Delivery[]> =>
  inTheHouse(database, tx => tx.selectFrom('delivery').selectAll().orderBy('created_at').orderBy('event').execute())

/** Says what it was told to, and keeps what it was given. */
function pretender(...says: Sending[]) {
  const seen: string[] = []
  const send: Sender = async ({ event }) => {
    seen.push(event)
    return says[seen.length - 1] ?? { is: 'delivered' }
  }
  return { seen, send }
}

const later = (ms: number) => new Date(Date.now() + ms)

describeInBothHomes('the outbox', open => {
  it('C01: takes what is queued into the transaction that it tells of', async () => {
    const database = open()
    const failing = inHouse(database, async desk => {
      await queueMail(desk, [letter('one')])
      throw new Error('the move failed')
    })
    await expect(failing).rejects.toThrow('the move failed')
    expect(await rows(database)).toEqual([])
  })

  it('C08: holds one row a channel, address and event', async () => {
    const database = open()
    await inHouse(database, async desk => {
      await queueMail(desk, [letter('one'), letter('one'), letter('two')])
      await queueMail(desk, [letter('one'), letter('one', { address: 'b@agency.example' })])
      await queueWebhook(desk, [letter('one')])
    })
    expect(
      (await rows(database)).map(({ channel, address, event }) => `${channel} ${address} ${event}`).sort(),
    ).toEqual([
      'mail a@agency.example one',
      'mail a@agency.example two',
      'mail b@agency.example one',
      'webhook a@agency.example one',
    ])
  })

  it('sends each once, and keeps what it has for channels that nobody serves', async () => {
    const database = open()
    await inHouse(database, async desk => {
      await queueMail(desk, [letter('one'), letter('two')])
      await queueWebhook(desk, [letter('hook')])
    })
    const mail = pretender()
    const needs = { database, senders: { mail: mail.send } }
    expect(await deliverDue(needs, { now: later(100), most: 10 })).toMatchObject({ taken: 2, delivered: 2 })
    expect(await deliverDue(needs, { now: later(100), most: 10 })).toMatchObject({ taken: 0 })
    expect(mail.seen.sort()).toEqual(['one', 'two'])
    expect((await rows(database)).find(({ event }) => event === 'hook')).toMatchObject({
      state: 'waiting',
      attempts: 0,
    })
  })

  it('waits longer after each try, and comes back when the time has come', async () => {
    const database = open()
    await inHouse(database, desk => queueMail(desk, [letter('one')]))
    const mail = pretender({ is: 'not now', why: 'busy' })
    const needs = { database, senders: { mail: mail.send }, luck: () => 1 }
    const now = later(100)
    expect(await deliverDue(needs, { now, most: 10 })).toMatchObject({ postponed: 1 })
    expect((await rows(database))[0]).toMatchObject({ attempts: 1, last_error: 'busy', leased_until: null })
    expect(await deliverDue(needs, { now: new Date(now.getTime() + 4_900), most: 10 })).toMatchObject({ taken: 0 })
    expect(await deliverDue(needs, { now: new Date(now.getTime() + 5_000), most: 10 })).toMatchObject({ delivered: 1 })
  })

  it('takes an error of a sender for a "not now"', async () => {
    const database = open()
    await inHouse(database, desk => queueMail(desk, [letter('one')]))
    const send: Sender = () => Promise.reject(new Error('a wire was cut'))
    await deliverDue({ database, senders: { mail: send } }, { now: later(100), most: 1 })
    expect((await rows(database))[0]).toMatchObject({ state: 'waiting', last_error: 'a wire was cut' })
  })

  it('gives up after its last try, keeps nothing of a firm, and tells the administrator of the agency once', async () => {
    const database = open()
    const administrator = await addOfficer(database, 'tipa', 'agency-administrator')
    await inHouse(database, desk =>
      queueExchange(desk, [letter('one', { agency: 'tipa', body: { referral: 'r', content: { sales: 1 } } })]),
    )
    await inTheHouse(database, tx =>
      tx
        .updateTable('delivery')
        .set({ attempts: mostTries.exchange - 1 })
        .execute(),
    )
    const busy: Sender = async () => ({ is: 'not now', why: 'busy' })
    const needs = { database, senders: { exchange: busy } }
    expect(await deliverDue(needs, { now: later(100), most: 10 })).toMatchObject({ givenUp: 1 })
    expect(await deliverDue(needs, { now: later(9e9), most: 10 })).toMatchObject({ taken: 0 })
    expect((await rows(database))[0]).toMatchObject({ state: 'given-up', body: { referral: 'r' } })
    const notices = await inTheHouse(database, tx => tx.selectFrom('notice').selectAll().execute())
    expect(notices.map(({ post_id, kind, detail }) => [post_id, kind, detail.channel])).toEqual([
      [administrator.capacity.post, 'delivery.given-up', 'exchange'],
    ])
    // The administrator's own letter about it may be given up too: that is not told again.
    await deliverDue(
      { database, senders: { mail: pretender({ is: 'never', why: 'x' }).send } },
      { now: later(100), most: 9 },
    )
    expect(await inTheHouse(database, tx => tx.selectFrom('notice').selectAll().execute())).toHaveLength(1)
  })

  it('C08: takes again what a worker had taken who came to no end, and lets the late one not undo it', async () => {
    const database = open()
    await inHouse(database, desk => queueMail(desk, [letter('one')]))
    const now = later(100)
    let end: (sending: Sending) => void = () => undefined
    const hanging: Sender = () =>
      new Promise(resolve => {
        end = resolve
      })
    const first = deliverDue({ database, senders: { mail: hanging } }, { now, most: 1 })
    await expect.poll(async () => (await rows(database))[0]?.attempts).toBe(1)
    const second = pretender()
    const needs = { database, senders: { mail: second.send } }
    expect(await deliverDue(needs, { now: new Date(now.getTime() + 29_000), most: 1 })).toMatchObject({ taken: 0 })
    expect(await deliverDue(needs, { now: new Date(now.getTime() + 30_000), most: 1 })).toMatchObject({ delivered: 1 })
    end({ is: 'not now', why: 'late' })
    expect(await first).toMatchObject({ taken: 1, postponed: 0, delivered: 0 })
    expect((await rows(database))[0]).toMatchObject({ state: 'delivered', last_error: null })
  })

  it('shares the work among those who take at the same moment', async () => {
    const database = open()
    await inHouse(database, desk =>
      queueMail(
        desk,
        Array.from({ length: 40 }, (_, i) => letter(`event-${i}`)),
      ),
    )
    const mail = pretender()
    const needs = { database, senders: { mail: mail.send } }
    const now = later(100)
    while (
      (await Promise.all([1, 2, 3].map(() => deliverDue(needs, { now, most: 4 })))).some(({ taken }) => taken > 0)
    );
    expect(mail.seen).toHaveLength(40)
    expect(new Set(mail.seen).size).toBe(40)
  })

  it('sends the messages about one case in their order, but a stop at once', async () => {
    const database = open()
    const message = (event: string, referral: string, more: object = {}) =>
      letter(event, { address: 'motie', body: { referral, ...more } })
    for (const one of [
      message('a1', 'a'),
      message('a2', 'a'),
      message('b1', 'b'),
      message('a3', 'a', { urgent: true }),
    ])
      await inHouse(database, desk => queueExchange(desk, [one]))
    const exchange = pretender()
    const needs = { database, senders: { exchange: exchange.send } }
    await deliverDue(needs, { now: later(100), most: 10 })
    expect([...exchange.seen].sort()).toEqual(['a1', 'a3', 'b1'])
    await deliverDue(needs, { now: later(100), most: 10 })
    expect(exchange.seen.at(-1)).toBe('a2')
  })

  it('does not send letters that waited for days', async () => {
    const database = open()
    await inHouse(database, desk => queueMail(desk, [letter('one')]))
    const mail = pretender()
    const round = await deliverDue({ database, senders: { mail: mail.send } }, { now: later(73 * 3_600_000), most: 1 })
    expect([round.givenUp, mail.seen]).toEqual([1, []])
  })
})

it('waits between half and all of 5 s, doubled with each try, up to an hour', () => {
  expect([1, 2, 3, 10, 50].map(tries => waitAfter(tries, 1) / 1000)).toEqual([5, 10, 20, 2560, 3600])
  expect(waitAfter(1, 0) / 1000).toBe(2.5)
})

describe('C08: workers that are killed (PostgreSQL)', () => {
  let database: Database
  let url: string
  const name = `ieum_${crypto.randomUUID().replaceAll('-', '')}`
  let receiver: Server
  let calls: string[]
  let answer: (response: ServerResponse, call: number) => void

  beforeAll(async () => {
    url = await makeServerDatabase(name)
    const opened = await openDatabase({ url })
    if (opened.is !== 'open') throw new Error(JSON.stringify(opened))
    database = opened.database
  })
  afterAll(async () => {
    await database.close()
    await dropServerDatabase(name)
  })
  beforeEach(async () => {
    calls = []
    answer = response => response.end()
    receiver = createServer((request, response) => {
      request.resume()
      calls.push(String(request.headers['webhook-id']))
      answer(response, calls.length)
    })
    await new Promise<void>(done => receiver.listen(0, '127.0.0.1', done))
    await inTheHouse(database, async tx => {
      await tx.deleteFrom('delivery').execute()
      await tx.deleteFrom('agency_contact').execute()
      await tx
        .insertInto('agency_contact')
        .values({
          agency: 'kpic',
          way: 'desk',
          webhook_url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`,
          webhook_sealed: await sealer.seal(newWebhookSecret(), aboutWebhookOf('kpic')),
        })
        .execute()
    })
  })
  afterEach(() => {
    receiver.closeAllConnections()
    return new Promise(done => receiver.close(done))
  })

  const queueCalls = (count: number) =>
    inHouse(database, desk =>
      queueWebhook(
        desk,
        Array.from({ length: count }, (_, i) => ({ address: 'kpic', event: `event-${i}`, body: { kind: 'x' } })),
      ),
    )

  async function startWorker(ahead = 0) {
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, '../testing/delivering-child.ts'), url, String(ahead)],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    await once(child.stdout, 'data')
    return child
  }

  it('lose nothing: the next worker takes it within 60 s', async () => {
    answer = () => undefined
    await queueCalls(3)
    const child = await startWorker()
    await expect.poll(() => calls.length).toBe(3)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const left = await rows(database)
    for (const { state, leased_until } of left) {
      expect(state).toBe('waiting')
      expect(leased_until!.getTime() - Date.now()).toBeLessThan(60_000)
    }
    answer = response => response.end()
    const needs = { database, senders: { webhook: webhookSender({ database, sealer, allowLocal: true }) } }
    expect(await deliverDue(needs, { now: later(30_100), most: 10 })).toMatchObject({ delivered: 3 })
    expect([...calls.slice(3)].sort()).toEqual(['event-0', 'event-1', 'event-2'])
  })

  it('leave nothing undone and nothing visibly doubled when killed again and again, with a receiver that fails', async () => {
    const events = 30
    const kept = new Set<string>()
    answer = (response, call) => {
      if (call % 7 === 0) return
      response.statusCode = call % 5 === 0 ? 500 : 200
      if (response.statusCode === 200) kept.add(calls[call - 1]!)
      response.end()
    }
    await queueCalls(events)
    for (let round = 0; round < 4; round += 1) {
      // Each lives in a later hour, so that neither leases nor waiting need to be sat out.
      const child = await startWorker(round * 3_600_000)
      await wait(120 + 60 * round)
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
    answer = (response, call) => {
      kept.add(calls[call - 1]!)
      response.end()
    }
    const needs = { database, senders: { webhook: webhookSender({ database, sealer, allowLocal: true }) } }
    for (let hour = 5; hour < 15; hour += 1) await deliverDue(needs, { now: later(hour * 3_600_000), most: 50 })
    expect((await rows(database)).filter(({ state }) => state !== 'delivered')).toEqual([])
    // Whoever keeps what it was told under its id has each event once, though some were sent twice.
    expect(kept.size).toBe(events)
  })
})
