/** The signatures of an agreement, and its ends: one move by one post, told to those concerned. */
import {
  type AgreementMove,
  type AgreementState,
  agreementMovers,
  agreementMoves,
  agreementOperations,
  may,
  signedMoves,
} from '@ieum/desk'
import { sql } from 'kysely'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk, type Desk } from '../acting/at-desk.ts'
import type { FieldFault } from '../field-fault.ts'
import type { AgreementNeeds } from './draft-agreement.ts'
import { type ChangedMeanwhile, changedMeanwhile, findAgreement, looksAfterSide, sideOf } from './find-agreement.ts'
import { tellSides } from './tell-sides.ts'
import { type AgreementRow, termsOf, wrongInTerms } from './terms.ts'

export type AgreementMoved =
  | { readonly is: 'moved'; readonly state: AgreementState; readonly changed: number }
  | { readonly is: 'no such agreement' }
  | { readonly is: 'not for this post' }
  | { readonly is: 'not allowed now'; readonly state: AgreementState }
  | { readonly is: 'not yours'; readonly mover: 'proposer' | 'other' | 'either' }
  /** Four eyes on each side: one person signs once, and who wrote the terms approves them on neither side. */
  | { readonly is: 'signed already' }
  | { readonly is: 'written by you' }
  | { readonly is: 'reason needed' }
  /** The catalogue or the calendar has moved on since it was drawn up. */
  | { readonly is: 'faulty'; readonly fields: readonly FieldFault[] }
  /** It would leave the link without terms until then: the version that stands is kept. */
  | { readonly is: 'begins later'; readonly validFrom: string }
  | ChangedMeanwhile

export interface AgreementMoveAsked {
  readonly agreement: string
  readonly move: AgreementMove
  /** The count that who moves has seen. */
  readonly changed: number
  readonly reason?: string | undefined
}

export function moveAgreement(
  needs: AgreementNeeds,
  acting: Acting<PostCapacity>,
  { agreement, move, changed, reason }: AgreementMoveAsked,
): Promise<AgreementMoved> {
  return atDesk(needs, acting, async desk => {
    const row = await findAgreement(desk, agreement, { toMove: true })
    const side = row && sideOf(row, acting.capacity.agency)
    if (!row || !side) return { is: 'no such agreement' }
    if (!desk.may(operationFor(move, acting.capacity), none, agreement) || !looksAfterSide(acting.capacity, row))
      return { is: 'not for this post' }
    if (row.changed !== changed) return changedMeanwhile(row)
    const to = agreementMoves[row.state][move]
    if (!to || row.superseded_by !== null) return { is: 'not allowed now', state: row.state }
    const mover = agreementMovers[move]
    if (mover !== 'either' && mover !== side) return { is: 'not yours', mover }
    const because = reason?.trim() ?? ''
    if ((move === 'refuse' || move === 'end') && because === '') return { is: 'reason needed' }

    const signature = signedMoves.find(signed => signed === move)
    if (signature) {
      const hindered = await hindrance(desk, row, signature, needs)
      if (hindered) return hindered
    }
    if (move === 'agree') await supersede(desk, row)
    const moved = await desk.tx
      .updateTable('link_agreement')
      .set({
        state: to,
        changed: changed + 1,
        ...(because && { reason: because }),
        ...(move === 'offer' && { offered_at: sql<Date>`now()` }),
        ...(move === 'agree' && { agreed_at: sql<Date>`now()` }),
        ...(move === 'end' && { ended_on: acting.on }),
      })
      .where('id', '=', row.id)
      .returningAll()
      .executeTakeFirstOrThrow()
    if (signature)
      await desk.tx
        .insertInto('link_signature')
        .values({
          agreement_id: row.id,
          step: signature,
          agency: acting.capacity.agency,
          post_id: acting.capacity.post,
          person_id: acting.person.id,
        })
        .execute()
    desk.changed(`${move} link`, row.id, { link: row.link, version: row.version, ...(because && { reason: because }) })
    await tellSides(desk, moved, move)
    return { is: 'moved', state: to, changed: changed + 1 }
  })
}

const none = new Set(['none'] as const)

const operationFor = (move: AgreementMove, { role }: PostCapacity) =>
  agreementOperations[move].find(operation => may(role, operation, 'none')) ?? agreementOperations[move][0]!

async function hindrance(
  { tx, acting }: Desk<Acting<PostCapacity>>,
  row: AgreementRow,
  move: (typeof signedMoves)[number],
  { catalogue: { rulebook } }: AgreementNeeds,
): Promise<AgreementMoved | undefined> {
  const signed = await tx
    .selectFrom('link_signature')
    .select('step')
    .where('agreement_id', '=', row.id)
    .where('person_id', '=', acting.person.id)
    .executeTakeFirst()
  if (signed) return { is: 'signed already' }
  if ((move === 'offer' || move === 'agree') && row.writers.includes(acting.person.id)) return { is: 'written by you' }
  const fields = wrongInTerms(termsOf(row), rulebook, acting.on)
  if (fields.length > 0) return { is: 'faulty', fields }
  if (move === 'agree' && row.valid_from > acting.on && (await standingBeside(tx, row)))
    return { is: 'begins later', validFrom: row.valid_from }
  return undefined
}

/** The agreed version of the same link whose place this one would take. */
const standingBeside = (tx: Desk['tx'], { link, id }: AgreementRow) =>
  tx
    .selectFrom('link_agreement')
    .select('id')
    .where('link', '=', link)
    .where('id', '<>', id)
    .where('state', '=', 'agreed')
    .where('superseded_by', 'is', null)
    .executeTakeFirst()

/** Of a link one version stands: the old one goes in the transaction in which the new one comes. */
async function supersede({ tx }: Desk, { id, link }: AgreementRow): Promise<void> {
  await tx
    .updateTable('link_agreement')
    .set(({ eb }) => ({ superseded_by: id, changed: eb('changed', '+', 1) }))
    .where('link', '=', link)
    .where('id', '<>', id)
    .where('state', '=', 'agreed')
    .where('superseded_by', 'is', null)
    .execute()
}
