-- What is known of a firm, each with its source and day. Nothing is overwritten: the newest row that stands counts.

create table fact (
  id uuid primary key default gen_random_uuid(),
  firm_id uuid not null references firm,
  name text not null,
  value jsonb not null,
  source text not null check (source in ('entered', 'registry', 'decision')),
  source_name text not null,
  source_agency text,
  as_of date not null,
  recorded_at timestamptz not null default now(),
  recorded_by text references person,
  withdrawn_at timestamptz,
  check ((source = 'entered') = (source_agency is null and recorded_by is not null) or source <> 'entered')
);
comment on table fact is 'retention: 5 years';
comment on column fact.value is 'pd: what is known of the firm';
create index facts_of_firm on fact (firm_id, name, as_of desc, recorded_at desc) where withdrawn_at is null;
create index facts_of_agency on fact (source_agency, firm_id) where source_agency is not null and withdrawn_at is null;

create table participation (
  id uuid primary key default gen_random_uuid(),
  firm_id uuid not null references firm,
  programme text not null,
  edition text not null,
  outcome text not null check (outcome in ('applied', 'selected', 'completed', 'failed')),
  role text not null default 'lead' check (role in ('lead', 'member')),
  on_day date not null,
  amount bigint check (amount >= 0),
  details jsonb not null default '{}',
  source text not null check (source in ('entered', 'registry', 'decision')),
  source_agency text,
  referral_id uuid,
  recorded_at timestamptz not null default now(),
  recorded_by text references person,
  withdrawn_at timestamptz
);
comment on table participation is 'retention: 10 years';
comment on column participation.details is 'What the catalogue asks of a participation beyond these columns.';
create index participations_of_firm on participation (firm_id, on_day) where withdrawn_at is null;
create index participations_of_programme on participation (source_agency, programme, outcome, on_day) where withdrawn_at is null;
create unique index participation_once on participation (firm_id, programme, edition, outcome, source)
  where withdrawn_at is null;

create table paper (
  id uuid primary key default gen_random_uuid(),
  firm_id uuid not null references firm,
  kind text not null,
  name text not null,
  media_type text not null,
  bytes bigint not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  state text not null default 'waiting' check (state in ('waiting', 'clean', 'refused')),
  uploaded_by text not null references person,
  uploaded_at timestamptz not null default now(),
  checked_at timestamptz,
  checked_by text check (checked_by in ('structure', 'clamav')),
  refused_because text,
  removed_at timestamptz,
  destroyed_at timestamptz,
  check ((state = 'waiting') = (checked_at is null)),
  check ((checked_at is null) = (checked_by is null)),
  check ((state = 'refused') = (refused_because is not null))
);
comment on table paper is 'retention: 5 years';
comment on column paper.sha256 is 'Address of the content; the bytes lie outside of the database.';
comment on column paper.checked_by is 'structure: looked through by its form alone, for no virus scanner is there.';
comment on column paper.destroyed_at is 'When its bytes were let go: at once when no other paper has the same.';
create index papers_of_firm on paper (firm_id) where removed_at is null;
create index papers_waiting on paper (uploaded_at) where state = 'waiting' and removed_at is null;
create index papers_to_destroy on paper (sha256) where destroyed_at is null;

-- A decision of one agency on one criterion, signed, for another agency that agreed to take it as it is.
create table signed_decision (
  id uuid primary key default gen_random_uuid(),
  firm_id uuid not null references firm,
  agency text not null,
  programme text not null,
  criterion text not null,
  verdict text not null check (verdict in ('met', 'unmet')),
  on_day date not null,
  until date,
  post_id uuid not null references post,
  person_id text not null references person,
  signature text not null,
  decided_at timestamptz not null default now(),
  revoked_at timestamptz
);
comment on table signed_decision is 'retention: 10 years';
comment on column signed_decision.signature is 'Compact JWS over the decision (RFC 7515), by the key of the installation.';
create index decisions_on_firm on signed_decision (firm_id, agency, programme, criterion);
