/**
 * Papers that came with cases: those that nobody may read any longer are destroyed, and what became of each is told to the installation
 * that passed it, signed. Done again and again by the clock; what was done is not done twice.
 */
import type { Day } from '@ieum/catalogue/records'
import { underWay } from '@ieum/desk'
import { inTransaction, type Tables } from '@ieum/storage'
import { type Selectable, sql, type Transaction } from 'kysely'
import { hold } from '../acting/hold.ts'
import type { PaperNeeds } from '../papers/paper-needs.ts'
import { beginRound } from '../round.ts'
import { takeBackPapers } from './await-papers.ts'
import type { PapersContent } from './message.ts'
import { say } from './say.ts'

export interface PapersToSettle {
  readonly on: Day
  readonly now: Date
  /** Of this case alone. */
  readonly referral?: string | undefined
  readonly most?: number
}

export interface PapersSettled {
  readonly takenBack: number
  readonly destroyed: number
  readonly told: number
}

type Passed = Selectable<Tables['passed_paper']>

export async function settlePapers(
  needs: Pick<PaperNeeds, 'database' | 'papers'>,
  { on, now, referral, most = 100 }: PapersToSettle,
): Promise<PapersSettled> {
  const asWorker = <T>(work: (tx: Transaction<Tables>) => Promise<T>) =>
    inTransaction(needs.database, {}, work, { as: 'worker' })

  const round = beginRound()
  /** Noted after the other's own transaction, which is undone: it comes after all that was not tried yet. */
  const take = async (referral: string, what: string, work: () => Promise<unknown>, paper?: string) => {
    const isDone = await round.take(what, work)
    if (!isDone) await round.take(`${what}, to be noted`, () => asWorker(tx => noteTried(tx, referral, paper)))
    return isDone
  }

  let takenBack = 0
  for (const id of await asWorker(tx => overOnes(tx, { on, referral, most }))) {
    const isBack = await take(id, `papers of the case ${id}`, () =>
      asWorker(async tx => {
        await tx.selectFrom('referral').select('id').where('id', '=', id).forUpdate().execute()
        // What was reopened meanwhile is left alone.
        if ((await overOnes(tx, { on, referral: id, most: 1 })).length > 0) await takeBackPapers({ tx }, id)
      }),
    )
    if (isBack) takenBack += 1
  }

  const gone = await asWorker(tx => {
    let taken = tx
      .selectFrom('passed_paper')
      .selectAll()
      .where('direction', '=', 'in')
      .where('state', '=', 'taken-back')
    if (referral) taken = taken.where('referral_id', '=', referral)
    return taken
      .orderBy('tried_at', order => order.asc().nullsFirst())
      .orderBy('since')
      .limit(most)
      .execute()
  })
  let destroyed = 0
  for (const paper of gone) {
    const { referral_id: id, paper_id } = paper
    const isGone = await take(id, `paper ${paper_id}`, () => destroy(needs, paper), paper.paper)
    if (isGone) destroyed += 1
  }
  await round.take('papers that are gone', () => asWorker(tx => noteGone(tx, referral)))

  const toTell = await asWorker(tx => untold(tx, { referral, most }))
  let told = 0
  for (const id of new Set(toTell.map(({ referral_id }) => referral_id)))
    await take(id, `what became of papers of the case ${id}`, async () => {
      told += await asWorker(tx => tell(tx, id, now))
    })
  round.end()
  return { takenBack, destroyed, told }
}

async function noteTried(tx: Transaction<Tables>, referral: string, paper: string | undefined): Promise<void> {
  let tried = tx
    .updateTable('passed_paper')
    .set({ tried_at: sql`clock_timestamp()` })
    .where('referral_id', '=', referral)
  if (paper) tried = tried.where('paper', '=', paper)
  await tried.execute()
}

/** Cases with papers here that no consent opens any longer. */
async function overOnes(
  tx: Transaction<Tables>,
  { on, referral, most }: Pick<PapersToSettle, 'on' | 'referral'> & { readonly most: number },
): Promise<readonly string[]> {
  const standing = (kind: string) => sql`exists (
    select from consent c where c.referral_id = r.id and c.kind = ${kind} and c.withdrawn_at is null and c.until >= ${on}::date)`
  let over = tx
    .selectFrom('passed_paper as pp')
    .innerJoin('referral as r', 'r.id', 'pp.referral_id')
    .select('r.id')
    .groupBy('r.id')
    .where('pp.direction', '=', 'in')
    .where('pp.state', 'in', ['awaited', 'here'])
    .where(eb =>
      eb.or([
        eb('r.state', 'not in', [...underWay]),
        sql<boolean>`not ${standing('papers')}`,
        sql<boolean>`not ${standing('hand-off')}`,
      ]),
    )
  if (referral) over = over.where('r.id', '=', referral)
  const next = over
    .orderBy(
      ({ fn }) => fn.max('pp.tried_at'),
      order => order.asc().nullsFirst(),
    )
    .limit(most)
  return (await next.execute()).map(({ id }) => id)
}

/** Also what was kept by a process that ended before it could write so down: it goes by the hash, not by a row. */
async function destroy(
  { database, papers }: Pick<PaperNeeds, 'database' | 'papers'>,
  { referral_id, paper, paper_id, sha256 }: Passed,
): Promise<void> {
  await inTransaction(
    database,
    {},
    async tx => {
      await hold(tx, `bytes of ${sha256}`)
      const others = await tx
        .selectFrom('paper')
        .select('id')
        .where('sha256', '=', sha256)
        .where('id', '<>', paper_id)
        .where('state', '<>', 'refused')
        .where('removed_at', 'is', null)
        .execute()
      // The same bytes may be here for another reason, such as another case or that the firm brought them itself.
      if (others.length === 0) await papers.remove(sha256)
      await tx
        .updateTable('paper')
        .set({ destroyed_at: sql`clock_timestamp()` })
        .where('id', '=', paper_id)
        .where('destroyed_at', 'is', null)
        .execute()
      await tx
        .updateTable('passed_paper')
        .set({ state: 'destroyed' })
        .where('referral_id', '=', referral_id)
        .where('paper', '=', paper)
        .execute()
    },
    { as: 'worker' },
  )
}

/** A virus was found, or the firm removed the paper here. */
async function noteGone(tx: Transaction<Tables>, referral: string | undefined): Promise<void> {
  await sql`
    update passed_paper pp set state = case when p.state = 'refused' then 'refused' else 'destroyed' end, because = p.refused_because
    from paper p where p.id = pp.paper_id and pp.direction = 'in' and pp.state = 'here' and p.destroyed_at is not null
      ${referral ? sql`and pp.referral_id = ${referral}::uuid` : sql``}`.execute(tx)
}

/** One that the scanner has not seen yet is not told of. */
function untold(
  tx: Transaction<Tables>,
  { referral, most }: Pick<PapersToSettle, 'referral'> & { readonly most: number },
): Promise<readonly Passed[]> {
  let rows = tx
    .selectFrom('passed_paper as pp')
    .leftJoin('paper as p', 'p.id', 'pp.paper_id')
    .selectAll('pp')
    .where('pp.direction', '=', 'in')
    .whereRef('pp.told', '<>', 'pp.state')
    .where(eb =>
      eb.or([
        eb('pp.state', 'in', ['refused', 'destroyed']),
        eb.and([eb('pp.state', '=', 'here'), eb('p.state', '=', 'clean')]),
      ]),
    )
  if (referral) rows = rows.where('pp.referral_id', '=', referral)
  return rows
    .orderBy('pp.tried_at', order => order.asc().nullsFirst())
    .orderBy('pp.since')
    .limit(most)
    .execute()
}

async function tell(tx: Transaction<Tables>, id: string, now: Date): Promise<number> {
  const referral = await tx
    .selectFrom('referral')
    .select(['id', 'installation_id', 'to_agency'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const rows = await untold(tx, { referral: id, most: 200 })
  if (rows.length === 0) return 0
  const content: PapersContent = {
    papers: rows.map(({ paper, sha256, state, because }) => ({
      id: paper,
      sha256,
      is: state as 'here' | 'refused' | 'destroyed',
      because,
      at: now.toISOString(),
    })),
  }
  await say({ tx }, referral, { kind: 'papers', urgent: false, content, agency: referral.to_agency })
  for (const { paper, state } of rows)
    await tx
      .updateTable('passed_paper')
      .set({ told: state })
      .where('referral_id', '=', id)
      .where('paper', '=', paper)
      .execute()
  return rows.length
}
