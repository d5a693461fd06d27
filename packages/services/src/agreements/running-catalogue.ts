/** The catalogue as it runs: what its files say, and the links agreed here as they come into force, are superseded and end. */
import type { Day, Link } from '@ieum/catalogue/records'
import { type Database, inTransaction } from '@ieum/storage'
import { sql } from 'kysely'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { closedTasks, linksInForce, withAgreedLinks } from './links-in-force.ts'

export interface AgreedLinks {
  /** Another for every change, so that whoever keeps something made of them sees that it is old. */
  readonly number: number
  readonly links: readonly Link[]
}

export interface RunningCatalogue {
  /** As its files have it. */
  readonly base: OpenCatalogue
  /**
   * Answers as things stand when it is asked: kept, it never grows old, and what was taken out of it stays as it was. Only links change;
   * programmes and facts are the same for as long as the process lives.
   */
  readonly catalogue: OpenCatalogue
  agreed(): AgreedLinks
  /** Resolves when everything that was agreed before it was called counts. */
  refresh(database: Database, on: Day): Promise<void>
}

export function runningCatalogue(base: OpenCatalogue): RunningCatalogue {
  let current = base
  let agreed: AgreedLinks = { number: 0, links: [] }
  let known = ''
  const read = async (database: Database, on: Day): Promise<void> => {
    // The mark first: what is agreed between the two readings is read once more, and not missed.
    const mark = await markOf(database, on)
    if (mark === known) return
    const links = await linksInForce({ database, catalogue: base }, on)
    current = withAgreedLinks(base, links)
    agreed = { number: agreed.number + 1, links }
    known = mark
  }
  let last: Promise<void> = Promise.resolve()
  return {
    base,
    catalogue: {
      get rulebook() {
        return current.rulebook
      },
      get matcher() {
        return current.matcher
      },
      get planner() {
        return current.planner
      },
      warnings: base.warnings,
    },
    agreed: () => agreed,
    refresh(database, on) {
      // One after the other: an older reading must not come to stand over a newer one.
      const reading = last.then(() => read(database, on))
      last = reading.catch(() => undefined)
      return reading
    },
  }
}

/** Which agreements stand, as one text. Terms that were agreed on do not change: a new version is another row. What a day opens does. */
async function markOf(database: Database, on: Day): Promise<string> {
  return inTransaction(
    database,
    {},
    async tx => {
      const { mark } = await tx
        .selectFrom('link_agreement')
        .select(sql<string>`coalesce(md5(string_agg(id::text, ' ' order by id)), '')`.as('mark'))
        .where('state', '=', 'agreed')
        .where('superseded_by', 'is', null)
        .executeTakeFirstOrThrow()
      return mark === '' ? '' : [mark, ...(await closedTasks(tx, on))].join(' ')
    },
    { as: 'worker' },
  )
}
