-- What follows from decisions: where the proof of an action is, the link that was drawn up for it, and papers of sessions, items and actions.

alter table council_action add column proof text;
alter table council_action add column agreement_id uuid references link_agreement;
comment on column council_action.proof is 'Where the proof is: the number under which it is kept, or an address.';
comment on column council_action.agreement_id is 'The link that was drawn up because the decision asks for one.';
create index actions_due on council_action (due) where state in ('open', 'reported');

create table council_paper (
  id uuid primary key default gen_random_uuid(),
  council_id text not null references council,
  -- Of an item, it names the session as well.
  session_id uuid references council_session,
  item_id uuid references agenda_item on delete set null,
  action_id uuid references council_action,
  name text not null,
  media_type text not null,
  bytes bigint not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  agency text not null,
  uploaded_by text not null references person,
  uploaded_at timestamptz not null default now(),
  state text not null default 'waiting' check (state in ('waiting', 'clean', 'refused')),
  checked_at timestamptz,
  checked_by text check (checked_by in ('structure', 'clamav')),
  refused_because text,
  removed_at timestamptz,
  destroyed_at timestamptz,
  tried_at timestamptz,
  check ((session_id is null) <> (action_id is null)),
  check (item_id is null or session_id is not null),
  check ((state = 'waiting') = (checked_at is null)),
  check ((checked_at is null) = (checked_by is null)),
  check ((state = 'refused') = (refused_because is not null))
);
comment on table council_paper is 'retention: permanent';
comment on column council_paper.sha256 is 'Address of the content; the bytes lie outside of the database.';
comment on column council_paper.tried_at is 'When the clock last tried to have it scanned or destroyed.';
create index papers_of_session on council_paper (session_id) where removed_at is null;
create index papers_of_action on council_paper (action_id) where removed_at is null;
create index council_papers_waiting on council_paper (uploaded_at) where state = 'waiting' and removed_at is null;
create index council_papers_to_destroy on council_paper (sha256) where destroyed_at is null;

alter table council_paper enable row level security;
alter table council_paper force row level security;
grant select, insert, update, delete on council_paper to ieum_worker;
create policy worker on council_paper to ieum_worker using (true) with check (true);
grant select, insert on council_paper to ieum_app;
grant update (removed_at) on council_paper to ieum_app;

-- Seen by who sits in the council. What belongs to an item opens with it, once it is found clean; papers of a session and proofs stay inside.
create policy council_papers_seen on council_paper for select to ieum_app
  using (sits_in(council_id)
         or (removed_at is null and state = 'clean'
             and exists (select from agenda_item where id = item_id and open_from <= acting_day())));
create policy council_papers_brought on council_paper for insert to ieum_app
  with check (sits_in(council_id) and agency = (select acting_agency()) and uploaded_by = (select acting_person())
              and state = 'waiting' and removed_at is null
              and (session_id is null or council_of_session(session_id) = council_id));
create policy council_papers_removed on council_paper for update to ieum_app
  using (agency = (select acting_agency()) or keeps_council(council_id));
