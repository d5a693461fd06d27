import type { Rulebook, RuledEdition } from '@ieum/rules'
import type { Database } from '@ieum/storage'
import { describeInBothHomes } from '@ieum/storage/testing'
import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { runningCatalogue } from '../agreements/running-catalogue.ts'
import { signDecision } from '../decisions/sign-decision.ts'
import { newSigningKey, type Signer, signerOf } from '../decisions/signer.ts'
import { catalogueOf, type OpenCatalogue } from '../open-catalogue.ts'
import { consentedCase, firmThatCompleted, move } from '../testing/cases.ts'
import { koreanCatalogue } from '../testing/catalogue.ts'
import { addAgreedLink, addOfficer, addParticipation, inTheHouse, on } from '../testing/world.ts'
import { runProofsAgain } from './run-proofs-again.ts'

let catalogue: OpenCatalogue
let signer: Signer
beforeAll(async () => {
  catalogue = await koreanCatalogue()
  signer = await signerOf(await newSigningKey())
}, 60_000)

const programme = 'motie-root-intelligent-process'

/** Of a firm with facts, support received, and a decision that is taken over where the link says so. */
async function sentCase(database: Database, accepts: string[] = ['root']): Promise<string> {
  const link = await addAgreedLink(database, { accepts })
  const sender = await addOfficer(database, link.fromAgency, 'desk-officer')
  const owner = await addOfficer(database, link.fromAgency, 'programme-owner')
  const firm = await firmThatCompleted(database, link)
  const needs = { database, catalogue, signer }
  const decided = { firm: firm.capacity.firm, programme, criterion: 'root', verdict: 'met', on, until: null } as const
  await signDecision(needs, owner, { ...decided, reason: '현장에서 확인' })
  const { id, number } = await consentedCase(needs, { link, sender, firm })
  expect(await move(needs, sender, id, { move: 'send' })).toMatchObject({ is: 'moved' })
  // What comes later was not known when it was sent.
  await addParticipation(database, firm.capacity.firm, { agency: 'kised', programme: 'mss-jump-up', on: '2026-05-20' })
  return number
}

/** The edition of the day, with something else in it. */
function withEdition(
  change: (edition: RuledEdition) => RuledEdition,
  sentences?: Rulebook['sentences'],
): OpenCatalogue {
  const { rulebook } = catalogue
  return catalogueOf({
    ...rulebook,
    ...(sentences && { sentences }),
    programmes: rulebook.programmes.map(one =>
      one.id === programme ? { ...one, editions: one.editions.map(change) } : one,
    ),
  })
}

describeInBothHomes('C28: the proofs that are kept', open => {
  const again = (by: OpenCatalogue = catalogue) => runProofsAgain({ database: open(), catalogue: by })

  it('come out the same to the letter when they are run again, and go on behind a case', async () => {
    const numbers = [await sentCase(open()), await sentCase(open())].sort()
    expect(await again()).toEqual({ proofs: 2, same: 2, found: [], next: null })
    const rest = runProofsAgain({ database: open(), catalogue }, numbers[0])
    expect(await rest).toEqual({ proofs: 1, same: 1, found: [], next: null })
    const kept = await inTheHouse(open(), tx =>
      tx
        .selectFrom('referral_proof')
        .select(sql<string[]>`array(select jsonb_object_keys(proof -> 'rules'))`.as('rules'))
        .execute(),
    )
    expect(kept[0]!.rules.length).toBeGreaterThan(1)
  })

  it('name the rule that was changed since', async () => {
    const number = await sentCase(open())
    const { sentences } = catalogue.rulebook
    const changed = withEdition(edition => {
      const [first, ...rest] = edition.exclusions
      return {
        ...edition,
        exclusions: [{ ...first!, sentence: sentences.findIndex(({ text }) => text === 'size = "large"') }, ...rest],
      }
    })
    const { id } = catalogue.rulebook.programmes.find(one => one.id === programme)!.editions.at(-1)!.exclusions[0]!
    expect(await again(changed)).toMatchObject({
      proofs: 1,
      found: [{ number, programme, rules: [{ rule: `exclusions/${id}`, is: 'changed since' }], otherwise: [] }],
    })
    expect((await again(changed)).found[0]!.is).not.toBe('answered otherwise')
  })

  it('name a rule that an official judges, whose label says something else since', async () => {
    const withLabel = (ko: string) =>
      withEdition(edition => ({
        ...edition,
        criteria: [...edition.criteria, { id: 'field', judgement: true, label: { ko, en: ko } }],
      }))
    const as = catalogue
    catalogue = withLabel('robots')
    try {
      const number = await sentCase(open())
      expect(await again()).toMatchObject({ same: 1, found: [] })
      const found = [{ number, rules: [{ rule: 'criteria/field', is: 'changed since' }], otherwise: [] }]
      catalogue = as
      expect(await again(withLabel('robots and drones'))).toMatchObject({ proofs: 1, found })
      // What such a rule said was not in the digest once: then it is another rule, and no fault of the program.
      await inTheHouse(open(), tx =>
        tx
          .updateTable('referral_proof')
          .set({ proof: sql`jsonb_set(proof, '{rules,criteria/field}', '"a9f61f40f5fd6e8b"')` })
          .execute(),
      )
      expect(await again(withLabel('robots'))).toMatchObject({ same: 1, found })
    } finally {
      catalogue = as
    }
  })

  it('are judged by the links that were agreed on then, whatever became of them and whichever came since', async () => {
    const base = catalogue
    const other = { fromProgramme: 'mss-jump-up', toProgramme: programme, fromAgency: 'kised', waives: ['root'] }
    const waiving = await addAgreedLink(open(), other)
    const running = runningCatalogue(base)
    await running.refresh(open(), on)
    catalogue = running.catalogue
    try {
      await sentCase(open())
    } finally {
      catalogue = base
    }
    const change = (what: { state?: 'ended'; ended_on?: string; valid_to?: string; superseded_by?: string }) =>
      inTheHouse(open(), tx => tx.updateTable('link_agreement').set(what).where('id', '=', waiving.id).execute())
    const same = { proofs: 1, same: 1, found: [], next: null }
    expect(await again()).toEqual(same)
    await change({ valid_to: on })
    expect(await again()).toEqual(same)
    await change({ state: 'ended', ended_on: on })
    expect(await again()).toEqual(same)
    const since = await addAgreedLink(open(), { ...other, fromProgramme: 'mss-super-gap' })
    await inTheHouse(open(), tx =>
      tx.updateTable('link_agreement').set({ agreed_at: sql`now()` }).where('id', '=', since.id).execute(),
    )
    await change({ superseded_by: since.id })
    expect(await again()).toEqual(same)
    // A link that was never agreed on is not one that came to its end.
    await inTheHouse(open(), tx =>
      tx.updateTable('link_agreement').set({ state: 'withdrawn' }).where('id', '=', waiving.id).execute(),
    )
    expect((await again()).found[0]?.rules).toMatchObject([{ is: 'gone since' }])
  })

  it('name a rule that is gone', async () => {
    const number = await sentCase(open())
    const { id } = catalogue.rulebook.programmes.find(one => one.id === programme)!.editions.at(-1)!.exclusions[0]!
    const gone = withEdition(edition => ({ ...edition, exclusions: edition.exclusions.slice(1) }))
    expect(await again(gone)).toMatchObject({
      same: 0,
      found: [{ number, is: 'rules changed', rules: [{ rule: `exclusions/${id}`, is: 'gone since' }], otherwise: [] }],
    })
  })

  it('tell another answer to the same rules: the program itself came to answer otherwise', async () => {
    const number = await sentCase(open(), [])
    // The texts of the rules stand as they did; what is done with them does not.
    const { criteria } = catalogue.rulebook.programmes.find(one => one.id === programme)!.editions.at(-1)!
    const sentences = catalogue.rulebook.sentences.map((sentence, index) =>
      criteria.some(rule => rule.sentence === index)
        ? { ...sentence, form: { is: 'not', of: sentence.form } as const }
        : sentence,
    )
    const otherwise = withEdition(edition => edition, sentences)
    const { found } = await again(otherwise)
    expect(found).toMatchObject([{ number, is: 'answered otherwise' }])
    expect(found[0]!.otherwise.length).toBeGreaterThan(0)
  })

  it('tell a proof that was altered in the records', async () => {
    const number = await sentCase(open())
    await inTheHouse(open(), tx =>
      tx
        .updateTable('referral_proof')
        .set({ proof: sql`jsonb_set(proof, '{criteria,0,verdict}', '"met-by-hand"')` })
        .execute(),
    )
    expect((await again()).found).toMatchObject([{ number, is: 'answered otherwise' }])
  })

  it('say so when the catalogue has the programme no more, and when nothing of its rules was kept yet', async () => {
    await sentCase(open())
    const { rulebook } = catalogue
    const none = catalogueOf({ ...rulebook, programmes: rulebook.programmes.filter(({ id }) => id !== programme) })
    expect((await again(none)).found).toMatchObject([{ is: 'programme gone' }])
    await inTheHouse(open(), tx => tx.updateTable('referral_proof').set({ proof: sql`proof - 'rules'` }).execute())
    expect(await again()).toMatchObject({ proofs: 1, same: 1 })
    const gone = withEdition(edition => ({ ...edition, exclusions: edition.exclusions.slice(1) }))
    expect((await again(gone)).found).toMatchObject([{ is: 'not known' }])
  })
})
