/** An agency puts its name to what it found of a firm that it supported, so that another need not find it out again. */
import { randomUUID } from 'node:crypto'
import { isDayToAskAbout } from '@ieum/catalogue/days'
import type { Day } from '@ieum/catalogue/records'
import type { Database } from '@ieum/storage'
import { isId } from '../acting/act-as.ts'
import { type Acting, looksAfter, type PostCapacity } from '../acting/acting.ts'
import { atDesk, type Desk } from '../acting/at-desk.ts'
import { relationsToFirm } from '../acting/relations.ts'
import type { FieldFault } from '../field-fault.ts'
import { notifyFirm } from '../notices/notify.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { type Decision, signedPart } from './decision.ts'
import type { Signer } from './signer.ts'

export interface DecisionNeeds {
  readonly database: Database
  readonly catalogue: OpenCatalogue
  readonly signer: Signer
}

export interface DecisionToSign {
  readonly firm: string
  readonly programme: string
  readonly criterion: string
  readonly verdict: 'met' | 'unmet'
  readonly on: Day
  readonly until: Day | null
  /** Seen by the firm, and by whoever takes the decision over. */
  readonly reason?: string | undefined
}

export type DecisionSigned =
  | { readonly is: 'signed'; readonly decision: Decision }
  | { readonly is: 'no such firm' }
  /** Neither a programme of its own that supported the firm, nor a criterion that a link in force takes over from it. */
  | { readonly is: 'not yours to decide' }
  | { readonly is: 'faulty'; readonly fields: readonly FieldFault[] }

export function signDecision(
  { database, catalogue, signer }: DecisionNeeds,
  acting: Acting<PostCapacity>,
  asked: DecisionToSign,
): Promise<DecisionSigned> {
  return atDesk({ database }, acting, async desk => {
    const { firm } = asked
    const { relations } = isId(firm) ? await relationsToFirm(desk, firm) : { relations: new Set(['none'] as const) }
    if (!desk.may('sign decision', relations, firm)) return { is: 'no such firm' }
    const found = await desk.tx.selectFrom('firm').select('number').where('id', '=', firm).executeTakeFirst()
    if (!found) return { is: 'no such firm' }
    const fields = wrongInDecision(asked, catalogue, acting.on)
    if (fields.length > 0) return { is: 'faulty', fields }
    if (!(await isTheirs(desk, asked))) return { is: 'not yours to decide' }

    const { programme, criterion, verdict, on, until } = asked
    const reason = asked.reason?.trim() || null
    const made = { id: randomUUID(), agency: acting.capacity.agency, programme, criterion, verdict, on, until, reason }
    const signature = await signer.sign(signedPart(made, found.number))
    await desk.tx
      .insertInto('signed_decision')
      .values({
        id: made.id,
        firm_id: firm,
        agency: made.agency,
        programme,
        criterion,
        verdict,
        on_day: on,
        until,
        reason,
        post_id: acting.capacity.post,
        person_id: acting.person.id,
        signature,
      })
      .execute()
    desk.changed('sign decision', made.id, { firm, programme, criterion, verdict })
    await notifyFirm(desk, firm, {
      event: `decision:${made.id}:sign`,
      kind: 'decision.signed',
      detail: { agency: made.agency, programme, criterion, verdict },
    })
    return { is: 'signed', decision: { ...made, signature, revoked: false } }
  })
}

function wrongInDecision(
  { programme: id, criterion, on, until }: DecisionToSign,
  { rulebook: { programmes } }: OpenCatalogue,
  today: Day,
): readonly FieldFault[] {
  const faults: FieldFault[] = []
  const programme = programmes.find(programme => programme.id === id)
  if (!programme) faults.push({ field: '/programme', wrong: 'the catalogue has no such programme' })
  // Of any edition: the firm may have been in an earlier one.
  else if (
    !programme.editions.some(({ criteria, exclusions }) =>
      [...criteria, ...exclusions].some(({ id }) => id === criterion),
    )
  )
    faults.push({ field: '/criterion', wrong: `${id} has no criterion or exclusion "${criterion}"` })
  if (!isDayToAskAbout(on)) faults.push({ field: '/on', wrong: 'a day such as 2026-11-25' })
  else if (on > today) faults.push({ field: '/on', wrong: `not after today, ${today}` })
  if (until !== null) {
    if (!isDayToAskAbout(until)) faults.push({ field: '/until', wrong: 'a day such as 2026-11-25, or null' })
    else if (until < on) faults.push({ field: '/until', wrong: `not before ${on}` })
  }
  return faults
}

async function isTheirs(
  { tx, acting: { capacity, on } }: Desk<Acting<PostCapacity>>,
  { firm, programme, criterion }: DecisionToSign,
): Promise<boolean> {
  const supported = await tx
    .selectFrom('participation')
    .select('programme')
    .where('firm_id', '=', firm)
    .where('source_agency', '=', capacity.agency)
    .where('withdrawn_at', 'is', null)
    .execute()
  const own = supported.map(({ programme }) => programme).filter(programme => looksAfter(capacity, programme))
  if (own.includes(programme)) return true
  if (own.length === 0) return false
  const links = await tx
    .selectFrom('link_agreement')
    .select('accepts')
    .where('from_agency', '=', capacity.agency)
    .where('from_programme', 'in', own)
    .where('to_programme', '=', programme)
    .where('state', '=', 'agreed')
    .where('superseded_by', 'is', null)
    .where('valid_from', '<=', on)
    .where(({ or, eb }) => or([eb('valid_to', 'is', null), eb('valid_to', '>=', on)]))
    .execute()
  return links.some(({ accepts }) => accepts.includes(criterion))
}
