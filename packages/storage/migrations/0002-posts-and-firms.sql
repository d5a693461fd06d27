-- Who acts, and for whom. A post, not a person, owns an agency's work; a person holds it for a time.
-- Agencies and programmes are data of the catalogue and are named here by their ids.

create table post (
  id uuid primary key default gen_random_uuid(),
  agency text not null,
  role text not null check (role in ('desk-officer', 'programme-owner', 'approver', 'agency-administrator', 'secretary', 'auditor')),
  name_ko text not null,
  name_en text not null,
  programmes text[] not null default '{}',
  created_at timestamptz not null default now(),
  closed_at timestamptz
);
comment on table post is 'retention: permanent';
comment on column post.programmes is 'Programmes that the post looks after; empty: all of the agency.';
create index post_of_agency on post (agency);

create table post_holder (
  post_id uuid not null references post,
  person_id text not null references person,
  since timestamptz not null default now(),
  until timestamptz,
  appointed_by text references person,
  primary key (post_id, person_id, since),
  check (until >= since)
);
comment on table post_holder is 'retention: 10 years';
create unique index post_held_once on post_holder (post_id, person_id) where until is null;
create index posts_of_person on post_holder (person_id) where until is null;

-- Someone who has not joined yet is asked to by mail; whoever joins with that address, which joining proves, may take the post up.
create table invitation (
  id uuid primary key default gen_random_uuid(),
  post_id uuid not null references post,
  email text not null check (email = lower(email)),
  invited_by text references person,
  invited_at timestamptz not null default now(),
  until timestamptz not null,
  settled_at timestamptz
);
comment on table invitation is 'retention: 1 year';
comment on column invitation.invited_by is 'Null: the keeper of the installation, for the first administrator of an agency.';
create unique index invited_once on invitation (post_id, email) where settled_at is null;
create index invitations_to on invitation (email) where settled_at is null;

create table firm (
  id uuid primary key default gen_random_uuid(),
  number text not null unique,
  name_ko text not null,
  name_en text,
  registered_at timestamptz not null default now()
);
comment on table firm is 'retention: 10 years';
comment on column firm.number is 'pd: public number of the firm, digits only';

create table firm_member (
  firm_id uuid not null references firm,
  person_id text not null references person,
  kind text not null check (kind in ('member', 'adviser')),
  since timestamptz not null default now(),
  until timestamptz,
  let_in_by text references person,
  primary key (firm_id, person_id, since),
  check (until >= since)
);
comment on table firm_member is 'retention: 10 years';
create unique index firm_joined_once on firm_member (firm_id, person_id) where until is null;
create index firms_of_person on firm_member (person_id) where until is null;

-- Asking to act for a firm reads the same whether the number is known here or not: what comes of it is told by mail.
create table firm_request (
  id uuid primary key default gen_random_uuid(),
  person_id text not null references person,
  number text not null,
  name_ko text not null,
  kind text not null check (kind in ('member', 'adviser')),
  token_sha256 text not null unique,
  asked_at timestamptz not null default now(),
  until timestamptz not null,
  settled_at timestamptz
);
comment on table firm_request is 'retention: 1 year';
create index requests_of_person on firm_request (person_id, asked_at);
create index requests_for_number on firm_request (number) where settled_at is null;
