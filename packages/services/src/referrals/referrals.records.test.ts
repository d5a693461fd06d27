import type { Database } from '@ieum/storage'
import { describeInBothHomes } from '@ieum/storage/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Acting, FirmCapacity, PostCapacity } from '../acting/acting.ts'
import { askConsent } from '../consents/ask-consent.ts'
import { giveConsent } from '../consents/give-consent.ts'
import { withdrawConsent } from '../consents/withdraw-consent.ts'
import { signDecision } from '../decisions/sign-decision.ts'
import { newSigningKey, type Signer, signerOf } from '../decisions/signer.ts'
import { listNotices } from '../notices/list-notices.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { koreanCatalogue } from '../testing/catalogue.ts'
import {
  type AgreedLink,
  addAgreedLink,
  addFirm,
  addOfficer,
  addParticipation,
  inTheHouse,
  on,
} from '../testing/world.ts'
import { sweepByClock } from './clock-sweep.ts'
import { decideBatch } from './decide-batch.ts'
import { draftReferral } from './draft-referral.ts'
import { listBatches } from './list-batches.ts'
import { listReferrals } from './list-referrals.ts'
import { type MoveAsked, moveReferral } from './move-referral.ts'
import { batchCandidates, proposeBatch } from './propose-batch.ts'
import { rerouteReferral } from './re-route-referral.ts'
import { readReferral } from './read-referral.ts'
import { sayFilledIn } from './say-filled-in.ts'

let catalogue: OpenCatalogue
let signer: Signer
beforeAll(async () => {
  catalogue = await koreanCatalogue()
  signer = await signerOf(await newSigningKey())
}, 60_000)

interface Scene {
  readonly needs: { readonly database: Database; readonly catalogue: OpenCatalogue; readonly signer: Signer }
  readonly link: AgreedLink
  readonly sender: Acting<PostCapacity>
  readonly receiver: Acting<PostCapacity>
  readonly firm: Acting<FirmCapacity>
}

async function scene(database: Database, more: Parameters<typeof addAgreedLink>[1] = {}): Promise<Scene> {
  const link = await addAgreedLink(database, more)
  const sender = await addOfficer(database, link.fromAgency, 'desk-officer')
  const receiver = await addOfficer(database, link.toAgency, 'desk-officer')
  const firm = await firmThatCompleted(database, link)
  return { needs: { database, catalogue, signer }, link, sender, receiver, firm }
}

async function firmThatCompleted(database: Database, link: AgreedLink): Promise<Acting<FirmCapacity>> {
  const firm = await addFirm(database)
  await addParticipation(database, firm.capacity.firm, { agency: link.fromAgency, programme: link.fromProgramme })
  await inTheHouse(database, tx =>
    tx
      .insertInto('fact')
      .values(
        Object.entries({ industry: 'C24311', root_industry: true, employees: 32, size: 'small' }).map(
          ([name, value]) => ({
            firm_id: firm.capacity.firm,
            name,
            value: JSON.stringify(value),
            source: 'entered' as const,
            source_name: 'firm',
            as_of: '2026-05-01',
            recorded_by: firm.person.id,
          }),
        ),
      )
      .execute(),
  )
  return firm
}

async function draft({ needs, sender, firm, link }: Scene): Promise<string> {
  const drafted = await draftReferral(needs, sender, {
    agreement: link.id,
    firm: firm.capacity.firm,
    reason: '다음 단계',
  })
  if (drafted.is !== 'drafted') throw new Error(drafted.is)
  return drafted.referral
}

const agree = (scene: Scene, id: string, outcome = false) =>
  giveConsent(scene.needs, scene.firm, id, {
    language: 'ko',
    until: '2026-12-31',
    facts: ['root_industry', 'industry'].filter(name => passable.has(name)),
    participations: true,
    outcome,
    changed: 1,
  })

/** What the rules of the receiving programme read (catalogue/kr). */
const passable = new Set(['industry', 'root_industry'])

async function move({ needs }: Scene, who: Acting, id: string, asked: Omit<MoveAsked, 'changed'>) {
  const read = await readReferral(needs, who, id)
  return moveReferral(needs, who, id, { ...asked, changed: read.is === 'found' ? read.case.changed : 1 })
}

async function sent(scene: Scene, { outcome = false } = {}): Promise<string> {
  const id = await draft(scene)
  expect(await agree(scene, id, outcome)).toMatchObject({ is: 'moved', state: 'consented' })
  expect(await move(scene, scene.sender, id, { move: 'send' })).toMatchObject({ is: 'moved', state: 'sent' })
  return id
}

async function underReview(scene: Scene, options = {}): Promise<string> {
  const id = await sent(scene, options)
  for (const step of ['receive', 'review'] as const)
    expect(await move(scene, scene.receiver, id, { move: step })).toMatchObject({ is: 'moved' })
  return id
}

/** The same, once the catalogue has a newer edition of each programme. */
const later = ({ needs }: Scene): Scene['needs'] => {
  const { rulebook } = needs.catalogue
  const programmes = rulebook.programmes.map(programme => ({
    ...programme,
    editions: [...programme.editions, { ...programme.editions.at(-1)!, edition: '2099' }],
  }))
  return { ...needs, catalogue: { ...needs.catalogue, rulebook: { ...rulebook, programmes } } }
}

const caseOf = async (scene: Scene, who: Acting, id: string) => {
  const read = await readReferral(scene.needs, who, id)
  return read.is === 'found' ? read.case : undefined
}

describeInBothHomes('referrals', open => {
  it('come back filled in: the firm says so, and the sending desk hears it once a round', async () => {
    const world = await scene(open())
    const id = await underReview(world)
    expect(await sayFilledIn(world.needs, world.firm, id)).toEqual({ is: 'not asked back' })
    const heard = async () =>
      (
        await listNotices(world.needs, { person: world.sender.person, post: world.sender.capacity.post })
      ).notices.filter(({ kind }) => kind === 'referral.filled-in').length
    for (const round of [1, 2]) {
      await move(world, world.receiver, id, { move: 'return', reason: 'paper-missing' })
      expect(await sayFilledIn(world.needs, world.firm, id)).toEqual({ is: 'told' })
      expect(await sayFilledIn(world.needs, world.firm, id)).toEqual({ is: 'told before' })
      expect(await heard()).toBe(round)
      const read = await caseOf(world, world.sender, id)
      expect(read?.filledIn).toHaveLength(round)
      expect(read?.filledIn.at(-1)?.seq).toBe(read?.changed)
      await move(world, world.sender, id, { move: 'resend' })
      for (const step of ['receive', 'review'] as const) await move(world, world.receiver, id, { move: step })
    }
    const stranger = await addFirm(world.needs.database)
    expect(await sayFilledIn(world.needs, stranger, id)).toEqual({ is: 'no such referral' })
  })

  it('go from a draft to a completed programme, and everyone sees how they stand', async () => {
    const world = await scene(open())
    const id = await underReview(world, { outcome: true })
    expect(await move(world, world.receiver, id, { move: 'accept' })).toMatchObject({ state: 'accepted' })
    expect(await move(world, world.receiver, id, { move: 'enrol' })).toMatchObject({ state: 'enrolled' })
    expect(await move(world, world.receiver, id, { move: 'complete' })).toMatchObject({ state: 'completed' })
    for (const who of [world.firm, world.sender, world.receiver])
      expect((await caseOf(world, who, id))?.history.map(({ to }) => to)).toEqual([
        'drafted',
        'consented',
        'sent',
        'received',
        'under-review',
        'accepted',
        'enrolled',
        'completed',
      ])
    const took = await inTheHouse(open(), tx =>
      tx
        .selectFrom('participation')
        .select(['programme', 'outcome', 'source_agency'])
        .where('referral_id', '=', id)
        .orderBy('outcome')
        .execute(),
    )
    expect(took).toEqual([
      { programme: world.link.toProgramme, outcome: 'completed', source_agency: world.link.toAgency },
      { programme: world.link.toProgramme, outcome: 'selected', source_agency: world.link.toAgency },
    ])
  })

  it('give the receiving desk the proof of each criterion of what was agreed to, and the sender none of it', async () => {
    const world = await scene(open())
    const id = await underReview(world)
    const seen = await caseOf(world, world.receiver, id)
    expect(seen?.proof?.criteria.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['root', 'met'],
      ['own-call', 'judgement'],
    ])
    expect(seen?.proof?.facts).toMatchObject({ root_industry: { value: true, source: 'entered', asOf: '2026-05-01' } })
    expect(Object.keys(seen?.proof?.facts ?? {})).not.toContain('employees')
    expect((await caseOf(world, world.sender, id))?.proof).toBeNull()
  })

  it('take over what the sender decided where the link says so, and the proof says whose it is', async () => {
    const world = await scene(open(), { accepts: ['own-call'] })
    const owner = await addOfficer(open(), world.link.fromAgency, 'programme-owner')
    const signed = await signDecision(world.needs, owner, {
      firm: world.firm.capacity.firm,
      programme: world.link.toProgramme,
      criterion: 'own-call',
      verdict: 'unmet',
      on,
      until: null,
    })
    expect(signed.is).toBe('signed')
    const id = await underReview(world)
    const seen = await caseOf(world, world.receiver, id)
    expect(seen?.proof).toMatchObject({
      verdict: 'eligible',
      criteria: [{ id: 'root' }, { id: 'own-call', verdict: 'unmet', because: [{ decision: { agency: 'tipa', on } }] }],
    })
  })

  it('are due after the working days of the link: 3 June 2026 is an election day, 6 June a Saturday', async () => {
    const world = await scene(open(), { daysToAnswer: 4 })
    const id = await sent(world)
    // Monday 1 June: 2 June, (3 June election), 4 June, 5 June, 8 June.
    expect(await caseOf(world, world.receiver, id)).toMatchObject({ due: '2026-06-08', daysLeft: 4 })
  })

  it('are found by the working days that are left, as their rows count them', async () => {
    const world = await scene(open(), { daysToAnswer: 4 })
    await sent(world)
    const within = async (dueWithin: number) =>
      (await listReferrals(world.needs, world.receiver, { box: 'in', dueWithin })).lines.map(({ daysLeft }) => daysLeft)
    expect(await within(3)).toEqual([])
    expect(await within(4)).toEqual([4])
  })

  it('T1, T3: are shown to no other agency and no other firm, and a hidden one reads like a missing one', async () => {
    const world = await scene(open())
    const id = await sent(world)
    const missing = '00000000-0000-4000-8000-000000000000'
    for (const who of [await addOfficer(open(), 'kosmes', 'desk-officer'), await addFirm(open())])
      for (const one of [id, missing, 'not-an-id'])
        expect(await readReferral(world.needs, who, one)).toEqual({ is: 'no such referral' })
    const draftOnly = await draft({ ...world, firm: await firmThatCompleted(open(), world.link) })
    expect(await readReferral(world.needs, world.receiver, draftOnly)).toEqual({ is: 'no such referral' })
  })

  it('T2: end all access when the firm takes its consent back, and the officer is told so', async () => {
    const world = await scene(open())
    const id = await underReview(world)
    const [consent] = (await caseOf(world, world.firm, id))!.consents
    expect(await withdrawConsent(world.needs, world.firm, consent!.id)).toMatchObject({
      is: 'withdrawn',
      state: 'withdrawn',
    })
    expect(await caseOf(world, world.receiver, id)).toMatchObject({
      access: 'closed',
      proof: null,
      firm: null,
      papers: [],
    })
    expect(await moveReferral(world.needs, world.receiver, id, { move: 'accept', changed: 6 })).toEqual({
      is: 'access ended',
    })
    expect(await withdrawConsent(world.needs, world.firm, consent!.id)).toEqual({ is: 'withdrawn before' })
  })

  it('end access on the day after the consent runs out, and when recalled', async () => {
    const world = await scene(open())
    const id = await underReview(world)
    const later = { ...world.receiver, on: '2027-01-01' }
    expect(await caseOf(world, later, id)).toMatchObject({ access: 'expired', proof: null, firm: null })
    expect(await move(world, world.sender, id, { move: 'recall', reason: 'sent-in-error' })).toMatchObject({
      state: 'recalled',
    })
    expect(await caseOf(world, world.receiver, id)).toMatchObject({ access: 'recalled', proof: null, firm: null })
  })

  it('tell the sender nothing of what comes after acceptance, unless the firm agreed to that', async () => {
    const world = await scene(open())
    const id = await underReview(world)
    for (const step of ['accept', 'enrol'] as const) await move(world, world.receiver, id, { move: step })
    expect(await caseOf(world, world.sender, id)).toMatchObject({ state: 'accepted' })
    expect((await caseOf(world, world.sender, id))?.history.map(({ move }) => move)).not.toContain('enrol')
    expect((await listReferrals(world.needs, world.sender, { box: 'out' })).lines[0]).toMatchObject({
      state: 'accepted',
    })
    expect((await listReferrals(world.needs, world.sender, { box: 'out' })).counts).toEqual({ accepted: 1 })
    expect((await listReferrals(world.needs, world.receiver, { box: 'in' })).counts).toEqual({ enrolled: 1 })
    const told = await inTheHouse(open(), tx =>
      tx
        .selectFrom('notice')
        .select('kind')
        .where('post_id', '=', world.sender.capacity.post)
        .orderBy('created_at')
        .execute(),
    )
    expect(told.map(({ kind }) => kind)).toEqual(['referral.consent', 'referral.receive', 'referral.accept'])
  })

  it('need a coded reason for a no, and the firm gets it', async () => {
    const world = await scene(open())
    const id = await underReview(world)
    expect(await move(world, world.receiver, id, { move: 'decline' })).toMatchObject({ is: 'reason needed' })
    expect(
      await move(world, world.receiver, id, { move: 'decline', reason: 'places-full', note: '내년에 다시' }),
    ).toMatchObject({ state: 'declined' })
    expect(await caseOf(world, world.firm, id)).toMatchObject({ state: 'declined', reason: 'places-full' })
  })

  it('are handed on after a no, with a consent of their own', async () => {
    const world = await scene(open())
    const id = await underReview(world)
    await move(world, world.receiver, id, { move: 'decline', reason: 'places-full' })
    const next = await addAgreedLink(open(), { toProgramme: 'mss-jump-up', toAgency: 'kised' })
    const { changed } = (await caseOf(world, world.sender, id))!
    const rerouted = await rerouteReferral(world.needs, world.sender, id, {
      agreement: next.id,
      changed,
      reason: '자리 없음',
    })
    expect(rerouted).toMatchObject({ is: 'drafted' })
    expect(await caseOf(world, world.sender, id)).toMatchObject({ state: 're-routed' })
    const fresh = rerouted.is === 'drafted' ? rerouted.referral : ''
    expect(await caseOf(world, world.firm, fresh)).toMatchObject({ state: 'drafted', reroutedFrom: id, consents: [] })
  })

  it('stay open to another way where the next programme would not take the firm', async () => {
    const world = await scene(open())
    const id = await underReview(world)
    await move(world, world.receiver, id, { move: 'decline', reason: 'places-full' })
    const { changed } = (await caseOf(world, world.sender, id))!
    const reroute = (agreement: string, who = world.sender) =>
      rerouteReferral(world.needs, who, id, { agreement, changed, reason: '자리 없음' })
    const elsewhere = await addAgreedLink(open(), { fromProgramme: 'mss-other', toProgramme: 'mss-jump-up' })
    expect(await reroute(elsewhere.id)).toEqual({ is: 'not there yet', outcome: 'completed' })
    const taken = await addAgreedLink(open(), { toProgramme: 'mss-jump-up', toAgency: 'kised' })
    await draft({ ...world, link: taken })
    expect(await reroute(taken.id)).toEqual({ is: 'under way already' })
    const free = await addAgreedLink(open(), { toProgramme: 'mss-venture', toAgency: 'kised' })
    const { person, capacity } = world.sender
    const limited = { ...world.sender, person, capacity: { ...capacity, programmes: [world.link.fromProgramme] } }
    expect(await reroute(elsewhere.id, limited)).toEqual({ is: 'no such link' })
    expect(await caseOf(world, world.sender, id)).toMatchObject({ state: 'declined', changed })
    expect(await reroute(free.id, limited)).toMatchObject({ is: 'drafted' })
  })

  it('that were returned for more are sent again also when the link has ended since', async () => {
    const world = await scene(open())
    const id = await underReview(world)
    const second = { ...world, firm: await firmThatCompleted(open(), world.link) }
    const unsent = await draft(second)
    await agree(second, unsent)
    await move(world, world.receiver, id, { move: 'return', reason: 'fact-missing' })
    await inTheHouse(open(), tx =>
      tx.updateTable('link_agreement').set({ state: 'ended' }).where('id', '=', world.link.id).execute(),
    )
    expect(await move(world, world.sender, id, { move: 'resend' })).toMatchObject({ is: 'moved', state: 'sent' })
    expect(await move(second, world.sender, unsent, { move: 'send' })).toEqual({ is: 'link not in force' })
  })

  it('write down one edition of the programme, the one of the proof, whatever the catalogue has come to', async () => {
    const world = await scene(open())
    const id = await underReview(world)
    const proven = (await caseOf(world, world.receiver, id))!.proof!.edition
    await move(world, world.receiver, id, { move: 'accept' })
    await move({ ...world, needs: later(world) }, world.receiver, id, { move: 'enrol' })
    // Where there is no proof to tell it, what was written down at first does.
    await inTheHouse(open(), tx => tx.deleteFrom('referral_proof').where('referral_id', '=', id).execute())
    await move({ ...world, needs: later(world) }, world.receiver, id, { move: 'complete' })
    const took = await inTheHouse(open(), tx =>
      tx.selectFrom('participation').select(['edition', 'outcome']).where('referral_id', '=', id).execute(),
    )
    expect(took).toHaveLength(2)
    expect(new Set(took.map(({ edition }) => edition))).toEqual(new Set([proven]))
  })

  it('are drawn up along a link in force only, once a firm, and by whose programme supported it', async () => {
    const world = await scene(open())
    const stranger = await addFirm(open())
    const asked = { agreement: world.link.id, firm: world.firm.capacity.firm, reason: '다음 단계' }
    expect(await draftReferral(world.needs, world.sender, { ...asked, firm: stranger.capacity.firm })).toEqual({
      is: 'no such firm',
    })
    expect(await draftReferral(world.needs, world.receiver, asked)).toEqual({ is: 'no such firm' })
    expect(await draftReferral(world.needs, { ...world.sender, on: '2025-12-31' }, asked)).toMatchObject({
      is: expect.stringMatching(/not in force/),
    })
    await draft(world)
    expect(await draftReferral(world.needs, world.sender, asked)).toEqual({ is: 'under way already' })
  })

  it('are not sent when the last place is taken', async () => {
    const world = await scene(open(), { places: 1 })
    await sent(world)
    const second = { ...world, firm: await firmThatCompleted(open(), world.link) }
    const id = await draft(second)
    await agree(second, id)
    expect(await move(second, world.sender, id, { move: 'send' })).toEqual({ is: 'no places left', places: 1 })
    expect(await caseOf(second, world.sender, id)).toMatchObject({ state: 'consented' })
  })

  it.each([
    ['a yes', { move: 'accept' }, 'changed meanwhile'],
    // After a no the agency has no part in the case any more.
    ['a no', { move: 'decline', reason: 'places-full' }, 'access ended'],
  ] as const)('T8: get %s from one of two who answer at once, and the other is told', async (_, answer, told) => {
    const world = await scene(open())
    const id = await underReview(world)
    const other = await addOfficer(open(), world.link.toAgency, 'programme-owner')
    const { changed } = (await caseOf(world, world.receiver, id))!
    const answers = await Promise.all(
      [world.receiver, other].map(person => moveReferral(world.needs, person, id, { ...answer, changed })),
    )
    expect(answers.map(({ is }) => is).sort()).toEqual([told, 'moved'].sort())
  })

  it('keep one access entry for each read by an agency, and none for the firm that reads its own', async () => {
    const world = await scene(open())
    const id = await sent(world)
    const count = () =>
      inTheHouse(open(), async tx => (await tx.selectFrom('access_entry').select('seq').execute()).length)
    const before = await count()
    await readReferral(world.needs, world.receiver, id)
    await readReferral(world.needs, world.firm, id)
    await listReferrals(world.needs, world.receiver, { box: 'in' })
    expect((await count()) - before).toBe(2)
    const [last] = await inTheHouse(open(), tx =>
      tx
        .selectFrom('access_entry')
        .selectAll()
        .where('post_id', '=', world.receiver.capacity.post)
        .orderBy('seq')
        .execute(),
    )
    expect(last).toMatchObject({
      place: '192.0.2.1',
      firm_ids: [world.firm.capacity.firm],
      operation: 'read referral',
      basis: expect.stringMatching(/^consent /),
    })
  })

  describe('consent', () => {
    it('is asked for with the five things that must be told, and only for facts that the next programme reads', async () => {
      const world = await scene(open())
      const id = await draft(world)
      const asked = await askConsent(world.needs, world.firm, id, { language: 'ko' })
      expect(asked.is).toBe('asked')
      const [handOff, outcome] = asked.is === 'asked' ? asked.consents : []
      expect(handOff?.facts).toEqual(['certificates', 'industry', 'root_industry'].filter(name => passable.has(name)))
      for (const part of ['recipient', 'purpose', 'items', 'until', 'refusal'] as const)
        expect(handOff?.text.body).toContain(handOff?.text[part])
      expect(outcome?.text).toMatchObject({ kind: 'outcome', required: false })
    })

    it('C45: is shown with what is chosen, word for word as it is kept then', async () => {
      const world = await scene(open())
      const id = await draft(world)
      const chosen = { language: 'ko', until: '2026-12-31', participations: false } as const
      const asked = await askConsent(world.needs, world.firm, id, { ...chosen, without: ['root_industry'] })
      const [handOff, outcome] = asked.is === 'asked' ? asked.consents : []
      expect(handOff).toMatchObject({ participations: true, facts: expect.arrayContaining(['root_industry']) })
      const facts = handOff!.facts.filter(name => name !== 'root_industry')
      await giveConsent(world.needs, world.firm, id, { ...chosen, facts, outcome: true, changed: 1 })
      const kept = (await caseOf(world, world.firm, id))!.consents
      expect(kept.map(({ body }) => body)).toEqual([handOff!.text.body, outcome!.text.body])
      expect(handOff!.text.body).not.toContain('지금까지 받은 지원')
    })

    it('is a record for each thing agreed to, and refusing the optional ones blocks nothing', async () => {
      const world = await scene(open())
      const id = await draft(world)
      await agree(world, id)
      const kept = (await caseOf(world, world.firm, id))!.consents
      expect(kept.map(({ kind, recipient }) => [kind, recipient])).toEqual([['hand-off', world.link.toAgency]])
      expect(kept[0]!.body).toContain('2026. 12. 31.')
    })

    it('passes nothing that was not asked for, and ends within two years', async () => {
      const world = await scene(open())
      const id = await draft(world)
      const given = {
        language: 'ko',
        until: '2026-12-31',
        facts: [],
        participations: false,
        outcome: false,
        changed: 1,
      } as const
      expect(await giveConsent(world.needs, world.firm, id, { ...given, facts: ['employees'] })).toMatchObject({
        is: 'nothing to pass of that name',
      })
      expect(await giveConsent(world.needs, world.firm, id, { ...given, until: '2029-01-01' })).toMatchObject({
        is: 'not a day to end on',
      })
      expect(await caseOf(world, world.firm, id)).toMatchObject({ state: 'drafted', consents: [] })
    })

    it('is given by the firm itself, not by its adviser', async () => {
      const world = await scene(open())
      const id = await draft(world)
      const adviser = { ...world.firm, capacity: { ...world.firm.capacity, role: 'adviser' as const } }
      expect(await agree({ ...world, firm: adviser }, id)).toEqual({ is: 'no such referral' })
    })
  })

  describe('the clock', () => {
    it('reminds before the day, tells those above after it, and ends the waiting, each once', async () => {
      const world = await scene(open(), { daysToAnswer: 4 })
      const approver = await addOfficer(open(), world.link.toAgency, 'approver')
      const id = await sent(world)
      expect(await sweepByClock(world.needs, on)).toEqual({ reminded: 0, escalated: 0, expired: 0 })
      for (const day of ['2026-06-05', '2026-06-05', '2026-06-08'])
        expect(await sweepByClock(world.needs, day)).toMatchObject({ reminded: 1 })
      expect(await sweepByClock(world.needs, '2026-06-09')).toMatchObject({ escalated: 1 })
      const told = await inTheHouse(open(), tx =>
        tx.selectFrom('notice').select(['kind', 'post_id']).where('referral_id', '=', id).execute(),
      )
      expect(told.filter(({ kind }) => kind === 'referral.remind')).toHaveLength(1)
      expect(
        told
          .filter(({ kind }) => kind === 'referral.escalate')
          .map(({ post_id }) => post_id)
          .sort(),
      ).toEqual([world.receiver.capacity.post, approver.capacity.post].sort())
      // 20 working days after Monday 8 June: Monday 6 July.
      expect(await sweepByClock(world.needs, '2026-07-06')).toMatchObject({ expired: 0 })
      expect(await sweepByClock(world.needs, '2026-07-07')).toMatchObject({ expired: 1 })
      expect(await caseOf(world, world.sender, id)).toMatchObject({ state: 'expired', due: null })
      expect(await sweepByClock(world.needs, '2026-07-08')).toEqual({ reminded: 0, escalated: 0, expired: 0 })
    })
  })

  describe('a round of the clock', () => {
    it('goes on after a case that fails, and says which one did', async () => {
      const world = await scene(open(), { daysToAnswer: 4 })
      const bad = await sent(world)
      const good = await sent({ ...world, firm: await firmThatCompleted(open(), world.link) })
      // Without its history it cannot be told since when it waits.
      await inTheHouse(open(), async tx => {
        await tx.deleteFrom('referral_event').where('referral_id', '=', bad).execute()
        await tx.updateTable('referral').set({ due: '2026-06-05' }).where('id', '=', bad).execute()
      })
      await expect(sweepByClock(world.needs, '2026-06-09')).rejects.toThrow(bad)
      const told = await inTheHouse(open(), tx =>
        tx.selectFrom('notice').select('referral_id').where('kind', '=', 'referral.escalate').execute(),
      )
      expect(told).toEqual([{ referral_id: good }])
    })
  })

  describe('a batch', () => {
    it('says of a firm how its last referral there ended', async () => {
      const world = await scene(open())
      const may = { agreement: world.link.id, from: '2026-05-01', to: '2026-05-31' }
      const candidates = async () => {
        const found = await batchCandidates(world.needs, world.sender, may)
        return found.is === 'found' ? found.candidates : found
      }
      expect(await candidates()).toMatchObject([{ firm: world.firm.capacity.firm }])
      expect(JSON.stringify(await candidates())).not.toContain('before')
      const first = await sent(world)
      expect(await candidates()).toEqual([])
      expect(await move(world, world.sender, first, { move: 'recall', reason: 'sent-in-error' })).toMatchObject({
        is: 'moved',
      })
      expect(await candidates()).toMatchObject([{ before: { state: 'recalled', on } }])
      const second = await underReview(world)
      await move(world, world.receiver, second, { move: 'decline', reason: 'places-full' })
      expect(await candidates()).toMatchObject([{ before: { state: 'declined', on } }])
    })

    it('finds who completed in May, is approved by another, and asks each firm for itself', async () => {
      const world = await scene(open())
      const late = await addFirm(open(), { name: '유월기업' })
      await addParticipation(open(), late.capacity.firm, {
        agency: world.link.fromAgency,
        programme: world.link.fromProgramme,
        on: '2026-06-01',
      })
      const approver = await addOfficer(open(), world.link.fromAgency, 'approver')
      const may = { agreement: world.link.id, from: '2026-05-01', to: '2026-05-31' }
      const found = await batchCandidates(world.needs, world.sender, may)
      expect(found).toMatchObject({ is: 'found', candidates: [{ firm: world.firm.capacity.firm, verdict: 'unknown' }] })
      const proposed = await proposeBatch(world.needs, world.sender, {
        ...may,
        name: '5월 완료기업',
        reason: '뿌리 연계',
        firms: [world.firm.capacity.firm],
      })
      expect(proposed).toMatchObject({ is: 'proposed', firms: 1 })
      const batch = proposed.is === 'proposed' ? proposed.batch : ''
      const selfMade = { ...approver, person: world.sender.person }
      expect((await decideBatch(world.needs, world.sender, batch, 'approve')).is).toBe('no such batch')
      await inTheHouse(open(), tx =>
        tx
          .insertInto('post_holder')
          .values({ post_id: approver.capacity.post, person_id: world.sender.person.id })
          .execute(),
      )
      expect(await decideBatch(world.needs, selfMade, batch, 'approve')).toEqual({ is: 'your own batch' })
      expect(await decideBatch(world.needs, approver, batch, 'approve')).toEqual({
        is: 'approved',
        drafted: 1,
        leftOut: 0,
      })
      expect(await decideBatch(world.needs, approver, batch, 'approve')).toEqual({ is: 'decided before' })
      expect((await listReferrals(world.needs, world.firm, { box: 'in' })).lines).toMatchObject([{ state: 'drafted' }])
    })

    it('T1: is shown to, and decided on by, those only who look after its programme', async () => {
      const world = await scene(open())
      const agency = world.link.fromAgency
      const here = await addOfficer(open(), agency, 'approver', [world.link.fromProgramme])
      const elsewhere = await addOfficer(open(), agency, 'approver', ['mss-other'])
      const proposed = await proposeBatch(world.needs, world.sender, {
        agreement: world.link.id,
        from: '2026-05-01',
        to: '2026-05-31',
        name: '5월 완료기업',
        reason: '뿌리 연계',
        firms: [world.firm.capacity.firm],
      })
      const batch = proposed.is === 'proposed' ? proposed.batch : ''
      const listed = async (who: Acting<PostCapacity>) => {
        const outcome = await listBatches(world.needs, who)
        return outcome.is === 'listed' ? outcome.batches.map(({ id }) => id) : outcome.is
      }
      expect(await listed(elsewhere)).toEqual([])
      expect(await decideBatch(world.needs, elsewhere, batch, 'refuse')).toEqual({ is: 'no such batch' })
      expect(await decideBatch(world.needs, elsewhere, batch, 'approve')).toEqual({ is: 'no such batch' })
      const told = await inTheHouse(open(), tx =>
        tx.selectFrom('notice').select('post_id').where('kind', '=', 'batch.proposed').execute(),
      )
      expect(told).toEqual([{ post_id: here.capacity.post }])
      expect(await listed(here)).toEqual([batch])
      expect(await listed(await addOfficer(open(), agency, 'approver'))).toEqual([batch])
      expect(await decideBatch(world.needs, here, batch, 'approve')).toMatchObject({ is: 'approved' })
    })
  })
})
