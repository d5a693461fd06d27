import { randomBytes } from 'node:crypto'
import { Agent } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openDatabase } from '@ieum/storage'
import pg from 'pg'
import { expect, inject, it, onTestFinished } from 'vitest'
import { type Answer, ask } from './harness/ask.ts'
import { openFor, ownPostgres } from './harness/own-postgres.ts'
import { inWords, quantile, reached, seconds } from './harness/reached.ts'
import { rounds } from './harness/rounds.ts'
import { makeScene, type Scene, writeScene } from './harness/scene.ts'
import type { ServerWork } from './harness/serving.ts'
import { type SmallDisk, smallDisk } from './harness/small-disk.ts'
import { type ServerProcess, startServer } from './harness/start-server.ts'
import { untilPanic } from './harness/until-panic.ts'
import { whole } from './harness/whole.ts'

const times = rounds({ onPush: 1, nightly: 20 })
const on = '2026-06-01'
const crowd = { mostUnderWay: 48, ofOnePerson: { atOnce: 100_000, aSecond: 100_000 } }
/** So many writes are tried on a full disk until one is refused: a page that was begun still has room for some. */
const mostTries = 2_000
const patience = 60_000

interface Office {
  readonly scene: Scene
  readonly server: () => ServerProcess
  /** What whoever watches over the programs does: starts again what ended. */
  readonly revive: () => Promise<void>
}

interface Tally {
  acknowledged: number
  readonly refused: Map<number, number>
  readonly backAfter: number[]
  revived: number
  /** The last of the firm that was acknowledged, and the last that was tried. */
  stated: { acknowledged: number; tried: number }
  readonly papers: { readonly id: string; readonly content: string }[]
}

const nothingYet = (): Tally => ({
  acknowledged: 0,
  refused: new Map(),
  backAfter: [],
  revived: 0,
  stated: { acknowledged: 0, tried: 0 },
  papers: [],
})

const agent = new Agent({ keepAlive: true, maxSockets: 4 })

function asFirm({ scene, server }: Office, method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer> {
  const { person, capacity } = scene.firms[0]!
  const headers = { 'x-person': person.id }
  return ask({ port: server().port, agent, headers, method, path: `/api/firms/${capacity.firm}/${path}`, body })
}

function asOfficer({ scene, server }: Office, method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer> {
  const { person, capacity } = scene.sender
  const headers = { 'x-person': person.id }
  return ask({ port: server().port, agent, headers, method, path: `/api/posts/${capacity.post}/${path}`, body })
}

async function stateFact(office: Office, tally: Tally): Promise<Answer> {
  tally.stated.tried += 1
  const value = tally.stated.tried
  const facts = ['employees', 'sales', 'assets'].map(name => ({ name, value, asOf: '2026-05-01' }))
  const answer = await asFirm(office, 'POST', 'facts', { facts })
  if (answer.status === 201) {
    tally.acknowledged += 1
    tally.stated.acknowledged = value
  }
  return answer
}

async function bringPaper({ scene, server }: Office, tally: Tally): Promise<Answer> {
  const content = randomBytes(30_000).toString('hex')
  const { person, capacity } = scene.firms[0]!
  const reply = await fetch(`http://127.0.0.1:${server().port}/api/firms/${capacity.firm}/papers?kind=plan`, {
    method: 'POST',
    headers: {
      'x-person': person.id,
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename="plan.txt"',
    },
    body: content,
  }).catch(() => undefined)
  const text = (await reply?.text()) ?? ''
  if (reply?.status === 201) {
    tally.acknowledged += 1
    tally.papers.push({ id: (JSON.parse(text) as { id: string }).id, content })
  }
  return {
    status: reply?.status ?? 0,
    text,
    headers: Object.fromEntries(reply?.headers ?? []),
    milliseconds: 0,
    ...(!reply && { failed: 'cut off' }),
  }
}

/** Of a full disk; where the log itself has no room PostgreSQL ends, and its server can only say that it is away, or is cut off. */
const refusals = { ofDisk: [507], ofLog: [507, 503, 0] } as const

/** Refused in a sentence, as a problem. */
function expectRefusal({ status, text, headers }: Answer, tally: Tally, may: readonly number[]): void {
  tally.refused.set(status, (tally.refused.get(status) ?? 0) + 1)
  expect([status, text]).toEqual([expect.toBeOneOf([...may]), text])
  if (status === 0) return
  expect(headers['content-type']).toContain('application/problem+json')
  const { title, detail } = JSON.parse(text) as { title: string; detail?: string }
  expect(`${title}. ${detail}`).toMatch(/^[A-Z][^{}\n]{10,}\.$/)
}

/** Writes until one is refused, and some more. */
async function writeOnFullDisk(tally: Tally, may: readonly number[], write: () => Promise<Answer>): Promise<void> {
  let refused = 0
  for (let tries = 0; refused < 6; tries += 1) {
    if (tries > mostTries) throw new Error('everything was written on a full disk')
    const answer = await write()
    if (answer.status === 201) continue
    expectRefusal(answer, tally, may)
    refused += 1
    if (answer.status === 0) return
  }
}

async function writesAgain(office: Office, tally: Tally): Promise<void> {
  const freed = performance.now()
  for (;;) {
    await office.revive()
    const [fact, paper] = [await stateFact(office, tally), await bringPaper(office, tally)]
    if (fact.status === 201 && paper.status === 201) break
    if (performance.now() - freed > patience) throw new Error(`nothing is written any more: ${fact.text} ${paper.text}`)
    await wait(50)
  }
  tally.backAfter.push(performance.now() - freed)
}

async function expectAllThere(office: Office, tally: Tally): Promise<void> {
  const { status, text } = await asFirm(office, 'GET', 'dossier')
  expect(status).toBe(200)
  const { facts } = JSON.parse(text) as { facts: readonly { name: string; value: number }[] }
  for (const name of ['employees', 'sales', 'assets']) {
    const value = facts.find(fact => fact.name === name)?.value ?? 0
    expect(value).toBeGreaterThanOrEqual(tally.stated.acknowledged)
    expect(value).toBeLessThanOrEqual(tally.stated.tried)
  }
  for (const { id, content } of tally.papers) {
    const paper = await asFirm(office, 'GET', `papers/${id}/content`)
    expect([paper.status, paper.text === content]).toEqual([200, true])
  }
}

/** Drafts a referral while there is room, and looks at it when there is none: what cannot be written down is not shown. */
async function draftOne({ scene, ...office }: Office, round: number): Promise<string> {
  const firm = scene.firms[round + 1]!.capacity.firm
  const drafted = await asOfficer({ scene, ...office }, 'POST', 'referrals', {
    agreement: scene.agreement,
    firm,
    reason: '다음 단계',
  })
  expect([drafted.status, drafted.text]).toEqual([201, drafted.text])
  return (JSON.parse(drafted.text) as { referral: string }).referral
}

interface Filling {
  readonly disk: SmallDisk
  readonly round: number
  readonly writes: 'facts' | 'papers'
  /** What else wants room once there is none. */
  readonly fillsUp?: () => Promise<void>
}

async function fillAndFree(office: Office, tally: Tally, { disk, round, writes, fillsUp }: Filling) {
  const referral = await draftOne(office, round)
  disk.fill(Math.floor(Math.random() * 40_000))
  await fillsUp?.()
  const may = fillsUp ? refusals.ofLog : refusals.ofDisk
  await writeOnFullDisk(tally, may, () => (writes === 'facts' ? stateFact(office, tally) : bringPaper(office, tally)))
  const looked = await asOfficer(office, 'GET', `referrals/${referral}`)
  if (looked.status !== 200) expectRefusal(looked, tally, may)
  disk.free()
  await writesAgain(office, tally)
  await expectAllThere(office, tally)
  expect((await asOfficer(office, 'GET', `referrals/${referral}`)).status).toBe(200)
}

async function untilNoLogFits(superuser: string): Promise<void> {
  const client = new pg.Client(superuser)
  client.on('error', () => undefined)
  await client.connect()
  const broke = await untilPanic(client)
  await client.end().catch(() => undefined)
  // It tells why, or is gone before that is read.
  expect(broke).toBeInstanceOf(Error)
}

const refusalsIn = ({ refused }: Tally): string =>
  [...refused]
    .sort()
    .map(([status, count]) => `${status === 0 ? 'cut off' : status} ${inWords(count)} times`)
    .join(', ')

it(
  'C05 T7: on a full disk a folder of records and papers refuses what it cannot keep, and goes on when there is room again',
  async context => {
    const disk = smallDisk(64)
    const home = join(disk.folder, 'home')
    const made = await openDatabase({ folder: home }, { prepared: inject('homes').dump })
    if (made.is !== 'open') throw new Error(JSON.stringify(made))
    const scene = await makeScene(made.database, { firms: times + 2 })
    const written = await writeScene(scene)
    onTestFinished(written.remove)
    await made.database.close()

    const tally = nothingYet()
    const papers = join(home, 'papers')
    const work: ServerWork = { where: { folder: home }, papers, scene: written.file, port: 0, on, crowd }
    let server = await startServer(work)
    onTestFinished(() => server.kill('SIGKILL').then(() => undefined))
    const office: Office = {
      scene,
      server: () => server,
      async revive() {
        // It may be about to end.
        await wait(20)
        if (!server.hasEnded()) return
        server = await startServer(work)
        tally.revived += 1
      },
    }
    for (let round = 0; round < times; round += 1)
      await fillAndFree(office, tally, { disk, round, writes: round % 3 === 2 ? 'papers' : 'facts' })
    await server.kill('SIGTERM')
    const again = await openDatabase({ folder: home })
    if (again.is !== 'open') throw new Error(JSON.stringify(again))
    onTestFinished(() => again.database.close())
    expect((await whole(again.database)).broken).toEqual([])
    reached(context, {
      check: 'C05',
      rounds: times,
      figure: `folder: 0 of ${inWords(tally.acknowledged)} acknowledged lost, trails whole; refused: ${refusalsIn(tally)}; the server ended and was started again ${tally.revived} times; writes again within ${seconds(quantile(tally.backAfter, 1))}`,
    })
  },
  120_000 + times * 120_000,
)

it(
  'C05 T7: on a full disk of PostgreSQL, or of papers, a server refuses what is not kept and goes on by itself when there is room again',
  async context => {
    const [disk, forPapers] = [smallDisk(64), smallDisk(64)]
    const { postgres, url, superuser } = await ownPostgres({
      in: disk.folder,
      initdb: ['--wal-segsize=1'],
      settings: ['min_wal_size=2MB', 'max_wal_size=4MB'],
      staysAfterEnd: true,
    })
    const database = await openFor(url)
    const scene = await makeScene(database, { firms: times + 2 })
    const written = await writeScene(scene)
    onTestFinished(written.remove)

    const tally = nothingYet()
    const papers = join(forPapers.folder, 'papers')
    const server = await startServer({ where: { url }, papers, scene: written.file, port: 0, on, crowd })
    onTestFinished(() => server.kill('SIGKILL').then(() => undefined))
    const office: Office = {
      scene,
      server: () => server,
      async revive() {
        if (!postgres.hasEnded()) return
        await postgres.restart()
        tally.revived += 1
      },
    }
    for (let round = 0; round < times; round += 1) {
      const ofPapers = round % 3 === 2
      await fillAndFree(office, tally, {
        disk: ofPapers ? forPapers : disk,
        round,
        writes: ofPapers ? 'papers' : 'facts',
        // Some rounds begin one log after the other until there is no room for the next: the server of PostgreSQL stops all it does.
        ...(round % 3 === 1 && { fillsUp: () => untilNoLogFits(superuser) }),
      })
      expect((await whole(database)).broken).toEqual([])
    }
    expect(server.hasEnded()).toBe(false)
    reached(context, {
      check: 'C05',
      rounds: times,
      figure: `PostgreSQL and papers: 0 of ${inWords(tally.acknowledged)} acknowledged lost, trails whole; refused: ${refusalsIn(tally)}; PostgreSQL itself ended and was started again ${tally.revived} times, the server never; writes again within ${seconds(quantile(tally.backAfter, 1))}`,
    })
  },
  120_000 + times * 120_000,
)
