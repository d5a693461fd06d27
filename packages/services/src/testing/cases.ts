/** Cases for tests that begin where a referral was sent: a firm with facts, which agreed to be handed on along a link in force. */
import type { Database } from '@ieum/storage'
import type { Acting, FirmCapacity, PostCapacity } from '../acting/acting.ts'
import { giveConsent } from '../consents/give-consent.ts'
import { draftReferral } from '../referrals/draft-referral.ts'
import type { MoveNeeds } from '../referrals/move-effects.ts'
import { type MoveAsked, moveReferral } from '../referrals/move-referral.ts'
import { type AgreedLink, addFirm, addParticipation, inTheHouse } from './world.ts'

export interface CaseNeeds extends MoveNeeds {
  readonly database: Database
}

export async function firmThatCompleted(database: Database, link: AgreedLink): Promise<Acting<FirmCapacity>> {
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

/** Drafted by the sender, agreed to by the firm, not sent yet. */
export async function consentedCase(
  needs: CaseNeeds,
  {
    link,
    sender,
    firm,
    papers,
  }: {
    link: AgreedLink
    sender: Acting<PostCapacity>
    firm: Acting<FirmCapacity>
    papers?: readonly string[] | undefined
  },
): Promise<{ id: string; number: string }> {
  const drafted = await draftReferral(needs, sender, {
    agreement: link.id,
    firm: firm.capacity.firm,
    reason: '다음 단계',
  })
  if (drafted.is !== 'drafted') throw new Error(drafted.is)
  const given = await giveConsent(needs, firm, drafted.referral, {
    language: 'ko',
    until: '2026-12-31',
    facts: ['industry', 'root_industry'],
    participations: true,
    papers,
    outcome: true,
    changed: 1,
  })
  if (given.is !== 'moved') throw new Error(JSON.stringify(given))
  return { id: drafted.referral, number: drafted.number }
}

/** A move on whatever count of changes stands. */
export async function move(
  needs: CaseNeeds,
  who: Acting,
  id: string,
  asked: Omit<MoveAsked, 'changed'>,
): Promise<Awaited<ReturnType<typeof moveReferral>>> {
  const { changed } = await caseIn(needs.database, id)
  return moveReferral(needs, who, id, { ...asked, changed })
}

export const caseIn = (database: Database, id: string) =>
  inTheHouse(database, tx => tx.selectFrom('referral').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
