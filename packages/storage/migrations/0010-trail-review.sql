-- The auditor's month (점검), and the end of 접속기록: kept for two years, then destroyed, with a note of where each chain goes on.

create table trail_review (
  id uuid primary key default gen_random_uuid(),
  agency text not null,
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  person_id text not null references person,
  post_id uuid not null references post,
  reviewed_at timestamptz not null default clock_timestamp(),
  remark text not null check (remark <> ''),
  -- What the month came to that day, and how far the chain of looks went.
  figures jsonb not null,
  seq bigint not null,
  hash text not null
);
comment on table trail_review is 'retention: 5 years';
create index reviews_of_month on trail_review (agency, month);

-- Up to and with entry `seq` of the lane nothing is left; the next one follows from `hash`.
create table trail_destruction (
  trail text not null,
  lane text not null,
  seq bigint not null,
  hash text not null,
  entries bigint not null check (entries > 0),
  -- What was destroyed is older than this day.
  before_day date not null,
  destroyed_at timestamptz not null default clock_timestamp(),
  primary key (trail, lane, seq)
);
comment on table trail_destruction is 'retention: permanent';

create index accesses_by_day on access_entry (lane, at);
create index changes_by_day on audit_entry (lane, at);

create trigger keep_review before update or delete or truncate on trail_review execute function refuse_change();
create trigger keep_destruction before update or delete or truncate on trail_destruction execute function refuse_change();

-- No entry goes before its two years are over, and none without the note.
create function keep_two_years() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.at >= clock_timestamp() - interval '2 years' or not exists (
    select from trail_destruction d where d.trail = tg_table_name and d.lane = old.lane and d.seq >= old.seq) then
    raise exception '% only grows: an entry is kept for two years', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  return old;
end $$;

drop trigger keep_access on access_entry;
create trigger keep_access before update or truncate on access_entry execute function refuse_change();
create trigger keep_access_two_years before delete on access_entry for each row execute function keep_two_years();
grant delete on access_entry to ieum_worker;

do $$
declare
  t text;
begin
  foreach t in array array['trail_review', 'trail_destruction'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to ieum_worker', t);
    execute format('create policy worker on %I to ieum_worker using (true) with check (true)', t);
  end loop;
end $$;

grant select, insert on trail_review to ieum_app;
create policy own_reviews on trail_review for select to ieum_app
  using (agency = (select acting_agency()) and (select acting_role()) = 'auditor');
create policy reviewed_by_auditor on trail_review for insert to ieum_app
  with check (agency = (select acting_agency()) and (select acting_role()) = 'auditor'
              and person_id = (select acting_person()) and post_id = (select acting_post()));

grant select on trail_destruction to ieum_app;
create policy own_destructions on trail_destruction for select to ieum_app
  using (lane = (select acting_agency()) and (select acting_role()) = 'auditor');
