import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import {
  type Acting,
  bringPaper,
  type FirmCapacity,
  knowInstallation,
  newSigningKey,
  publicKeyOf,
  readDossier,
  readPaper,
  readReferral,
  removePaper,
  settlePapers,
  signerOf,
  tellLooks,
  whoLooked,
  withdrawConsent,
} from '@ieum/services'
import {
  acting,
  addAgreedLink,
  addOfficer,
  addPerson,
  consentedCase,
  firmThatCompleted,
  inTheHouse,
  move,
  on,
  pdf,
} from '@ieum/services/testing'
import type { PaperScanner } from '@ieum/storage'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  openTwoInstallations,
  type Scene,
  type Side,
  stateAt,
  type TwoInstallations,
  toKpic,
} from './testing/two-installations.ts'

let two: TwoInstallations
let mss: Side
let motie: Side

beforeAll(async () => {
  two = await openTwoInstallations()
  mss = two.mss
  motie = two.motie
}, 90_000)
afterAll(() => two?.close())

let papersMade = 0
const another = (): Buffer => {
  papersMade += 1
  return pdf(`<< /Id (${papersMade}) >>`)
}

async function brought(
  firm: Acting<FirmCapacity>,
  { name = '사업자등록증.pdf', content = another() }: { name?: string; content?: Buffer } = {},
): Promise<string> {
  const outcome = await bringPaper(mss.needs, firm, { kind: 'business-registration', name, content })
  if (outcome.is !== 'brought') throw new Error(JSON.stringify(outcome))
  return outcome.paper.id
}

interface PaperScene extends Scene {
  readonly papers: readonly string[]
}

/** At the receiving side, its papers awaited. */
async function arrivedCase(count = 1, content?: Buffer): Promise<PaperScene> {
  let papers: readonly string[] = []
  const scene = await two.sentCase(mss, motie, toKpic, {
    bring: async firm => {
      const ids: string[] = []
      for (let i = 0; i < count; i += 1) ids.push(await brought(firm, { ...(content && { content }) }))
      papers = ids
      return ids
    },
  })
  expect(await two.deliver()).toMatchObject({ delivered: 1 })
  return { ...scene, papers }
}

const passedAt = (side: Side, id: string) =>
  inTheHouse(side.needs.database, tx =>
    tx.selectFrom('passed_paper').selectAll().where('referral_id', '=', id).orderBy('paper').execute(),
  )

const statesAt = async (side: Side, id: string) => (await passedAt(side, id)).map(({ state }) => state)

/** What the sending side was told by a signed message, which the other process delivers by itself. */
const told = (id: string, ...states: string[]) =>
  expect.poll(() => statesAt(mss, id), { interval: 100 }).toEqual(states)

const isKept = async (side: Side, sha256: string) => (await side.needs.papers.read(sha256)) !== null

const sha256Of = async (id: string) => (await passedAt(mss, id))[0]!.sha256

async function caseThere({ id, receiver }: Scene) {
  const read = await readReferral(motie.needs, receiver, id)
  if (read.is !== 'found') throw new Error(read.is)
  return read.case
}

async function fetchedThere(scene: Scene) {
  const shown = await caseThere(scene)
  return readPaper(motie.needs, scene.receiver, {
    firm: shown.firm!.id,
    paper: shown.consents.find(({ kind }) => kind === 'papers')!.papers[0]!,
    reason: '검토',
  })
}

const consentOf = async (id: string, kind: 'hand-off' | 'papers') =>
  (
    await inTheHouse(mss.needs.database, tx =>
      tx
        .selectFrom('consent')
        .select('id')
        .where('referral_id', '=', id)
        .where('kind', '=', kind)
        .executeTakeFirstOrThrow(),
    )
  ).id

describe('papers between two installations', () => {
  it('C35: arrive as they were, are looked through again, and are seen by nobody before', async () => {
    let left = ''
    const scene = await two.sentCase(mss, motie, toKpic, {
      bring: async firm => {
        left = await brought(firm, { name: '통장.pdf' })
        return [await brought(firm)]
      },
    })
    await two.deliver()
    expect((await caseThere(scene)).papers).toMatchObject([{ name: '사업자등록증.pdf', state: 'awaited' }])
    expect(await fetchedThere(scene)).toMatchObject({ is: 'no such paper' })

    expect(await two.fetchPapers(motie)).toMatchObject({ delivered: 1 })
    expect((await caseThere(scene)).papers).toMatchObject([{ name: '사업자등록증.pdf', state: 'clean' }])
    const read = await fetchedThere(scene)
    if (read.is !== 'read') throw new Error(read.is)
    const [passed] = await passedAt(mss, scene.id)
    expect(Buffer.from(read.content)).toEqual(Buffer.from((await mss.needs.papers.read(passed!.sha256))!))
    // Under a name of that house; what was not agreed to is not even named.
    expect(read.paper.id).not.toBe(passed!.paper)
    expect((await passedAt(motie, scene.id)).map(({ paper }) => paper)).not.toContain(left)
    await told(scene.id, 'here')
  }, 60_000)

  it('C35: that a scanner finds something in are refused there, destroyed, and so told', async () => {
    const scene = await arrivedCase()
    const scanner: PaperScanner = { name: 'clamav', scan: async () => ({ is: 'infected', found: 'Eicar' }) }
    await two.fetchPapers(motie, { scanner })
    expect((await caseThere(scene)).papers).toMatchObject([{ state: 'refused' }])
    expect(await isKept(motie, await sha256Of(scene.id))).toBe(false)
    await told(scene.id, 'refused')
    expect((await passedAt(mss, scene.id))[0]).toMatchObject({ because: 'virus' })
  }, 60_000)

  it('C35: wait unseen while the scanner is away', async () => {
    const scene = await arrivedCase()
    const scanner: PaperScanner = { name: 'clamav', scan: () => Promise.reject(new Error('ECONNREFUSED')) }
    await two.fetchPapers(motie, { scanner })
    expect((await caseThere(scene)).papers).toMatchObject([{ state: 'waiting' }])
    expect(await fetchedThere(scene)).toEqual({ is: 'not clean', state: 'waiting' })
    expect(await statesAt(mss, scene.id)).toEqual(['awaited'])
  }, 60_000)

  it('are refused when they are not what they were said to be', async () => {
    let papers: readonly string[] = []
    const scene = await two.sentCase(mss, motie, toKpic, {
      bring: async firm => {
        papers = [await brought(firm)]
        await inTheHouse(mss.needs.database, tx =>
          tx.updateTable('paper').set({ media_type: 'image/png' }).where('id', '=', papers[0]!).execute(),
        )
        return papers
      },
    })
    await two.deliver()
    await two.fetchPapers(motie)
    expect((await passedAt(motie, scene.id))[0]).toMatchObject({
      state: 'refused',
      because: 'not what it was said to be',
    })
    await told(scene.id, 'refused')
  }, 60_000)

  it('are fetched once the other installation is up again', async () => {
    const scene = await arrivedCase()
    await two.stopMss()
    expect(await two.fetchPapers(motie)).toMatchObject({ delivered: 0, postponed: 1 })
    expect((await caseThere(scene)).papers).toMatchObject([{ state: 'awaited' }])
    await two.startMss(Number(new URL(mss.baseUrl).port))
    expect(await two.fetchPapers(motie, { ahead: 30_000 })).toMatchObject({ delivered: 1 })
    expect((await caseThere(scene)).papers).toMatchObject([{ state: 'clean' }])
    await told(scene.id, 'here')
  }, 60_000)

  it('C08: come once each, however often the one that fetches is killed', async () => {
    const port = Number(new URL(motie.baseUrl).port)
    const scene = await arrivedCase(12)
    await two.kill()
    for (let round = 0; round < 3; round += 1) {
      await two.startMotie(port, { fetches: true })
      await wait(20 * (round + 1))
      await two.kill()
    }
    await two.startMotie(port)
    for (let ahead = 61_000, tries = 0; tries < 4; tries += 1, ahead += 61_000) await two.fetchPapers(motie, { ahead })
    const shown = await caseThere(scene)
    expect(shown.papers.map(({ state }) => state)).toEqual(Array(12).fill('clean'))
    for (const { id, sha256 } of await inTheHouse(motie.needs.database, tx =>
      tx.selectFrom('paper').select(['id', 'sha256']).where('came_with', '=', scene.id).execute(),
    ))
      expect([id, await isKept(motie, sha256)]).toEqual([id, true])
    await settlePapers(motie.needs, { on, now: new Date() })
    await told(scene.id, ...Array(12).fill('here'))
  }, 180_000)

  it('are not sent a second time with another case of the firm', async () => {
    const first = await arrivedCase()
    await two.fetchPapers(motie)
    const second = await two.sentCase(
      mss,
      motie,
      { ...toKpic, toProgramme: 'motie-root-family-business' },
      { firm: first.firm, bring: async () => first.papers },
    )
    await two.deliver()
    await two.stopMss()
    expect(await two.fetchPapers(motie)).toMatchObject({ delivered: 1 })
    await two.startMss(Number(new URL(mss.baseUrl).port))
    expect(await fetchedThere(second)).toMatchObject({ is: 'read' })
    // What one case gives back, the other still has.
    await withdrawConsent(mss.needs, first.firm, await consentOf(first.id, 'papers'))
    await two.deliver()
    await told(first.id, 'destroyed')
    expect(await fetchedThere(second)).toMatchObject({ is: 'read' })
  }, 60_000)
})

describe('T2: papers at another installation, when the firm takes its consent back,', () => {
  it('C16: are closed at once, destroyed there, and that is signed', async () => {
    const scene = await arrivedCase()
    await two.fetchPapers(motie)
    expect(await fetchedThere(scene)).toMatchObject({ is: 'read' })
    await told(scene.id, 'here')
    const sha256 = await sha256Of(scene.id)
    await withdrawConsent(mss.needs, scene.firm, await consentOf(scene.id, 'papers'))
    expect(await two.deliver()).toMatchObject({ delivered: 1 })
    expect((await caseThere(scene)).papers).toEqual([])
    expect(await fetchedThere(scene)).toEqual({ is: 'no such paper' })
    expect(await isKept(motie, sha256)).toBe(false)
    expect(
      await inTheHouse(motie.needs.database, tx =>
        tx.selectFrom('paper').select(['removed_at', 'destroyed_at']).where('came_with', '=', scene.id).execute(),
      ),
    ).toEqual([{ removed_at: expect.any(Date), destroyed_at: expect.any(Date) }])
    await told(scene.id, 'destroyed')
    const { statement } = (await passedAt(mss, scene.id))[0]!
    const said = (await motie.needs.signer.verify(statement!)) as { content: string }
    expect(JSON.parse(said.content)).toMatchObject({ papers: [{ id: scene.papers[0], sha256, is: 'destroyed' }] })
    expect(await isKept(mss, sha256)).toBe(true)
  }, 60_000)

  it('go without what the firm brought there itself, which they are no part of', async () => {
    const scene = await arrivedCase()
    await two.fetchPapers(motie)
    const there = (await caseThere(scene)).firm!.id
    const person = await addPerson(motie.needs.database, '예시주물 대표')
    await inTheHouse(motie.needs.database, tx =>
      tx.insertInto('firm_member').values({ firm_id: there, person_id: person.id, kind: 'member' }).execute(),
    )
    const firm = acting(person, { is: 'firm', firm: there, role: 'firm-member' })
    const content = (await motie.needs.papers.read(await sha256Of(scene.id)))!
    const own = await bringPaper(motie.needs, firm, { kind: 'business-registration', name: 'a.pdf', content })
    if (own.is !== 'brought') throw new Error(own.is)
    await withdrawConsent(mss.needs, scene.firm, await consentOf(scene.id, 'papers'))
    await two.deliver()
    await told(scene.id, 'destroyed')
    expect(await readPaper(motie.needs, firm, { firm: there, paper: own.paper.id })).toMatchObject({ is: 'read' })
  }, 60_000)

  it('are not handed out any more, even before the other has heard of it', async () => {
    const scene = await arrivedCase()
    await withdrawConsent(mss.needs, scene.firm, await consentOf(scene.id, 'papers'))
    expect(await two.fetchPapers(motie)).toMatchObject({ delivered: 0, postponed: 1 })
    expect(await isKept(motie, await sha256Of(scene.id))).toBe(false)
    await two.deliver()
    expect(await two.fetchPapers(motie, { ahead: 30_000 })).toMatchObject({ delivered: 1 })
    expect(await statesAt(motie, scene.id)).toEqual(['destroyed'])
    await told(scene.id, 'destroyed')
  }, 60_000)

  it.each(['recall', 'withdraw'] as const)(
    'go as well when the case ends by %s',
    async end => {
      const scene = await arrivedCase()
      await two.fetchPapers(motie)
      const sha256 = await sha256Of(scene.id)
      if (end === 'recall') await move(mss.needs, scene.sender, scene.id, { move: end, reason: 'sent-in-error' })
      else await move(mss.needs, scene.firm, scene.id, { move: end })
      for (let tries = 0; tries < 2; tries += 1) await two.deliver()
      expect(await isKept(motie, sha256)).toBe(false)
      await told(scene.id, 'destroyed')
    },
    60_000,
  )

  it('go one by one when the firm removes one of them', async () => {
    const scene = await arrivedCase(2)
    await two.fetchPapers(motie)
    await removePaper(mss.needs, scene.firm, scene.papers[0]!)
    await two.deliver()
    const there = await passedAt(motie, scene.id)
    expect(there.map(({ paper, state }) => [paper, state]).sort()).toEqual(
      [
        [scene.papers[0], 'destroyed'],
        [scene.papers[1], 'here'],
      ].sort(),
    )
  }, 60_000)

  it('go when the last day has come, and when a case is closed with a no', async () => {
    const scene = await arrivedCase()
    await two.fetchPapers(motie)
    const sha256 = await sha256Of(scene.id)
    await settlePapers(motie.needs, { on: '2026-12-31', now: new Date(), referral: scene.id })
    expect(await isKept(motie, sha256)).toBe(true)
    await settlePapers(motie.needs, { on: '2027-01-01', now: new Date(), referral: scene.id })
    expect(await isKept(motie, sha256)).toBe(false)

    const declined = await arrivedCase()
    await two.fetchPapers(motie)
    for (const asked of [{ move: 'receive' }, { move: 'review' }, { move: 'decline', reason: 'places-full' }] as const)
      await move(motie.needs, declined.receiver, declined.id, asked)
    await settlePapers(motie.needs, { on, now: new Date(), referral: declined.id })
    expect(await statesAt(motie, declined.id)).toEqual(['destroyed'])
  }, 60_000)

  it('are destroyed even where the process ended between keeping them and writing so down', async () => {
    const scene = await arrivedCase()
    const sha256 = await sha256Of(scene.id)
    await motie.needs.papers.keep((await mss.needs.papers.read(sha256))!)
    await withdrawConsent(mss.needs, scene.firm, await consentOf(scene.id, 'papers'))
    await two.deliver()
    expect(await isKept(motie, sha256)).toBe(false)
  }, 60_000)
})

describe('a request for a paper', () => {
  const post = async (scene: PaperScene, message: string, paper = scene.papers[0]) => {
    const answer = await fetch(`${mss.baseUrl}/api/exchange/referrals/${scene.id}/papers/${paper}/content`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ message }),
    })
    return { status: answer.status, body: await answer.text() }
  }
  const requestFor = async (scene: PaperScene, more: object = {}, by = motie.needs.signer) =>
    by.sign({
      is: 'ieum paper request',
      id: crypto.randomUUID(),
      from: 'motie',
      to: 'mss',
      at: new Date().toISOString(),
      referral: scene.id,
      paper: scene.papers[0],
      sha256: await sha256Of(scene.id),
      ...more,
    })

  it('is good once, for one paper, for five minutes, from whom the case was passed to', async () => {
    const scene = await arrivedCase()
    const other = await arrivedCase()
    const stranger = await signerOf(await newSigningKey())
    const good = await requestFor(scene)
    expect(await post(scene, good)).toMatchObject({ status: 200 })
    const refused = [
      await post(scene, good),
      await post(scene, await requestFor(scene, {}, stranger)),
      await post(scene, await requestFor(scene, { from: 'nobody' })),
      await post(scene, await requestFor(scene, { to: 'other' })),
      await post(scene, await requestFor(scene, { at: new Date(Date.now() - 301_000).toISOString() })),
      await post(scene, await requestFor(scene, { at: new Date(Date.now() + 301_000).toISOString() })),
      await post(scene, await requestFor(scene, { sha256: '0'.repeat(64) })),
      await post(scene, await requestFor(scene, { is: 'ieum exchange' })),
      await post(scene, await requestFor(scene, { extra: 1 })),
      await post(scene, await requestFor(scene, { paper: other.papers[0] })),
      await post(scene, await requestFor(scene, { referral: other.id, paper: other.papers[0] })),
      await post(scene, await requestFor(scene, { paper: other.papers[0] }), other.papers[0]),
      await post(scene, await requestFor(scene, {}, mss.needs.signer)),
      await post(scene, 'a.b.c'),
    ]
    expect(new Set(refused.map(answer => JSON.stringify(answer))).size).toBe(1)
    expect(refused[0]!.status).toBe(403)
  }, 60_000)
})

describe('C39: a paper is fetched', () => {
  let liar: Server
  let answer: (request: IncomingMessage, response: ServerResponse) => void
  let asked: string[]

  /** As the other installation, until the end of the test. */
  async function lie(to: typeof answer): Promise<number> {
    answer = to
    asked = []
    liar = createServer((request, response) => {
      asked.push(request.url ?? '')
      answer(request, response)
    })
    await new Promise<void>(ready => liar.listen(0, '127.0.0.1', ready))
    const { port } = liar.address() as AddressInfo
    await baseUrl(`http://127.0.0.1:${port}`)
    return port
  }
  const baseUrl = (url: string) =>
    inTheHouse(motie.needs.database, tx =>
      tx.updateTable('installation').set({ base_url: url }).where('id', '=', 'mss').execute(),
    )
  afterEach(async () => {
    liar?.closeAllConnections()
    await new Promise(done => liar?.close(done))
    await baseUrl(mss.baseUrl)
  })

  it('and refused when its bytes are not those that were said', async () => {
    const scene = await arrivedCase()
    const content = Buffer.from((await mss.needs.papers.read(await sha256Of(scene.id)))!)
    content[content.length - 1]! ^= 1
    await lie((_, response) => response.end(content))
    await two.fetchPapers(motie)
    expect((await passedAt(motie, scene.id))[0]).toMatchObject({ state: 'refused', because: 'changed on the way' })
    expect((await caseThere(scene)).papers).toMatchObject([{ state: 'refused' }])
    await baseUrl(mss.baseUrl)
    await told(scene.id, 'refused')
  }, 60_000)

  it('without following where an answer points, or reading more than was said', async () => {
    const scene = await arrivedCase()
    const port = await lie((request, response) =>
      request.url === '/inside'
        ? response.end('inside')
        : response.writeHead(302, { location: `http://127.0.0.1:${port}/inside` }).end(),
    )
    expect(await two.fetchPapers(motie)).toMatchObject({ postponed: 1 })
    expect(asked).toHaveLength(1)
    answer = (_, response) => {
      response.writeHead(200)
      for (let i = 0; i < 50; i += 1) response.write('a'.repeat(1_000))
    }
    expect(await two.fetchPapers(motie, { ahead: 12_000 })).toMatchObject({ postponed: 1 })
    expect(await statesAt(motie, scene.id)).toEqual(['awaited'])
    // Machines' own services are no installation, whatever a name leads to.
    await baseUrl('https://169.254.169.254')
    expect(await two.fetchPapers(motie, { ahead: 40_000 })).toMatchObject({ postponed: 1 })
    const errors = await inTheHouse(motie.needs.database, tx =>
      tx.selectFrom('delivery').select('last_error').where('event', 'like', `${scene.id}/paper/%`).execute(),
    )
    expect(errors).toEqual([{ last_error: '169.254.169.254 is not in the open internet' }])
    await baseUrl(mss.baseUrl)
    expect(await two.fetchPapers(motie, { ahead: 90_000 })).toMatchObject({ delivered: 1 })
  }, 60_000)
})

describe('C40: a firm sees at home', () => {
  const looksOf = async (firm: Acting<FirmCapacity>) => {
    const read = await whoLooked(mss.needs, firm)
    if (read.is !== 'read') throw new Error(read.is)
    return read.looks.filter(({ elsewhere }) => elsewhere !== null)
  }

  it('who looked at it at the other installation, at what, why and on what basis', async () => {
    const scene = await arrivedCase()
    await two.fetchPapers(motie)
    const { firm } = await caseThere(scene)
    await readDossier(motie.needs, scene.receiver, firm!.id, { reason: '검토' })
    expect(await fetchedThere(scene)).toMatchObject({ is: 'read' })
    expect(await tellLooks(motie.needs)).toMatchObject({ told: expect.any(Number) })
    await expect.poll(() => looksOf(scene.firm).then(({ length }) => length)).toBe(4)
    const looks = await looksOf(scene.firm)
    expect(looks.map(({ operation }) => operation)).toEqual([
      'read paper',
      'read referral',
      'read dossier',
      'read referral',
    ])
    expect(looks[0]).toMatchObject({
      agency: 'kpic',
      elsewhere: 'motie',
      post: { ko: 'kpic desk-officer' },
      reason: '검토',
      basis: { is: 'consent', consents: [{ referral: scene.id, kind: 'papers' }] },
    })
    // Among the looks here, page by page, each once.
    await readReferral(mss.needs, scene.sender, scene.id)
    const all = await whoLooked(mss.needs, scene.firm)
    if (all.is !== 'read') throw new Error(all.is)
    const paged = []
    for (let after: string | undefined; ; ) {
      const page = await whoLooked(mss.needs, scene.firm, { after, most: 2 })
      if (page.is !== 'read') throw new Error(page.is)
      paged.push(...page.looks)
      if (page.next === null) break
      after = page.next
    }
    expect(paged).toEqual(all.looks)
    expect(all.looks.length).toBeGreaterThan(4)
    // Told once.
    expect(await tellLooks(motie.needs)).toEqual({ told: 0 })
  }, 60_000)

  it('that a paper of its own was given to the other installation, and by which consent', async () => {
    const scene = await arrivedCase()
    await two.fetchPapers(motie)
    const read = await whoLooked(mss.needs, scene.firm)
    if (read.is !== 'read') throw new Error(read.is)
    expect(read.looks.filter(({ operation }) => operation === 'read paper')).toMatchObject([
      {
        agency: 'tipa',
        elsewhere: null,
        reason: 'handed to motie',
        basis: { is: 'consent', consents: [{ referral: scene.id, kind: 'papers' }] },
      },
    ])
  }, 60_000)

  it('nothing of what an agency there saw of its own programmes, and nothing that another firm is told', async () => {
    const scene = await arrivedCase()
    const other = await arrivedCase()
    const { firm } = await caseThere(other)
    await inTheHouse(motie.needs.database, tx =>
      tx
        .insertInto('access_entry')
        .values({
          lane: 'kpic',
          person_id: scene.receiver.person.id,
          place: '192.0.2.1',
          firm_ids: [firm!.id],
          operation: 'read own record',
          basis: 'own programme',
        } as never)
        .execute(),
    )
    await tellLooks(motie.needs)
    await expect.poll(() => looksOf(other.firm).then(({ length }) => length)).toBe(1)
    expect((await looksOf(other.firm)).map(({ operation }) => operation)).toEqual(['read referral'])
    expect(await looksOf(scene.firm)).toEqual([])
  }, 60_000)

  it('no looks that an installation makes up of a firm it was not handed', async () => {
    const scene = await two.sentCase(motie, mss, { fromAgency: 'kpic', toAgency: 'tipa' })
    await two.settled(mss, scene.id, 'sent')
    const content = {
      looks: [
        {
          agency: 'kpic',
          seq: 1,
          at: new Date().toISOString(),
          operation: 'read dossier',
          reason: null,
          basis: 'consent',
          consents: [],
          post: null,
        },
      ],
    }
    const message = await motie.needs.signer.sign({
      is: 'ieum exchange',
      from: 'motie',
      to: 'mss',
      at: new Date().toISOString(),
      kind: 'looks',
      referral: scene.id,
      n: 2,
      urgent: false,
      content: JSON.stringify(content),
    })
    const answered = await fetch(`${mss.baseUrl}/api/exchange/referrals/${scene.id}/looks`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ message }),
    })
    const { receipt } = (await answered.json()) as { receipt: string }
    expect(await mss.needs.signer.verify(receipt)).toMatchObject({ result: 'refused', why: 'not its looks' })
    expect(await stateAt(mss, scene.id)).toBe('sent')
  }, 60_000)
})

interface Told {
  readonly kind: string
  readonly referral: string
  readonly content: {
    readonly move?: string
    readonly consent?: string
    readonly firm?: { readonly name: string }
    readonly passed?: { readonly papers: readonly { id: string; sha256: string; bytes: number }[] }
  }
}

interface Office {
  readonly server: Server
  say(kind: string, referral: string, content: object, n?: number): Promise<{ result: string; state: string }>
  fetchPaper(referral: string, paper: { id: string; sha256: string; bytes: number }): Promise<Buffer>
}

describe('an office with its own system', () => {
  it('takes a case, fetches its papers, answers and gives them back, by the program in docs/exchange.md', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ieum-office-'))
    const page = readFileSync(join(import.meta.dirname, '../../../docs/exchange.md'), 'utf8')
    const program = /```js office\n([\s\S]+?)```/.exec(page)![1]!
    writeFileSync(join(folder, 'office.mjs'), program)
    const { openOffice } = await import(pathToFileURL(join(folder, 'office.mjs')).href)
    const key = await newSigningKey()
    const told: Told[] = []
    const office: Office = openOffice({
      me: { name: 'office', key },
      them: { name: 'mss', key: mss.needs.signer.publicJwk, url: mss.baseUrl },
      take: (kind: string, referral: string, content: Told['content']) => {
        told.push({ kind, referral, content })
        return kind === 'referral' ? 'sent' : null
      },
    })
    await new Promise<void>(ready => office.server.listen(0, '127.0.0.1', ready))
    try {
      const { port } = office.server.address() as AddressInfo
      const known = await knowInstallation(mss.needs, {
        id: 'office',
        name: '시청',
        baseUrl: `http://127.0.0.1:${port}`,
        publicKey: publicKeyOf((await signerOf(key)).publicJwk),
        agencies: ['city-office'],
      })
      expect(known).toEqual({ is: 'known', id: 'office' })
      const link = await addAgreedLink(mss.needs.database, { fromAgency: 'tipa', toAgency: 'city-office' })
      const sender = await addOfficer(mss.needs.database, 'tipa', 'desk-officer')
      const firm = await firmThatCompleted(mss.needs.database, link)
      const paper = await brought(firm)
      const { id } = await consentedCase(mss.needs, { link, sender, firm, papers: [paper] })
      await move(mss.needs, sender, id, { move: 'send' })
      expect(await two.deliver()).toMatchObject({ delivered: 1 })
      expect(told).toMatchObject([{ kind: 'referral', referral: id, content: { firm: { name: '예시주물' } } }])

      const said = told[0]!.content.passed!.papers[0]!
      const content = await office.fetchPaper(id, said)
      expect(content.equals(Buffer.from((await mss.needs.papers.read(said.sha256))!))).toBe(true)
      const papers = (is: string) => ({
        papers: [{ id: said.id, sha256: said.sha256, is, because: null, at: new Date().toISOString() }],
      })
      await office.say('papers', id, papers('here'))
      for (const [made, from] of [
        ['receive', 'sent'],
        ['review', 'received'],
        ['accept', 'under-review'],
      ])
        expect(
          await office.say('move', id, { move: made, by: 'receiver', from, on, reason: null, note: null }),
        ).toMatchObject({ result: 'taken' })
      expect(await stateAt(mss, id)).toBe('accepted')
      const look = {
        agency: 'city-office',
        seq: 1,
        at: new Date().toISOString(),
        operation: 'read paper',
        reason: '검토',
        basis: 'consent',
        consents: ['papers'],
        post: { ko: '기업지원과', en: 'Business support' },
      }
      expect(await office.say('looks', id, { looks: [look] })).toMatchObject({ result: 'noted' })
      const looked = await whoLooked(mss.needs, firm)
      if (looked.is !== 'read') throw new Error(looked.is)
      expect(looked.looks.filter(({ basis }) => basis.is === 'consent')).toMatchObject([
        { agency: 'city-office', elsewhere: '시청', reason: '검토' },
        { agency: 'tipa', operation: 'read paper', reason: 'handed to 시청' },
        { agency: 'tipa', operation: 'send referral', reason: 'handed to 시청' },
      ])

      await withdrawConsent(mss.needs, firm, await consentOf(id, 'papers'))
      await two.deliver()
      expect(told.at(-1)).toMatchObject({ kind: 'move', content: { move: 'end-consent', consent: 'papers' } })
      await expect(office.fetchPaper(id, said)).rejects.toThrow('answered 403')
      await office.say('papers', id, papers('destroyed'))
      expect(await statesAt(mss, id)).toEqual(['destroyed'])
    } finally {
      office.server.closeAllConnections()
      office.server.close()
      rmSync(folder, { recursive: true })
    }
  }, 60_000)
})
