-- Papers that a case passes to another installation, looks that were taken there, and keys that change.

-- A paper that came with a case goes back with it: it is none of the firm's own here.
alter table paper add column came_with uuid references referral;
create index papers_of_case on paper (came_with) where came_with is not null;
alter policy papers_brought on paper
  with check (firm_id = (select acting_firm()) and uploaded_by = (select acting_person()) and state = 'waiting' and came_with is null);

-- What a case passes, on both sides: here under an id of this house, so that nobody elsewhere can name a paper of ours.
create table passed_paper (
  referral_id uuid not null references referral,
  paper uuid not null,
  direction text not null check (direction in ('in', 'out')),
  paper_id uuid not null,
  kind text not null,
  name text not null,
  media_type text not null,
  bytes bigint not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  state text not null default 'awaited' check (state in ('awaited', 'here', 'refused', 'taken-back', 'destroyed')),
  because text,
  told text not null default 'awaited',
  statement text,
  since timestamptz not null default now(),
  primary key (referral_id, paper)
);
comment on table passed_paper is 'retention: 5 years';
comment on column passed_paper.paper is 'As the sending installation calls it; paper_id is what it is called here.';
comment on column passed_paper.state is 'Where it came to; of one that was sent, what the other installation last signed.';
comment on column passed_paper.told is 'The state that the sending installation was told last.';
comment on column passed_paper.statement is 'Compact JWS in which the other installation said so (RFC 7515).';
create index passed_papers_to_settle on passed_paper (since) where direction = 'in' and (state in ('awaited', 'here', 'taken-back') or told <> state);

create unique index passed_paper_here on passed_paper (paper_id) where direction = 'in';

-- What another installation says of looks at a firm that it was handed: its own log (access_entry) stays there.
create table look_elsewhere (
  installation_id text not null references installation,
  lane text not null,
  seq bigint not null,
  referral_id uuid not null references referral,
  firm_id uuid not null references firm,
  at timestamptz not null,
  operation text not null,
  basis text not null,
  reason text,
  consents uuid[] not null default '{}',
  post_ko text,
  post_en text,
  told_at timestamptz not null default now(),
  primary key (installation_id, lane, seq, firm_id)
);
comment on table look_elsewhere is 'retention: 2 years';
create index looks_elsewhere_of_firm on look_elsewhere (firm_id, at desc);

-- Up to where the looks of an agency were told to the installations that handed it the firms.
create table looks_told (
  lane text primary key,
  seq bigint not null
);
comment on table looks_told is 'retention: permanent';

do $$
declare
  t text;
begin
  foreach t in array array['passed_paper', 'look_elsewhere', 'looks_told'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, update, delete on %I to ieum_worker', t);
    execute format('create policy worker on %I to ieum_worker using (true) with check (true)', t);
  end loop;
end $$;
grant select on look_elsewhere to ieum_app;
create policy own_looks_elsewhere on look_elsewhere for select to ieum_app using (firm_id = (select acting_firm()));

-- A paper is brought in from another installation by a worker under a lease, as what goes out is brought out.
alter table delivery drop constraint delivery_channel_check;
alter table delivery add constraint delivery_channel_check check (channel in ('mail', 'webhook', 'exchange', 'fetch'));

-- The keys before the newest, each with the last day on which it is believed.
alter table installation add column former_keys jsonb not null default '[]';
