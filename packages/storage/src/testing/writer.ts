/**
 * A program that tests start and kill. It opens records and writes until it ends, each number in two tables at once, and
 * says each one that was acknowledged: `open`, then `1`, `2`, … A refusal goes to the error output, as the real one does.
 */
import { sql } from 'kysely'
import { openDatabase, type Where } from '../open-database.ts'
import { refusal } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'

const { where, migrations, prepared } = JSON.parse(process.argv[2]!) as WriterWork

export interface WriterWork {
  readonly where: Where
  readonly migrations: string
  readonly prepared?: string
}

const start = performance.now()
const opened = await openDatabase(where, { migrations, ...(prepared !== undefined && { prepared }) })
const milliseconds = Math.round(performance.now() - start)
if (opened.is === 'open') {
  process.stdout.write(`open after ${milliseconds}\n`)
  for (;;) process.stdout.write(`${await writeOne()}\n`)
} else {
  process.stderr.write(`${refusal(JSON.stringify(where), opened)}\n`)
  process.stdout.write(`refused after ${milliseconds}\n`)
  process.exitCode = 1
}

async function writeOne(): Promise<number> {
  if (opened?.is !== 'open') throw new Error('not open')
  return inTransaction(opened.database, { person: 'kim' }, async transaction => {
    const { rows } = await sql<{ id: number }>`insert into referrals default values returning id`.execute(transaction)
    const { id } = rows[0]!
    await sql`insert into events (referral) values (${id})`.execute(transaction)
    return id
  })
}
