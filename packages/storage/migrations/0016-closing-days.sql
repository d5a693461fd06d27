-- Closing days of large marts, per municipality: what a consultative body is asked to agree on, what its sides say of it, and what was agreed.

create table closing_agreement (
  id uuid primary key default gen_random_uuid(),
  council_id text not null references council,
  municipality text not null check (length(municipality) between 1 and 20),
  -- Counted per body and municipality; of what is agreed, the last version that has begun holds.
  version integer not null check (version >= 1),
  state text not null default 'proposed' check (state in ('proposed', 'agreed', 'withdrawn')),
  -- An RRULE of the few that are supported; null: no closing day is set.
  rule text check (rule ~ '^FREQ=MONTHLY;BYDAY=([1-4]|-1)(MO|TU|WE|TH|FR|SA|SU)(,([1-4]|-1)(MO|TU|WE|TH|FR|SA|SU)){0,3}$'),
  on_holiday text not null default 'closed' check (on_holiday in ('closed', 'open', 'next-day')),
  exceptions jsonb not null default '[]',
  stores_in text,
  stores_out text,
  gets text,
  from_day date not null,
  until_day date,
  -- What it rests on once it is agreed: a decision of the body, or a source that says what was agreed elsewhere.
  decision_id uuid references council_decision,
  source_title text,
  source_url text check (source_url ~ '^https?://'),
  source_dated date,
  agreed_on date,
  superseded_by uuid references closing_agreement,
  agency text not null,
  proposed_by text not null references person,
  proposed_at timestamptz not null default clock_timestamp(),
  open_from date,
  changed integer not null default 1,
  check (until_day >= from_day),
  check ((state = 'agreed') = (agreed_on is not null)),
  check (state <> 'agreed' or (decision_id is null) <> (source_title is null)),
  unique (council_id, municipality, version)
);
comment on table closing_agreement is 'retention: permanent';
comment on column closing_agreement.gets is 'What the small side gets.';
create index closing_agreements_of_municipality on closing_agreement (municipality, version) where state = 'agreed';

-- The last word of a side counts; earlier ones stay.
create table closing_position (
  id uuid primary key default gen_random_uuid(),
  agreement_id uuid not null references closing_agreement,
  seat_id uuid not null references council_seat,
  side text not null check (side in ('large', 'small', 'public')),
  position text not null check (position in ('agree', 'agree-with-changes', 'study', 'cannot')),
  reason text,
  session_id uuid references council_session,
  post_id uuid not null references post,
  person_id text not null references person,
  at timestamptz not null default clock_timestamp(),
  check (position = 'agree' or reason is not null)
);
comment on table closing_position is 'retention: permanent';
create index positions_on_closing on closing_position (agreement_id, at);

-- What was agreed stays as it was worded; a later version takes its place.
create function keep_closing_agreement() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE'
     or (old.council_id, old.municipality, old.version, old.agency, old.proposed_by)
        is distinct from (new.council_id, new.municipality, new.version, new.agency, new.proposed_by)
     or (old.state <> 'proposed'
         and (to_jsonb(old) - array['superseded_by', 'open_from', 'changed'])
             is distinct from (to_jsonb(new) - array['superseded_by', 'open_from', 'changed']))
     or (old.superseded_by is not null and new.superseded_by is distinct from old.superseded_by) then
    raise exception 'an agreement is superseded, never edited' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger keep_closing_agreement before update or delete on closing_agreement
  for each row execute function keep_closing_agreement();

grant create on schema public to ieum_worker;
create function council_of_closing(of_agreement uuid) returns text
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select council_id from closing_agreement where id = of_agreement);
end $$;
-- A side speaks by a seat of the same body that is taken and has that side; an agency only by its own, the secretary for those that are no agency here.
create function speaks_for(of_seat uuid, of_council text, of_side text) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (
    select from council_seat s
    where s.id = of_seat and s.council_id = of_council and s.side = of_side and (s.until is null or s.until >= acting_day())
      and (s.agency = acting_agency() or (s.agency is null and keeps_council(of_council))));
end $$;
do $$
declare
  f text;
begin
  foreach f in array array['council_of_closing(uuid)', 'speaks_for(uuid, text, text)'] loop
    execute format('alter function %s owner to ieum_worker', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to ieum_app, ieum_worker', f);
  end loop;
end $$;
revoke create on schema public from ieum_worker;

do $$
declare
  t text;
begin
  foreach t in array array['closing_agreement', 'closing_position'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, update, delete on %I to ieum_worker', t);
    execute format('create policy worker on %I to ieum_worker using (true) with check (true)', t);
    execute format('grant select, insert on %I to ieum_app', t);
  end loop;
end $$;
grant update on closing_agreement to ieum_app;

-- Everyone sees what was agreed, from its day on; who sits in the body, what is proposed too.
create policy closings_seen on closing_agreement for select to ieum_app
  using ((state = 'agreed' and open_from <= acting_day()) or sits_in(council_id));
create policy closings_proposed on closing_agreement for insert to ieum_app
  with check (state = 'proposed' and sits_in(council_id) and agency = (select acting_agency()) and proposed_by = (select acting_person()));
create policy closings_kept on closing_agreement for update to ieum_app
  using (keeps_council(council_id) or (agency = (select acting_agency()) and state = 'proposed'))
  with check (keeps_council(council_id) or (agency = (select acting_agency()) and state in ('proposed', 'withdrawn')));

create policy closing_positions_seen on closing_position for select to ieum_app using (sits_in(council_of_closing(agreement_id)));
create policy closing_positions_stated on closing_position for insert to ieum_app
  with check (person_id = (select acting_person()) and speaks_for(seat_id, council_of_closing(agreement_id), side));
