import { type ActingRole, type Relation, relations, roles } from '@ieum/desk'
import type { OpenCatalogue } from '@ieum/services'
import { inTheHouse, koreanCatalogue, on } from '@ieum/services/testing'
import { type Database, inTransaction } from '@ieum/storage'
import { describeInBothHomes } from '@ieum/storage/testing'
import { folderPlace, type PaperPlace } from '@ieum/storage/testing/papers'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { hidden, inserts, type Rows, rows } from './rows.ts'
import { type Scene, sceneOf } from './scene.ts'

describeInBothHomes('what the database shows to whom', open => {
  let catalogue: OpenCatalogue
  let papers: PaperPlace
  beforeAll(async () => {
    catalogue = await koreanCatalogue()
    papers = await folderPlace()
  }, 60_000)
  afterAll(() => papers?.close())

  it.each(relations.map(relation => [relation]))(
    'C15 T1: holds row by row for: %s',
    async relation => {
      const database = open()
      const scene = await fullScene(database, relation)
      const wrong: string[] = []
      for (const role of roles) {
        for (const [name, thing] of Object.entries(rows)) {
          const { of, which, seen, changed } = thing
          const there = await inTheHouse(database, tx => count(tx, of, which(scene)))
          // The agency that has nothing to do with the firm meets no referral.
          if (there === 0 && relation !== 'none') wrong.push(`${name}: there is none`)
          const told = await asRole(database, scene, role, tx => count(tx, of, which(scene)))
          if (told !== (holds(seen, role, relation) ? there : 0))
            wrong.push(`${role} sees ${told} of ${there}: ${name}`)
          const column = changed?.column ?? (await anyColumn(database, of))
          const written = await changing(database, scene, role, thing, column)
          const expected = changed && holds(changed.by, role, relation) ? there : 0
          if (written !== expected) wrong.push(`${role} may change ${written} of ${there}: ${name}`)
        }
        for (const [name, { sql: insert, by }] of Object.entries(inserts)) {
          const written = await trying(database, scene, role, insert(scene))
          if (written !== (holds(by, role, relation) ? 1 : 0)) wrong.push(`${role} may write ${written}: ${name}`)
        }
      }
      expect(wrong).toEqual([])
    },
    60_000,
  )

  it('C15: nobody who acts is shown how people sign in, what goes out of the house, or the ends of the chains', async () => {
    const database = open()
    const scene = await fullScene(database, 'own')
    for (const role of roles)
      for (const table of hidden)
        await expect(asRole(database, scene, role, tx => count(tx, table, 'true'))).rejects.toThrow(/permission denied/)
  })

  const holds = (who: Rows['seen'], role: ActingRole, relation: Relation): boolean => {
    const isPost = role !== 'firm-member' && role !== 'adviser'
    const allowed = who[role] ?? (isPost ? who['any post'] : undefined)
    return allowed === 'any' || (allowed?.includes(relation) ?? false)
  }

  type Tx = Parameters<Parameters<typeof inTheHouse>[1]>[0]

  const count = async (tx: Tx, of: string, which: string): Promise<number> =>
    (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(of)} where ${sql.raw(which)}`.execute(tx))
      .rows[0]!.n

  /** Whoever it is says that he acts for the firm as well as for his post: what he says opens nothing. */
  function asRole<T>(database: Database, scene: Scene, role: ActingRole, work: (tx: Tx) => Promise<T>): Promise<T> {
    const officer = scene.officers.find(({ capacity }) => capacity.role === role)
    const { person } = officer ?? (role === 'firm-member' ? scene.member : scene.adviser)
    const post = (officer ?? scene.officers[0]!).capacity.post
    return inTransaction(database, { person: person.id, post, firm: scene.firm, on }, work)
  }

  class Undone extends Error {
    readonly changed: number
    constructor(changed: number) {
      super()
      this.changed = changed
    }
  }

  /** Rows that a statement would write; refused is none. */
  async function trying(database: Database, scene: Scene, role: ActingRole, statement: string): Promise<number> {
    try {
      return await asRole(database, scene, role, async tx => {
        const { numAffectedRows } = await sql.raw(statement).execute(tx)
        throw new Undone(Number(numAffectedRows))
      })
    } catch (error) {
      if (error instanceof Undone) return error.changed
      if (/permission denied|row-level security|only grows/.test((error as Error).message)) return 0
      throw error
    }
  }

  const changing = (database: Database, scene: Scene, role: ActingRole, { of, which }: Rows, column: string) =>
    trying(database, scene, role, `update ${of} set ${column} = ${column} where ${which(scene)}`)

  const anyColumn = async ({ pool }: Database, of: string): Promise<string> =>
    (await pool.query(`select attname from pg_attribute where attrelid = $1::regclass and attnum = 1`, [of])).rows[0]
      .attname

  /** With a fact that is passed on and one that is not, a decision that the link takes as it is, and looks at the firm. */
  async function fullScene(database: Database, relation: Relation): Promise<Scene> {
    const scene = await sceneOf({ database, catalogue, papers: papers.store }, relation)
    const { firm, agency, officers } = scene
    const owner = officers[1]!
    await inTheHouse(database, async tx => {
      await tx
        .updateTable('link_agreement')
        .set({ accepts: ['taken'] })
        .execute()
      await tx
        .updateTable('consent')
        .set({ facts: ['employees'] })
        .where('firm_id', '=', firm)
        .execute()
      await tx
        .insertInto('fact')
        .values({
          firm_id: firm,
          name: 'sales',
          value: '1',
          source: 'entered',
          source_name: '직접 입력',
          as_of: '2026-04-01',
          recorded_by: scene.fellow,
        })
        .execute()
      await tx
        .insertInto('signed_decision')
        .values({
          firm_id: firm,
          agency: 'tipa',
          programme: 'mss-automation-process',
          criterion: 'taken',
          verdict: 'met',
          on_day: '2026-05-20',
          post_id: owner.capacity.post,
          person_id: owner.person.id,
          signature: 'x',
        })
        .execute()
      for (const [lane, reason] of [
        [agency, 'here'],
        ['elsewhere', 'elsewhere'],
      ] as const)
        await tx
          .insertInto('access_entry')
          .values({
            lane,
            reason,
            person_id: owner.person.id,
            place: 'unknown',
            firm_ids: [firm],
            operation: 'read dossier',
            basis: 'x',
          })
          .execute()
    })
    return scene
  }
})
