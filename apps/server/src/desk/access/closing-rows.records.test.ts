import { type ActingRole, roles } from '@ieum/desk'
import type { OpenCatalogue } from '@ieum/services'
import { inTheHouse, koreanCatalogue, on } from '@ieum/services/testing'
import { type Database, inTransaction } from '@ieum/storage'
import { describeInBothHomes } from '@ieum/storage/testing'
import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { type ClosingRows, type ClosingWrite, closingRowsOf, closingWrites } from './closing-rows.ts'
import { closingSceneOf } from './closing-scene.ts'
import { councilStandings } from './council-standings.ts'

describeInBothHomes('what the database lets be written of closing days', open => {
  let catalogue: OpenCatalogue
  beforeAll(async () => {
    catalogue = await koreanCatalogue()
  }, 60_000)

  it.each(councilStandings.map(standing => [standing]))(
    'C15 T2: holds row by row for: %s',
    async standing => {
      const database = open()
      const rows = await closingRowsOf(database, await closingSceneOf({ database, catalogue }, standing))
      const wrong: string[] = []
      for (const role of roles)
        for (const [name, write] of Object.entries(closingWrites)) {
          const written = await trying(database, rows, role, write)
          const expected = write.allowed[role]?.includes(standing) ? 1 : 0
          if (written !== expected) wrong.push(`${role} may write ${written}: ${name}`)
        }
      expect(wrong).toEqual([])
    },
    60_000,
  )

  it('C15: what its statements name is there', async () => {
    const database = open()
    const rows = await closingRowsOf(database, await closingSceneOf({ database, catalogue }, 'secretariat'))
    const officer = rows.officers[0]!
    const unable: string[] = []
    for (const [name, write] of Object.entries(closingWrites)) {
      const written = await inTheHouse(database, tx => undone(tx, write.sql(rows, officer))).catch(told)
      if (written !== (write.answer ?? 1)) unable.push(`${name}: ${written}`)
    }
    expect(unable).toEqual([])
  })

  type Tx = Parameters<Parameters<typeof inTheHouse>[1]>[0]

  class Undone extends Error {
    readonly written: number
    constructor(written: number) {
      super()
      this.written = written
    }
  }

  async function undone(tx: Tx, statement: string): Promise<number> {
    throw new Undone(Number((await sql.raw(statement).execute(tx)).numAffectedRows))
  }

  const told = (error: unknown): number | string => (error instanceof Undone ? error.written : (error as Error).message)

  /** Rows that a statement would write; refused is none. A firm's people knock with a post that is somebody else's. */
  async function trying(database: Database, rows: ClosingRows, role: ActingRole, write: ClosingWrite): Promise<number> {
    const officer = rows.officers.find(({ capacity }) => capacity.role === role)
    const { person, capacity } = officer ?? rows.officers[0]!
    const actor = { person: officer ? person.id : `a ${role}`, post: capacity.post, on }
    const written = await inTransaction(database, actor, tx =>
      undone(tx, write.sql(rows, officer ?? rows.officers[0]!)),
    ).catch(told)
    if (typeof written === 'number') return written
    if (written !== write.answer) expect(written).toMatch(/permission denied|row-level security/)
    return 0
  }
})
