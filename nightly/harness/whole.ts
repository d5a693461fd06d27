/** Whether the records hold together: each change of a referral with its event, its entry in the trail and its notices, or nothing of it. */
import { checkpointOf, type Trail, trailLines, verifyTrail } from '@ieum/services'
import { inTheHouse } from '@ieum/services/testing'
import type { Database } from '@ieum/storage'
import { sql } from 'kysely'

export interface Whole {
  /** Referrals of which a part is written and a part is not; trails that are not as they were written. */
  readonly broken: readonly string[]
  /** Count of changes of each referral. */
  readonly changed: Readonly<Record<string, number>>
  readonly looks: number
}

export async function whole(database: Database): Promise<Whole> {
  const { rows } = await inTheHouse(database, tx =>
    sql<{ id: string; changed: number; half: string | null }>`
      with events as (
        select referral_id as id, count(*) as events, max(seq) as last, count(*) filter (where move = 'consent') as consented,
               count(*) filter (where move = 'send') as sent
        from referral_event group by 1),
      audits as (
        select subject, count(*) filter (where operation <> 'give consent') as entries,
               count(*) filter (where operation = 'give consent') as consents
        from audit_entry where operation not like 'refused:%' group by 1),
      untold as (
        select e.referral_id as id, count(*) as untold from referral_event e
        where e.move <> 'review'
          and not exists (select from notice n where n.event = 'referral:' || e.referral_id || ':' || e.move || ':' || e.seq)
        group by 1)
      select r.id, r.changed, case
          when e.events is distinct from r.changed or e.last <> r.changed then 'events ' || coalesce(e.events, 0)
          when a.entries is distinct from r.changed then 'audit entries ' || coalesce(a.entries, 0)
          when a.consents <> e.consented then 'entries of consent ' || a.consents
          when (select count(*) from consent c where c.referral_id = r.id) <> 2 * e.consented then 'consents'
          when (select count(*) from referral_proof p where p.referral_id = r.id) <> least(e.sent, 1) then 'proof'
          when u.untold > 0 then 'notices'
        end as half
      from referral r
      left join events e on e.id = r.id
      left join audits a on a.subject = r.id::text
      left join untold u on u.id = r.id`.execute(tx),
  )
  const strays = await inTheHouse(database, tx =>
    sql<{ stray: string }>`
      select 'notice without its event: ' || event as stray from notice n
      where n.referral_id is not null and not exists (
        select from referral_event e where n.event = 'referral:' || e.referral_id || ':' || e.move || ':' || e.seq)
      union all
      select 'entry without its referral: ' || subject from audit_entry a
      where operation like '% referral' and operation not like 'refused:%'
        and not exists (select from referral r where r.id::text = a.subject)`.execute(tx),
  )
  const [audit, access] = [await verified(database, 'audit_entry'), await verified(database, 'access_entry')]
  return {
    broken: [
      ...rows.flatMap(({ id, changed, half }) => (half === null ? [] : [`${id}: changed ${changed}, ${half}`])),
      ...strays.rows.map(({ stray }) => stray),
      ...audit.broken,
      ...access.broken,
    ],
    changed: Object.fromEntries(rows.map(({ id, changed }) => [id, changed])),
    looks: access.entries,
  }
}

async function verified(database: Database, trail: Trail): Promise<{ broken: string[]; entries: number }> {
  const found = await verifyTrail(trailLines(database, trail), await checkpointOf(database, trail))
  return found.is === 'whole'
    ? { broken: [], entries: found.entries }
    : { broken: [`${trail} ${found.lane} ${found.seq}: ${found.why}`], entries: 0 }
}

/** Acknowledged writes that are not there. */
export function lost({ changed }: Pick<Whole, 'changed'>, acknowledged: ReadonlyMap<string, number>): string[] {
  return [...acknowledged].flatMap(([referral, count]) =>
    (changed[referral] ?? 0) >= count ? [] : [`${referral}: ${count} acknowledged, ${changed[referral] ?? 0} there`],
  )
}
