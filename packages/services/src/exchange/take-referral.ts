/** A firm is handed on to an agency of this house by another installation: firm, consents, facts and proof as they were passed. */
import { isInForce } from '@ieum/desk'
import { sql } from 'kysely'
import type { Desk } from '../acting/at-desk.ts'
import { datesOf } from '../agreements/terms.ts'
import { firmNumberOf } from '../firms/ask-to-act-for.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import type { ReferralRow } from '../referrals/find-referral.ts'
import { leastBusy } from '../referrals/move-effects.ts'
import { tellOfMove } from '../referrals/tell-of-move.ts'
import { awaitPapers, namesHere } from './await-papers.ts'
import type { Passed, Peer, ReferralContent, Taking } from './message.ts'
import { passOn } from './pass-on.ts'
import { allowedOf, wrongInPassed } from './wrong-in-passed.ts'

const refused = (why: string): Taking => ({ result: 'refused', state: null, why })

export async function takeReferral(
  needs: { readonly catalogue: OpenCatalogue },
  desk: Desk,
  peer: Peer,
  id: string,
  content: ReferralContent,
): Promise<Taking> {
  const { tx, acting } = desk
  const { from, to } = content
  if (!peer.agencies.includes(from.agency) || peer.agencies.includes(to.agency)) return refused('not its agency')
  const link = await tx
    .selectFrom('link_agreement')
    .selectAll()
    .where('link', '=', content.link.id)
    .where('version', '=', content.link.version)
    .where('from_agency', '=', from.agency)
    .where('from_programme', '=', from.programme)
    .where('to_agency', '=', to.agency)
    .where('to_programme', '=', to.programme)
    .executeTakeFirst()
  if (!link || !isInForce(datesOf(link), acting.on)) return refused('no such link in force')
  const kinds = content.consents.map(({ kind }) => kind)
  if (new Set(kinds).size < kinds.length) return refused('two consents of one kind')
  const handOff = content.consents.find(({ kind }) => kind === 'hand-off')
  const isMeant = content.consents.every(
    ({ kind, recipient }) => recipient === (kind === 'outcome' ? from.agency : to.agency),
  )
  if (!handOff || !isMeant || handOff.until < acting.on) return refused('no consent stands')
  const number = firmNumberOf(content.firm.number, needs.catalogue)
  if (number.is !== 'number') return refused(`number of the firm: ${number.is}`)
  const passed = allowedOf(needs.catalogue, content.passed, handOff, acting.on)
  const wrong = wrongInPassed(needs.catalogue, passed, acting.on)
  if (wrong !== undefined) return refused(wrong)

  const firm = await firmOf(desk, number.digits, content)
  const referral = await tx
    .insertInto('referral')
    .values({
      id,
      number: content.number,
      agreement_id: link.id,
      firm_id: firm,
      from_agency: from.agency,
      to_agency: to.agency,
      from_programme: from.programme,
      to_programme: to.programme,
      state: 'sent',
      due: content.due,
      drafted_on: content.sentOn,
      sent_on: content.sentOn,
      installation_id: peer.id,
    })
    .onConflict(conflict => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!referral) return refused('another is under way')
  const names = namesHere(content)
  await tx
    .insertInto('consent')
    .values(
      content.consents.map(({ kind, recipient, text, givenAt, ...consent }) => ({
        firm_id: firm,
        referral_id: id,
        kind,
        recipient_agency: recipient,
        purpose: consent.purpose,
        facts: consent.facts,
        participations: consent.participations,
        papers: consent.papers.flatMap(paper => names.get(paper) ?? []),
        until: consent.until,
        refusal: consent.refusal,
        text_id: text.id,
        text_version: text.version,
        text_language: text.language,
        text_body: text.body,
        given_by: acting.person.id,
        given_at: givenAt,
      })),
    )
    .execute()
  await keepPassed(desk, referral, passed)
  if (content.consents.some(({ kind, until }) => kind === 'papers' && until >= acting.on))
    await awaitPapers(desk, referral, content.passed.papers ?? [], names)
  const post = await leastBusy(desk, referral)
  await tx.updateTable('referral').set({ receiver_post: post }).where('id', '=', id).execute()
  await tx
    .insertInto('referral_event')
    .values({
      referral_id: id,
      seq: 1,
      move: 'send',
      from_state: null,
      to_state: 'sent',
      on_day: acting.on,
      person_id: acting.person.id,
      by_party: 'sender',
    })
    .execute()
  desk.changed('take referral from installation', id, { installation: peer.id, number: content.number })
  const standing = { ...referral, receiver_post: post }
  const made = { move: 'send', seq: 1, reason: null } as const
  await tellOfMove(desk, standing, made)
  await passOn(desk, standing, { ...made, by: 'sender', from: 'consented', note: null })
  return { result: 'taken', state: 'sent', why: null }
}

/** The firm is the one of that number, whether it was known here before or not; what the sender is told does not depend on it. */
async function firmOf({ tx }: Desk, number: string, { firm: { name, nameEn } }: ReferralContent): Promise<string> {
  const made = await tx
    .insertInto('firm')
    .values({ number, name_ko: name, name_en: nameEn })
    .onConflict(conflict => conflict.column('number').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) return made.id
  const known = await tx.selectFrom('firm').select('id').where('number', '=', number).executeTakeFirstOrThrow()
  return known.id
}

/** By which what came with a case is found again, to be taken back with it. */
const sourceOf = ({ installation_id, number }: ReferralRow): string => `${installation_id} ${number}`

/** Of what was sent that which is allowed, and nothing wrong in it. */
export async function keepPassed(desk: Desk, referral: ReferralRow, passed: Passed): Promise<void> {
  const { tx, acting } = desk
  if (passed.facts.length > 0)
    await tx
      .insertInto('fact')
      .values(
        passed.facts.map(({ name, value, asOf }) => ({
          firm_id: referral.firm_id,
          name,
          value: JSON.stringify(value),
          source: 'registry' as const,
          source_name: sourceOf(referral),
          as_of: asOf,
          recorded_by: acting.person.id,
        })),
      )
      .execute()
  if (passed.participations.length > 0)
    await tx
      .insertInto('participation')
      .values(
        passed.participations.map(({ on, ...participation }) => ({
          ...participation,
          firm_id: referral.firm_id,
          on_day: on,
          source: 'registry' as const,
          referral_id: referral.id,
          recorded_by: acting.person.id,
        })),
      )
      .onConflict(conflict => conflict.doNothing())
      .execute()
  await keepProof(desk, referral, passed.proof)
}

async function keepProof({ tx, acting }: Desk, referral: ReferralRow, sent: Passed['proof']): Promise<void> {
  const proof = JSON.stringify(sent)
  await tx
    .insertInto('referral_proof')
    .values({ referral_id: referral.id, firm_id: referral.firm_id, on_day: acting.on, proof })
    .onConflict(conflict => conflict.column('referral_id').doUpdateSet({ on_day: acting.on, proof }))
    .execute()
}

/** What came with the case does not stand any more. */
export async function takeBackPassed({ tx }: Desk, referral: ReferralRow): Promise<void> {
  await tx
    .updateTable('fact')
    .set({ withdrawn_at: sql`clock_timestamp()` })
    .where('firm_id', '=', referral.firm_id)
    .where('source_name', '=', sourceOf(referral))
    .where('withdrawn_at', 'is', null)
    .execute()
  await tx
    .updateTable('participation')
    .set({ withdrawn_at: sql`clock_timestamp()` })
    .where('referral_id', '=', referral.id)
    .where('source', '=', 'registry')
    .where('withdrawn_at', 'is', null)
    .execute()
}
