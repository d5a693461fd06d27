import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { createApp, serve, workHere } from '@ieum/server'
import { type Acting, exchangeSender, type FirmCapacity, type Person, type PostCapacity } from '@ieum/services'
import {
  type AgreedLink,
  addAgreedLink,
  addFirm,
  addHandedOn,
  addOfficer,
  inTheHouse,
  koreanCatalogue,
  on,
  sealer,
} from '@ieum/services/testing'
import type { Database, PaperStore } from '@ieum/storage'
import { describeInBothHomes } from '@ieum/storage/testing'
import { folderPlace, type PaperPlace } from '@ieum/storage/testing/papers'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { anySigner, type Needs } from './harness/hand-on.ts'
import { openFor, ownPostgres } from './harness/own-postgres.ts'
import { inWords, reached } from './harness/reached.ts'
import { mostTime, rounds } from './harness/rounds.ts'

let catalogue: Needs['catalogue']
let signer: Needs['signer']
let place: PaperPlace
beforeAll(async () => {
  catalogue = await koreanCatalogue()
  signer = await anySigner()
  place = await folderPlace()
}, 60_000)
afterAll(() => place?.close())

const people = new Map<string, Person>()

/** A server process as far as the records see it: connections of its own, and no knowledge of another's requests. */
function serverOn(database: Database) {
  const work = workHere(catalogue)
  const report = (error: Error) => {
    throw error
  }
  const crowd = {
    mostUnderWay: 1_000,
    ofOnePerson: { atOnce: 1_000_000, aSecond: 1_000_000 },
    ofOneAddress: { links: 1_000_000, messages: 1_000_000 },
  }
  const shared = { catalogue, work, today: () => on, report, crowd }
  const personOf = async (headers: Headers) => people.get(headers.get('x-person') ?? '') ?? null
  return { ...shared, desk: { ...shared, database, signer, sealer, papers: place.store, personOf } }
}

interface World {
  readonly database: Database
  readonly link: AgreedLink
  readonly sender: Acting<PostCapacity>
  readonly receiver: Acting<PostCapacity>
}

async function worldIn(database: Database): Promise<World> {
  const link = await addAgreedLink(database)
  await inTheHouse(database, async tx => {
    await tx
      .insertInto('agency_contact')
      .values({ agency: link.toAgency, way: 'mail', mail: 'desk@kpic.example' })
      .execute()
  })
  const sender = await addOfficer(database, link.fromAgency, 'desk-officer')
  const receiver = await addOfficer(database, link.toAgency, 'desk-officer')
  for (const { person } of [sender, receiver]) people.set(person.id, person)
  return { database, link, sender, receiver }
}

interface HandedOnFirm {
  readonly firm: Acting<FirmCapacity>
  /** Stands in the firm's name and in its paper, and nowhere else. */
  readonly canary: string
  readonly referral: string
  readonly consent: string
  readonly paper: string
  readonly token: string
}

/** A firm that the receiving desk may read in every way there is. */
async function handedOn({ database, link }: World, papers: PaperStore, content?: Uint8Array): Promise<HandedOnFirm> {
  const canary = `canary-${crypto.randomUUID()}`
  const firm = await addFirm(database, { name: canary })
  people.set(firm.person.id, firm.person)
  const bytes = content ?? new TextEncoder().encode(canary)
  const sha256 = await papers.keep(bytes)
  const paper = await inTheHouse(database, tx =>
    tx
      .insertInto('paper')
      .values({
        firm_id: firm.capacity.firm,
        kind: 'plan',
        name: '계획.txt',
        media_type: 'text/plain',
        bytes: bytes.length,
        sha256,
        state: 'clean',
        checked_at: new Date(),
        checked_by: 'structure',
        uploaded_by: firm.person.id,
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  const { referral, consents } = await addHandedOn(
    database,
    { firm: firm.capacity.firm, person: firm.person.id },
    link,
    { participations: true, papers: [paper.id] },
  )
  const token = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')
  await inTheHouse(database, tx =>
    tx
      .insertInto('one_time_link')
      .values({
        token_sha256: createHash('sha256').update(token).digest('hex'),
        referral_id: referral,
        agency: link.toAgency,
        mail: 'desk@kpic.example',
        created_at: new Date(),
        until: new Date(Date.now() + 86_400_000),
      })
      .execute(),
  )
  return { firm, canary, referral, consent: consents[0]!, paper: paper.id, token }
}

type Server = ReturnType<typeof serverOn>
type Answered = { readonly at: number; readonly holds: boolean; readonly status: number }

const ask = (
  server: { app: ReturnType<typeof createApp> },
  who: Person,
  method: string,
  path: string,
  body?: unknown,
) =>
  server.app.request(path, {
    method,
    headers: {
      'x-person': who.id,
      origin: 'http://localhost',
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })

/** Each way in which the receiving side may come by what the firm agreed to. */
const ways = {
  box: ['GET', ({ post }) => `/api/posts/${post}/referrals?box=in`],
  case: ['GET', ({ post, it }) => `/api/posts/${post}/referrals/${it.referral}`],
  dossier: ['GET', ({ post, it }) => `/api/posts/${post}/firms/${it.firm.capacity.firm}/dossier`],
  paper: [
    'GET',
    ({ post, it }) => `/api/posts/${post}/firms/${it.firm.capacity.firm}/papers/${it.paper}/content?reason=review`,
  ],
  csv: ['POST', ({ post }) => `/api/posts/${post}/referrals/export`, () => list('csv')],
  parquet: ['POST', ({ post }) => `/api/posts/${post}/referrals/export`, () => list('parquet')],
  sheet: [
    'POST',
    ({ post }) => `/api/posts/${post}/answers/sheet`,
    () => ({ purpose: 'monthly review', language: 'en' }),
  ],
  file: [
    'POST',
    ({ post, it }) => `/api/posts/${post}/referrals/${it.referral}/export`,
    () => ({ purpose: 'monthly review', format: 'json' }),
  ],
  link: ['POST', () => '/api/one-time', ({ token }) => ({ token })],
} satisfies Record<
  string,
  readonly [string, (of: { post: string; it: HandedOnFirm }) => string, ((it: HandedOnFirm) => unknown)?]
>
type Way = keyof typeof ways | 'exchange'
const allWays: readonly Way[] = [...(Object.keys(ways) as (keyof typeof ways)[]), 'exchange']

const list = (format: string) => ({
  side: 'received',
  purpose: 'monthly review',
  from: '2026-01-01',
  to: '2026-12-31',
  format,
})

/** The order of what happened in this process, in which both servers and all who ask are. */
let happened = 0

async function read(
  server: Running,
  { receiver }: World,
  it: HandedOnFirm,
  way: Way,
  other: OtherInstallation,
): Promise<Answered> {
  if (way === 'exchange') {
    const came = await other.send(server, it)
    return { at: came ?? 0, holds: came !== undefined, status: 200 }
  }
  const [method, path, body] = ways[way] as (typeof ways)['link']
  const of = { post: receiver.capacity.post, it }
  const response = await ask(server, receiver.person, method, (path as (of: object) => string)(of), body?.(it))
  happened += 1
  const at = happened
  return { at, holds: Buffer.from(await response.arrayBuffer()).includes(it.canary), status: response.status }
}

type End = 'consent withdrawn' | 'referral withdrawn' | 'recalled'
const ends: readonly End[] = ['consent withdrawn', 'referral withdrawn', 'recalled']

/** When it was acknowledged. */
async function end(server: Running, { sender }: World, it: HandedOnFirm, how: End): Promise<number> {
  const { firm } = it
  const ofFirm = `/api/firms/${firm.capacity.firm}`
  const response =
    how === 'consent withdrawn'
      ? await ask(server, firm.person, 'POST', `${ofFirm}/consents/${it.consent}/withdrawal`)
      : how === 'referral withdrawn'
        ? await ask(server, firm.person, 'POST', `${ofFirm}/referrals/${it.referral}/moves`, {
            move: 'withdraw',
            changed: 1,
          })
        : await ask(
            server,
            sender.person,
            'POST',
            `/api/posts/${sender.capacity.post}/referrals/${it.referral}/moves`,
            {
              move: 'recall',
              reason: 'sent-in-error',
              changed: 1,
            },
          )
  happened += 1
  const at = happened
  expect([response.status, await response.text()]).toEqual([200, expect.anything()])
  return at
}

interface Running extends Server {
  readonly app: ReturnType<typeof createApp>
}
const running = (database: Database): Running => {
  const server = serverOn(database)
  return { ...server, app: createApp(server) }
}

interface OtherInstallation {
  /** When the firm's record arrived there; undefined when it was not sent. */
  send(server: Running, it: HandedOnFirm): Promise<number | undefined>
}

async function otherInstallation(database: Database): Promise<OtherInstallation> {
  const arrived = new Map<string, number>()
  const there = createServer((request, reply) => {
    const parts: Buffer[] = []
    request.on('data', part => parts.push(part))
    request.on('end', () => {
      const { message } = JSON.parse(Buffer.concat(parts).toString()) as { message: string }
      const { referral } = JSON.parse(Buffer.from(message.split('.')[1]!, 'base64url').toString()) as {
        referral: string
      }
      happened += 1
      arrived.set(referral, happened)
      reply.end('{}')
    })
  })
  await new Promise<void>(listening => there.listen(0, '127.0.0.1', listening))
  onTestFinished(() => new Promise(closed => there.close(() => closed())))
  await inTheHouse(database, tx =>
    tx
      .insertInto('installation')
      .values({
        id: 'there',
        name: 'there',
        base_url: `http://127.0.0.1:${(there.address() as AddressInfo).port}`,
        public_key: '{}',
        agencies: ['kpic'],
      })
      .execute(),
  )
  return {
    async send({ desk }, { referral, canary }) {
      const send = exchangeSender({ database: desk.database, signer, installation: 'here', today: () => on })
      const body = { kind: 'referral', referral, n: 1, urgent: false, content: JSON.stringify({ canary }) }
      await send({ address: 'there', body } as never, new Date())
      return arrived.get(referral)
    },
  }
}

interface Raced {
  readonly reads: number
  readonly before: number
  readonly late: readonly string[]
  readonly longest: number
}

/** Every way at once, begun at chances within a few milliseconds; somewhere in between the end. */
async function race(servers: readonly Running[], rounds: number): Promise<Raced> {
  const world = await worldIn(servers[0]!.desk.database)
  const other = await otherInstallation(world.database)
  const late: string[] = []
  let [reads, before, longest] = [0, 0, 0]
  for (let round = 0; round < rounds; round += 1) {
    const it = await handedOn(world, place.store)
    const how = ends[round % ends.length]!
    const server = (count: number) => servers[(round + count) % servers.length]!
    let acknowledged = Number.POSITIVE_INFINITY
    const ending = wait(Math.random() * 25).then(async () => {
      const begun = performance.now()
      acknowledged = await end(server(0), world, it, how)
      longest = Math.max(longest, performance.now() - begun)
    })
    const answers = await Promise.all(
      allWays.map(async (way, count) => {
        await wait(Math.random() * 30)
        return { way, ...(await read(server(count), world, it, way, other)) }
      }),
    )
    await ending
    for (const { way, holds, at } of answers) {
      if (holds && at < acknowledged) before += 1
      if (holds && at > acknowledged) late.push(`${way} after ${how}`)
    }
    reads += answers.length
    // And what nobody raced with: each way is closed.
    if (round % 20 === 0)
      for (const way of allWays.filter(way => way !== 'exchange'))
        expect([way, (await read(server(1), world, it, way, other)).holds]).toEqual([way, false])
  }
  return { reads, before, late, longest }
}

const told = ({ reads, before, late, longest }: Raced, home: string) =>
  `${home}: ${late.length} of ${inWords(reads)} reads answered after a withdrawal or recall was acknowledged (${inWords(before)} before it); acknowledged within ${Math.round(longest)} ms`

describe('C16 T2: what was taken back is read by nobody once that is acknowledged,', () => {
  const onServer = rounds({ onPush: 24, nightly: 1_250 })
  it(
    'on any way, by any of two servers on PostgreSQL',
    async context => {
      const { url } = await ownPostgres()
      const servers = [running(await openFor(url)), running(await openFor(url))]
      const raced = await race(servers, onServer)
      expect(raced.late).toEqual([])
      expect(raced.before).toBeGreaterThan(0)
      reached(context, { check: 'C16', rounds: raced.reads, figure: told(raced, 'PostgreSQL') })
    },
    60_000 + onServer * 1_000,
  )

  it('not even by someone who takes his time with a download: it is cut off', async () => {
    const { url } = await ownPostgres()
    const [reading, ending] = [running(await openFor(url)), running(await openFor(url))]
    const world = await worldIn(reading.desk.database)
    // More than the operating system takes off our hands.
    const it = await handedOn(world, place.store, new Uint8Array(18_000_000).fill(120))
    const serving = await serve(reading, { port: 0, host: '127.0.0.1' })
    if (serving.is !== 'serving') throw new Error(serving.is)
    onTestFinished(() => serving.close())
    const { post } = world.receiver.capacity
    const path = ways.paper[1]({ post, it })
    const socket = connect(serving.port, '127.0.0.1')
    socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\nx-person: ${world.receiver.person.id}\r\n\r\n`)
    await new Promise<void>(begun => socket.once('readable', begun))
    const begun = performance.now()
    await end(ending, world, it, 'consent withdrawn')
    expect(performance.now() - begun).toBeLessThan(mostTime(3_000))
    let bytes = 0
    socket.on('data', part => {
      bytes += part.length
    })
    await new Promise<void>(closed => socket.on('close', closed).on('error', () => undefined))
    expect(bytes).toBeLessThan(18_000_000)
  })
})

describeInBothHomes('C16 T2: within one server', open => {
  const withinOne = rounds({ onPush: 6, nightly: 100 })
  it(
    'nothing that was taken back is answered once that is acknowledged',
    async context => {
      const database = open()
      const raced = await race([running(database)], withinOne)
      expect(raced.late).toEqual([])
      reached(context, {
        check: 'C16',
        rounds: raced.reads,
        figure: told(raced, database.home === 'embedded' ? 'PGlite' : 'PostgreSQL, one server'),
      })
    },
    60_000 + withinOne * 1_000,
  )
})
