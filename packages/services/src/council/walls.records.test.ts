/** C15: what the database itself lets whoever acts do with papers of councils, whatever the use cases ask before it. */
import { inTransaction } from '@ieum/storage'
import { describeInBothHomes } from '@ieum/storage/testing'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { addAction, addCouncil } from '../testing/councils.ts'
import { addOfficer, inTheHouse, on } from '../testing/world.ts'

type Officer = Acting<PostCapacity>

describeInBothHomes('C15: the walls of councils', open => {
  /** TIPA keeps it; KPIC sits there, proposed the item and owns the action. Another council of the two has all of that as well. */
  async function scene() {
    const keeper = await addOfficer(open(), 'tipa', 'secretary')
    const owner = await addOfficer(open(), 'kpic', 'programme-owner')
    const people = {
      keeper,
      owner,
      'secretary of the owner': await addOfficer(open(), 'kpic', 'secretary'),
      'desk officer of the owner': await addOfficer(open(), 'kpic', 'desk-officer'),
      'approver of the keeper': await addOfficer(open(), 'tipa', 'approver'),
      stranger: await addOfficer(open(), 'kosmes', 'secretary'),
    }
    const place = async () => {
      const there = await addCouncil(open(), keeper, { state: 'planned' })
      await inTheHouse(open(), tx =>
        tx
          .updateTable('agenda_item')
          .set({ proposed_by: ['kpic'] })
          .where('id', '=', there.item)
          .execute(),
      )
      return { ...there, action: await addAction(open(), there, owner) }
    }
    return { people, there: await place(), elsewhere: await place() }
  }

  class Undone extends Error {
    readonly changed: number
    constructor(changed: number) {
      super()
      this.changed = changed
    }
  }

  /** Rows that the statement would write; refused is none. */
  async function trying({ person, capacity }: Officer, statement: string): Promise<number> {
    try {
      return await inTransaction(open(), { person: person.id, post: capacity.post, on }, async tx => {
        const { numAffectedRows } = await sql.raw(statement).execute(tx)
        throw new Undone(Number(numAffectedRows))
      })
    } catch (error) {
      if (error instanceof Undone) return error.changed
      if (/permission denied|row-level security/.test((error as Error).message)) return 0
      throw error
    }
  }

  /** Those of the people who may. */
  async function whoMay(people: Readonly<Record<string, Officer>>, statement: string): Promise<readonly string[]> {
    const may: string[] = []
    for (const [name, officer] of Object.entries(people)) if ((await trying(officer, statement)) > 0) may.push(name)
    return may
  }

  const bringing = (council: string, place: { session?: string; item?: string; action?: string }, more = '') => {
    const id = (of: string | undefined) => (of === undefined ? 'null' : `'${of}'`)
    return `insert into council_paper (council_id, session_id, item_id, action_id, name, media_type, bytes, sha256, agency, uploaded_by${more && ', destroyed_at'})
      values ('${council}', ${id(place.session)}, ${id(place.item)}, ${id(place.action)}, 'x', 'text/plain', 1, '${'0'.repeat(64)}',
              acting_agency(), acting_person()${more})`
  }
  const house = (statement: string) => inTheHouse(open(), tx => sql.raw(statement).execute(tx))

  it('let a paper be brought by who keeps the council, who proposed the item alone, and the post that owns the action', async () => {
    const { people, there, elsewhere } = await scene()
    const { council, session, item, action } = there
    const rows: [string, string, readonly string[]][] = [
      ['a session', bringing(council, { session }), ['keeper']],
      ['an item', bringing(council, { session, item }), ['keeper', 'owner', 'secretary of the owner']],
      ['an action', bringing(council, { action }), ['owner']],
      ['a session of another council', bringing(council, { session: elsewhere.session }), []],
      ['an item of another session', bringing(council, { session, item: elsewhere.item }), []],
      ['an action of another council', bringing(council, { action: elsewhere.action }), []],
      ['a paper whose bytes are gone', bringing(council, { session }, ', now()'), []],
    ]
    for (const [what, statement, may] of rows) expect([what, await whoMay(people, statement)]).toEqual([what, may])
  })

  it.each([
    ['minuted', 'closed'],
    ['cancelled', 'dropped'],
  ])('take no paper where a session is %s, or an action %s', async (ofSession, ofAction) => {
    const { people, there } = await scene()
    await house(`update council_session set state = '${ofSession}'`)
    await house(`update council_action set state = '${ofAction}'`)
    const { council, session, item, action } = there
    for (const place of [{ session }, { session, item }, { action }])
      expect(await whoMay(people, bringing(council, place))).toEqual([])
  })

  it('let a paper be taken away by the agency that brought it and by who keeps the council, as long as nothing rests on it', async () => {
    const { people, there } = await scene()
    const { council, session, item, action } = there
    const place = async (columns: string, values: string, agency: string) => {
      const { rows } = (await house(
        `insert into council_paper (council_id, ${columns}, name, media_type, bytes, sha256, agency, uploaded_by)
         values ('${council}', ${values}, 'x', 'text/plain', 1, '${'0'.repeat(64)}', '${agency}', '${people.keeper.person.id}') returning id`,
      )) as { rows: { id: string }[] }
      return `update council_paper set removed_at = now() where id = '${rows[0]!.id}'`
    }
    const ofSession = await place('session_id', `'${session}'`, 'tipa')
    const ofItem = await place('session_id, item_id', `'${session}', '${item}'`, 'kpic')
    const ofKeeper = await place('session_id, item_id', `'${session}', '${item}'`, 'tipa')
    const proof = await place('action_id', `'${action}'`, 'kpic')
    expect(await whoMay(people, ofSession)).toEqual(['keeper'])
    expect(await whoMay(people, ofItem)).toEqual(['keeper', 'owner', 'secretary of the owner'])
    expect(await whoMay(people, ofKeeper)).toEqual(['keeper'])
    expect(await whoMay(people, proof)).toEqual(['owner'])
    await house(`update council_session set state = 'minuted'`)
    await house(`update council_action set state = 'reported'`)
    for (const statement of [ofSession, ofItem, ofKeeper, proof]) expect(await whoMay(people, statement)).toEqual([])
  })

  it('show a council to an agency from the first day of its seat to the last', async () => {
    const { people, there } = await scene()
    const seen = async () => {
      const { person, capacity } = people.owner
      const rows = await inTransaction(open(), { person: person.id, post: capacity.post, on }, tx =>
        tx.selectFrom('council').select('id').where('id', '=', there.council).execute(),
      )
      return rows.length === 1
    }
    const seat = (since: string, until: string) =>
      house(`update council_seat set since = '${since}', until = ${until} where agency = 'kpic'`)
    const told: boolean[] = []
    for (const [since, until] of [
      ['2026-06-01', 'null'],
      ['2026-01-01', `'2026-06-01'`],
      ['2026-06-02', 'null'],
      ['2026-01-01', `'2026-05-31'`],
    ] as const) {
      await seat(since, until)
      told.push(await seen())
    }
    expect(told).toEqual([true, true, false, false])
  })
})
