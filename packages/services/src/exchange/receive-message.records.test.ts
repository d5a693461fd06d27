import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, type PaperStore, papersInFolder } from '@ieum/storage'
import { describeInBothHomes } from '@ieum/storage/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { atDesk } from '../acting/at-desk.ts'
import { onConsents } from '../acting/look-basis.ts'
import { answerSheet } from '../answers/answer-sheet.ts'
import { newSigningKey, type Signer, signerOf } from '../decisions/signer.ts'
import { exportReferrals } from '../figures/export-referrals.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { caseIn, move } from '../testing/cases.ts'
import { koreanCatalogue } from '../testing/catalogue.ts'
import { addAgreedLink, addOfficer, inTheHouse, on } from '../testing/world.ts'
import { publicKeyOf } from './description.ts'
import { knowInstallation } from './know-installation.ts'
import { fits, LooksContent } from './message.ts'
import { receiveMessage } from './receive-message.ts'
import { tellLooks } from './tell-looks.ts'

let catalogue: OpenCatalogue
let signer: Signer
let theirs: Signer
let papers: PaperStore
const folder = mkdtempSync(join(tmpdir(), 'ieum-receive-'))
beforeAll(async () => {
  catalogue = await koreanCatalogue()
  signer = await signerOf(await newSigningKey())
  theirs = await signerOf(await newSigningKey())
  papers = await papersInFolder(folder)
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

const now = new Date('2026-06-01T03:00:00Z')

/** The office of `tipa` hands firms on to `kpic`, whose desk is here. */
async function scene(database: Database) {
  const needs = { database, catalogue, signer, papers, installation: 'here' }
  const known = await knowInstallation(
    { database },
    {
      id: 'office',
      name: '시청',
      baseUrl: 'https://office.example',
      publicKey: publicKeyOf(theirs.publicJwk),
      agencies: ['tipa'],
    },
  )
  expect(known).toMatchObject({ is: 'known' })
  const link = await addAgreedLink(database)
  const receiver = await addOfficer(database, link.toAgency, 'desk-officer')
  const agreed = await inTheHouse(database, tx =>
    tx.selectFrom('link_agreement').select(['link', 'version']).where('id', '=', link.id).executeTakeFirstOrThrow(),
  )
  const fact = (name: string, value: unknown, more: object = {}) => ({
    name,
    value,
    source: 'entered',
    sourceName: 'firm',
    asOf: '2026-05-01',
    ...more,
  })
  const consent = (more: object = {}) => ({
    kind: 'hand-off',
    recipient: link.toAgency,
    purpose: '다음 단계',
    facts: ['employees', 'size'],
    participations: true,
    papers: [],
    until: '2026-12-31',
    refusal: '불이익 없음',
    text: { id: 'hand-off', version: 1, language: 'ko', body: '동의서' },
    givenAt: '2026-05-30T00:00:00.000Z',
    ...more,
  })
  const proof = {
    on,
    programme: link.toProgramme,
    edition: '2026',
    verdict: 'eligible',
    criteria: [{ id: 'size', verdict: 'met', because: [{ fact: 'size', value: 'small' }] }],
    missing: [],
    facts: {},
  }
  const passed = (more: object = {}) => ({
    facts: [fact('employees', 32), fact('size', 'small')],
    participations: [],
    proof,
    ...more,
  })
  const content = (more: object = {}) => ({
    number: `2026-${randomUUID().slice(0, 8).toUpperCase()}`,
    link: { id: agreed.link, version: agreed.version },
    from: { agency: link.fromAgency, programme: link.fromProgramme },
    to: { agency: link.toAgency, programme: link.toProgramme },
    sentOn: on,
    due: null,
    firm: { number: '1248100998', name: '예시주물', nameEn: null },
    consents: [consent()],
    passed: passed(),
    ...more,
  })
  const say = async (
    kind: 'referral' | 'move',
    referral: string,
    n: number,
    said: object,
    { urgent = false, day = on }: { urgent?: boolean; day?: string } = {},
  ) => {
    const envelope = {
      is: 'ieum exchange',
      from: 'office',
      to: 'here',
      at: now.toISOString(),
      kind,
      referral,
      n,
      urgent,
      content: JSON.stringify(said),
    }
    const arrival = { now, on: day, place: '192.0.2.9', kind, ...(kind !== 'referral' && { referral }) }
    const received = await receiveMessage(needs, await theirs.sign(envelope), arrival)
    return received.is === 'received'
      ? ((await signer.verify(received.receipt)) as { result: string; state: string | null; why: string | null })
      : received
  }
  const handOn = async (more: object = {}) => {
    const id = randomUUID()
    return { id, receipt: await say('referral', id, 1, content(more)) }
  }
  const standing = (id: string) =>
    inTheHouse(database, tx =>
      tx
        .selectFrom('fact as f')
        .innerJoin('referral as r', 'r.firm_id', 'f.firm_id')
        .select(['f.name', 'f.value'])
        .where('r.id', '=', id)
        .where('f.withdrawn_at', 'is', null)
        .orderBy('f.name')
        .execute(),
    )
  return { needs, link, receiver, say, handOn, passed, fact, consent, proof, standing }
}

const back = { by: 'sender', from: 'returned', on, reason: null, note: null }

describeInBothHomes('what another installation passes', open => {
  it('is kept as it is where it is right', async () => {
    const { handOn, standing } = await scene(open())
    const { id, receipt } = await handOn()
    expect(receipt).toMatchObject({ result: 'taken', state: 'sent' })
    expect((await standing(id)).map(({ name }) => name)).toEqual(['employees', 'size'])
  })

  it('T4: is refused, and nothing of it kept, where a fact has a value that it cannot have, or a day that has not come', async () => {
    const database = open()
    const { handOn, passed, fact } = await scene(database)
    const wrong = [
      [fact('employees', 'very many')],
      [fact('employees', { deep: ['x'] })],
      [fact('employees', 32, { asOf: '2027-01-01' })],
      [fact('employees', 32), fact('employees', 33)],
      [fact('employees', 32, { sourceName: 'a\u0000b' })],
    ]
    for (const facts of wrong)
      expect((await handOn({ passed: passed({ facts }) })).receipt).toMatchObject({
        result: 'refused',
        why: expect.stringContaining('/facts/'),
      })
    expect(await inTheHouse(database, tx => tx.selectFrom('firm').select('id').execute())).toEqual([])
  })

  it('is taken as of today where the other house is a few minutes ahead of midnight', async () => {
    const { handOn, passed, fact } = await scene(open())
    const facts = [fact('employees', 32, { asOf: '2026-06-02' })]
    expect((await handOn({ passed: passed({ facts }) })).receipt).toMatchObject({ result: 'taken' })
  })

  it('T4: is refused where the proof is not one that readers can read', async () => {
    const { handOn, passed, proof } = await scene(open())
    for (const wrong of ['eligible', [], {}, { ...proof, criteria: [{ id: 'size' }] }, { ...proof, facts: [] }])
      expect((await handOn({ passed: passed({ proof: wrong }) })).receipt).toMatchObject({
        result: 'refused',
        why: expect.stringContaining('/proof'),
      })
    expect((await handOn({ passed: passed({ proof: null }) })).receipt).toMatchObject({ result: 'taken' })
  })

  it('is not kept of programmes that the catalogue here does not know', async () => {
    const database = open()
    const { handOn, passed, link } = await scene(database)
    const took = { edition: '2025', outcome: 'completed', role: 'lead', on: '2025-11-01' }
    const participations = [
      { ...took, programme: 'no-such-programme' },
      { ...took, programme: link.fromProgramme },
    ]
    expect((await handOn({ passed: passed({ participations }) })).receipt).toMatchObject({ result: 'taken' })
    const kept = await inTheHouse(database, tx => tx.selectFrom('participation').select('programme').execute())
    expect(kept).toEqual([{ programme: link.fromProgramme }])
  })

  it('is of the one firm of that number, however it is written, and of none where the check digit is wrong', async () => {
    const database = open()
    const { handOn, receiver, needs } = await scene(database)
    const first = await handOn()
    for (const step of ['receive', 'review'] as const) await move(needs, receiver, first.id, { move: step })
    await move(needs, receiver, first.id, { move: 'decline', reason: 'places-full' })
    const second = await handOn({ firm: { number: '124-81-00998', name: '예시주물', nameEn: null } })
    expect(second.receipt).toMatchObject({ result: 'taken' })
    const third = await handOn({ firm: { number: '1248100999', name: '다른주물', nameEn: null } })
    expect(third.receipt).toMatchObject({ result: 'refused', why: 'number of the firm: wrong check digit' })
    const firms = await inTheHouse(database, tx => tx.selectFrom('firm').select('number').execute())
    expect(firms).toEqual([{ number: '1248100998' }])
  })

  it('is refused with two consents of one kind', async () => {
    const { handOn, consent } = await scene(open())
    expect((await handOn({ consents: [consent(), consent()] })).receipt).toMatchObject({
      result: 'refused',
      why: 'two consents of one kind',
    })
  })
})

describeInBothHomes('a case that is sent again by another installation', open => {
  async function returned(database: Database) {
    const made = await scene(database)
    const { id } = await made.handOn()
    for (const asked of [{ move: 'receive' }, { move: 'review' }, { move: 'return', reason: 'fact-missing' }] as const)
      await move(made.needs, made.receiver, id, asked)
    return { ...made, id }
  }

  it('has what is passed now in place of what was passed before', async () => {
    const { id, say, passed, fact, standing } = await returned(open())
    const facts = [fact('employees', 40)]
    expect(await say('move', id, 2, { ...back, move: 'resend', passed: passed({ facts }) })).toMatchObject({
      result: 'taken',
      state: 'sent',
    })
    expect(await standing(id)).toEqual([{ name: 'employees', value: 40 }])
  })

  it('T2: keeps nothing that comes when it was recalled already', async () => {
    const { id, say, passed, fact, standing } = await returned(open())
    await say('move', id, 2, { ...back, move: 'recall', reason: 'sent-in-error' }, { urgent: true })
    expect(await standing(id)).toEqual([])
    await say('move', id, 3, { ...back, move: 'resend', passed: passed({ facts: [fact('employees', 40)] }) })
    expect(await standing(id)).toEqual([])
  })

  it("T2: keeps nothing that comes after the consent's last day, whatever day it says it was sent on", async () => {
    const database = open()
    const { id, say, passed, fact, standing } = await returned(database)
    const resend = { ...back, move: 'resend', passed: passed({ facts: [fact('employees', 40)] }) }
    expect(await say('move', id, 2, resend, { day: '2027-01-02' })).toMatchObject({ result: 'refused' })
    expect(await standing(id)).not.toContainEqual({ name: 'employees', value: 40 })
    expect(await caseIn(database, id)).toMatchObject({ state: 'returned' })
  })

  it('T4: is not moved with facts that are not right', async () => {
    const database = open()
    const { id, say, passed, fact } = await returned(database)
    const resend = { ...back, move: 'resend', passed: passed({ facts: [fact('employees', 'many')] }) }
    expect(await say('move', id, 2, resend)).toMatchObject({ result: 'refused' })
    expect(await caseIn(database, id)).toMatchObject({ state: 'returned' })
  })

  it('is not moved on a day before it came so far', async () => {
    const database = open()
    const { id, say, passed } = await returned(database)
    const resend = { ...back, move: 'resend', on: '2026-03-01', passed: passed() }
    expect(await say('move', id, 2, resend)).toMatchObject({
      result: 'refused',
      why: 'before the case came so far',
    })
    expect(await caseIn(database, id)).toMatchObject({ state: 'returned' })
  })
})

describeInBothHomes('looks at a firm that another installation handed on', open => {
  const toldIn = async (database: Database) =>
    (
      await inTheHouse(database, tx =>
        tx.selectFrom('delivery').select('body').where('channel', '=', 'exchange').execute(),
      )
    )
      .map(({ body }) => body as { kind: string; content: string })
      .filter(({ kind }) => kind === 'looks')

  it('C40: are told where they were taken in a table of the cases', async () => {
    const database = open()
    const { handOn, receiver, needs } = await scene(database)
    await handOn()
    expect(await answerSheet(needs, receiver, { language: 'ko', purpose: '답변' })).toMatchObject({ is: 'sheet' })
    const asked = { side: 'received', from: '2026-05-01', to: on, purpose: '분기 보고를 위해' } as const
    expect(await exportReferrals(needs, receiver, asked)).toMatchObject({ is: 'exported' })
    await tellLooks(needs)
    const looks = (await toldIn(database)).flatMap(({ content }) => JSON.parse(content).looks)
    expect(looks).toMatchObject([
      { operation: 'export referrals', reason: '답변', basis: 'referrals sent to the agency' },
      { operation: 'export referrals', reason: '분기 보고를 위해', basis: 'referrals sent to the agency' },
    ])
  })

  it('are told in as many messages as hold them', async () => {
    const database = open()
    const { handOn, receiver, needs } = await scene(database)
    const { id } = await handOn()
    const { firm_id } = await caseIn(database, id)
    const { id: consent } = await inTheHouse(database, tx =>
      tx.selectFrom('consent').select('id').where('referral_id', '=', id).executeTakeFirstOrThrow(),
    )
    await atDesk(needs, receiver, async desk => {
      for (let i = 0; i < 210; i += 1)
        desk.looked({
          firm: firm_id,
          operation: 'read dossier',
          basis: onConsents([consent]),
          reason: '가'.repeat(2_100),
        })
    })
    await tellLooks(needs)
    const told = await toldIn(database)
    expect(told.every(({ content }) => fits(content))).toBe(true)
    const looks = told.flatMap(({ content }) => LooksContent.parse(JSON.parse(content)).looks)
    expect(looks.map(({ seq }) => seq)).toEqual(looks.map((_, index) => index + looks[0]!.seq))
    expect(looks).toHaveLength(210)
  })
})
