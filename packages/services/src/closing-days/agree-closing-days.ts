/** Proposed closing days are agreed: by a decision of the body, or because a source says that it was done elsewhere. Or they are taken back. */
import type { Day } from '@ieum/catalogue/records'
import { type RetailSide, retailSides, type SideStand, sideStand } from '@ieum/council'
import { isId } from '../acting/act-as.ts'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import type { CouncilNeeds } from '../council/found-council.ts'
import { openingFaults } from '../council/opening-faults.ts'
import type { CouncilDesk } from '../council/standing.ts'
import type { FieldFault } from '../field-fault.ts'
import { holdClosing } from './find-closing.ts'
import { lastWords } from './positions.ts'
import type { AgreementRow } from './terms.ts'

export interface ClosingToAgree {
  readonly agreement: string
  readonly changed: number
  /** One of the two. */
  readonly decision?: string | undefined
  readonly source?:
    | { readonly title: string; readonly url?: string | undefined; readonly dated?: Day | undefined }
    | undefined
  /** The day from which everyone sees it. */
  readonly openFrom: Day
}

export type ClosingAgreed =
  | { readonly is: 'agreed'; readonly version: number; readonly supersedes: string | null; readonly changed: number }
  | { readonly is: 'no such agreement' }
  | { readonly is: 'not for this post' }
  | { readonly is: 'no longer open'; readonly state: AgreementRow['state'] }
  | { readonly is: 'changed meanwhile'; readonly changed: number }
  /** What was agreed last has a higher number: these terms can be proposed anew, and get the next one. */
  | { readonly is: 'a later version stands'; readonly version: number }
  /** A decision needs both sides of retail: of these nothing was heard, or they do not agree. */
  | {
      readonly is: 'sides do not agree'
      readonly silent: readonly RetailSide[]
      readonly against: readonly RetailSide[]
    }
  | { readonly is: 'faulty'; readonly fields: readonly FieldFault[] }

export function agreeClosingDays(
  { database }: Pick<CouncilNeeds, 'database'>,
  acting: Acting<PostCapacity>,
  asked: ClosingToAgree,
): Promise<ClosingAgreed> {
  return atDesk({ database }, acting, async desk => {
    const found = await holdClosing(desk, asked.agreement)
    if (!found) return { is: 'no such agreement' }
    const {
      agreement,
      standing: { relations },
    } = found
    if (!desk.may('keep council', relations, agreement.id)) return { is: 'not for this post' }
    if (agreement.state !== 'proposed') return { is: 'no longer open', state: agreement.state }
    if (agreement.changed !== asked.changed) return { is: 'changed meanwhile', changed: agreement.changed }
    const agreed = await agreedHere(desk, agreement)
    const later = agreed.find(({ version }) => version > agreement.version)
    if (later) return { is: 'a later version stands', version: later.version }
    if ((asked.decision === undefined) === (asked.source === undefined))
      return { is: 'faulty', fields: [{ field: '/decision', wrong: 'a decision or a source, and not both' }] }
    const opening = openingFaults(null, asked.openFrom, acting.on)
    if (opening.length > 0) return { is: 'faulty', fields: opening }

    let agreedOn: Day = asked.source?.dated ?? acting.on
    if (asked.decision !== undefined) {
      const decidedOn = await dayOfDecision(desk, asked.decision, agreement.council_id)
      if (!decidedOn)
        return { is: 'faulty', fields: [{ field: '/decision', wrong: 'no decision of this body that still stands' }] }
      const words = await lastWords(desk.tx, agreement.id, acting.on)
      const standing = (stand: SideStand) => retailSides.filter(side => sideStand(side, words) === stand)
      const [silent, against] = [standing('silent'), standing('against')]
      if (silent.length > 0 || against.length > 0) return { is: 'sides do not agree', silent, against }
      agreedOn = decidedOn
    }
    const changed = agreement.changed + 1
    const before = agreed.find(({ superseded_by }) => superseded_by === null)
    await desk.tx
      .updateTable('closing_agreement')
      .set({
        state: 'agreed',
        decision_id: asked.decision ?? null,
        source_title: asked.source?.title ?? null,
        source_url: asked.source?.url ?? null,
        source_dated: asked.source?.dated ?? null,
        agreed_on: agreedOn,
        open_from: asked.openFrom,
        changed,
      })
      .where('id', '=', agreement.id)
      .execute()
    if (before)
      await desk.tx
        .updateTable('closing_agreement')
        .set({ superseded_by: agreement.id, changed: before.changed + 1 })
        .where('id', '=', before.id)
        .execute()
    const { council_id: council, municipality, version } = agreement
    desk.changed('agree closing days', agreement.id, {
      council,
      municipality,
      version,
      ...(asked.decision !== undefined && { decision: asked.decision }),
      ...(before && { supersedes: before.id }),
    })
    return { is: 'agreed', version, supersedes: before?.id ?? null, changed }
  })
}

async function dayOfDecision({ tx }: CouncilDesk, id: string, council: string): Promise<Day | undefined> {
  if (!isId(id)) return undefined
  const decision = await tx
    .selectFrom('council_decision')
    .select('decided_on')
    .where('id', '=', id)
    .where('council_id', '=', council)
    .where('superseded_by', 'is', null)
    .executeTakeFirst()
  return decision?.decided_on
}

/** Of the same municipality, the latest version first. */
const agreedHere = ({ tx }: CouncilDesk, { council_id, municipality }: AgreementRow) =>
  tx
    .selectFrom('closing_agreement')
    .select(['id', 'version', 'superseded_by', 'changed'])
    .where('council_id', '=', council_id)
    .where('municipality', '=', municipality)
    .where('state', '=', 'agreed')
    .orderBy('version', 'desc')
    .execute()

export type ClosingWithdrawn =
  | { readonly is: 'withdrawn'; readonly changed: number }
  | { readonly is: 'no such agreement' }
  | { readonly is: 'not for this post' }
  | { readonly is: 'no longer open'; readonly state: AgreementRow['state'] }
  | { readonly is: 'changed meanwhile'; readonly changed: number }

/** By the agency that proposed it, or by the secretary. */
export function withdrawClosingDays(
  { database }: Pick<CouncilNeeds, 'database'>,
  acting: Acting<PostCapacity>,
  asked: { readonly agreement: string; readonly changed: number },
): Promise<ClosingWithdrawn> {
  return atDesk({ database }, acting, async desk => {
    const found = await holdClosing(desk, asked.agreement)
    if (!found) return { is: 'no such agreement' }
    const { agreement, standing } = found
    const isOwn = agreement.agency === acting.capacity.agency
    if (!desk.may(isOwn ? 'propose closing days' : 'keep council', standing.relations, agreement.id))
      return { is: 'not for this post' }
    if (agreement.state !== 'proposed') return { is: 'no longer open', state: agreement.state }
    if (agreement.changed !== asked.changed) return { is: 'changed meanwhile', changed: agreement.changed }
    const changed = agreement.changed + 1
    await desk.tx
      .updateTable('closing_agreement')
      .set({ state: 'withdrawn', changed })
      .where('id', '=', agreement.id)
      .execute()
    desk.changed('withdraw closing days', agreement.id, { council: agreement.council_id })
    return { is: 'withdrawn', changed }
  })
}
