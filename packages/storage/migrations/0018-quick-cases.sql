-- A case says when its firm filled in what it was asked back for, which stands in the notices: without this, each look at a case
-- went through all notices that there ever were.
create index notices_filled_in on notice (referral_id) where kind = 'referral.filled-in';

-- The names of the firms of a list, of those that who acts may see: what `known_firms` says of one row, asked of all of them at once.
-- A plan is started once for the list, which is most of what asking knows_firm() fifty times costs.
grant create on schema public to ieum_worker;
create function names_of_firms(of_firms uuid[]) returns table (id uuid, name_ko text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  agency_now text := acting_agency();
  firm_now uuid := acting_firm();
  today date := acting_day();
begin
  return query
    select f.id, f.name_ko from firm f
    where f.id = any (of_firms)
      and (f.id = firm_now
           or (agency_now is not null
               and (exists (select from participation p where p.firm_id = f.id and p.source_agency = agency_now and p.withdrawn_at is null)
                    or exists (select from referral r where r.firm_id = f.id
                                 and (r.from_agency = agency_now
                                      or (r.to_agency = agency_now and r.state in ('declined', 'completed', 'failed', 're-routed'))))
                    or exists (select from consent c join referral r on r.id = c.referral_id
                               where c.firm_id = f.id and c.recipient_agency = agency_now and c.withdrawn_at is null and c.until >= today
                                 and r.state in ('sent', 'received', 'under-review', 'returned', 'accepted', 'enrolled')))));
end $$;
alter function names_of_firms(uuid[]) owner to ieum_worker;
revoke all on function names_of_firms(uuid[]) from public;
grant execute on function names_of_firms(uuid[]) to ieum_app, ieum_worker;
revoke create on schema public from ieum_worker;

-- Whether the sender may be shown how it went on is asked of every case of an outbox, as often as it is counted.
create index consents_to_outcome on consent (referral_id) include (until, firm_id, recipient_agency)
  where kind = 'outcome' and withdrawn_at is null;

-- Boxes are counted from their indexes alone only where PostgreSQL knows that a page has settled: it looks after each fiftieth change.
alter table referral set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.05);
alter table consent set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.05);
