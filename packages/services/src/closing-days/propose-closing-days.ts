/** A municipality's closing days are put to a consultative body: what day, from when, for which stores, and what the small side gets. */
import { isDay } from '@ieum/catalogue/days'
import type { Day } from '@ieum/catalogue/records'
import { parseRule } from '@ieum/council'
import { closingDays, type OnHoliday } from '@ieum/council/closing-days'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import type { CouncilNeeds } from '../council/found-council.ts'
import { heldCouncil } from '../council/held-council.ts'
import type { CouncilDesk, CouncilRow } from '../council/standing.ts'
import type { FieldFault } from '../field-fault.ts'
import { holdClosings } from './find-closing.ts'
import { municipalitiesOf } from './municipalities.ts'

export interface ClosingToPropose {
  readonly municipality: string
  /** `FREQ=MONTHLY;BYDAY=2WE,4WE`; null: no closing day is to be set. */
  readonly rule: string | null
  readonly onHoliday: OnHoliday
  readonly from: Day
  readonly until?: Day | undefined
  readonly exceptions: readonly ExceptionAsked[]
  readonly storesIn?: string | undefined
  readonly storesOut?: string | undefined
  /** What the small side gets. */
  readonly gets?: string | undefined
}

export interface ExceptionAsked {
  readonly drop?: Day | undefined
  readonly add?: Day | undefined
  readonly why?: string | undefined
}

export type ClosingProposed =
  | { readonly is: 'proposed'; readonly agreement: string; readonly version: number; readonly changed: number }
  | { readonly is: 'no such council' }
  | { readonly is: 'not for this post' }
  | { readonly is: 'not a consultative body' }
  | { readonly is: 'faulty'; readonly fields: readonly FieldFault[] }

export function proposeClosingDays(
  { database, catalogue: { rulebook } }: CouncilNeeds,
  acting: Acting<PostCapacity>,
  council: string,
  asked: ClosingToPropose,
): Promise<ClosingProposed> {
  return atDesk({ database }, acting, async desk => {
    const standing = await heldCouncil(desk, council)
    if (!standing) return { is: 'no such council' }
    if (!desk.may('propose closing days', standing.relations, council)) return { is: 'not for this post' }
    if (standing.council.kind !== 'consultative') return { is: 'not a consultative body' }
    const fields = [
      ...wrongMunicipality(asked.municipality, standing.council, new Set(municipalitiesOf(rulebook).keys())),
      ...wrongInTerms(asked),
    ]
    if (fields.length > 0) return { is: 'faulty', fields }
    // Two who propose at once are given two numbers.
    await holdClosings(desk, council, asked.municipality)
    const version = await nextVersion(desk, council, asked.municipality)
    const { id, changed } = await desk.tx
      .insertInto('closing_agreement')
      .values({
        council_id: council,
        municipality: asked.municipality,
        version,
        rule: asked.rule,
        on_holiday: asked.onHoliday,
        exceptions: JSON.stringify(asked.exceptions),
        stores_in: asked.storesIn ?? null,
        stores_out: asked.storesOut ?? null,
        gets: asked.gets ?? null,
        from_day: asked.from,
        until_day: asked.until ?? null,
        agency: acting.capacity.agency,
        proposed_by: acting.person.id,
      })
      .returning(['id', 'changed'])
      .executeTakeFirstOrThrow()
    desk.changed('propose closing days', id, { council, municipality: asked.municipality, version })
    return { is: 'proposed', agreement: id, version, changed }
  })
}

function wrongMunicipality(
  code: string,
  { municipality }: CouncilRow,
  known: ReadonlySet<string>,
): readonly FieldFault[] {
  if (!known.has(code)) return [{ field: '/municipality', wrong: `no municipality ${code}` }]
  if (municipality !== null && municipality !== code)
    return [{ field: '/municipality', wrong: `this body is for ${municipality}` }]
  return []
}

function wrongInTerms({ rule, from, until, exceptions, onHoliday }: ClosingToPropose): readonly FieldFault[] {
  if (rule !== null && !parseRule(rule)) return [{ field: '/rule', wrong: 'such as FREQ=MONTHLY;BYDAY=2WE,4WE' }]
  const fields: FieldFault[] = []
  if (until !== undefined && until < from) fields.push({ field: '/until', wrong: 'before it begins' })
  if (rule === null && exceptions.length > 0)
    fields.push({ field: '/exceptions', wrong: 'none where no closing day is set' })
  for (const [index, { drop, add }] of exceptions.entries()) {
    const at = `/exceptions/${index}`
    if (drop === undefined && add === undefined) fields.push({ field: at, wrong: 'drop, add, or both' })
    for (const [name, day] of [
      ['drop', drop],
      ['add', add],
    ] as const)
      if (day !== undefined && (!isDay(day) || day < from || (until !== undefined && day > until)))
        fields.push({ field: `${at}/${name}`, wrong: 'not while it holds' })
    if (drop !== undefined && rule !== null && !fallsOn(rule, drop))
      fields.push({ field: `${at}/drop`, wrong: 'no day of the rule' })
  }
  if (rule === null && onHoliday !== 'closed')
    fields.push({ field: '/onHoliday', wrong: 'nothing to move where no closing day is set' })
  return fields
}

const fallsOn = (rule: string, day: Day): boolean =>
  closingDays({ rule, onHoliday: 'closed', from: null, until: null, exceptions: [] }, day, day).length > 0

/** Numbers of what was withdrawn are not given again. */
async function nextVersion({ tx }: CouncilDesk, council: string, municipality: string): Promise<number> {
  const last = await tx
    .selectFrom('closing_agreement')
    .select('version')
    .where('council_id', '=', council)
    .where('municipality', '=', municipality)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  return (last?.version ?? 0) + 1
}
