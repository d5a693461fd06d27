import { randomUUID } from 'node:crypto'
import type { Database } from '@ieum/storage'
import { describeInBothHomes } from '@ieum/storage/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Acting } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { factsPassed } from '../referrals/facts-passed.ts'
import { koreanCatalogue } from '../testing/catalogue.ts'
import { addHandedOn, withdraw } from '../testing/handed-on.ts'
import { addAgreedLink, addFirm, addOfficer, addParticipation, inTheHouse } from '../testing/world.ts'
import { enterParticipation, recordParticipation } from './add-participation.ts'
import { enterFacts } from './enter-facts.ts'
import { firmOf } from './firm-of.ts'
import { readDossier } from './read-dossier.ts'
import { recordFacts } from './record-facts.ts'
import { takeBackFact, takeBackParticipation } from './take-back.ts'
import { takeDossierAway } from './take-dossier-away.ts'
import { whoLooked } from './who-looked.ts'
import type { FactStated } from './wrong-facts.ts'

let catalogue: OpenCatalogue
beforeAll(async () => {
  catalogue = await koreanCatalogue()
}, 60_000)

const fact = (name: string, value: FactStated['value'], asOf = '2026-05-01'): FactStated => ({ name, value, asOf })

const looks = (database: Database) =>
  inTheHouse(database, tx => tx.selectFrom('access_entry').selectAll().orderBy('at').execute())

async function dossierOf(database: Database, who: Acting, firm: string) {
  const read = await readDossier({ database }, who, firm)
  return read.is === 'read' ? read.dossier : undefined
}

describeInBothHomes('the dossier of a firm', open => {
  const scene = async () => {
    const database = open()
    const firm = await addFirm(database)
    const link = await addAgreedLink(database)
    const receiver = await addOfficer(database, link.toAgency, 'desk-officer')
    const sender = await addOfficer(database, link.fromAgency, 'desk-officer')
    return { database, needs: { database, catalogue }, firm, id: firm.capacity.firm, link, receiver, sender }
  }

  describe('facts', () => {
    it('stand with who says so and as of which day', async () => {
      const { needs, firm, id, database } = await scene()
      expect(await enterFacts(needs, firm, { facts: [fact('employees', 32), fact('founded', null)] })).toMatchObject({
        is: 'entered',
        facts: [{ name: 'employees' }, { name: 'founded' }],
      })
      const dossier = await dossierOf(database, firm, id)
      expect(dossier?.facts).toMatchObject([
        { name: 'employees', value: 32, source: 'entered', agency: null, asOf: '2026-05-01', own: true, others: [] },
        { name: 'founded', value: null },
      ])
      expect(dossier).toMatchObject({ seen: 'all', firm: { id, name: { ko: '예시주물', en: null } } })
    })

    it('count by their day, then by when they were recorded, and say where sources contradict each other', async () => {
      const { needs, firm, id, database, link, sender } = await scene()
      await addParticipation(database, id, { agency: link.fromAgency, programme: link.fromProgramme })
      await enterFacts(needs, firm, {
        facts: [fact('employees', 30, '2026-05-01'), fact('size', 'small', '2026-05-01')],
      })
      await enterFacts(needs, firm, {
        facts: [fact('employees', 35, '2026-05-01'), fact('size', 'medium', '2026-01-31')],
      })
      await enterFacts(needs, firm, { facts: [fact('employees', 20, '2025-12-31')] })
      await recordFacts(needs, sender, id, {
        source: 'registry',
        sourceName: '고용보험',
        facts: [fact('employees', 31, '2026-03-31'), fact('size', 'small', '2026-03-31')],
      })
      const dossier = await dossierOf(database, firm, id)
      expect(dossier?.facts).toMatchObject([
        {
          name: 'employees',
          value: 35,
          contradicted: true,
          others: [
            { value: 30 },
            { value: 31, source: 'registry', sourceName: '고용보험', agency: 'tipa', own: false },
            { value: 20 },
          ],
        },
        { name: 'size', value: 'small', contradicted: false },
      ])
      expect(firmOf(dossier!).facts).toMatchObject({ employees: 35, size: 'small' })
    })

    it('of standing exclusions are declared in one go, and become one fact each', async () => {
      const { needs, firm, id, database } = await scene()
      await enterFacts(needs, firm, { facts: [fact('tax_arrears', true)], declares: { standard: '2026-06-01' } })
      const facts = firmOf((await dossierOf(database, firm, id))!).facts
      const declarations = catalogue.rulebook.facts.filter(
        ({ ask, type }) => ask === 'declaration' && type === 'boolean',
      )
      expect(declarations.length).toBeGreaterThan(20)
      for (const { name } of declarations) expect([name, facts[name]]).toEqual([name, name === 'tax_arrears'])
    })

    it('that are taken back no longer stand; the value before counts again, and the history keeps both', async () => {
      const { needs, firm, id, database } = await scene()
      await enterFacts(needs, firm, { facts: [fact('employees', 30, '2026-04-01')] })
      const entered = await enterFacts(needs, firm, { facts: [fact('employees', 300)] })
      if (entered.is !== 'entered') throw new Error(entered.is)
      const wrong = entered.facts[0]!.id
      expect(await takeBackFact(needs, firm, id, wrong)).toEqual({ is: 'taken back' })
      expect(await takeBackFact(needs, firm, id, wrong)).toEqual({ is: 'no such thing' })
      expect((await dossierOf(database, firm, id))?.facts).toMatchObject([{ value: 30, others: [] }])
      const taken = await takeDossierAway(needs, firm)
      expect(taken.is === 'taken' && taken.dossier.facts).toMatchObject([
        { value: 30, takenBackAt: null },
        { value: 300, takenBackAt: expect.any(String) },
      ])
    })

    it.each([
      ['a name that is none', fact('employes', 3), '/facts/1/name', 'employees'],
      ['a value of another type', fact('employees', 'many'), '/facts/1/value', 'a number'],
      ['a value that is not allowed', fact('region', 'Seoul'), '/facts/1/value', ''],
      ['a day that is none', fact('size', 'small', '2026-02-30'), '/facts/1/asOf', 'a day'],
      ['a day to come', fact('size', 'small', '2026-06-02'), '/facts/1/asOf', '2026-06-01 or before'],
      ['participations', fact('participations', []), '/facts/1/name', 'another fact'],
      ['the day of the facts', fact('stated_on', '2026-01-01'), '/facts/1/name', 'a fact of the firm'],
      ['a NUL', fact('industry', 'C2\u00004311'), '/facts/1/value', 'plain text'],
      ['half a character', fact('industry', '\ud800'), '/facts/1/value', 'plain text'],
      ['a text without end', fact('industry', 'C'.repeat(2_001)), '/facts/1/value', 'at most'],
      ['the same twice', fact('employees', 3), '/facts/1/name', 'once'],
      ['what belongs to every object', fact('__proto__', 1), '/facts/1/name', ''],
    ])('are not recorded when one is wrong: %s', async (_, wrong, at, right) => {
      const { needs, firm, id, database } = await scene()
      const facts = [
        wrong.name === 'employees' && wrong.value === 3 ? fact('employees', 5) : fact('size', 'small'),
        wrong,
      ]
      const found = await enterFacts(needs, firm, {
        facts: wrong.name === 'size' ? [fact('employees', 5), wrong] : facts,
      })
      expect(found).toMatchObject({ is: 'not right' })
      if (found.is !== 'not right') return
      expect(found.wrong.map(({ pointer }) => `/${pointer.join('/')}`)).toContain(at)
      expect(found.wrong.map(({ right }) => right ?? '').join()).toContain(right)
      expect((await dossierOf(database, firm, id))?.facts).toEqual([])
    })

    it('are entered by nobody for another firm, and recorded by no agency that has nothing to do with it: T1', async () => {
      const { needs, id, database, receiver, link } = await scene()
      const stranger = await addFirm(database)
      const asIf = { ...stranger, capacity: { ...stranger.capacity, firm: id } }
      await expect(enterFacts(needs, asIf, { facts: [fact('employees', 1)] })).rejects.toThrow(/row-level security/)
      const stated = { source: 'registry', sourceName: '홈택스', facts: [fact('employees', 1)] } as const
      expect(await recordFacts(needs, receiver, id, stated)).toEqual({ is: 'no such firm' })
      expect(await recordFacts(needs, receiver, randomUUID(), stated)).toEqual({ is: 'no such firm' })
      // And by row, were the first wall not there.
      await expect(
        atDesk(needs, receiver, ({ tx }) =>
          tx
            .insertInto('fact')
            .values({
              firm_id: id,
              name: 'employees',
              value: '1',
              source: 'registry',
              source_name: 'x',
              source_agency: link.toAgency,
              as_of: '2026-05-01',
              recorded_by: receiver.person.id,
            })
            .execute(),
        ),
      ).rejects.toThrow(/row-level security/)
    })

    it('T6: are overwritten by nobody', async () => {
      const { needs, firm } = await scene()
      await enterFacts(needs, firm, { facts: [fact('employees', 30)] })
      await expect(
        atDesk(needs, firm, ({ tx }) => tx.updateTable('fact').set({ value: '40' }).execute()),
      ).rejects.toThrow(/permission denied/)
    })
  })

  describe('participations', () => {
    const took = {
      programme: 'mss-automation-process',
      edition: '2025',
      outcome: 'completed',
      role: 'lead',
      on: '2025-12-01',
    } as const

    it('told by the firm and by the agency are one to the rules', async () => {
      const { needs, firm, id, database, link } = await scene()
      await addParticipation(database, id, { agency: link.fromAgency, programme: took.programme, on: '2025-11-15' })
      const added = await enterParticipation(needs, firm, { ...took, amount: 5_000, details: { grade: 'excellent' } })
      expect(added).toMatchObject({ is: 'added' })
      expect(await enterParticipation(needs, firm, took)).toEqual({ is: 'there already' })
      await enterParticipation(needs, firm, { ...took, outcome: 'applied', edition: '2026' })
      const dossier = await dossierOf(database, firm, id)
      expect(dossier?.participations).toHaveLength(3)
      expect(firmOf(dossier!).facts.participations).toEqual([
        { programme: took.programme, edition: '2025', outcome: 'completed', role: 'lead', on: '2025-11-15' },
      ])
      const passed = await inTheHouse(database, tx => factsPassed({ tx }, id, { participations: true }))
      expect(passed.firm.facts).toEqual(firmOf(dossier!).facts)
      if (added.is !== 'added') return
      expect(await takeBackParticipation(needs, firm, id, added.participation)).toEqual({ is: 'taken back' })
      expect(await takeBackParticipation(needs, firm, id, randomUUID())).toEqual({ is: 'no such thing' })
    })

    it('keep what the catalogue asks of them beyond the common', async () => {
      const { needs, firm, id, database } = await scene()
      await enterParticipation(needs, firm, { ...took, amount: 5_000, details: { grade: 'excellent', market: 'asia' } })
      expect(firmOf((await dossierOf(database, firm, id))!).facts.participations).toEqual([
        { ...took, granted: 5_000, grade: 'excellent', market: 'asia' },
      ])
      const passed = await inTheHouse(database, tx => factsPassed({ tx }, id, { participations: true }))
      expect(passed.firm.facts.participations).toMatchObject([{ granted: 5_000, grade: 'excellent' }])
      expect(passed.participations).toEqual([took])
    })

    it('are recorded by an agency of its own programmes alone', async () => {
      const { needs, id, database, sender, link } = await scene()
      await addParticipation(database, id, { agency: link.fromAgency, programme: link.fromProgramme })
      const recorded = { ...took, edition: '2024', source: 'decision' } as const
      expect(await recordParticipation(needs, sender, id, recorded)).toMatchObject({ is: 'added' })
      expect(await recordParticipation(needs, sender, id, { ...recorded, programme: link.toProgramme })).toMatchObject({
        is: 'not right',
        wrong: [{ pointer: ['programme'] }],
      })
    })

    it.each([
      ['a programme that is none', { programme: 'mss-automation-proces' }, 'programme'],
      ['a day to come', { on: '2026-06-02' }, 'on'],
      ['less than nothing', { amount: -1 }, 'amount'],
      ['a part of a won', { amount: 0.5 }, 'amount'],
      ['no round', { edition: ' ' }, 'edition'],
      ['a detail that is none', { details: { grades: 'excellent' } }, 'details/grades'],
      ['a detail of another kind', { details: { grade: 'superb' } }, 'details/grade'],
      ['a detail that has its own place', { details: { programme: 'x' } }, 'details/programme'],
    ])('are refused with %s', async (_, wrong, at) => {
      const { needs, firm, id, database } = await scene()
      const found = await enterParticipation(needs, firm, { ...took, ...wrong })
      expect(found).toMatchObject({ is: 'not right' })
      if (found.is === 'not right') expect(found.wrong.map(({ pointer }) => pointer.join('/'))).toEqual([at])
      expect((await dossierOf(database, firm, id))?.participations).toEqual([])
    })
  })

  describe('as an agency sees it', () => {
    it('holds what consents name and what it recorded itself, and each look is written down once', async () => {
      const { needs, firm, id, database, link, receiver } = await scene()
      await enterFacts(needs, firm, { facts: [fact('industry', 'C24311'), fact('sales', 8_200_000_000)] })
      await enterParticipation(needs, firm, {
        programme: 'mss-automation-process',
        edition: '2025',
        outcome: 'completed',
        role: 'lead',
        on: '2025-12-01',
      })
      const { consents } = await addHandedOn(database, { firm: id, person: firm.person.id }, link, {
        facts: ['industry'],
      })
      await recordFacts(needs, receiver, id, {
        source: 'registry',
        sourceName: '공장등록',
        facts: [fact('certificates', ['factory-registered'])],
      })
      const read = await readDossier(needs, receiver, id, { reason: '자격 검토' })
      expect(read.is === 'read' && read.dossier).toMatchObject({
        seen: 'consented',
        consents,
        facts: [
          { name: 'certificates', own: true },
          { name: 'industry', own: false },
        ],
        participations: [],
        papers: [],
      })
      expect((await looks(database)).map(({ operation, basis, reason }) => [operation, basis, reason])).toEqual([
        ['record fact', `consent ${consents[0]}`, '공장등록'],
        ['read dossier', `consent ${consents[0]}`, '자격 검토'],
      ])
    })

    it('T1: holds for a post only what the consents of its own programmes name', async () => {
      const { needs, firm, id, database, link } = await scene()
      await enterFacts(needs, firm, { facts: [fact('industry', 'C24311'), fact('sales', 8_200_000_000)] })
      const other = await addAgreedLink(database, { toProgramme: 'motie-root-company-designation' })
      const who = { firm: id, person: firm.person.id }
      await addHandedOn(database, who, link, { facts: ['industry'] })
      await addHandedOn(database, who, other, { facts: ['sales'], participations: true })
      for (const [programme, seen] of [
        [link.toProgramme, ['industry']],
        [other.toProgramme, ['sales']],
      ] as const) {
        const post = await addOfficer(database, link.toAgency, 'desk-officer', [programme])
        expect((await dossierOf(database, post, id))?.facts.map(({ name }) => name)).toEqual(seen)
      }
    })

    it('T2: is gone from the moment that consent is withdrawn', async () => {
      const { needs, firm, id, database, link, receiver } = await scene()
      await enterFacts(needs, firm, { facts: [fact('industry', 'C24311')] })
      const { consents } = await addHandedOn(database, { firm: id, person: firm.person.id }, link, {
        facts: ['industry'],
        participations: true,
      })
      expect((await dossierOf(database, receiver, id))?.facts).toHaveLength(1)
      await withdraw(database, consents)
      expect(await readDossier(needs, receiver, id)).toEqual({ is: 'no such firm' })
      const stated = { source: 'registry', sourceName: 'x', facts: [fact('employees', 1)] } as const
      expect(await recordFacts(needs, receiver, id, stated)).toEqual({ is: 'no such firm' })
    })

    it('T1: is not there for a post that does not look after the programme, and for roles that have no part in it', async () => {
      const { needs, firm, id, database, link } = await scene()
      await addHandedOn(database, { firm: id, person: firm.person.id }, link, { facts: ['industry'] })
      for (const who of [
        await addOfficer(database, link.toAgency, 'desk-officer', ['another-programme']),
        await addOfficer(database, link.toAgency, 'auditor'),
        await addOfficer(database, link.toAgency, 'agency-administrator'),
        await addOfficer(database, 'kosmes', 'desk-officer'),
      ])
        expect(await readDossier(needs, who, id)).toEqual({ is: 'no such firm' })
    })

    it('C17: reads the same whether it is hidden or was never there', async () => {
      const { needs, id, receiver, firm } = await scene()
      for (const who of [receiver, await addFirm(needs.database)])
        for (const asked of [id, randomUUID(), 'no id', `${id} `])
          expect(await readDossier(needs, who, asked)).toEqual({ is: 'no such firm' })
      expect(await takeBackFact(needs, receiver, id, randomUUID())).toEqual({ is: 'no such thing' })
      expect(await takeBackFact(needs, firm, randomUUID(), randomUUID())).toEqual({ is: 'no such thing' })
    })

    it('is of its own programme where it supported the firm', async () => {
      const { needs, firm, id, database, link, sender } = await scene()
      await enterFacts(needs, firm, { facts: [fact('industry', 'C24311')] })
      await addParticipation(database, id, { agency: link.fromAgency, programme: link.fromProgramme })
      const read = await readDossier(needs, sender, id)
      expect(read.is === 'read' && read.dossier).toMatchObject({
        seen: 'own record',
        consents: [],
        facts: [],
        participations: [{ programme: link.fromProgramme, own: true }],
      })
      expect(await looks(database)).toMatchObject([{ operation: 'read own record', basis: 'own programme' }])
    })

    it('C40 is of the case that it was handed where that is over, and says so', async () => {
      const { needs, firm, id, database, link, receiver } = await scene()
      const { referral } = await addHandedOn(database, { firm: id, person: firm.person.id }, link, {})
      await inTheHouse(database, tx =>
        tx.updateTable('referral').set({ state: 'declined' }).where('id', '=', referral).execute(),
      )
      expect(await readDossier(needs, receiver, id)).toMatchObject({ is: 'read', dossier: { seen: 'own record' } })
      expect(await looks(database)).toMatchObject([
        { operation: 'read own record', basis: 'own record of the referral' },
      ])
    })
  })

  describe('who looked', () => {
    it('names agency, post, what, why and the consent, never the person, page by page', async () => {
      const { needs, firm, id, database, link, receiver } = await scene()
      const { consents, referral } = await addHandedOn(database, { firm: id, person: firm.person.id }, link, {
        facts: ['industry'],
      })
      for (let time = 1; time <= 5; time += 1) await readDossier(needs, receiver, id, { reason: `look ${time}` })
      await readDossier(needs, firm, id)
      const pages: string[][] = []
      let after: string | undefined
      do {
        const page = await whoLooked(needs, firm, { after, most: 2 })
        if (page.is !== 'read') throw new Error(page.is)
        pages.push(page.looks.map(({ reason }) => reason!))
        after = page.next ?? undefined
      } while (after)
      expect(pages).toEqual([['look 5', 'look 4'], ['look 3', 'look 2'], ['look 1']])
      const all = await whoLooked(needs, firm)
      expect(all.is === 'read' && all.looks[0]).toEqual({
        at: expect.stringMatching(/^\d{4}-.*Z$/),
        agency: link.toAgency,
        post: { ko: 'kpic desk-officer', en: 'kpic desk-officer' },
        elsewhere: null,
        operation: 'read dossier',
        reason: 'look 5',
        basis: {
          is: 'consent',
          consents: [
            expect.objectContaining({
              id: consents[0],
              referral,
              purpose: '다음 단계 지원사업으로 잇기',
              withdrawnAt: null,
            }),
          ],
        },
      })
      expect(JSON.stringify(all)).not.toContain(receiver.person.id)
      expect(await whoLooked(needs, firm, { after: "1'; drop table" })).toEqual({ is: 'not a page' })
      const other = await addFirm(database)
      expect(await whoLooked(needs, other)).toEqual({ is: 'read', looks: [], next: null })
    })
  })

  describe('taken away', () => {
    it('is one value with everything in it, of this firm alone', async () => {
      const { needs, firm, id, database, link, receiver } = await scene()
      const other = await addFirm(database, { name: '다른회사' })
      await enterFacts(needs, other, { facts: [fact('industry', 'C99999')] })
      await enterFacts(needs, firm, { facts: [fact('industry', 'C24311')] })
      const { referral, consents } = await addHandedOn(database, { firm: id, person: firm.person.id }, link, {
        facts: ['industry'],
      })
      await inTheHouse(database, async tx => {
        await tx
          .insertInto('referral_event')
          .values({
            referral_id: referral,
            seq: 1,
            move: 'send',
            to_state: 'sent',
            on_day: '2026-05-21',
            by_party: 'sender',
          })
          .execute()
        for (const [who, event] of [
          [firm, 'a'],
          [other, 'b'],
        ] as const)
          await tx
            .insertInto('notice')
            .values({
              person_id: who.person.id,
              event,
              kind: 'sent',
              firm_id: who.capacity.firm,
              referral_id: referral,
            })
            .execute()
      })
      await readDossier(needs, receiver, id)
      const taken = await takeDossierAway(needs, firm)
      if (taken.is !== 'taken') throw new Error(taken.is)
      expect(taken.dossier).toMatchObject({
        format: 'ieum-dossier',
        version: 1,
        takenOn: '2026-06-01',
        firm: { id, name: { ko: '예시주물' } },
        members: [{ name: '예시주물 대표', kind: 'member', until: null }],
        facts: [{ name: 'industry', value: 'C24311' }],
        consents: [{ id: consents[0], recipient: 'kpic', text: { id: 'hand-off', version: 1, body: '동의서' } }],
        referrals: [{ id: referral, state: 'received', history: [{ move: 'send', to: 'sent' }], proof: null }],
        notices: [{ kind: 'sent', referral }],
        looks: [{ agency: 'kpic', operation: 'read dossier' }],
      })
      expect(JSON.stringify(taken.dossier)).not.toMatch(/다른회사|C99999/)
      expect(JSON.parse(JSON.stringify(taken.dossier))).toEqual(taken.dossier)
    })
  })
})
