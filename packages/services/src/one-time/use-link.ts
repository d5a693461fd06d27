/** An agency without a desk here looks at a case, and answers it, with the link from its mail. */
import type { Day } from '@ieum/catalogue/records'
import { type Reason, reasonsOf } from '@ieum/desk'
import { type Database, inTransaction } from '@ieum/storage'
import type { Desk } from '../acting/at-desk.ts'
import { onConsents } from '../acting/look-basis.ts'
import { atDeskFromOutside } from '../acting/outside.ts'
import { applyMove } from '../referrals/apply-move.ts'
import { factsPassed, type PassedFact, type PassedParticipation } from '../referrals/facts-passed.ts'
import { agreementOf } from '../referrals/find-referral.ts'
import type { MoveNeeds } from '../referrals/move-effects.ts'
import type { Proof } from '../referrals/proof-of.ts'
import { findLink, type LinkedCase, linkedCase } from './one-time-link.ts'

interface LinkNeeds extends MoveNeeds {
  readonly database: Database
}

export interface LinkUse {
  readonly token: string
  readonly now: Date
  readonly on: Day
  readonly place: string
}

export interface ShownCase {
  readonly number: string
  readonly due: Day | null
  readonly from: { readonly agency: string; readonly programme: string }
  readonly to: { readonly agency: string; readonly programme: string }
  readonly firm: { readonly name: string; readonly number: string }
  readonly waives: readonly string[]
  readonly facts: Readonly<Record<string, PassedFact>>
  readonly participations: readonly PassedParticipation[]
  readonly proof: Proof | null
  readonly answers: typeof answers
}

export type LinkLookedAt = { readonly is: 'shown'; readonly case: ShownCase } | { readonly is: 'no such link' }

const answers = { accept: [], decline: reasonsOf.decline, return: reasonsOf.return } as const

export type OneTimeMove = keyof typeof answers

export type LinkAnswered =
  | { readonly is: 'answered'; readonly number: string; readonly state: string }
  | { readonly is: 'no such link' }
  | { readonly is: 'reason needed'; readonly reasons: readonly Reason[] }

export function lookByLink(needs: LinkNeeds, use: LinkUse): Promise<LinkLookedAt> {
  return withLink<LinkLookedAt>(needs, use, async (desk, linked) => {
    const { referral } = linked
    const handOff = linked.consents.find(({ kind }) => kind === 'hand-off')!
    const firm = await desk.tx
      .selectFrom('firm')
      .select(['name_ko', 'number'])
      .where('id', '=', referral.firm_id)
      .executeTakeFirstOrThrow()
    const kept = await desk.tx
      .selectFrom('referral_proof')
      .select('proof')
      .where('referral_id', '=', referral.id)
      .executeTakeFirst()
    const passed = await factsPassed(desk, referral.firm_id, handOff)
    const agreement = await agreementOf(desk, referral)
    lookedBy(desk, linked, 'read dossier')
    return {
      is: 'shown',
      case: {
        number: referral.number,
        due: referral.due,
        from: { agency: referral.from_agency, programme: referral.from_programme },
        to: { agency: referral.to_agency, programme: referral.to_programme },
        firm: { name: firm.name_ko, number: firm.number },
        waives: agreement.waives,
        facts: passed.facts,
        participations: passed.participations,
        proof: (kept?.proof ?? null) as Proof | null,
        answers,
      },
    }
  })
}

/** One answer, and every link to the case is used up. */
export function answerByLink(
  needs: LinkNeeds,
  use: LinkUse,
  {
    move,
    reason,
    note,
  }: { readonly move: OneTimeMove; readonly reason?: string | undefined; readonly note?: string | undefined },
): Promise<LinkAnswered> {
  return withLink<LinkAnswered>(needs, use, async (desk, linked) => {
    const reasons: readonly Reason[] = answers[move]
    if (reasons.length > 0 && !reasons.some(known => known === reason)) return { is: 'reason needed', reasons }
    let { referral } = linked
    // An answer says that it was received and looked at.
    for (const before of ['receive', 'review'] as const) referral = await step(needs, desk, referral, { move: before })
    referral = await step(needs, desk, referral, { move, reason, note })
    await desk.tx
      .updateTable('one_time_link')
      .set({ used_at: use.now })
      .where('referral_id', '=', referral.id)
      .where('used_at', 'is', null)
      .execute()
    lookedBy(desk, linked, 'answer referral')
    return { is: 'answered', number: referral.number, state: referral.state }
  })
}

async function step(
  needs: LinkNeeds,
  desk: Desk,
  referral: LinkedCase['referral'],
  made: {
    readonly move: 'receive' | 'review' | OneTimeMove
    readonly reason?: string | undefined
    readonly note?: string | undefined
  },
): Promise<LinkedCase['referral']> {
  const isThere = { receive: ['received', 'under-review'], review: ['under-review'] } as const
  if (made.move in isThere && (isThere[made.move as 'receive'] as readonly string[]).includes(referral.state))
    return referral
  const moved = await applyMove(needs, desk, referral, { ...made, by: 'receiver', changed: referral.changed })
  if (moved.is !== 'moved') throw new Error(`${made.move} of a case that awaits an answer: ${moved.is}`)
  return { ...referral, state: moved.state, changed: moved.changed, due: moved.due }
}

const lookedBy = (
  desk: Desk,
  { link, referral, consents }: LinkedCase,
  operation: 'read dossier' | 'answer referral',
): void =>
  desk.looked({
    firm: referral.firm_id,
    operation,
    basis: onConsents(consents.map(({ id }) => id)),
    reason: `link sent to ${link.mail}`,
  })

async function withLink<T>(
  needs: LinkNeeds,
  { token, now, on, place }: LinkUse,
  work: (desk: Desk, linked: LinkedCase) => Promise<T>,
): Promise<T | { readonly is: 'no such link' }> {
  // Whose link it is must be known before anything is written in that agency's lane.
  const link = await inTransaction(needs.database, {}, tx => findLink(tx, token, now), { as: 'worker' })
  if (!link) return { is: 'no such link' }
  return atDeskFromOutside(
    needs,
    { id: `link:${link.agency}`, name: `${link.agency} (link)`, agency: link.agency, on, place },
    async desk => {
      const linked = await linkedCase(desk.tx, token, { now, on })
      return linked ? work(desk, linked) : ({ is: 'no such link' } as const)
    },
  )
}
