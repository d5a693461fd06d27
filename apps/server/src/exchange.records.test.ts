import { setTimeout as wait } from 'node:timers/promises'
import {
  knowInstallation,
  newSigningKey,
  publicKeyOf,
  readReferral,
  type Signer,
  signerOf,
  withdrawConsent,
} from '@ieum/services'
import { caseIn, inTheHouse, move, on } from '@ieum/services/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

const sentCase: TwoInstallations['sentCase'] = (...asked) => two.sentCase(...asked)
const settled: TwoInstallations['settled'] = (...asked) => two.settled(...asked)
const deliver = (ahead?: number) => two.deliver(ahead)

describe('two installations', () => {
  it('hand a firm on, with what it agreed to and no more, and the answers come back', async () => {
    const { id, number, receiver, sender } = await sentCase(mss, motie, toKpic)
    expect(await deliver()).toMatchObject({ delivered: 1 })
    const read = await readReferral(motie.needs, receiver, id)
    if (read.is !== 'found') throw new Error(read.is)
    expect(read.case).toMatchObject({ number, state: 'sent', access: 'stands', firm: { name: '예시주물' } })
    expect(Object.keys(read.case.proof?.facts ?? {}).sort()).toEqual(['industry', 'root_industry'])
    expect(read.case.consents.map(({ kind, recipient }) => [kind, recipient]).sort()).toEqual([
      ['hand-off', 'kpic'],
      ['outcome', 'tipa'],
    ])
    const facts = await inTheHouse(motie.needs.database, tx => tx.selectFrom('fact').select('name').execute())
    expect(facts.map(({ name }) => name).sort()).toEqual(['industry', 'root_industry'])

    for (const step of ['receive', 'review', 'accept', 'enrol', 'complete'] as const)
      expect(await move(motie.needs, receiver, id, { move: step })).toMatchObject({ is: 'moved' })
    await settled(mss, id, 'completed')
    const told = await inTheHouse(mss.needs.database, tx =>
      tx
        .selectFrom('notice')
        .select('kind')
        .where('post_id', '=', sender.capacity.post)
        .orderBy('created_at')
        .execute(),
    )
    expect(told.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['referral.receive', 'referral.accept', 'referral.complete']),
    )
    // Nothing of the firm is kept a second time once it has arrived.
    const kept = await inTheHouse(mss.needs.database, tx =>
      tx.selectFrom('delivery').selectAll().where('channel', '=', 'exchange').execute(),
    )
    expect(kept.every(({ state, body }) => state === 'delivered' && !('content' in body))).toBe(true)
    const messages = await inTheHouse(mss.needs.database, tx =>
      tx.selectFrom('exchange_message').selectAll().where('referral_id', '=', id).execute(),
    )
    expect(messages.every(({ receipt }) => receipt !== null)).toBe(true)
  }, 60_000)

  it('do so the other way round as well, and a no comes back with its reason', async () => {
    const { id, receiver } = await sentCase(motie, mss, { fromAgency: 'kpic', toAgency: 'tipa' })
    await settled(mss, id, 'sent')
    for (const asked of [{ move: 'receive' }, { move: 'review' }, { move: 'decline', reason: 'places-full' }] as const)
      expect(await move(mss.needs, receiver, id, asked)).toMatchObject({ is: 'moved' })
    for (let tries = 0; tries < 4; tries += 1) await deliver()
    expect(await caseIn(motie.needs.database, id)).toMatchObject({ state: 'declined', reason: 'places-full' })
  }, 60_000)

  it('ask for more, and get it', async () => {
    const { id, sender, receiver } = await sentCase(mss, motie, toKpic)
    await deliver()
    for (const asked of [{ move: 'receive' }, { move: 'review' }, { move: 'return', reason: 'fact-missing' }] as const)
      await move(motie.needs, receiver, id, asked)
    await settled(mss, id, 'returned')
    expect(await move(mss.needs, sender, id, { move: 'resend' })).toMatchObject({ is: 'moved' })
    await deliver()
    expect(await stateAt(motie, id)).toBe('sent')
  }, 60_000)

  it('C08: lose and double nothing while the receiving one is killed again and again', async () => {
    const cases: Scene[] = []
    for (let i = 0; i < 4; i += 1) cases.push(await sentCase(mss, motie, toKpic))
    const port = Number(new URL(motie.baseUrl).port)
    let ahead = 200
    for (let round = 0; round < 3; round += 1) {
      const delivering = deliver(ahead)
      await wait(15 * (round + 1))
      await two.kill()
      await delivering
      await two.startMotie(port)
      ahead += 11_000
    }
    for (let tries = 0; tries < 4; tries += 1) {
      ahead += 45_000
      await deliver(ahead)
    }
    for (const { id, receiver } of cases) {
      expect(await stateAt(motie, id)).toBe('sent')
      for (const step of ['receive', 'review', 'accept'] as const) await move(motie.needs, receiver, id, { move: step })
    }
    for (const { id } of cases) {
      await settled(mss, id, 'accepted')
      const events = await inTheHouse(motie.needs.database, tx =>
        tx.selectFrom('referral_event').select('move').where('referral_id', '=', id).orderBy('seq').execute(),
      )
      expect(events.map(({ move }) => move)).toEqual(['send', 'receive', 'review', 'accept'])
    }
  }, 120_000)

  it('T2: end access on both sides when the firm takes its consent back', async () => {
    const { id, firm, receiver } = await sentCase(mss, motie, toKpic)
    await deliver()
    expect(await readReferral(motie.needs, receiver, id)).toMatchObject({ case: { access: 'stands' } })
    const consent = await inTheHouse(mss.needs.database, tx =>
      tx
        .selectFrom('consent')
        .select('id')
        .where('referral_id', '=', id)
        .where('kind', '=', 'hand-off')
        .executeTakeFirstOrThrow(),
    )
    await withdrawConsent(mss.needs, firm, consent.id)
    expect(await deliver()).toMatchObject({ delivered: 1 })
    const read = await readReferral(motie.needs, receiver, id)
    expect(read).toMatchObject({ case: { state: 'withdrawn', proof: null } })
    const facts = await inTheHouse(motie.needs.database, tx =>
      tx
        .selectFrom('fact as f')
        .innerJoin('referral as r', 'r.firm_id', 'f.firm_id')
        .select('f.withdrawn_at')
        .where('r.id', '=', id)
        .execute(),
    )
    expect(facts.length).toBeGreaterThan(0)
    expect(facts.every(({ withdrawn_at }) => withdrawn_at !== null)).toBe(true)
  }, 60_000)

  it('T2: send nothing at all of a firm that took its consent back before it went out', async () => {
    const { id, firm } = await sentCase(mss, motie, toKpic)
    expect(await move(mss.needs, firm, id, { move: 'withdraw' })).toMatchObject({ is: 'moved' })
    for (let tries = 0; tries < 3; tries += 1) await deliver()
    expect(await stateAt(motie, id)).toBeUndefined()
    const left = await inTheHouse(mss.needs.database, tx =>
      tx
        .selectFrom('delivery')
        .select('state')
        .where('channel', '=', 'exchange')
        .where('state', '<>', 'delivered')
        .execute(),
    )
    expect(left).toEqual([])
  }, 60_000)

  it('come to the same end when one recalls what the other has just accepted', async () => {
    const { id, sender, receiver } = await sentCase(mss, motie, toKpic)
    await deliver()
    for (const step of ['receive', 'review'] as const) await move(motie.needs, receiver, id, { move: step })
    await settled(mss, id, 'under-review')
    await move(mss.needs, sender, id, { move: 'recall', reason: 'sent-in-error' })
    await move(motie.needs, receiver, id, { move: 'accept' })
    await settled(mss, id, 'accepted')
    await deliver()
    expect(await stateAt(motie, id)).toBe('accepted')
    expect(await stateAt(mss, id)).toBe('accepted')
  }, 60_000)
})

describe('a message', () => {
  const post = async (path: string, message: string) => {
    const answer = await fetch(`${motie.baseUrl}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ message }),
    })
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }

  async function waiting(id: string) {
    const { body } = await inTheHouse(mss.needs.database, tx =>
      tx.selectFrom('delivery').select('body').where('event', '=', `${id}/1`).executeTakeFirstOrThrow(),
    )
    return { is: 'ieum exchange', from: 'mss', to: 'motie', at: new Date().toISOString(), ...body } as Record<
      string,
      unknown
    >
  }

  it('gets the same receipt however often it comes, and is carried out once', async () => {
    const { id } = await sentCase(mss, motie, toKpic)
    const message = await waiting(id)
    const answers = await Promise.all(
      [1, 2, 3].map(async () =>
        post('/api/exchange/referrals', await mss.needs.signer.sign({ ...message, at: new Date().toISOString() })),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(new Set(answers.map(({ body }) => body.receipt)).size).toBe(1)
    const events = await inTheHouse(motie.needs.database, tx =>
      tx.selectFrom('referral_event').selectAll().where('referral_id', '=', id).execute(),
    )
    expect(events).toHaveLength(1)
  }, 60_000)

  it('is refused in the same words whatever is wrong with it', async () => {
    const { id } = await sentCase(mss, motie, toKpic)
    const message = await waiting(id)
    const stranger = await signerOf(await newSigningKey())
    const sign = (more: object, by = mss.needs.signer) => by.sign({ ...message, ...more })
    const longAgo = new Date(Date.now() - 11 * 60_000).toISOString()
    const [head, , tail] = (await sign({})).split('.')
    const changed = `${head}.${Buffer.from(JSON.stringify({ ...message, n: 2 })).toString('base64url')}.${tail}`
    const refused = [
      await sign({ from: 'nobody' }),
      await sign({}, stranger),
      await sign({ at: longAgo }),
      await sign({ to: 'other' }),
      await sign({ kind: 'move' }),
      await sign({ extra: 1 }),
      await sign({ content: '{' }),
      await sign({ is: 'ieum receipt' }),
      changed,
      'a.b.c',
    ]
    const answers = []
    for (const jws of refused) answers.push(await post('/api/exchange/referrals', jws))
    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]!.status).toBe(403)
    expect(await stateAt(motie, id)).toBeUndefined()
    // The same id with another body, after the first was taken.
    expect((await post('/api/exchange/referrals', await sign({}))).status).toBe(200)
    const content = JSON.parse(message.content as string)
    const other = await post(
      '/api/exchange/referrals',
      await sign({ content: JSON.stringify({ ...content, due: null }) }),
    )
    expect(other).toEqual(answers[0])
  }, 60_000)

  it('by a key that was changed is taken until the last day of that key', async () => {
    const { id } = await sentCase(mss, motie, toKpic)
    const message = await waiting(id)
    const next = await signerOf(await newSigningKey())
    const known = (by: Signer, oldKeyUntil?: string) =>
      knowInstallation(motie.needs, {
        id: 'mss',
        name: 'mss',
        baseUrl: mss.baseUrl,
        publicKey: publicKeyOf(by.publicJwk),
        agencies: ['tipa'],
        oldKeyUntil,
      })
    const taken = async (by: Signer) =>
      (await post('/api/exchange/referrals', await by.sign({ ...message, at: new Date().toISOString() }))).status
    await known(next, '2026-05-31')
    expect([await taken(mss.needs.signer), await taken(next)]).toEqual([403, 200])
    await known(mss.needs.signer)
    expect([await taken(mss.needs.signer), await taken(next)]).toEqual([200, 403])
    await known(next, on)
    expect([await taken(mss.needs.signer), await taken(next)]).toEqual([200, 200])
    await known(mss.needs.signer)
  }, 60_000)

  it('about a case of others is not carried out, nor one for agencies that its sender does not speak for', async () => {
    const { id, number } = await sentCase(mss, motie, toKpic)
    await deliver()
    const message = { ...(await waiting(id)), kind: 'move', n: 2, urgent: false }
    const content = { move: 'accept', by: 'receiver', from: 'sent', on, reason: null, note: null }
    const answer = await post(
      `/api/exchange/referrals/${id}/moves`,
      await mss.needs.signer.sign({ ...message, content: JSON.stringify(content) }),
    )
    expect(answer.status).toBe(200)
    const [, payload] = String(answer.body.receipt).split('.')
    expect(JSON.parse(Buffer.from(payload!, 'base64url').toString())).toMatchObject({
      result: 'refused',
      why: 'not its move',
    })
    expect(await stateAt(motie, id)).toBe('sent')
    expect(number).toBe((await caseIn(motie.needs.database, id)).number)
  }, 60_000)
})
