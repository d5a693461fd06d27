import { join } from 'node:path'
import { writeFileSync, existsSync } from 'node:fs'
import { loadCatalogue } from '@ieum/catalogue/node'
import { buildRulebook } from '@ieum/rules/parse'
import { openDatabase } from '@ieum/storage'
import pg from 'pg'
import { multiplied } from '../bench/multiplied.ts'
import { startPostgres } from '../scripts/postgres.ts'
import { seed } from './load/seed.ts'
const t0=performance.now()
const { catalogue } = await loadCatalogue(join(import.meta.dirname, '../catalogue/kr'))
const { rulebook } = buildRulebook(multiplied(catalogue, 3000))
console.log('rulebook', performance.now()-t0)
const postgres = await startPostgres({ durable: true, settings: ['shared_buffers=512MB', 'effective_cache_size=2GB', 'max_wal_size=2GB', 'random_page_cost=1.1','shared_preload_libraries=pg_stat_statements','log_min_messages=error','track_io_timing=off'] })
const owner = new pg.Client(postgres.url('postgres')); await owner.connect()
await owner.query('create role ieum login createrole nosuperuser nobypassrls'); await owner.query('create database ieum owner ieum'); await owner.end()
const o = await openDatabase({ url: postgres.url('ieum','ieum') }); if (o.is!=='open') throw new Error(JSON.stringify(o)); await o.database.close()
console.log('seed', JSON.stringify(await seed(postgres.url('ieum'), rulebook)), performance.now()-t0)
writeFileSync('/tmp/w-durability-explore.json', JSON.stringify({host: postgres.host}))
for (let i=0;i<900 && !existsSync('/tmp/w-durability-stop'); i++) await new Promise(r=>setTimeout(r,1000))
await postgres.stop()
