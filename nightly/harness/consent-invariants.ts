/** C45: what must hold of consents and looks, as SQL over everything that was written. Each row that it finds is a violation, in words. */
import { inTheHouse } from '@ieum/services/testing'
import type { Database } from '@ieum/storage'
import { sql } from 'kysely'

/** The day on which it was done, until it turned into the next one: entries bear the clock's. */
export interface Days {
  readonly day: string
  readonly next: string
  readonly turned: Date
}

export async function brokenConsents(database: Database, { day, next, turned }: Days): Promise<readonly string[]> {
  const { rows } = await inTheHouse(database, tx =>
    sql<{ broken: string }>`
      with looks as (
        select a.lane, a.seq, a.at, a.operation, a.basis, f.firm
        from access_entry a, unnest(a.firm_ids) as f(firm)),
      cited as (
        select l.*, c.id, c.firm_id, c.recipient_agency, c.given_at, c.withdrawn_at, c.until
        from looks l
        cross join lateral regexp_matches(l.basis, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'g') as m(found)
        left join consent c on c.id = m.found[1]::uuid)

      -- A look cites consents that stood at that instant, to that agency; one of them is of that firm.
      select format('%s %s: %s cites a consent that did not stand', lane, seq, operation) as broken from cited
        where id is null or recipient_agency <> lane or given_at > at or withdrawn_at < at or until < case when at < ${turned}::timestamptz then ${day}::date else ${next}::date end
      union all
      select format('%s %s: %s cites no consent of the firm', lane, seq, operation) from cited
        group by lane, seq, operation, firm having bool_and(firm_id is distinct from firm)

      -- Or another basis, which was there at that instant.
      union all
      select format('%s %s: %s rests on nothing: %s', l.lane, l.seq, l.operation, l.basis) from looks l
        where not exists (select from cited c where c.lane = l.lane and c.seq = l.seq) and not case
          when l.basis = 'audit' then l.operation = 'export trails'
          when l.basis in ('own programme', 'own') then exists (
            select from participation p where p.firm_id = l.firm and p.source_agency = l.lane and p.recorded_at <= l.at)
          when l.basis in ('sent', 'referral-sent') then exists (
            select from referral r where r.firm_id = l.firm and r.from_agency = l.lane and r.created_at <= l.at)
          when l.basis in ('received', 'referrals sent to the agency', 'own record of the referral',
                           'consent-expired', 'consent-withdrawn', 'referral-recalled', 'referral-closed') then exists (
            select from referral r join referral_event e on e.referral_id = r.id and e.move = 'send' and e.at <= l.at
            where r.firm_id = l.firm and r.to_agency = l.lane)
          else false end

      -- A dossier and a paper are opened by another agency on consent alone.
      union all
      select format('%s %s: %s without consent', l.lane, l.seq, l.operation) from looks l
        where l.operation in ('read dossier', 'read paper')
          and not exists (select from cited c where c.lane = l.lane and c.seq = l.seq)

      -- All five items of 제18조 제3항 (to whom, what for, what, until when, what follows from refusing), and the text as it was shown.
      union all
      select format('consent %s: an item is missing', id) from consent
        where btrim(recipient_agency) = '' or btrim(purpose) = '' or btrim(refusal) = '' or until < given_at::date - 3650
          or (kind <> 'outcome' and facts = '{}' and not participations and papers = '{}')
          or btrim(text_id) = '' or text_version < 1 or btrim(text_body) = '' or position(refusal in text_body) = 0

      -- What is agreed to apart stands apart.
      union all
      select format('consent %s: two consents in one', id) from consent
        where (kind = 'hand-off' and papers <> '{}') or (kind = 'papers' and (facts <> '{}' or participations))
          or (kind = 'outcome' and (facts <> '{}' or participations or papers <> '{}'))

      -- Nothing is sent without the one that is needed.
      union all
      select format('referral %s: sent without consent', r.number) from referral r
        where r.sent_on is not null
          and not exists (select from consent c where c.referral_id = r.id and c.kind = 'hand-off')`.execute(tx),
  )
  return rows.map(({ broken }) => broken)
}

/** Referrals that went their way although the firm refused all that is optional. */
export async function sentWithoutTheOptional(database: Database): Promise<number> {
  const { rows } = await inTheHouse(database, tx =>
    sql<{ count: number }>`
      select count(*) as count from referral r
      where r.sent_on is not null
        and not exists (select from consent c where c.referral_id = r.id and c.kind <> 'hand-off')`.execute(tx),
  )
  return rows[0]?.count ?? 0
}
