/** What a consultative body has proposed and agreed, municipality by municipality, as who sits in it sees it. */
import type { Day } from '@ieum/catalogue/records'
import { may } from '@ieum/desk'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import type { CouncilNeeds } from '../council/found-council.ts'
import { standingIn } from '../council/standing.ts'
import { type Municipality, municipalitiesOf } from './municipalities.ts'
import { type LastWord, lastWords } from './positions.ts'
import type { AgreementRow, SaidHere } from './terms.ts'

export interface ClosingAgreementLine {
  readonly id: string
  readonly municipality: Municipality
  readonly version: number
  readonly state: AgreementRow['state']
  readonly rule: string | null
  readonly onHoliday: AgreementRow['on_holiday']
  readonly exceptions: AgreementRow['exceptions']
  readonly storesIn: string | null
  readonly storesOut: string | null
  readonly gets: string | null
  readonly from: Day
  readonly until: Day | null
  readonly agency: string
  readonly agreedOn: Day | null
  readonly decision: string | null
  readonly source: { readonly title: string; readonly url: string | null; readonly dated: Day | null } | null
  readonly openFrom: Day | null
  readonly superseded: boolean
  readonly positions: readonly (Omit<LastWord, 'at'> & { readonly at: string })[]
  readonly changed: number
}

export interface ClosingsRead {
  readonly is: 'found'
  readonly council: {
    readonly id: string
    readonly name: SaidHere
    /** The one that it is for; null: for any. */
    readonly municipality: Municipality | null
  }
  readonly keeps: boolean
  /** Whether who asks may propose closing days. */
  readonly proposes: boolean
  readonly seats: readonly {
    readonly id: string
    readonly title: SaidHere
    readonly side: string
    /** Whether who asks speaks for it. */
    readonly speaks: boolean
  }[]
  readonly sessions: readonly { readonly id: string; readonly number: number; readonly on: Day }[]
  /** Those that still stand, newest first. */
  readonly decisions: readonly {
    readonly id: string
    readonly number: string
    readonly on: Day
    readonly text: string
  }[]
  readonly agreements: readonly ClosingAgreementLine[]
}

export type ClosingsOutcome =
  | ClosingsRead
  | { readonly is: 'no such council' }
  | { readonly is: 'not a consultative body' }

export function readClosings(
  { database, catalogue: { rulebook } }: CouncilNeeds,
  acting: Acting<PostCapacity>,
  id: string,
): Promise<ClosingsOutcome> {
  return atDesk({ database }, acting, async desk => {
    const { tx } = desk
    const standing = await standingIn(desk, id)
    if (!standing || !desk.may('read council', standing.relations, id)) return { is: 'no such council' }
    const { council, seats, relations } = standing
    if (council.kind !== 'consultative') return { is: 'not a consultative body' }
    const keeps = relations.has('secretariat') && acting.capacity.role === 'secretary'
    const speaks = [...relations].some(relation => may(acting.capacity.role, 'state position', relation))
    const rows = await tx
      .selectFrom('closing_agreement as a')
      .leftJoin('council_decision as d', 'd.id', 'a.decision_id')
      .selectAll('a')
      .select('d.number')
      .where('a.council_id', '=', id)
      .orderBy('a.municipality')
      .orderBy('a.version', 'desc')
      .execute()
    const known = municipalitiesOf(rulebook)
    const named = (code: string): Municipality => known.get(code) ?? { code, name: code, region: null }
    const agreements: ClosingAgreementLine[] = []
    for (const row of rows)
      agreements.push({
        id: row.id,
        municipality: named(row.municipality),
        version: row.version,
        state: row.state,
        rule: row.rule,
        onHoliday: row.on_holiday,
        exceptions: row.exceptions,
        storesIn: row.stores_in,
        storesOut: row.stores_out,
        gets: row.gets,
        from: row.from_day,
        until: row.until_day,
        agency: row.agency,
        agreedOn: row.agreed_on,
        decision: row.number,
        source:
          row.source_title === null ? null : { title: row.source_title, url: row.source_url, dated: row.source_dated },
        openFrom: row.open_from,
        superseded: row.superseded_by !== null,
        // Of what was agreed, who sat there then; of a proposal, who sits there now.
        positions: (await lastWords(tx, row.id, row.agreed_on ?? acting.on)).map(word => ({
          ...word,
          at: word.at.toISOString(),
        })),
        changed: row.changed,
      })
    const sessions = await tx
      .selectFrom('council_session')
      .select(['id', 'number', 'held_on'])
      .where('council_id', '=', id)
      .where('state', '<>', 'cancelled')
      .orderBy('number', 'desc')
      .execute()
    const decisions = await tx
      .selectFrom('council_decision')
      .select(['id', 'number', 'decided_on', 'text_ko'])
      .where('council_id', '=', id)
      .where('superseded_by', 'is', null)
      .orderBy('decided_on', 'desc')
      .orderBy('number', 'desc')
      .execute()
    return {
      is: 'found',
      council: {
        id,
        name: { ko: council.name_ko, en: council.name_en },
        municipality: council.municipality === null ? null : named(council.municipality),
      },
      keeps,
      proposes: [...relations].some(relation => may(acting.capacity.role, 'propose closing days', relation)),
      seats: seats.flatMap(({ id: seat, title_ko, title_en, side, agency }) =>
        side === null
          ? []
          : {
              id: seat,
              title: { ko: title_ko, en: title_en },
              side,
              speaks: agency === null ? keeps : speaks && agency === acting.capacity.agency,
            },
      ),
      sessions: sessions.map(({ id: session, number, held_on }) => ({ id: session, number, on: held_on })),
      decisions: decisions.map(({ id: decision, number, decided_on, text_ko }) => ({
        id: decision,
        number,
        on: decided_on,
        text: text_ko,
      })),
      agreements,
    }
  })
}
