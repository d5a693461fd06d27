/**
 * C15: what the database lets each post write of closing days, past the use cases, by how its agency stands to the body. Written by hand from
 * the issue, apart from the policies. What stands nowhere here must be refused.
 */
import type { ActingRole } from '@ieum/desk'
import type { Acting, PostCapacity } from '@ieum/services'
import { inTheHouse, on } from '@ieum/services/testing'
import type { Database } from '@ieum/storage'
import { sql } from 'kysely'
import type { ClosingScene } from './closing-scene.ts'
import type { CouncilStanding } from './council-standings.ts'

export interface ClosingRows extends ClosingScene {
  /** A seat of the agency that acts, where it has one; else of another. */
  readonly own: string
  readonly future: string
  readonly past: string
  /** Of an association, which the secretariat speaks for. */
  readonly kept: string
  /** Of an agency other than the one that acts. */
  readonly foreign: string
  /** What the agency that acts has proposed. */
  readonly ownClosing: string
  /** Of one municipality: the first is proposed still, the second agreed, the third proposed. */
  readonly versions: readonly [string, string, string]
  readonly elsewhere: { readonly session: string; readonly decision: string }
}

/** Bodies in which the agency that acts sits and keeps the minutes, and of which none is this one. */
const policyBody = 'policy-body'
const municipalBody = 'municipal-body'

export async function closingRowsOf(database: Database, scene: ClosingScene): Promise<ClosingRows> {
  const { council, officers } = scene
  const { person, capacity } = officers[0]!
  const { agency } = capacity
  return inTheHouse(database, async tx => {
    const one = async (text: string) =>
      (await sql.raw<{ id: string }>(`${text} returning id::text`).execute(tx)).rows[0]!.id
    const seats = await tx.selectFrom('council_seat').selectAll().where('council_id', '=', council).execute()
    const seat = (since: string, until: string) =>
      one(`insert into council_seat (council_id, agency, title_ko, side, position, since, until)
           values ('${council}', '${agency}', '자리', 'public', 90, ${since}, ${until})`)
    for (const [id, kind, municipality] of [
      [policyBody, 'policy', null],
      [municipalBody, 'consultative', '47190'],
    ] as const)
      await tx
        .insertInto('council')
        .values({ id, kind, name_ko: id, secretariat: agency, municipality, founded_on: on, open_from: on })
        .onConflict(conflict => conflict.column('id').doNothing())
        .execute()
    const session = await one(`insert into council_session (council_id, number, held_on, begins)
      select '${policyBody}', 1 + count(*), '${on}', '10:00' from council_session`)
    const item = await one(`insert into agenda_item (session_id, position, kind, title_ko, minutes)
      values ('${session}', 0, 'other', '안건', 10)`)
    const decision = await one(`insert into council_decision
      (council_id, session_id, item_id, number, decided_on, text_ko, without_objection, taken_by)
      values ('${policyBody}', '${session}', '${item}', '${session}', '${on}', '결정', true, '${person.id}')`)
    const closing = (version: number, of: string, municipality: string) =>
      one(`insert into closing_agreement (council_id, municipality, version, rule, from_day, agency, proposed_by)
           values ('${council}', '${municipality}', ${version}, null, '2026-07-01', '${of}', '${person.id}')`)
    const versions = [
      await closing(1, 'motie', '11170'),
      await closing(2, 'motie', '11170'),
      await closing(3, 'motie', '11170'),
    ] as const
    await sql
      .raw(
        `update closing_agreement set state = 'agreed', agreed_on = '${on}', source_title = '고시' where id = '${versions[1]}'`,
      )
      .execute(tx)
    return {
      ...scene,
      own: seats.find(row => row.agency === agency)?.id ?? seats.find(row => row.agency === 'mss')!.id,
      foreign: seats.find(row => row.agency !== null && row.agency !== agency)!.id,
      kept: seats.find(row => row.agency === null && row.side === 'small')!.id,
      future: await seat("'2026-06-02'", 'null'),
      past: await seat("'2026-01-01'", "'2026-05-31'"),
      ownClosing: await closing(1, agency, '11200'),
      versions,
      elsewhere: { session, decision },
    }
  })
}

export interface ClosingWrite {
  readonly sql: (rows: ClosingRows, officer: Acting<PostCapacity>) => string
  readonly allowed: Partial<Record<ActingRole, readonly CouncilStanding[]>>
  /** What the table answers to whoever writes it, the house itself too. */
  readonly answer?: string
}

const sitting = ['seated', 'secretariat'] as const
const speakers = { secretary: sitting, 'programme-owner': sitting }
const keeper = { secretary: ['secretariat'] } as const
const nobody = {}

const proposal =
  (more: Readonly<Record<string, string>> = {}): ClosingWrite['sql'] =>
  ({ council }, { person, capacity }) =>
    inserting('closing_agreement', {
      council_id: council,
      municipality: '11140',
      version: '7',
      from_day: '2026-07-01',
      agency: capacity.agency,
      proposed_by: person.id,
      ...more,
    })

const position =
  (more: (rows: ClosingRows) => Readonly<Record<string, string>>): ClosingWrite['sql'] =>
  (rows, { person, capacity }) =>
    inserting('closing_position', {
      agreement_id: rows.closing,
      seat_id: rows.own,
      side: 'public',
      position: 'agree',
      post_id: capacity.post,
      person_id: person.id,
      ...more(rows),
    })

const inserting = (table: string, row: Readonly<Record<string, string>>): string =>
  `insert into ${table} (${Object.keys(row)}) values (${Object.values(row).map(value => `'${value}'`)})`

const updating =
  (set: (rows: ClosingRows) => string, which: (rows: ClosingRows) => string): ClosingWrite['sql'] =>
  rows =>
    `update closing_agreement set ${set(rows)} where id = '${which(rows)}'`

const agreed = `state = 'agreed', agreed_on = '${on}', open_from = '${on}'`

export const closingWrites: Readonly<Record<string, ClosingWrite>> = {
  'a proposal': { sql: proposal(), allowed: speakers },
  'a proposal of another agency': { sql: proposal({ agency: 'tipa' }), allowed: nobody },
  'a proposal of somebody else': {
    sql: (rows, officer) =>
      proposal({ proposed_by: rows.officers.find(one => one !== officer)!.person.id })(rows, officer),
    allowed: nobody,
  },
  'a proposal that is agreed already': {
    sql: proposal({ state: 'agreed', agreed_on: on, source_title: '고시' }),
    allowed: nobody,
  },
  'a proposal that is open to everyone': { sql: proposal({ open_from: on }), allowed: nobody },
  'a proposal to a council without sides': { sql: proposal({ council_id: policyBody }), allowed: nobody },
  'a proposal to the body of another municipality': { sql: proposal({ council_id: municipalBody }), allowed: nobody },
  'the word of its own seat': { sql: position(() => ({})), allowed: speakers },
  "an association's word": { sql: position(({ kept }) => ({ seat_id: kept, side: 'small' })), allowed: keeper },
  "another agency's word": { sql: position(({ foreign }) => ({ seat_id: foreign })), allowed: nobody },
  'the word of another side': { sql: position(() => ({ side: 'small' })), allowed: nobody },
  'the word of a seat that begins tomorrow': { sql: position(({ future }) => ({ seat_id: future })), allowed: nobody },
  'the word of a seat that was given up': { sql: position(({ past }) => ({ seat_id: past })), allowed: nobody },
  'a word on what is agreed already': {
    sql: position(({ versions }) => ({ agreement_id: versions[1] })),
    allowed: nobody,
  },
  'a word in the session of another body': {
    sql: position(({ elsewhere }) => ({ session_id: elsewhere.session })),
    allowed: nobody,
  },
  'a word at a post of somebody else': {
    sql: (rows, officer) =>
      position(() => ({ post_id: rows.officers.find(one => one !== officer)!.capacity.post }))(rows, officer),
    allowed: nobody,
  },
  'a word of somebody else': {
    sql: (rows, officer) =>
      position(() => ({ person_id: rows.officers.find(one => one !== officer)!.person.id }))(rows, officer),
    allowed: nobody,
  },
  'a word of a later day': { sql: position(() => ({ at: '2030-01-01T00:00:00Z' })), allowed: nobody },
  // It is the secretariat's own proposal.
  'a withdrawal': {
    sql: updating(
      () => `state = 'withdrawn'`,
      ({ closing }) => closing,
    ),
    allowed: { secretary: ['secretariat'], 'programme-owner': ['secretariat'] },
  },
  'a withdrawal of what its agency proposed': {
    sql: updating(
      () => `state = 'withdrawn'`,
      ({ ownClosing }) => ownClosing,
    ),
    allowed: speakers,
  },
  'an agreement by a source': {
    sql: updating(
      () => `${agreed}, source_title = '고시'`,
      ({ closing }) => closing,
    ),
    allowed: keeper,
  },
  'an agreement of what its agency proposed': {
    sql: updating(
      () => `${agreed}, source_title = '고시'`,
      ({ ownClosing }) => ownClosing,
    ),
    allowed: keeper,
  },
  'an agreement by a decision of another body': {
    sql: updating(
      ({ elsewhere }) => `${agreed}, decision_id = '${elsewhere.decision}'`,
      ({ closing }) => closing,
    ),
    allowed: nobody,
    answer: 'no decision of this body that still stands',
  },
  'an agreement on an earlier version than the one that stands': {
    sql: updating(
      () => `${agreed}, source_title = '고시'`,
      ({ versions }) => versions[0],
    ),
    allowed: nobody,
    answer: 'a later version is agreed on already',
  },
  'an agreement on a later version': {
    sql: updating(
      () => `${agreed}, source_title = '고시'`,
      ({ versions }) => versions[2],
    ),
    allowed: keeper,
  },
  'that a proposal takes the place of an agreement': {
    sql: updating(
      ({ versions }) => `superseded_by = '${versions[2]}'`,
      ({ versions }) => versions[1],
    ),
    allowed: nobody,
    answer: 'an agreement is superseded by a later one',
  },
  'other words of a proposal': {
    sql: updating(
      () => `rule = 'FREQ=MONTHLY;BYDAY=1MO'`,
      ({ ownClosing }) => ownClosing,
    ),
    allowed: nobody,
    answer: 'an agreement is superseded, never edited',
  },
  'that a proposal is open to everyone': {
    sql: updating(
      () => `open_from = '${on}'`,
      ({ ownClosing }) => ownClosing,
    ),
    allowed: nobody,
    answer: 'an agreement is superseded, never edited',
  },
}
