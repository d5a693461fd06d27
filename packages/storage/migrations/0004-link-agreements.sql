-- A link as an agreement of two agencies: versions are kept, and only one that is in force carries referrals.

create table link_agreement (
  id uuid primary key default gen_random_uuid(),
  link text not null,
  version integer not null check (version >= 1),
  from_programme text not null,
  outcome text not null check (outcome in ('selected', 'completed')),
  to_programme text not null,
  kind text not null check (kind in ('required', 'preferred', 'relaxes', 'follow-on', 'raises')),
  from_agency text not null,
  to_agency text not null,
  proposed_by text not null,
  days_to_answer integer not null check (days_to_answer between 1 and 250),
  remind_before integer not null default 2 check (remind_before >= 0),
  expire_after integer not null default 20 check (expire_after >= 1),
  places integer check (places >= 1),
  waives text[] not null default '{}',
  accepts text[] not null default '{}',
  legal_basis text not null,
  purpose_ko text not null,
  purpose_en text not null,
  council_task text,
  valid_from date not null,
  valid_to date,
  state text not null default 'drafted'
    check (state in ('drafted', 'proposed', 'offered', 'reviewed', 'agreed', 'refused', 'withdrawn', 'ended')),
  reason text,
  ended_on date,
  superseded_by uuid references link_agreement,
  changed integer not null default 1,
  writers text[] not null default '{}',
  created_at timestamptz not null default now(),
  offered_at timestamptz,
  agreed_at timestamptz,
  unique (link, version),
  check (proposed_by in (from_agency, to_agency)),
  check (valid_to >= valid_from),
  check (from_agency <> to_agency)
);
comment on table link_agreement is 'retention: permanent';
comment on column link_agreement.days_to_answer is 'Working days from the day after a referral was sent.';
comment on column link_agreement.writers is 'Persons who wrote its terms: none of them approves it.';
comment on column link_agreement.offered_at is 'From here on the other side sees it, whatever became of it.';
comment on column link_agreement.accepts is 'Criteria on which the receiving agency takes the decision of the sending one.';
create index agreements_from on link_agreement (from_agency, state);
create index agreements_to on link_agreement (to_agency, state);
create unique index one_agreed_version on link_agreement (link) where state = 'agreed' and superseded_by is null;

-- One person signs an agreement once: what is written by one pair of eyes is approved by another, on either side.
create table link_signature (
  agreement_id uuid not null references link_agreement,
  step text not null check (step in ('propose', 'offer', 'review', 'agree')),
  agency text not null,
  post_id uuid not null references post,
  person_id text not null references person,
  at timestamptz not null default now(),
  primary key (agreement_id, step),
  unique (agreement_id, person_id)
);
comment on table link_signature is 'retention: permanent';
