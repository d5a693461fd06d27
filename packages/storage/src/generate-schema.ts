/** The text of `schema.sql`: what the landed migrations make of an empty database in memory. */
import { landedMigrations } from './migrate.ts'
import { openEmbedded } from './open-database.ts'
import { schemaText } from './schema-text.ts'

export async function generateSchema(migrations: string = landedMigrations): Promise<string> {
  const opened = await openEmbedded({}, { migrations })
  if (opened.is !== 'open') throw new Error(`the migrations do not apply: ${JSON.stringify(opened)}`)
  try {
    return await schemaText(opened.database.pool)
  } finally {
    await opened.database.close()
  }
}
