-- A firm handed from one agency to another, and what it agreed to for that.

create table referral_batch (
  id uuid primary key default gen_random_uuid(),
  agency text not null,
  agreement_id uuid not null references link_agreement,
  name text not null,
  reason text not null,
  chosen_by jsonb not null,
  firms uuid[] not null,
  state text not null default 'proposed' check (state in ('proposed', 'approved', 'refused')),
  proposed_post uuid not null references post,
  proposed_by text not null references person,
  proposed_at timestamptz not null default now(),
  decided_by text references person,
  decided_at timestamptz,
  check (decided_by <> proposed_by)
);
comment on table referral_batch is 'retention: 10 years';
create index batches_of_agency on referral_batch (agency, state);

create table referral (
  id uuid primary key default gen_random_uuid(),
  number text not null unique,
  agreement_id uuid not null references link_agreement,
  firm_id uuid not null references firm,
  from_agency text not null,
  to_agency text not null,
  from_programme text not null,
  to_programme text not null,
  state text not null default 'drafted'
    check (state in ('drafted', 'consented', 'sent', 'received', 'under-review', 'returned', 'accepted', 'declined', 'enrolled',
                     'completed', 'failed', 'recalled', 'withdrawn', 'expired', 're-routed')),
  changed integer not null default 1,
  sender_post uuid references post,
  receiver_post uuid references post,
  batch_id uuid references referral_batch,
  rerouted_from uuid references referral,
  due date,
  days_left integer,
  reason text,
  drafted_on date not null,
  sent_on date,
  answered_on date,
  answered_due date,
  closed_on date,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (from_agency <> to_agency)
);
comment on table referral is 'retention: 10 years';
comment on column referral.changed is 'Counts each change: who writes on an old count loses the race and is told so.';
comment on column referral.answered_due is 'The last day to answer, as it stood when it was answered: figures are counted from it.';
comment on column referral.days_left is 'Working days that were left when it was returned for more: the clock stands meanwhile.';
create function keep_due_of_answer() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.answered_on is not null and old.answered_on is null then
    new.answered_due := old.due;
  end if;
  return new;
end $$;
create trigger keep_due_of_answer before update on referral for each row execute function keep_due_of_answer();

create unique index one_live_referral on referral (firm_id, to_programme)
  where state in ('drafted', 'consented', 'sent', 'received', 'under-review', 'returned', 'accepted', 'enrolled');
-- In the order of a box, with all that the walls and its filters look at: a page is the first of the index, and thousands are counted in it.
create index referrals_out on referral (from_agency, due, updated_at desc, id)
  include (state, sent_on, firm_id, to_agency, from_programme, to_programme, sender_post);
create index referrals_in on referral (to_agency, due, updated_at desc, id)
  include (state, sent_on, firm_id, from_agency, from_programme, to_programme, receiver_post);
create index referrals_at_post on referral (receiver_post, due, updated_at desc, id)
  include (state, sent_on, firm_id, from_agency, to_agency, from_programme, to_programme) where receiver_post is not null;
create index referrals_to_answer on referral (receiver_post) where state in ('sent', 'received', 'under-review');
create index referrals_of_firm on referral (firm_id);
create index referrals_of_link on referral (agreement_id);
create index referrals_due on referral (due) where state in ('sent', 'received', 'under-review');

create table referral_proof (
  referral_id uuid primary key references referral,
  firm_id uuid not null references firm,
  on_day date not null,
  proof jsonb not null
);
comment on table referral_proof is 'retention: 10 years';
comment on column referral_proof.proof is 'pd: what stood for and against each criterion on the day of sending, of what was consented to';

create table referral_event (
  referral_id uuid not null references referral,
  seq integer not null,
  move text not null,
  from_state text,
  to_state text not null,
  on_day date not null,
  at timestamptz not null default now(),
  person_id text references person,
  post_id uuid references post,
  by_party text not null check (by_party in ('sender', 'receiver', 'firm', 'clock')),
  reason text,
  note text,
  primary key (referral_id, seq)
);
comment on table referral_event is 'retention: 10 years';

-- The five things that must be told (개인정보 보호법 제18조 제3항) stand here as they were shown, and never change.
create table consent (
  id uuid primary key default gen_random_uuid(),
  firm_id uuid not null references firm,
  referral_id uuid not null references referral,
  kind text not null check (kind in ('hand-off', 'papers', 'outcome')),
  recipient_agency text not null,
  purpose text not null check (purpose <> ''),
  facts text[] not null default '{}',
  participations boolean not null default false,
  papers uuid[] not null default '{}',
  until date not null,
  refusal text not null check (refusal <> ''),
  text_id text not null,
  text_version integer not null,
  text_language text not null check (text_language in ('ko', 'en')),
  text_body text not null check (text_body <> ''),
  given_by text not null references person,
  given_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_by text references person
);
comment on table consent is 'retention: 5 years';
create unique index one_standing_consent on consent (referral_id, kind) where withdrawn_at is null;
create index consents_of_firm on consent (firm_id);
create index consents_of_referral on consent (referral_id);
create index consents_to_agency on consent (recipient_agency, firm_id) where withdrawn_at is null;

alter table participation add foreign key (referral_id) references referral;
