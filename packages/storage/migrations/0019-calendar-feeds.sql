-- Addresses at which a calendar programme reads what is due. Whoever has the address has the calendar, so only its hash is kept, it can be
-- ended, and it shows what its maker may see on the day on which it is read.

create table calendar_feed (
  id uuid primary key default gen_random_uuid(),
  token_sha256 text not null unique,
  person_id text not null references person,
  post_id uuid not null references post,
  about text not null check (about in ('mine', 'agency', 'task')),
  task_id uuid references collaboration_task,
  language text not null default 'ko' check (language in ('ko', 'en')),
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  check ((about = 'task') = (task_id is not null))
);
comment on table calendar_feed is 'retention: 1 year';
create index feeds_of_person on calendar_feed (person_id, created_at);

alter table calendar_feed enable row level security;
alter table calendar_feed force row level security;
grant select, insert, update, delete on calendar_feed to ieum_worker;
create policy worker on calendar_feed to ieum_worker using (true) with check (true);
grant select, insert, update on calendar_feed to ieum_app;
create policy feeds_seen on calendar_feed for select to ieum_app using (person_id = (select acting_person()));
create policy feeds_made on calendar_feed for insert to ieum_app
  with check (person_id = (select acting_person()) and post_id = (select acting_post()));
create policy feeds_ended on calendar_feed for update to ieum_app using (person_id = (select acting_person()));
