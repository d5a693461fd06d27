import { deliverDue, mailSender, newSigningKey, oneTimeWriter, type Person, signerOf } from '@ieum/services'
import {
  addAgreedLink,
  addOfficer,
  consentedCase,
  firmThatCompleted,
  koreanCatalogue,
  move,
} from '@ieum/services/testing'
import { describeInBothHomes } from '@ieum/storage/testing'
import { beforeEach, expect, it } from 'vitest'
import type { App } from './app.ts'
import { deskAppFor } from './desk/testing/desk-app-for.ts'

const publicUrl = 'https://ieum.example'

describeInBothHomes('what leaves the house, over HTTP', open => {
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
    type = 'application/json',
  ) {
    if (who) people.set(who.person.id, who.person)
    const answer = await app.request(path, {
      method,
      headers: { ...(who && { 'x-person': who.person.id }), ...(body !== undefined && { 'content-type': type }) },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return { status: answer.status, body: (await answer.json()) as Record<string, never> }
  }

  async function scene() {
    const database = open()
    const needs = { database, catalogue: await koreanCatalogue(), signer: await signerOf(await newSigningKey()) }
    const link = await addAgreedLink(database)
    const sender = await addOfficer(database, link.fromAgency, 'desk-officer')
    const receiver = await addOfficer(database, link.toAgency, 'desk-officer')
    const administrator = await addOfficer(database, link.toAgency, 'agency-administrator')
    const firm = await firmThatCompleted(database, link)
    const one = await consentedCase(needs, { link, sender, firm })
    return { database, needs, sender, receiver, administrator, firm, ...one }
  }

  const post = (who: { capacity: { post: string } }) => `/api/posts/${who.capacity.post}`

  it('an inbox is listed and marked as read', async () => {
    const { needs, sender, receiver, id, number } = await scene()
    await move(needs, sender, id, { move: 'send' })
    const first = await ask(receiver, 'GET', `${post(receiver)}/notices?unread=true`)
    expect(first).toMatchObject({
      status: 200,
      body: { unread: 1, notices: [{ kind: 'referral.send', read: false, referral: { id, number } }] },
    })
    expect(await ask(receiver, 'POST', `${post(receiver)}/notices/read`, {})).toMatchObject({ body: { count: 1 } })
    expect(await ask(receiver, 'GET', `${post(receiver)}/notices`)).toMatchObject({ body: { unread: 0 } })
    expect((await ask(receiver, 'GET', '/api/me/notices')).body).toMatchObject({ notices: [] })
    expect((await ask(null, 'GET', '/api/me/notices')).status).toBe(401)
    expect((await ask(receiver, 'GET', `${post(receiver)}/notices?since=1`)).status).toBe(422)
  })

  it('an agency that is reached by mail answers with the link from its letter', async () => {
    const { database, needs, sender, administrator, receiver, id, number } = await scene()
    const contact = { way: 'mail', mail: 'desk@kpic.example' }
    expect((await ask(receiver, 'PUT', `${post(receiver)}/contact`, contact)).status).toBe(404)
    expect(await ask(administrator, 'PUT', `${post(administrator)}/contact`, { way: 'mail' })).toMatchObject({
      status: 422,
      body: { fields: [{ field: '/mail' }] },
    })
    expect(await ask(administrator, 'PUT', `${post(administrator)}/contact`, contact)).toMatchObject({
      status: 200,
      body: { ...contact, secret: null },
    })
    await move(needs, sender, id, { move: 'send' })
    let token = ''
    const mailer = {
      mail: async ({ text }: { text: string }) => {
        token = text.match(/\/answer#([\w-]+)/)?.[1] ?? token
        return { is: 'taken' } as const
      },
      close: () => undefined,
    }
    const mail = mailSender({
      mailer,
      publicUrl,
      writeOneTime: oneTimeWriter({ database, publicUrl, timeZone: 'Asia/Seoul' }),
    })
    await deliverDue({ database, senders: { mail } }, { now: new Date(Date.now() + 200), most: 50 })
    expect(await ask(null, 'POST', '/api/one-time', { token })).toMatchObject({ status: 200, body: { number } })
    expect(await ask(null, 'POST', '/api/one-time/answer', { token, move: 'return' })).toMatchObject({
      status: 422,
      body: { fields: [{ field: '/reason' }] },
    })
    expect((await ask(null, 'GET', `/api/one-time?token=${token}`)).status).toBe(405)
    expect(await ask(null, 'POST', '/api/one-time/answer', { token, move: 'accept' })).toMatchObject({
      status: 200,
      body: { number, state: 'accepted' },
    })
    const used = await ask(null, 'POST', '/api/one-time', { token })
    expect(used.status).toBe(404)
    expect(await ask(null, 'POST', '/api/one-time', { token: 'x'.repeat(43) })).toEqual(used)
  })

  it('a table of answers names each wrong row, and is carried out when there is none', async () => {
    const { needs, sender, receiver, id, number } = await scene()
    await move(needs, sender, id, { move: 'send' })
    const bring = (table: string) => ask(receiver, 'POST', `${post(receiver)}/answers.csv`, table, 'text/csv')
    expect(await bring(`number,answer\n${number},decline\nX,accept`)).toMatchObject({
      status: 422,
      body: { fields: [{ field: 'line 2, reason' }] },
    })
    expect(await bring(`number,answer\n${number},accept`)).toMatchObject({
      status: 200,
      body: { answered: [{ number, state: 'accepted' }] },
    })
  })

  it('nothing is taken from other installations where this one has no name', async () => {
    expect(await ask(null, 'POST', '/api/exchange/referrals', { message: 'a.b.c' })).toMatchObject({ status: 403 })
  })
})
