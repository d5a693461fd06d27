/** What of a case may go to another installation: exactly what the firm agreed to, as it stands at the moment of sending. */
import type { Desk } from '../acting/at-desk.ts'
import { factsPassed } from '../referrals/facts-passed.ts'
import { agreementOf, type ReferralRow } from '../referrals/find-referral.ts'
import type { Passed, ReferralContent } from './message.ts'
import { passPapers } from './pass-papers.ts'

type Reader = Pick<Desk, 'tx' | 'asWorker' | 'acting'>

export async function referralContent(desk: Desk, referral: ReferralRow): Promise<ReferralContent> {
  const agreement = await agreementOf(desk, referral)
  return desk.asWorker(async () => {
    const firm = await desk.tx
      .selectFrom('firm')
      .select(['number', 'name_ko', 'name_en'])
      .where('id', '=', referral.firm_id)
      .executeTakeFirstOrThrow()
    const consents = await standingConsents(desk, referral)
    return {
      number: referral.number,
      link: { id: agreement.link, version: agreement.version },
      from: { agency: referral.from_agency, programme: referral.from_programme },
      to: { agency: referral.to_agency, programme: referral.to_programme },
      sentOn: referral.sent_on ?? desk.acting.on,
      due: referral.due,
      firm: { number: firm.number, name: firm.name_ko, nameEn: firm.name_en },
      consents: consents.map(consent => ({
        kind: consent.kind,
        recipient: consent.recipient_agency,
        purpose: consent.purpose,
        facts: consent.facts,
        participations: consent.participations,
        papers: consent.papers,
        until: consent.until,
        refusal: consent.refusal,
        text: {
          id: consent.text_id,
          version: consent.text_version,
          language: consent.text_language,
          body: consent.text_body,
        },
        givenAt: consent.given_at.toISOString(),
      })),
      passed: await passedNow(desk, referral),
    }
  })
}

/** In a part of the transaction that is done as the worker. */
export async function passedNow(desk: Reader, referral: ReferralRow): Promise<Passed> {
  const standing = await standingConsents(desk, referral)
  const handOff = standing.find(({ kind }) => kind === 'hand-off')
  if (!handOff) return { facts: [], participations: [], proof: null }
  const { facts, participations } = await factsPassed(desk, referral.firm_id, handOff)
  const kept = await desk.tx
    .selectFrom('referral_proof')
    .select('proof')
    .where('referral_id', '=', referral.id)
    .executeTakeFirst()
  const papers = await passPapers(desk, referral, standing.find(({ kind }) => kind === 'papers')?.papers ?? [])
  return {
    facts: Object.entries(facts).map(([name, { value, source, sourceName, asOf }]) => ({
      name,
      value: value as Passed['facts'][number]['value'],
      source,
      sourceName,
      asOf,
    })),
    participations: [...participations],
    ...(papers.length > 0 && { papers: [...papers] }),
    proof: (kept?.proof ?? null) as Passed['proof'],
  }
}

export const standingConsents = ({ tx, acting }: Pick<Reader, 'tx' | 'acting'>, referral: ReferralRow) =>
  tx
    .selectFrom('consent')
    .selectAll()
    .where('referral_id', '=', referral.id)
    .where('withdrawn_at', 'is', null)
    .where('until', '>=', acting.on)
    .execute()
