-- People and how they sign in. better-auth reads and writes these tables by the names given in
-- apps/server/src/sign-in/sign-in.ts; nothing else writes to them but sign_in_try.

create table person (
  id text primary key,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  name text not null,
  image text,
  locale text not null default 'ko' check (locale in ('ko', 'en')),
  two_factor_enabled boolean not null default false,
  -- The day a person left: no sign-in after it, and no session lives on.
  closed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table sign_in_session (
  id text primary key,
  person_id text not null references person (id) on delete cascade,
  token text not null unique,
  -- 'password', or 'oidc:' and the provider's id
  signed_in_by text not null check (signed_in_by = 'password' or signed_in_by like 'oidc:_%'),
  -- This session passed a second factor, or the agency's own provider vouches for it.
  second_factor boolean not null default false,
  -- When the person proved who they are; a session that replaces another keeps it.
  signed_in_at timestamptz not null,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- However often it is renewed, no session outlives twelve hours.
  constraint sign_in_session_twelve_hours check (expires_at <= signed_in_at + interval '12 hours')
);
create index sign_in_session_person on sign_in_session (person_id);
create index sign_in_session_expires on sign_in_session (expires_at);

-- One way in: the password (provider_id 'credential'), or the subject at an agency's provider.
create table credential (
  id text primary key,
  person_id text not null references person (id) on delete cascade,
  provider_id text not null,
  account_id text not null,
  password text,
  -- Of no use to us, so never kept: the columns are there because better-auth names them.
  access_token text check (access_token is null),
  refresh_token text check (refresh_token is null),
  id_token text check (id_token is null),
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index credential_person on credential (person_id);

-- What is waited for: a link in a mail, a code after the password, the way back from a provider. Identifiers are hashed.
create table verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier on verification (identifier);
create index verification_expires on verification (expires_at);

-- The secret of the authenticator and the backup codes, both encrypted with IEUM_SECRET.
create table second_factor (
  id text primary key,
  person_id text not null unique references person (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default false,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);

-- How often something was tried, shared by every server process. The key is a hash: no address and no e-mail stands here.
create table sign_in_try (
  key text primary key,
  tries integer not null check (tries >= 0),
  until timestamptz not null
);
create index sign_in_try_until on sign_in_try (until);
