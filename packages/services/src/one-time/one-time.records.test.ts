import type { Database } from '@ieum/storage'
import { describeInBothHomes } from '@ieum/storage/testing'
import { sayDay } from '@ieum/wording'
import { beforeAll, expect, it } from 'vitest'
import { withdrawConsent } from '../consents/withdraw-consent.ts'
import { newSigningKey, type Signer, signerOf } from '../decisions/signer.ts'
import { deliverDue } from '../deliveries/deliver-due.ts'
import { mailSender } from '../deliveries/mail-sender.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { caseIn, consentedCase, firmThatCompleted, move } from '../testing/cases.ts'
import { koreanCatalogue } from '../testing/catalogue.ts'
import { addAgreedLink, addOfficer, inTheHouse, on } from '../testing/world.ts'
import { tokenSha256 } from '../token-sha256.ts'
import { oneTimeWriter } from './one-time-link.ts'
import { answerByLink, lookByLink } from './use-link.ts'

let catalogue: OpenCatalogue
let signer: Signer
beforeAll(async () => {
  catalogue = await koreanCatalogue()
  signer = await signerOf(await newSigningKey())
}, 60_000)

const publicUrl = 'https://ieum.example'

async function scene(database: Database) {
  const needs = { database, catalogue, signer }
  const link = await addAgreedLink(database)
  const sender = await addOfficer(database, link.fromAgency, 'desk-officer')
  const firm = await firmThatCompleted(database, link)
  await inTheHouse(database, tx =>
    tx.insertInto('agency_contact').values({ agency: link.toAgency, way: 'mail', mail: 'desk@kpic.example' }).execute(),
  )
  const { id, number } = await consentedCase(needs, { link, sender, firm })
  return { needs, link, sender, firm, id, number }
}

/** Delivers what is due, and gives the tokens of links that stood in letters. */
async function lettersOut(database: Database): Promise<string[]> {
  const tokens: string[] = []
  const mailer = {
    mail: async ({ text, to }: { text: string; to: string }) => {
      const token = text.match(/\/answer#([\w-]+)/)?.[1]
      if (token && to === 'desk@kpic.example') tokens.push(token)
      return { is: 'taken' } as const
    },
    close: () => undefined,
  }
  const mail = mailSender({
    mailer,
    publicUrl,
    writeOneTime: oneTimeWriter({ database, publicUrl, timeZone: 'Asia/Seoul' }),
  })
  await deliverDue({ database, senders: { mail } }, { now: new Date(Date.now() + 100), most: 50 })
  return tokens
}

const use = (token: string, more: object = {}) => ({ token, now: new Date(), on, place: '192.0.2.7', ...more })

describeInBothHomes('an agency that answers by mail', open => {
  it('gets a link of which only the hash is kept, and reads with it what the firm agreed to', async () => {
    const database = open()
    const { needs, sender, id, number } = await scene(database)
    await move(needs, sender, id, { move: 'send' })
    const [token] = await lettersOut(database)
    expect(Buffer.from(token!, 'base64url')).toHaveLength(32)
    const kept = await inTheHouse(database, tx => tx.selectFrom('one_time_link').selectAll().execute())
    expect(kept.map(({ token_sha256 }) => token_sha256)).toEqual([tokenSha256(token!)])
    const everything = await inTheHouse(database, tx => tx.selectFrom('delivery').selectAll().execute())
    expect(JSON.stringify([kept, everything])).not.toContain(token)

    const looked = await lookByLink(needs, use(token!))
    if (looked.is !== 'shown') throw new Error(looked.is)
    expect(looked.case).toMatchObject({ number, firm: { name: '예시주물' } })
    expect(Object.keys(looked.case.facts).sort()).toEqual(['industry', 'root_industry'])
    expect(looked.case.proof).not.toBeNull()
  })

  it('C40: leaves one access entry a look, with all five fields', async () => {
    const database = open()
    const { needs, sender, firm, id } = await scene(database)
    await move(needs, sender, id, { move: 'send' })
    const [token] = await lettersOut(database)
    for (const _ of [1, 2]) await lookByLink(needs, use(token!))
    const looks = await inTheHouse(database, tx =>
      tx.selectFrom('access_entry').selectAll().where('lane', '=', 'kpic').execute(),
    )
    expect(looks).toHaveLength(2)
    expect(looks[0]).toMatchObject({
      person_id: 'link:kpic',
      place: '192.0.2.7',
      firm_ids: [firm.capacity.firm],
      operation: 'read dossier',
      basis: expect.stringMatching(/^consent /),
      reason: 'link sent to desk@kpic.example',
    })
  })

  it('is told its last day as it is where the agencies are', async () => {
    const database = open()
    const { needs, sender, id, number } = await scene(database)
    await move(needs, sender, id, { move: 'send' })
    const write = oneTimeWriter({ database, publicUrl, timeZone: 'Asia/Seoul' })
    const delivery = { address: 'desk@kpic.example', body: { referral: id, number, language: 'en' } }
    // Five in the morning of 2 June in Seoul.
    const letter = await write(delivery as never, new Date('2026-06-01T20:00:00Z'))
    expect(JSON.stringify(letter)).toContain(sayDay('2026-06-16', 'en'))
  })

  it('answers once: looking uses nothing up, the answer does, for every link to the case', async () => {
    const database = open()
    const { needs, sender, id, number } = await scene(database)
    await move(needs, sender, id, { move: 'send' })
    const [first] = await lettersOut(database)
    // The letter is sent once more, as after a lost answer of the mail server.
    await inTheHouse(database, tx =>
      tx.updateTable('delivery').set({ state: 'waiting' }).where('event', 'like', 'one-time:%').execute(),
    )
    const [second] = await lettersOut(database)
    for (const token of [first, second, first])
      expect(await lookByLink(needs, use(token!))).toMatchObject({ is: 'shown' })
    expect(await answerByLink(needs, use(first!), { move: 'decline' })).toMatchObject({ is: 'reason needed' })
    expect(await answerByLink(needs, use(first!), { move: 'decline', reason: 'places-full', note: '내년에' })).toEqual({
      is: 'answered',
      number,
      state: 'declined',
    })
    expect(await caseIn(database, id)).toMatchObject({ state: 'declined', reason: 'places-full' })
    for (const token of [first, second]) {
      expect(await lookByLink(needs, use(token!))).toEqual({ is: 'no such link' })
      expect(await answerByLink(needs, use(token!), { move: 'accept' })).toEqual({ is: 'no such link' })
    }
    const events = await inTheHouse(database, tx =>
      tx.selectFrom('referral_event').selectAll().where('referral_id', '=', id).orderBy('seq').execute(),
    )
    expect(
      events.slice(-3).map(({ move, by_party, person_id, post_id }) => [move, by_party, person_id, post_id]),
    ).toEqual(['receive', 'review', 'decline'].map(move => [move, 'receiver', 'link:kpic', null]))
  })

  it('gets a new link when more was asked for and the case comes back', async () => {
    const database = open()
    const { needs, sender, id } = await scene(database)
    await move(needs, sender, id, { move: 'send' })
    const [first] = await lettersOut(database)
    await answerByLink(needs, use(first!), { move: 'return', reason: 'fact-missing' })
    expect(await move(needs, sender, id, { move: 'resend' })).toMatchObject({ is: 'moved' })
    const [second] = await lettersOut(database)
    // The first was used up by the answer, though the case awaits one again.
    expect(await lookByLink(needs, use(first!))).toEqual({ is: 'no such link' })
    expect(await answerByLink(needs, use(second!), { move: 'accept' })).toMatchObject({ state: 'accepted' })
  })

  it('T2: sees nothing after consent was withdrawn, after 14 days, or when it is reached in another way', async () => {
    const database = open()
    const { needs, sender, firm, id } = await scene(database)
    await move(needs, sender, id, { move: 'send' })
    const [token] = await lettersOut(database)
    const none = { is: 'no such link' }
    expect(await lookByLink(needs, use(token!, { now: new Date(Date.now() + 15 * 86_400_000) }))).toEqual(none)
    expect(await lookByLink(needs, use(token!, { on: '2027-01-01' }))).toEqual(none)
    await inTheHouse(database, tx => tx.updateTable('agency_contact').set({ mail: 'new@kpic.example' }).execute())
    expect(await lookByLink(needs, use(token!))).toEqual(none)
    await inTheHouse(database, tx => tx.updateTable('agency_contact').set({ mail: 'desk@kpic.example' }).execute())
    expect(await lookByLink(needs, use(token!))).toMatchObject({ is: 'shown' })
    const consent = await inTheHouse(database, tx =>
      tx.selectFrom('consent').select('id').where('kind', '=', 'hand-off').executeTakeFirstOrThrow(),
    )
    await withdrawConsent(needs, firm, consent.id)
    expect(await lookByLink(needs, use(token!))).toEqual(none)
    expect(await lookByLink(needs, use('x'.repeat(43)))).toEqual(none)
  })

  it('gets no letter about a case that was recalled before it went out', async () => {
    const database = open()
    const { needs, sender, id } = await scene(database)
    await move(needs, sender, id, { move: 'send' })
    await move(needs, sender, id, { move: 'recall', reason: 'sent-in-error' })
    expect(await lettersOut(database)).toEqual([])
  })
})
