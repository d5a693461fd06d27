/** Begins one log of PostgreSQL after the other until there is no room for the next. */
import type pg from 'pg'

/** Gives the error that it ended with. */
export async function untilPanic(client: Pick<pg.Client, 'query'>): Promise<unknown> {
  for (let logs = 0; logs < 200; logs += 1)
    try {
      await client.query("select pg_logical_emit_message(false, 'filling', 'up')")
      await client.query('select pg_switch_wal()')
    } catch (error) {
      return error
    }
  return undefined
}
