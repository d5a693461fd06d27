import type { Person } from '@ieum/services'
import { addAgreedLink, addFirm, addOfficer, addParticipation } from '@ieum/services/testing'
import { describeInBothHomes } from '@ieum/storage/testing'
import { beforeEach, expect, it } from 'vitest'
import type { App } from '../app.ts'
import { deskAppFor } from './testing/desk-app-for.ts'

describeInBothHomes('the desk over HTTP', open => {
  let app: App
  let people: Map<string, Person>

  beforeEach(async () => {
    ;({ app, people } = await deskAppFor(open()))
  })

  async function ask(
    who: { person: Person } | null,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) {
    if (who) people.set(who.person.id, who.person)
    const response = await app.request(path, {
      method,
      headers: {
        ...(who && { 'x-person': who.person.id }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: await response.json(), headers: response.headers }
  }

  async function scene() {
    const database = open()
    const link = await addAgreedLink(database)
    const sender = await addOfficer(database, link.fromAgency, 'desk-officer')
    const receiver = await addOfficer(database, link.toAgency, 'desk-officer')
    const firm = await addFirm(database)
    await addParticipation(database, firm.capacity.firm, { agency: link.fromAgency, programme: link.fromProgramme })
    const post = (who: typeof sender) => `/api/posts/${who.capacity.post}`
    const toDraft = { agreement: link.id, firm: firm.capacity.firm, reason: '다음 단계' }
    return { database, link, sender, receiver, firm, post, ofFirm: `/api/firms/${firm.capacity.firm}`, toDraft }
  }

  it('hands a firm on and brings the answer back', async () => {
    const { sender, receiver, firm, post, ofFirm, toDraft } = await scene()
    const { body: drafted } = await ask(sender, 'POST', `${post(sender)}/referrals`, toDraft)
    const at = (who: typeof sender) => `${post(who)}/referrals/${drafted.referral}`
    const { body: asked } = await ask(firm, 'GET', `${ofFirm}/referrals/${drafted.referral}/consents?language=ko`)
    const given = {
      language: 'ko',
      until: '2026-12-31',
      facts: asked.consents[0].facts,
      participations: true,
      outcome: true,
      changed: 1,
    }
    expect(await ask(firm, 'POST', `${ofFirm}/referrals/${drafted.referral}/consents`, given)).toMatchObject({
      status: 200,
      body: { state: 'consented' },
    })
    expect(await ask(sender, 'POST', `${at(sender)}/moves`, { move: 'send', changed: 2 })).toMatchObject({
      body: { state: 'sent', due: '2026-06-16' },
    })
    for (const [index, move] of ['receive', 'review', 'accept'].entries())
      expect(await ask(receiver, 'POST', `${at(receiver)}/moves`, { move, changed: 3 + index })).toMatchObject({
        status: 200,
      })
    expect(await ask(sender, 'GET', `${post(sender)}/referrals?box=out`)).toMatchObject({
      status: 200,
      body: { total: 1, lines: [{ state: 'accepted', number: drafted.number }] },
    })
    const { body: seen } = await ask(receiver, 'GET', at(receiver))
    expect(seen).toMatchObject({ access: 'stands', moves: [{ move: 'enrol' }, { move: 'fail' }] })
  })

  it('shows a firm that got a no the next ways to the same stage', async () => {
    const { sender, receiver, firm, post, ofFirm, toDraft } = await scene()
    const { body: drafted } = await ask(sender, 'POST', `${post(sender)}/referrals`, toDraft)
    const at = `/referrals/${drafted.referral}`
    const given = { language: 'ko', until: '2026-12-31', facts: [], participations: true, outcome: false, changed: 1 }
    await ask(firm, 'POST', `${ofFirm}${at}/consents`, given)
    expect(await ask(firm, 'GET', `${ofFirm}${at}/next-ways`)).toMatchObject({ status: 409 })
    await ask(sender, 'POST', `${post(sender)}${at}/moves`, { move: 'send', changed: 2 })
    for (const [index, move] of ['receive', 'review'].entries())
      await ask(receiver, 'POST', `${post(receiver)}${at}/moves`, { move, changed: 3 + index })
    const no = { move: 'decline', reason: 'places-full', changed: 5 }
    expect(await ask(receiver, 'POST', `${post(receiver)}${at}/moves`, no)).toMatchObject({
      body: { state: 'declined' },
    })
    const { status, body } = await ask(firm, 'GET', `${ofFirm}${at}/next-ways`)
    expect(status).toBe(200)
    expect(body.via).toEqual(['digital'])
    expect(body.itineraries.length).toBeGreaterThan(0)
  })

  it('asks who does not sign in to do so, and for a second factor at a post: C12', async () => {
    const { sender, post } = await scene()
    expect(await ask(null, 'GET', `${post(sender)}/referrals`)).toMatchObject({ status: 401 })
    const without = { person: { ...sender.person, secondFactor: false } }
    expect(await ask(without, 'GET', `${post(sender)}/referrals`)).toMatchObject({ status: 403 })
  })

  it('C17: answers for a hidden case, a missing one and a post of others alike', async () => {
    const { sender, receiver, post, toDraft, firm } = await scene()
    const { body: drafted } = await ask(sender, 'POST', `${post(sender)}/referrals`, toDraft)
    const stranger = await addOfficer(open(), 'kosmes', 'desk-officer')
    const missing = '00000000-0000-4000-8000-000000000000'
    const answers = [
      await ask(stranger, 'GET', `${post(stranger)}/referrals/${drafted.referral}`),
      await ask(stranger, 'GET', `${post(stranger)}/referrals/${missing}`),
      await ask(stranger, 'GET', `${post(sender)}/referrals/${drafted.referral}`),
      await ask(receiver, 'GET', `${post(receiver)}/referrals/${drafted.referral}`),
      await ask(stranger, 'GET', `/api/firms/${firm.capacity.firm}/referrals`),
      await ask(stranger, 'GET', `/api/firms/${missing}/referrals`),
    ]
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1)
    expect(answers[0]?.status).toBe(404)
  })

  it('names each field that is wrong and saves nothing', async () => {
    const { sender, post, toDraft } = await scene()
    const wrong = await ask(sender, 'POST', `${post(sender)}/referrals`, {
      ...toDraft,
      agreement: 'x',
      reason: '',
      __proto__: 1,
      more: true,
    })
    expect(wrong.status).toBe(422)
    expect(wrong.body.fields.map(({ field }: { field: string }) => field).sort()).toEqual([
      '/',
      '/agreement',
      '/reason',
    ])
    expect(await ask(sender, 'GET', `${post(sender)}/referrals?box=out`)).toMatchObject({ body: { total: 0 } })
  })

  it('C09: does a request that comes again once, and refuses another under its key', async () => {
    const { sender, post, toDraft } = await scene()
    const key = { 'idempotency-key': 'draft-0001' }
    const first = await ask(sender, 'POST', `${post(sender)}/referrals`, toDraft, key)
    expect(await ask(sender, 'POST', `${post(sender)}/referrals`, toDraft, key)).toMatchObject({
      status: 201,
      body: first.body,
    })
    expect(
      await ask(sender, 'POST', `${post(sender)}/referrals`, { ...toDraft, reason: '다른 까닭' }, key),
    ).toMatchObject({ status: 422 })
    expect(await ask(sender, 'GET', `${post(sender)}/referrals?box=out`)).toMatchObject({ body: { total: 1 } })
  })

  it('says of a body that cannot be read that it cannot', async () => {
    const { sender, post } = await scene()
    people.set(sender.person.id, sender.person)
    const response = await app.request(`${post(sender)}/referrals`, {
      method: 'POST',
      headers: { 'x-person': sender.person.id, 'content-type': 'application/json' },
      body: '{"agreement":',
    })
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
  })

  it('refuses what another site has a browser send', async () => {
    const { sender, post } = await scene()
    people.set(sender.person.id, sender.person)
    const response = await app.request(`http://ieum.test${post(sender)}/referrals`, {
      method: 'POST',
      headers: { 'x-person': sender.person.id, origin: 'https://elsewhere.test', 'content-type': 'text/plain' },
      body: '{}',
    })
    expect(response.status).toBe(403)
  })
})
