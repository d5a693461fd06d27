import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { newWebhookSecret } from '@ieum/delivery'
import { deliverDue, sealWebhookSecrets, webhookSender } from '@ieum/services'
import { inTheHouse, sealer } from '@ieum/services/testing'
import { expect, it, onTestFinished } from 'vitest'
import { openFor, ownPostgres } from './harness/own-postgres.ts'
import { inWords, reached, seconds } from './harness/reached.ts'
import { rounds } from './harness/rounds.ts'

const kills = rounds({ onPush: 2, nightly: 100 })
const eventsARound = 5

type Mood = 'takes it' | 'hangs' | 'fails' | 'takes it and breaks off'

/** What a receiver saw of each event. */
interface Seen {
  readonly calls: number[]
  readonly bodies: Set<string>
  /** How often it was shown to people: once, under its id, however often it came. */
  shown: number
  moods: number
}

/** Keeps what it took under its id, as receivers are told to; moody for the first calls of each event. */
async function moodyReceiver() {
  const seen = new Map<string, Seen>()
  const open = new Set<string>()
  const state = { mood: (): Mood => 'takes it' }
  const answer = (mood: Mood, id: string, its: Seen, response: ServerResponse): void => {
    if (mood === 'hangs') return
    open.delete(id)
    if (mood === 'fails') {
      response.statusCode = 500
      response.end()
      return
    }
    if (its.shown === 0) its.shown += 1
    if (mood === 'takes it') response.end()
    else response.destroy()
  }
  const server = createServer(async (request, response) => {
    const id = String(request.headers['webhook-id'])
    const its = seen.get(id) ?? { calls: [], bodies: new Set<string>(), shown: 0, moods: 0 }
    seen.set(id, its)
    its.calls.push(performance.now())
    open.add(id)
    response.on('close', () => open.delete(id))
    its.bodies.add(await text(request).catch(() => 'cut off'))
    const mood = its.moods < 2 ? state.mood() : 'takes it'
    if (mood !== 'takes it') its.moods += 1
    answer(mood, id, its, response)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, seen, open, state }
}

it(
  'C08: every event comes at least once and is seen once when workers are killed again and again and the receiver fails, hangs and breaks off',
  async context => {
    const { url } = await ownPostgres()
    const database = await openFor(url)
    const receiver = await moodyReceiver()
    await inTheHouse(database, tx =>
      tx
        .insertInto('agency_contact')
        .values({ agency: 'kpic', way: 'desk', webhook_url: receiver.url, webhook_secret: newWebhookSecret() })
        .execute(),
    )
    await sealWebhookSecrets({ database, sealer })

    const alive = new Set<ChildProcess>()
    onTestFinished(() => {
      for (const child of alive) child.kill('SIGKILL')
    })
    const startWorker = async () => {
      const file = join(import.meta.dirname, '../packages/services/src/testing/delivering-child.ts')
      const child = spawn(process.execPath, [file, url], { stdio: ['ignore', 'pipe', 'inherit'] })
      alive.add(child)
      await once(child.stdout!, 'data')
      return child
    }
    // Another worker, which waits for its turn while one of the others is to die.
    const senders = { webhook: webhookSender({ database, sealer, allowLocal: true, milliseconds: 1_500 }) }
    const other = () => deliverDue({ database, senders }, { now: new Date(), most: 8 })

    const killed: { readonly event: string; readonly at: number }[] = []
    for (let round = 0; round < kills; round += 1) {
      const worker = await startWorker()
      receiver.state.mood = () => 'hangs'
      await inTheHouse(database, tx =>
        tx
          .insertInto('delivery')
          .values(
            Array.from({ length: eventsARound }, (_, count) => ({
              channel: 'webhook' as const,
              address: 'kpic',
              event: `event-${round}-${count}`,
              body: JSON.stringify({ kind: 'x', round, count }),
            })),
          )
          .execute(),
      )
      await expect.poll(() => receiver.open.size, { timeout: 20_000, interval: 5 }).toBeGreaterThan(0)
      await wait(Math.random() * 40)
      const mid = [...receiver.open]
      const at = performance.now()
      worker.kill('SIGKILL')
      await once(worker, 'exit')
      alive.delete(worker)
      for (const event of mid) killed.push({ event, at })
      receiver.state.mood = () =>
        (['takes it', 'takes it', 'fails', 'hangs', 'takes it and breaks off'] as const)[Math.floor(Math.random() * 5)]!
      await other()
    }

    const waiting = () =>
      inTheHouse(database, tx => tx.selectFrom('delivery').select('event').where('state', '<>', 'delivered').execute())
    const end = performance.now() + 180_000
    while ((await waiting()).length > 0 && performance.now() < end) {
      await other()
      await wait(200)
    }
    expect(await waiting()).toEqual([])
    const events = kills * eventsARound
    const all = [...receiver.seen.values()]
    expect(all).toHaveLength(events)
    expect(all.filter(({ shown }) => shown !== 1)).toEqual([])
    // The same event says the same each time: whoever goes by its id misses nothing.
    expect(all.filter(({ bodies }) => bodies.size !== 1)).toEqual([])
    const again = killed.map(({ event, at }) => receiver.seen.get(event)!.calls.find(call => call > at)! - at)
    expect(Math.max(...again)).toBeLessThanOrEqual(60_000)
    const calls = all.reduce((sum, { calls }) => sum + calls.length, 0)
    reached(context, {
      check: 'C08',
      rounds: kills,
      figure: `${inWords(kills)} workers killed over ${inWords(killed.length)} open calls: 0 of ${inWords(events)} events lost, ${inWords(calls)} calls, 0 seen twice; sent again within ${seconds(Math.max(...again))} of the kill`,
    })
  },
  240_000 + kills * 15_000,
)
