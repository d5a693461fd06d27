/** `ieum desk move-to URL`: an agency has outgrown the folder, and its records go to a PostgreSQL. */
import { openRecords, whyInUse } from '@ieum/server/house'
import { languageOf } from '../language.ts'
import type { CommonOptions } from '../options.ts'
import { Refused } from '../refused.ts'
import { settingsAsked } from '../settings-asked.ts'
import { wordsIn } from '../words/index.ts'

export async function deskMoveTo(url: string, options: CommonOptions): Promise<0> {
  const settings = settingsAsked()
  if ('url' in settings.where)
    throw new Refused('DATABASE_URL: names a server already: leave it out to move the folder')
  if (!/^postgres(ql)?:\/\//.test(url))
    throw new Refused('url: is no address of PostgreSQL: write it as postgresql://user:password@host/database')
  const inUse = await whyInUse(settings)
  if (inUse) throw new Refused(inUse.why)
  const from = await openRecords(settings)
  if (from.is === 'refused') throw new Refused(from.why)
  try {
    const to = await openRecords({ ...settings, where: { url } }, 'url')
    if (to.is === 'refused') throw new Refused(to.why)
    const { moveRecords } = await import('@ieum/storage')
    const moved = await moveRecords(from.database, to.database).finally(() => to.database.close())
    if (moved.is === 'not empty')
      throw new Refused(`url: its table ${moved.table} has rows already: give an empty database`)
    if (options.json) process.stdout.write(`${JSON.stringify(moved.tables)}\n`)
    else {
      const words = wordsIn(languageOf(options.lang, process.env)).desk
      const rows = moved.tables.reduce((sum, { rows }) => sum + rows, 0)
      process.stdout.write(`${words.moved(rows.toLocaleString('en-US'), moved.tables.length)}\n${words.thenServe}\n`)
    }
    return 0
  } finally {
    await from.database.close()
  }
}
