/** A process that brings records to the schema of some migrations, and is killed meanwhile: `migrating`, then `migrated`. */
import pg from 'pg'
import { startEmbedded } from '../../packages/storage/src/embedded.ts'
import { migrate } from '../../packages/storage/src/migrate.ts'

export interface MigratingWork {
  /** The engine's own folder, or the address of a server. */
  readonly where: { readonly engine: string } | { readonly url: string }
  readonly migrations: string
}

const { where, migrations } = JSON.parse(process.argv[2]!) as MigratingWork
const client = new pg.Client('url' in where ? where.url : (await startEmbedded({ folder: where.engine })).connection)
await client.connect()
process.stdout.write('migrating\n')
const done = await migrate(client, migrations)
process.stdout.write(done.is === 'current' ? 'migrated\n' : `${JSON.stringify(done)}\n`)
// It is killed, whether it was quicker or not.
setInterval(() => undefined, 60_000)
