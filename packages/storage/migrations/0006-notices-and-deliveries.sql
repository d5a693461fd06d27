-- What people are told, and what goes out of the house. Both are written in the transaction that they tell of.

create table notice (
  id uuid primary key default gen_random_uuid(),
  person_id text references person,
  post_id uuid references post,
  event text not null,
  kind text not null,
  referral_id uuid references referral,
  firm_id uuid references firm,
  agreement_id uuid references link_agreement,
  detail jsonb not null default '{}',
  created_at timestamptz not null default now(),
  read_at timestamptz,
  read_by text references person,
  check ((person_id is null) <> (post_id is null))
);
comment on table notice is 'retention: 3 years';
create unique index one_notice_a_person on notice (person_id, event) where person_id is not null;
create unique index one_notice_a_post on notice (post_id, event) where post_id is not null;
create index unread_notices on notice (person_id, created_at) where read_at is null;

-- Work for later: each is taken by one worker at a time under a lease, and again when the lease runs out.
create table delivery (
  id uuid primary key default gen_random_uuid(),
  channel text not null check (channel in ('mail', 'webhook', 'exchange')),
  address text not null,
  event text not null,
  body jsonb not null,
  agency text,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'given-up')),
  attempts integer not null default 0,
  due_at timestamptz not null default now(),
  leased_until timestamptz,
  last_error text,
  created_at timestamptz not null default now(),
  delivered_at timestamptz,
  receipt jsonb,
  unique (channel, address, event)
);
comment on table delivery is 'retention: 1 year';
comment on column delivery.agency is 'Whose administrator is told when it is given up.';
create index deliveries_waiting on delivery (due_at) where state = 'waiting';

-- How an agency hears of referrals and answers them: here, by mail with a link of one use, by table, or at its own installation.
create table agency_contact (
  agency text primary key,
  way text not null check (way in ('desk', 'mail', 'table', 'installation')),
  mail text,
  webhook_url text,
  webhook_secret text,
  installation_id text,
  changed_at timestamptz not null default now(),
  check (way <> 'mail' or mail is not null),
  check (way <> 'installation' or installation_id is not null)
);
comment on table agency_contact is 'retention: permanent';

create table one_time_link (
  token_sha256 text primary key,
  referral_id uuid not null references referral,
  agency text not null,
  mail text not null,
  created_at timestamptz not null default now(),
  until timestamptz not null,
  used_at timestamptz
);
comment on table one_time_link is 'retention: 1 year';

-- Another installation with which referrals are exchanged, and each message of it: a repeated one changes nothing.
create table installation (
  id text primary key,
  name text not null,
  base_url text not null,
  public_key jsonb not null,
  agencies text[] not null,
  added_at timestamptz not null default now(),
  closed_at timestamptz
);
comment on table installation is 'retention: permanent';

-- The other end of the case is at this installation, under the same id.
alter table referral add column installation_id text references installation;

create table exchange_message (
  id text not null,
  installation_id text not null references installation,
  direction text not null check (direction in ('in', 'out')),
  referral_id uuid references referral,
  body_sha256 text not null,
  receipt text,
  at timestamptz not null default now(),
  primary key (installation_id, direction, id)
);
comment on table exchange_message is 'retention: 10 years';

create table kept_outcome (
  person_id text not null references person,
  key text not null,
  request_sha256 text not null,
  outcome jsonb not null,
  created_at timestamptz not null default now(),
  primary key (person_id, key)
);
comment on table kept_outcome is 'retention: 1 year';
