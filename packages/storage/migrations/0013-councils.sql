-- Councils: bodies with seats for agencies, their sessions, what they agreed to do, decided and follow up. Words in English may be left
-- out: ministries write in one language. Rows carry the day from which they are open to everyone; null: never.

create table council (
  id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  kind text not null check (kind in ('policy', 'consultative', 'zone')),
  name_ko text not null,
  name_en text,
  secretariat text not null,
  quorum_seats numeric not null default 0.5 check (quorum_seats between 0 and 1),
  quorum_every_agency boolean not null default true,
  rotation text not null default 'in-turn' check (rotation in ('fixed', 'in-turn')),
  municipality text,
  open_from date,
  founded_on date not null,
  dissolved_on date,
  changed integer not null default 1,
  check (dissolved_on >= founded_on)
);
comment on table council is 'retention: permanent';
comment on column council.secretariat is 'The agency whose secretary keeps its sessions and decisions.';
comment on column council.municipality is 'Of a consultative body: code of the municipality it is for.';

create table council_seat (
  id uuid primary key default gen_random_uuid(),
  council_id text not null references council,
  -- Null: an organisation that is no agency here, such as an association of retailers; its words name it.
  agency text,
  post_id uuid references post,
  title_ko text not null,
  title_en text,
  kind text not null default 'member' check (kind in ('chair', 'member', 'observer')),
  side text,
  position integer not null,
  since date not null,
  until date,
  check (until >= since)
);
comment on table council_seat is 'retention: permanent';
comment on column council_seat.side is 'Where a body has sides: large, small, public.';
create index seats_of_council on council_seat (council_id, position);
create index seats_of_agency on council_seat (agency) where until is null;

create table collaboration_task (
  id uuid primary key default gen_random_uuid(),
  council_id text not null references council,
  code text not null,
  title_ko text not null,
  title_en text,
  needs_ko text,
  needs_en text,
  proposed_by text[] not null check (proposed_by <> '{}'),
  state text not null default 'drafted'
    check (state in ('drafted', 'proposed', 'answered', 'adopted', 'under-way', 'completed', 'stopped', 'withdrawn')),
  reason text,
  programmes text[] not null default '{}',
  chains text[] not null default '{}',
  pathways text[] not null default '{}',
  -- The task of the catalogue that it began as: its later facts stand there.
  from_catalogue text,
  open_from date,
  changed integer not null default 1,
  created_at timestamptz not null default now(),
  -- Over all councils here: links name the task that they were agreed in.
  unique (code)
);
comment on table collaboration_task is 'retention: permanent';
create index tasks_of_council on collaboration_task (council_id);

create table task_post (
  task_id uuid not null references collaboration_task,
  agency text not null,
  post_id uuid references post,
  title_ko text not null,
  title_en text,
  inferred boolean not null default false,
  position integer not null,
  primary key (task_id, position)
);
comment on table task_post is 'retention: permanent';

-- An agency's answers stay; the last one counts.
create table task_answer (
  id uuid primary key default gen_random_uuid(),
  task_id uuid not null references collaboration_task,
  agency text not null,
  position text not null check (position in ('agree', 'agree-with-changes', 'study', 'cannot')),
  reason text,
  post_id uuid not null references post,
  person_id text not null references person,
  at timestamptz not null default clock_timestamp(),
  check (position = 'agree' or reason is not null)
);
comment on table task_answer is 'retention: permanent';
create index answers_of_task on task_answer (task_id, at);

create table task_milestone (
  id uuid primary key default gen_random_uuid(),
  task_id uuid not null references collaboration_task,
  title_ko text not null,
  title_en text,
  due date not null,
  reached_on date,
  changed integer not null default 1
);
comment on table task_milestone is 'retention: permanent';
create index milestones_of_task on task_milestone (task_id, due);

create table task_indicator (
  id uuid primary key default gen_random_uuid(),
  task_id uuid not null references collaboration_task,
  measure text not null,
  target numeric,
  target_by date,
  baseline numeric,
  baseline_source text,
  position integer not null,
  check (baseline is null or baseline_source is not null),
  unique (task_id, measure)
);
comment on table task_indicator is 'retention: permanent';
comment on column task_indicator.measure is 'What is counted from live records; there is no column for a figure that is typed.';

create table council_session (
  id uuid primary key default gen_random_uuid(),
  council_id text not null references council,
  number integer not null check (number >= 1),
  held_on date not null,
  begins text not null check (begins ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  place_ko text,
  place_en text,
  host text,
  chair_seat uuid references council_seat,
  state text not null default 'planned' check (state in ('planned', 'called', 'sitting', 'ended', 'minuted', 'cancelled')),
  current_item uuid,
  item_began timestamptz,
  opened_at timestamptz,
  ended_at timestamptz,
  minuted_at timestamptz,
  minuted_by text references person,
  open_from date,
  -- It was held before this record was kept; what is known of it stands in the catalogue.
  from_catalogue boolean not null default false,
  changed integer not null default 1,
  unique (council_id, number)
);
comment on table council_session is 'retention: permanent';

create table agenda_item (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references council_session,
  position integer not null,
  kind text not null check (kind in ('opening', 'task', 'report', 'finding', 'other', 'closing')),
  title_ko text not null,
  title_en text,
  minutes integer not null check (minutes between 1 and 600),
  task_id uuid references collaboration_task,
  proposed_by text[] not null default '{}',
  proposal text,
  -- What the planner found of a broken step, with its figures as they stood.
  finding jsonb,
  gist text,
  undecided boolean not null default false,
  closed_ground text,
  open_from date,
  changed integer not null default 1,
  unique (session_id, position) deferrable initially deferred
);
comment on table agenda_item is 'retention: permanent';
comment on column agenda_item.closed_ground is 'The ground of the law on which it is not open; with a day it opens then.';
alter table council_session add foreign key (current_item) references agenda_item;

create table attendance (
  session_id uuid not null references council_session,
  seat_id uuid not null references council_seat,
  state text not null default 'invited' check (state in ('invited', 'coming', 'not-coming', 'present', 'absent')),
  -- Who sits for the post, by title; never a name.
  deputy text,
  primary key (session_id, seat_id)
);
comment on table attendance is 'retention: permanent';

create table council_decision (
  id uuid primary key default gen_random_uuid(),
  council_id text not null references council,
  session_id uuid not null references council_session,
  item_id uuid not null references agenda_item,
  task_id uuid references collaboration_task,
  number text not null,
  decided_on date not null,
  text_ko text not null,
  text_en text,
  without_objection boolean not null,
  votes_for integer check (votes_for >= 0),
  votes_against integer check (votes_against >= 0),
  votes_abstained integer check (votes_abstained >= 0),
  superseded_by uuid references council_decision,
  agreement_id uuid references link_agreement,
  closed_ground text,
  open_from date,
  taken_by text not null references person,
  taken_at timestamptz not null default now(),
  unique (council_id, number),
  check (without_objection = (votes_for is null and votes_against is null and votes_abstained is null))
);
comment on table council_decision is 'retention: permanent';
create index decisions_of_session on council_decision (session_id, number);

-- Worded and counted once. What comes later is another decision, which takes its place.
create function keep_decision() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE'
     or (old.number, old.decided_on, old.text_ko, old.text_en, old.without_objection, old.votes_for, old.votes_against, old.votes_abstained,
         old.session_id, old.item_id, old.council_id)
        is distinct from
        (new.number, new.decided_on, new.text_ko, new.text_en, new.without_objection, new.votes_for, new.votes_against, new.votes_abstained,
         new.session_id, new.item_id, new.council_id)
     or (old.superseded_by is not null and new.superseded_by is distinct from old.superseded_by) then
    raise exception 'a decision is superseded, never edited' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger keep_decision before update or delete on council_decision for each row execute function keep_decision();

create table council_action (
  id uuid primary key default gen_random_uuid(),
  council_id text not null references council,
  decision_id uuid not null references council_decision,
  task_id uuid references collaboration_task,
  title_ko text not null,
  title_en text,
  owner_agency text not null,
  owner_post uuid not null references post,
  due date not null,
  proof_wanted text not null,
  -- What the decision asks for, where it is more than a report: a link to be drawn up, a change of a programme to be simulated, a study.
  asks jsonb,
  state text not null default 'open' check (state in ('open', 'reported', 'closed', 'dropped')),
  report text,
  reported_on date,
  reported_by text references person,
  nodded_on date,
  nodded_by text references person,
  nodding_agency text,
  reason text,
  reminded_on date,
  open_from date,
  changed integer not null default 1,
  check (nodding_agency <> owner_agency)
);
comment on table council_action is 'retention: permanent';
create index actions_of_council on council_action (council_id, state, due);
create index actions_of_post on council_action (owner_post, state);

-- Who sits in a council, and who keeps it.
grant create on schema public to ieum_worker;
create function sits_in(of_council text) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  agency_now text := acting_agency();
begin
  return agency_now is not null and (
    exists (select from council where id = of_council and secretariat = agency_now)
    or exists (select from council_seat where council_id = of_council and agency = agency_now and (until is null or until >= acting_day())));
end $$;

create function keeps_council(of_council text) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return acting_role() = 'secretary' and exists (select from council where id = of_council and secretariat = acting_agency());
end $$;

create function council_of_session(of_session uuid) returns text
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select council_id from council_session where id = of_session);
end $$;

create function council_of_task(of_task uuid) returns text
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select council_id from collaboration_task where id = of_task);
end $$;

create function task_is_open(of_task uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (select from collaboration_task where id = of_task and open_from <= acting_day());
end $$;

do $$
declare
  f text;
begin
  foreach f in array array['sits_in(text)', 'keeps_council(text)', 'council_of_session(uuid)', 'council_of_task(uuid)', 'task_is_open(uuid)'] loop
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
  foreach t in array array['council', 'council_seat', 'collaboration_task', 'task_post', 'task_answer', 'task_milestone', 'task_indicator', 'council_session',
                           'agenda_item', 'attendance', 'council_decision', 'council_action'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, update, delete on %I to ieum_worker', t);
    execute format('create policy worker on %I to ieum_worker using (true) with check (true)', t);
    execute format('grant select, insert, update on %I to ieum_app', t);
  end loop;
end $$;

-- Read by who sits in it, and from its day on by everyone.
create policy councils_seen on council for select to ieum_app using (open_from <= acting_day() or sits_in(id));
create policy councils_founded on council for insert to ieum_app
  with check (secretariat = (select acting_agency()) and (select acting_role()) = 'secretary');
create policy councils_kept on council for update to ieum_app using (keeps_council(id));

create policy seats_seen on council_seat for select to ieum_app
  using (exists (select from council where id = council_id));
create policy seats_kept on council_seat for insert to ieum_app with check (keeps_council(council_id));
create policy seats_changed on council_seat for update to ieum_app using (keeps_council(council_id));

create policy tasks_seen on collaboration_task for select to ieum_app
  using (open_from <= acting_day() or proposed_by @> array[(select acting_agency())]
         or (state <> 'drafted' and sits_in(council_id)));
create policy tasks_proposed on collaboration_task for insert to ieum_app
  with check (sits_in(council_id) and (proposed_by @> array[(select acting_agency())] or keeps_council(council_id)));
create policy tasks_moved on collaboration_task for update to ieum_app using (sits_in(council_id));

do $$
declare
  t text;
begin
  foreach t in array array['task_post', 'task_milestone', 'task_indicator'] loop
    execute format('create policy of_task_seen on %I for select to ieum_app using (exists (select from collaboration_task where id = task_id))', t);
    execute format('create policy of_task_kept on %I for insert to ieum_app with check (sits_in(council_of_task(task_id)))', t);
    execute format('create policy of_task_changed on %I for update to ieum_app using (sits_in(council_of_task(task_id)))', t);
  end loop;
end $$;
create policy answers_seen on task_answer for select to ieum_app using (task_is_open(task_id) or sits_in(council_of_task(task_id)));
create policy answers_given on task_answer for insert to ieum_app
  with check (agency = (select acting_agency()) and person_id = (select acting_person()) and sits_in(council_of_task(task_id)));
revoke update on task_answer from ieum_app;

create policy sessions_seen on council_session for select to ieum_app using (open_from <= acting_day() or sits_in(council_id));
create policy sessions_planned on council_session for insert to ieum_app with check (keeps_council(council_id));
create policy sessions_kept on council_session for update to ieum_app using (keeps_council(council_id));

create policy items_seen on agenda_item for select to ieum_app
  using ((open_from <= acting_day() and exists (select from council_session where id = session_id)) or sits_in(council_of_session(session_id)));
-- Any agency that sits there may put something on an agenda; the secretary orders it.
create policy items_put on agenda_item for insert to ieum_app with check (sits_in(council_of_session(session_id)));
create policy items_kept on agenda_item for update to ieum_app
  using (keeps_council(council_of_session(session_id)) or proposed_by = array[(select acting_agency())]);

create policy attendance_seen on attendance for select to ieum_app
  using (exists (select from council_session where id = session_id and (state = 'minuted' or sits_in(council_id))));
create policy attendance_called on attendance for insert to ieum_app with check (keeps_council(council_of_session(session_id)));
create policy attendance_told on attendance for update to ieum_app using (sits_in(council_of_session(session_id)));

create policy decisions_of_councils_seen on council_decision for select to ieum_app
  using (open_from <= acting_day() or sits_in(council_id));
create policy decisions_of_councils_taken on council_decision for insert to ieum_app
  with check (keeps_council(council_id) and taken_by = (select acting_person()));
create policy decisions_of_councils_followed on council_decision for update to ieum_app using (keeps_council(council_id));

create policy actions_seen on council_action for select to ieum_app using (open_from <= acting_day() or sits_in(council_id));
create policy actions_given on council_action for insert to ieum_app with check (keeps_council(council_id));
create policy actions_followed on council_action for update to ieum_app using (sits_in(council_id));
