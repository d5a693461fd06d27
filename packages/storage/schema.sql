-- Made by npm run generate: what the migrations amount to. To be read and compared, not to be run.

-- tables

create table access_entry (
  lane text not null,
  seq bigint not null,
  at timestamp with time zone not null default clock_timestamp(),
  person_id text not null,
  post_id uuid,
  place text not null,
  firm_ids uuid[] not null,
  operation text not null,
  basis text not null,
  reason text,
  entry text not null,
  hash text not null,
  constraint access_entry_pkey PRIMARY KEY (lane, seq),
  constraint access_entry_firm_ids_check CHECK ((firm_ids <> '{}'::uuid[]))
);
CREATE INDEX accesses_by_day ON public.access_entry USING btree (lane, at);
CREATE INDEX accesses_to_firm ON public.access_entry USING gin (firm_ids);
alter table access_entry enable row level security;
alter table access_entry force row level security;
create policy access_read on access_entry for select to ieum_app using ((((lane = ( SELECT acting_agency() AS acting_agency)) AND (( SELECT acting_role() AS acting_role) = 'auditor'::text)) OR (firm_ids @> ARRAY[( SELECT acting_firm() AS acting_firm)])));
create policy access_written on access_entry for insert to ieum_app with check (((person_id = ( SELECT acting_person() AS acting_person)) AND (lane = COALESCE(( SELECT acting_agency() AS acting_agency), 'firms'::text))));
create policy worker on access_entry to ieum_worker using (true) with check (true);
CREATE TRIGGER chain_access BEFORE INSERT ON public.access_entry FOR EACH ROW EXECUTE FUNCTION chain_entry();
CREATE TRIGGER keep_access BEFORE UPDATE OR TRUNCATE ON public.access_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER keep_access_two_years BEFORE DELETE ON public.access_entry FOR EACH ROW EXECUTE FUNCTION keep_two_years();
grant insert, select on access_entry to ieum_app;
grant delete, insert, select on access_entry to ieum_worker;

create table agency_contact (
  agency text not null,
  way text not null,
  mail text,
  webhook_url text,
  webhook_secret text,
  installation_id text,
  changed_at timestamp with time zone not null default now(),
  webhook_sealed text,
  constraint agency_contact_pkey PRIMARY KEY (agency),
  constraint agency_contact_check CHECK (((way <> 'mail'::text) OR (mail IS NOT NULL))),
  constraint agency_contact_check1 CHECK (((way <> 'installation'::text) OR (installation_id IS NOT NULL))),
  constraint agency_contact_way_check CHECK ((way = ANY (ARRAY['desk'::text, 'mail'::text, 'table'::text, 'installation'::text])))
);
alter table agency_contact enable row level security;
alter table agency_contact force row level security;
create policy contacts_changed on agency_contact for update to ieum_app using (((agency = ( SELECT acting_agency() AS acting_agency)) AND (( SELECT acting_role() AS acting_role) = 'agency-administrator'::text)));
create policy contacts_kept on agency_contact for insert to ieum_app with check (((agency = ( SELECT acting_agency() AS acting_agency)) AND (( SELECT acting_role() AS acting_role) = 'agency-administrator'::text)));
create policy contacts_seen on agency_contact for select to ieum_app using ((agency = ( SELECT acting_agency() AS acting_agency)));
create policy worker on agency_contact to ieum_worker using (true) with check (true);
grant delete, insert, select, update on agency_contact to ieum_worker;
grant insert, select, update on agency_contact (agency) to ieum_app;
grant insert, select, update on agency_contact (way) to ieum_app;
grant insert, select, update on agency_contact (mail) to ieum_app;
grant insert, select, update on agency_contact (webhook_url) to ieum_app;
grant insert, select, update on agency_contact (installation_id) to ieum_app;
grant insert, select, update on agency_contact (changed_at) to ieum_app;
grant insert, update on agency_contact (webhook_sealed) to ieum_app;

create table agenda_item (
  id uuid not null default gen_random_uuid(),
  session_id uuid not null,
  "position" integer not null,
  kind text not null,
  title_ko text not null,
  title_en text,
  minutes integer not null,
  task_id uuid,
  proposed_by text[] not null default '{}'::text[],
  proposal text,
  finding jsonb,
  gist text,
  undecided boolean not null default false,
  closed_ground text,
  open_from date,
  changed integer not null default 1,
  constraint agenda_item_pkey PRIMARY KEY (id),
  constraint agenda_item_session_id_position_key UNIQUE (session_id, "position") DEFERRABLE INITIALLY DEFERRED,
  constraint agenda_item_session_id_fkey FOREIGN KEY (session_id) REFERENCES council_session(id),
  constraint agenda_item_task_id_fkey FOREIGN KEY (task_id) REFERENCES collaboration_task(id),
  constraint agenda_item_kind_check CHECK ((kind = ANY (ARRAY['opening'::text, 'task'::text, 'report'::text, 'finding'::text, 'other'::text, 'closing'::text]))),
  constraint agenda_item_minutes_check CHECK (((minutes >= 1) AND (minutes <= 600)))
);
alter table agenda_item enable row level security;
alter table agenda_item force row level security;
create policy items_kept on agenda_item for update to ieum_app using ((keeps_council(council_of_session(session_id)) OR (proposed_by = ARRAY[( SELECT acting_agency() AS acting_agency)])));
create policy items_put on agenda_item for insert to ieum_app with check (sits_in(council_of_session(session_id)));
create policy items_seen on agenda_item for select to ieum_app using ((((open_from <= acting_day()) AND (EXISTS ( SELECT
   FROM council_session
  WHERE (council_session.id = agenda_item.session_id)))) OR sits_in(council_of_session(session_id))));
create policy worker on agenda_item to ieum_worker using (true) with check (true);
grant insert, select, update on agenda_item to ieum_app;
grant delete, insert, select, update on agenda_item to ieum_worker;

create table attendance (
  session_id uuid not null,
  seat_id uuid not null,
  state text not null default 'invited'::text,
  deputy text,
  constraint attendance_pkey PRIMARY KEY (session_id, seat_id),
  constraint attendance_seat_id_fkey FOREIGN KEY (seat_id) REFERENCES council_seat(id),
  constraint attendance_session_id_fkey FOREIGN KEY (session_id) REFERENCES council_session(id),
  constraint attendance_state_check CHECK ((state = ANY (ARRAY['invited'::text, 'coming'::text, 'not-coming'::text, 'present'::text, 'absent'::text])))
);
alter table attendance enable row level security;
alter table attendance force row level security;
create policy attendance_called on attendance for insert to ieum_app with check (keeps_council(council_of_session(session_id)));
create policy attendance_seen on attendance for select to ieum_app using ((EXISTS ( SELECT
   FROM council_session
  WHERE ((council_session.id = attendance.session_id) AND ((council_session.state = 'minuted'::text) OR sits_in(council_session.council_id))))));
create policy attendance_told on attendance for update to ieum_app using (sits_in(council_of_session(session_id)));
create policy worker on attendance to ieum_worker using (true) with check (true);
grant insert, select, update on attendance to ieum_app;
grant delete, insert, select, update on attendance to ieum_worker;

create table audit_entry (
  lane text not null,
  seq bigint not null,
  at timestamp with time zone not null default clock_timestamp(),
  person_id text,
  post_id uuid,
  operation text not null,
  subject text not null,
  detail jsonb not null default '{}'::jsonb,
  entry text not null,
  hash text not null,
  constraint audit_entry_pkey PRIMARY KEY (lane, seq)
);
CREATE INDEX audit_of_subject ON public.audit_entry USING btree (subject);
CREATE INDEX changes_by_day ON public.audit_entry USING btree (lane, at);
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy audit_read on audit_entry for select to ieum_app using (((lane = ( SELECT acting_agency() AS acting_agency)) AND (( SELECT acting_role() AS acting_role) = ANY (ARRAY['auditor'::text, 'agency-administrator'::text]))));
create policy audit_written on audit_entry for insert to ieum_app with check (((person_id = ( SELECT acting_person() AS acting_person)) AND (lane = COALESCE(( SELECT acting_agency() AS acting_agency), 'firms'::text))));
create policy worker on audit_entry to ieum_worker using (true) with check (true);
CREATE TRIGGER chain_audit BEFORE INSERT ON public.audit_entry FOR EACH ROW EXECUTE FUNCTION chain_entry();
CREATE TRIGGER keep_audit BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on audit_entry to ieum_app;
grant insert, select on audit_entry to ieum_worker;

create table calendar_feed (
  id uuid not null default gen_random_uuid(),
  token_sha256 text not null,
  person_id text not null,
  post_id uuid not null,
  about text not null,
  task_id uuid,
  language text not null default 'ko'::text,
  created_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  constraint calendar_feed_pkey PRIMARY KEY (id),
  constraint calendar_feed_token_sha256_key UNIQUE (token_sha256),
  constraint calendar_feed_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint calendar_feed_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id),
  constraint calendar_feed_task_id_fkey FOREIGN KEY (task_id) REFERENCES collaboration_task(id),
  constraint calendar_feed_about_check CHECK ((about = ANY (ARRAY['mine'::text, 'agency'::text, 'task'::text]))),
  constraint calendar_feed_check CHECK (((about = 'task'::text) = (task_id IS NOT NULL))),
  constraint calendar_feed_language_check CHECK ((language = ANY (ARRAY['ko'::text, 'en'::text])))
);
CREATE INDEX feeds_of_person ON public.calendar_feed USING btree (person_id, created_at);
alter table calendar_feed enable row level security;
alter table calendar_feed force row level security;
create policy feeds_ended on calendar_feed for update to ieum_app using ((person_id = ( SELECT acting_person() AS acting_person)));
create policy feeds_made on calendar_feed for insert to ieum_app with check (((person_id = ( SELECT acting_person() AS acting_person)) AND (post_id = ( SELECT acting_post() AS acting_post))));
create policy feeds_seen on calendar_feed for select to ieum_app using ((person_id = ( SELECT acting_person() AS acting_person)));
create policy worker on calendar_feed to ieum_worker using (true) with check (true);
grant insert, select, update on calendar_feed to ieum_app;
grant delete, insert, select, update on calendar_feed to ieum_worker;

create table closing_agreement (
  id uuid not null default gen_random_uuid(),
  council_id text not null,
  municipality text not null,
  version integer not null,
  state text not null default 'proposed'::text,
  rule text,
  on_holiday text not null default 'closed'::text,
  exceptions jsonb not null default '[]'::jsonb,
  stores_in text,
  stores_out text,
  gets text,
  from_day date not null,
  until_day date,
  decision_id uuid,
  source_title text,
  source_url text,
  source_dated date,
  agreed_on date,
  superseded_by uuid,
  agency text not null,
  proposed_by text not null,
  proposed_at timestamp with time zone not null default clock_timestamp(),
  open_from date,
  changed integer not null default 1,
  constraint closing_agreement_pkey PRIMARY KEY (id),
  constraint closing_agreement_council_id_municipality_version_key UNIQUE (council_id, municipality, version),
  constraint closing_agreement_council_id_fkey FOREIGN KEY (council_id) REFERENCES council(id),
  constraint closing_agreement_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES council_decision(id),
  constraint closing_agreement_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES person(id),
  constraint closing_agreement_superseded_by_fkey FOREIGN KEY (superseded_by) REFERENCES closing_agreement(id),
  constraint closing_agreement_check CHECK ((until_day >= from_day)),
  constraint closing_agreement_check1 CHECK (((state = 'agreed'::text) = (agreed_on IS NOT NULL))),
  constraint closing_agreement_check2 CHECK (((state <> 'agreed'::text) OR ((decision_id IS NULL) <> (source_title IS NULL)))),
  constraint closing_agreement_municipality_check CHECK (((length(municipality) >= 1) AND (length(municipality) <= 20))),
  constraint closing_agreement_on_holiday_check CHECK ((on_holiday = ANY (ARRAY['closed'::text, 'open'::text, 'next-day'::text]))),
  constraint closing_agreement_rule_check CHECK ((rule ~ '^FREQ=MONTHLY;BYDAY=([1-4]|-1)(MO|TU|WE|TH|FR|SA|SU)(,([1-4]|-1)(MO|TU|WE|TH|FR|SA|SU)){0,3}$'::text)),
  constraint closing_agreement_source_url_check CHECK ((source_url ~ '^https?://'::text)),
  constraint closing_agreement_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'agreed'::text, 'withdrawn'::text]))),
  constraint closing_agreement_version_check CHECK ((version >= 1))
);
CREATE INDEX closing_agreements_of_municipality ON public.closing_agreement USING btree (municipality, version) WHERE (state = 'agreed'::text);
alter table closing_agreement enable row level security;
alter table closing_agreement force row level security;
create policy closings_kept on closing_agreement for update to ieum_app using ((keeps_council(council_id) OR ((state = 'proposed'::text) AND (agency = ( SELECT acting_agency() AS acting_agency)) AND sits_in(council_id) AND (( SELECT acting_role() AS acting_role) = ANY (ARRAY['secretary'::text, 'programme-owner'::text]))))) with check ((keeps_council(council_id) OR ((state = 'withdrawn'::text) AND (agency = ( SELECT acting_agency() AS acting_agency)) AND sits_in(council_id) AND (( SELECT acting_role() AS acting_role) = ANY (ARRAY['secretary'::text, 'programme-owner'::text])))));
create policy closings_proposed on closing_agreement for insert to ieum_app with check ((sits_in(council_id) AND (agency = ( SELECT acting_agency() AS acting_agency)) AND (proposed_by = ( SELECT acting_person() AS acting_person)) AND (( SELECT acting_role() AS acting_role) = ANY (ARRAY['secretary'::text, 'programme-owner'::text])) AND (EXISTS ( SELECT
   FROM council c
  WHERE ((c.id = closing_agreement.council_id) AND (c.kind = 'consultative'::text) AND ((c.municipality IS NULL) OR (c.municipality = closing_agreement.municipality)))))));
create policy closings_seen on closing_agreement for select to ieum_app using ((((state = 'agreed'::text) AND (open_from <= acting_day())) OR sits_in(council_id)));
create policy worker on closing_agreement to ieum_worker using (true) with check (true);
CREATE TRIGGER keep_closing_agreement BEFORE DELETE OR UPDATE ON public.closing_agreement FOR EACH ROW EXECUTE FUNCTION keep_closing_agreement();
grant select on closing_agreement to ieum_app;
grant delete, insert, select, update on closing_agreement to ieum_worker;
grant insert on closing_agreement (council_id) to ieum_app;
grant insert on closing_agreement (municipality) to ieum_app;
grant insert on closing_agreement (version) to ieum_app;
grant update on closing_agreement (state) to ieum_app;
grant insert on closing_agreement (rule) to ieum_app;
grant insert on closing_agreement (on_holiday) to ieum_app;
grant insert on closing_agreement (exceptions) to ieum_app;
grant insert on closing_agreement (stores_in) to ieum_app;
grant insert on closing_agreement (stores_out) to ieum_app;
grant insert on closing_agreement (gets) to ieum_app;
grant insert on closing_agreement (from_day) to ieum_app;
grant insert on closing_agreement (until_day) to ieum_app;
grant update on closing_agreement (decision_id) to ieum_app;
grant update on closing_agreement (source_title) to ieum_app;
grant update on closing_agreement (source_url) to ieum_app;
grant update on closing_agreement (source_dated) to ieum_app;
grant update on closing_agreement (agreed_on) to ieum_app;
grant update on closing_agreement (superseded_by) to ieum_app;
grant insert on closing_agreement (agency) to ieum_app;
grant insert on closing_agreement (proposed_by) to ieum_app;
grant update on closing_agreement (open_from) to ieum_app;
grant update on closing_agreement (changed) to ieum_app;

create table closing_position (
  id uuid not null default gen_random_uuid(),
  agreement_id uuid not null,
  seat_id uuid not null,
  side text not null,
  "position" text not null,
  reason text,
  session_id uuid,
  post_id uuid not null,
  person_id text not null,
  at timestamp with time zone not null default clock_timestamp(),
  constraint closing_position_pkey PRIMARY KEY (id),
  constraint closing_position_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES closing_agreement(id),
  constraint closing_position_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint closing_position_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id),
  constraint closing_position_seat_id_fkey FOREIGN KEY (seat_id) REFERENCES council_seat(id),
  constraint closing_position_session_id_fkey FOREIGN KEY (session_id) REFERENCES council_session(id),
  constraint closing_position_check CHECK ((("position" = 'agree'::text) OR (reason IS NOT NULL))),
  constraint closing_position_position_check CHECK (("position" = ANY (ARRAY['agree'::text, 'agree-with-changes'::text, 'study'::text, 'cannot'::text]))),
  constraint closing_position_side_check CHECK ((side = ANY (ARRAY['large'::text, 'small'::text, 'public'::text])))
);
CREATE INDEX positions_on_closing ON public.closing_position USING btree (agreement_id, at);
alter table closing_position enable row level security;
alter table closing_position force row level security;
create policy closing_positions_seen on closing_position for select to ieum_app using (sits_in(council_of_closing(agreement_id)));
create policy closing_positions_stated on closing_position for insert to ieum_app with check (((person_id = ( SELECT acting_person() AS acting_person)) AND (post_id = ( SELECT acting_post() AS acting_post)) AND speaks_for(seat_id, council_of_closing(agreement_id), side) AND (EXISTS ( SELECT
   FROM closing_agreement a
  WHERE ((a.id = closing_position.agreement_id) AND (a.state = 'proposed'::text)))) AND ((session_id IS NULL) OR (council_of_session(session_id) = council_of_closing(agreement_id)))));
create policy worker on closing_position to ieum_worker using (true) with check (true);
grant select on closing_position to ieum_app;
grant delete, insert, select, update on closing_position to ieum_worker;
grant insert on closing_position (agreement_id) to ieum_app;
grant insert on closing_position (seat_id) to ieum_app;
grant insert on closing_position (side) to ieum_app;
grant insert on closing_position ("position") to ieum_app;
grant insert on closing_position (reason) to ieum_app;
grant insert on closing_position (session_id) to ieum_app;
grant insert on closing_position (post_id) to ieum_app;
grant insert on closing_position (person_id) to ieum_app;

create table collaboration_task (
  id uuid not null default gen_random_uuid(),
  council_id text not null,
  code text not null,
  title_ko text not null,
  title_en text,
  needs_ko text,
  needs_en text,
  proposed_by text[] not null,
  state text not null default 'drafted'::text,
  reason text,
  programmes text[] not null default '{}'::text[],
  chains text[] not null default '{}'::text[],
  pathways text[] not null default '{}'::text[],
  from_catalogue text,
  open_from date,
  changed integer not null default 1,
  created_at timestamp with time zone not null default now(),
  constraint collaboration_task_pkey PRIMARY KEY (id),
  constraint collaboration_task_code_key UNIQUE (code),
  constraint collaboration_task_council_id_fkey FOREIGN KEY (council_id) REFERENCES council(id),
  constraint collaboration_task_proposed_by_check CHECK ((proposed_by <> '{}'::text[])),
  constraint collaboration_task_state_check CHECK ((state = ANY (ARRAY['drafted'::text, 'proposed'::text, 'answered'::text, 'adopted'::text, 'under-way'::text, 'completed'::text, 'stopped'::text, 'withdrawn'::text])))
);
CREATE INDEX tasks_of_council ON public.collaboration_task USING btree (council_id);
alter table collaboration_task enable row level security;
alter table collaboration_task force row level security;
create policy tasks_moved on collaboration_task for update to ieum_app using (sits_in(council_id));
create policy tasks_proposed on collaboration_task for insert to ieum_app with check ((sits_in(council_id) AND ((proposed_by @> ARRAY[( SELECT acting_agency() AS acting_agency)]) OR keeps_council(council_id))));
create policy tasks_seen on collaboration_task for select to ieum_app using (((open_from <= acting_day()) OR (proposed_by @> ARRAY[( SELECT acting_agency() AS acting_agency)]) OR ((state <> 'drafted'::text) AND sits_in(council_id))));
create policy worker on collaboration_task to ieum_worker using (true) with check (true);
grant insert, select, update on collaboration_task to ieum_app;
grant delete, insert, select, update on collaboration_task to ieum_worker;

create table consent (
  id uuid not null default gen_random_uuid(),
  firm_id uuid not null,
  referral_id uuid not null,
  kind text not null,
  recipient_agency text not null,
  purpose text not null,
  facts text[] not null default '{}'::text[],
  participations boolean not null default false,
  papers uuid[] not null default '{}'::uuid[],
  until date not null,
  refusal text not null,
  text_id text not null,
  text_version integer not null,
  text_language text not null,
  text_body text not null,
  given_by text not null,
  given_at timestamp with time zone not null default now(),
  withdrawn_at timestamp with time zone,
  withdrawn_by text,
  constraint consent_pkey PRIMARY KEY (id),
  constraint consent_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES firm(id),
  constraint consent_given_by_fkey FOREIGN KEY (given_by) REFERENCES person(id),
  constraint consent_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES referral(id),
  constraint consent_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES person(id),
  constraint consent_kind_check CHECK ((kind = ANY (ARRAY['hand-off'::text, 'papers'::text, 'outcome'::text]))),
  constraint consent_purpose_check CHECK ((purpose <> ''::text)),
  constraint consent_refusal_check CHECK ((refusal <> ''::text)),
  constraint consent_text_body_check CHECK ((text_body <> ''::text)),
  constraint consent_text_language_check CHECK ((text_language = ANY (ARRAY['ko'::text, 'en'::text])))
);
CREATE INDEX consents_of_firm ON public.consent USING btree (firm_id);
CREATE INDEX consents_of_referral ON public.consent USING btree (referral_id);
CREATE INDEX consents_to_agency ON public.consent USING btree (recipient_agency, firm_id) WHERE (withdrawn_at IS NULL);
CREATE INDEX consents_to_outcome ON public.consent USING btree (referral_id) INCLUDE (until, firm_id, recipient_agency) WHERE ((kind = 'outcome'::text) AND (withdrawn_at IS NULL));
CREATE UNIQUE INDEX one_standing_consent ON public.consent USING btree (referral_id, kind) WHERE (withdrawn_at IS NULL);
alter table consent enable row level security;
alter table consent force row level security;
create policy consents_given on consent for insert to ieum_app with check (((firm_id = ( SELECT acting_firm() AS acting_firm)) AND (given_by = ( SELECT acting_person() AS acting_person))));
create policy consents_seen on consent for select to ieum_app using (((firm_id = ( SELECT acting_firm() AS acting_firm)) OR (recipient_agency = ( SELECT acting_agency() AS acting_agency)) OR sees_referral(referral_id)));
create policy consents_withdrawn on consent for update to ieum_app using ((firm_id = ( SELECT acting_firm() AS acting_firm)));
create policy worker on consent to ieum_worker using (true) with check (true);
grant insert, select on consent to ieum_app;
grant delete, insert, select, update on consent to ieum_worker;
grant update on consent (withdrawn_at) to ieum_app;
grant update on consent (withdrawn_by) to ieum_app;

create table council (
  id text not null,
  kind text not null,
  name_ko text not null,
  name_en text,
  secretariat text not null,
  quorum_seats numeric not null default 0.5,
  quorum_every_agency boolean not null default true,
  rotation text not null default 'in-turn'::text,
  municipality text,
  open_from date,
  founded_on date not null,
  dissolved_on date,
  changed integer not null default 1,
  constraint council_pkey PRIMARY KEY (id),
  constraint council_check CHECK ((dissolved_on >= founded_on)),
  constraint council_id_check CHECK ((id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint council_kind_check CHECK ((kind = ANY (ARRAY['policy'::text, 'consultative'::text, 'zone'::text]))),
  constraint council_quorum_seats_check CHECK (((quorum_seats >= (0)::numeric) AND (quorum_seats <= (1)::numeric))),
  constraint council_rotation_check CHECK ((rotation = ANY (ARRAY['fixed'::text, 'in-turn'::text])))
);
alter table council enable row level security;
alter table council force row level security;
create policy councils_founded on council for insert to ieum_app with check (((secretariat = ( SELECT acting_agency() AS acting_agency)) AND (( SELECT acting_role() AS acting_role) = 'secretary'::text)));
create policy councils_kept on council for update to ieum_app using (keeps_council(id));
create policy councils_seen on council for select to ieum_app using (((open_from <= acting_day()) OR sits_in(id)));
create policy worker on council to ieum_worker using (true) with check (true);
grant insert, select, update on council to ieum_app;
grant delete, insert, select, update on council to ieum_worker;

create table council_action (
  id uuid not null default gen_random_uuid(),
  council_id text not null,
  decision_id uuid not null,
  task_id uuid,
  title_ko text not null,
  title_en text,
  owner_agency text not null,
  owner_post uuid not null,
  due date not null,
  proof_wanted text not null,
  asks jsonb,
  state text not null default 'open'::text,
  report text,
  reported_on date,
  reported_by text,
  nodded_on date,
  nodded_by text,
  nodding_agency text,
  reason text,
  reminded_on date,
  open_from date,
  changed integer not null default 1,
  proof text,
  agreement_id uuid,
  constraint council_action_pkey PRIMARY KEY (id),
  constraint council_action_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES link_agreement(id),
  constraint council_action_council_id_fkey FOREIGN KEY (council_id) REFERENCES council(id),
  constraint council_action_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES council_decision(id),
  constraint council_action_nodded_by_fkey FOREIGN KEY (nodded_by) REFERENCES person(id),
  constraint council_action_owner_post_fkey FOREIGN KEY (owner_post) REFERENCES post(id),
  constraint council_action_reported_by_fkey FOREIGN KEY (reported_by) REFERENCES person(id),
  constraint council_action_task_id_fkey FOREIGN KEY (task_id) REFERENCES collaboration_task(id),
  constraint council_action_check CHECK ((nodding_agency <> owner_agency)),
  constraint council_action_state_check CHECK ((state = ANY (ARRAY['open'::text, 'reported'::text, 'closed'::text, 'dropped'::text])))
);
CREATE INDEX actions_due ON public.council_action USING btree (due) WHERE (state = ANY (ARRAY['open'::text, 'reported'::text]));
CREATE INDEX actions_of_council ON public.council_action USING btree (council_id, state, due);
CREATE INDEX actions_of_post ON public.council_action USING btree (owner_post, state);
alter table council_action enable row level security;
alter table council_action force row level security;
create policy actions_followed on council_action for update to ieum_app using (sits_in(council_id));
create policy actions_given on council_action for insert to ieum_app with check (keeps_council(council_id));
create policy actions_seen on council_action for select to ieum_app using (((open_from <= acting_day()) OR sits_in(council_id)));
create policy worker on council_action to ieum_worker using (true) with check (true);
grant insert, select, update on council_action to ieum_app;
grant delete, insert, select, update on council_action to ieum_worker;

create table council_decision (
  id uuid not null default gen_random_uuid(),
  council_id text not null,
  session_id uuid not null,
  item_id uuid not null,
  task_id uuid,
  number text not null,
  decided_on date not null,
  text_ko text not null,
  text_en text,
  without_objection boolean not null,
  votes_for integer,
  votes_against integer,
  votes_abstained integer,
  superseded_by uuid,
  agreement_id uuid,
  closed_ground text,
  open_from date,
  taken_by text not null,
  taken_at timestamp with time zone not null default now(),
  constraint council_decision_pkey PRIMARY KEY (id),
  constraint council_decision_council_id_number_key UNIQUE (council_id, number),
  constraint council_decision_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES link_agreement(id),
  constraint council_decision_council_id_fkey FOREIGN KEY (council_id) REFERENCES council(id),
  constraint council_decision_item_id_fkey FOREIGN KEY (item_id) REFERENCES agenda_item(id),
  constraint council_decision_session_id_fkey FOREIGN KEY (session_id) REFERENCES council_session(id),
  constraint council_decision_superseded_by_fkey FOREIGN KEY (superseded_by) REFERENCES council_decision(id),
  constraint council_decision_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES person(id),
  constraint council_decision_task_id_fkey FOREIGN KEY (task_id) REFERENCES collaboration_task(id),
  constraint council_decision_check CHECK ((without_objection = ((votes_for IS NULL) AND (votes_against IS NULL) AND (votes_abstained IS NULL)))),
  constraint council_decision_votes_abstained_check CHECK ((votes_abstained >= 0)),
  constraint council_decision_votes_against_check CHECK ((votes_against >= 0)),
  constraint council_decision_votes_for_check CHECK ((votes_for >= 0))
);
CREATE INDEX decisions_of_session ON public.council_decision USING btree (session_id, number);
alter table council_decision enable row level security;
alter table council_decision force row level security;
create policy decisions_of_councils_followed on council_decision for update to ieum_app using (keeps_council(council_id));
create policy decisions_of_councils_seen on council_decision for select to ieum_app using (((open_from <= acting_day()) OR sits_in(council_id)));
create policy decisions_of_councils_taken on council_decision for insert to ieum_app with check ((keeps_council(council_id) AND (taken_by = ( SELECT acting_person() AS acting_person))));
create policy worker on council_decision to ieum_worker using (true) with check (true);
CREATE TRIGGER keep_decision BEFORE DELETE OR UPDATE ON public.council_decision FOR EACH ROW EXECUTE FUNCTION keep_decision();
grant insert, select, update on council_decision to ieum_app;
grant delete, insert, select, update on council_decision to ieum_worker;

create table council_paper (
  id uuid not null default gen_random_uuid(),
  council_id text not null,
  session_id uuid,
  item_id uuid,
  action_id uuid,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 text not null,
  agency text not null,
  uploaded_by text not null,
  uploaded_at timestamp with time zone not null default now(),
  state text not null default 'waiting'::text,
  checked_at timestamp with time zone,
  checked_by text,
  refused_because text,
  removed_at timestamp with time zone,
  destroyed_at timestamp with time zone,
  tried_at timestamp with time zone,
  constraint council_paper_pkey PRIMARY KEY (id),
  constraint council_paper_action_id_fkey FOREIGN KEY (action_id) REFERENCES council_action(id),
  constraint council_paper_council_id_fkey FOREIGN KEY (council_id) REFERENCES council(id),
  constraint council_paper_item_id_fkey FOREIGN KEY (item_id) REFERENCES agenda_item(id) ON DELETE SET NULL,
  constraint council_paper_session_id_fkey FOREIGN KEY (session_id) REFERENCES council_session(id),
  constraint council_paper_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES person(id),
  constraint council_paper_bytes_check CHECK ((bytes > 0)),
  constraint council_paper_check CHECK (((session_id IS NULL) <> (action_id IS NULL))),
  constraint council_paper_check1 CHECK (((item_id IS NULL) OR (session_id IS NOT NULL))),
  constraint council_paper_check2 CHECK (((state = 'waiting'::text) = (checked_at IS NULL))),
  constraint council_paper_check3 CHECK (((checked_at IS NULL) = (checked_by IS NULL))),
  constraint council_paper_check4 CHECK (((state = 'refused'::text) = (refused_because IS NOT NULL))),
  constraint council_paper_checked_by_check CHECK ((checked_by = ANY (ARRAY['structure'::text, 'clamav'::text]))),
  constraint council_paper_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint council_paper_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'clean'::text, 'refused'::text])))
);
CREATE INDEX council_papers_to_destroy ON public.council_paper USING btree (sha256) WHERE (destroyed_at IS NULL);
CREATE INDEX council_papers_waiting ON public.council_paper USING btree (uploaded_at) WHERE ((state = 'waiting'::text) AND (removed_at IS NULL));
CREATE INDEX papers_of_action ON public.council_paper USING btree (action_id) WHERE (removed_at IS NULL);
CREATE INDEX papers_of_session ON public.council_paper USING btree (session_id) WHERE (removed_at IS NULL);
alter table council_paper enable row level security;
alter table council_paper force row level security;
create policy council_papers_brought on council_paper for insert to ieum_app with check ((sits_in(council_id) AND (agency = ( SELECT acting_agency() AS acting_agency)) AND (uploaded_by = ( SELECT acting_person() AS acting_person)) AND (state = 'waiting'::text) AND (removed_at IS NULL) AND (destroyed_at IS NULL) AND handles_papers(council_id, session_id, item_id, action_id, ARRAY['open'::text, 'reported'::text])));
create policy council_papers_removed on council_paper for update to ieum_app using ((((agency = ( SELECT acting_agency() AS acting_agency)) OR keeps_council(council_id)) AND sits_in(council_id) AND handles_papers(council_id, session_id, item_id, action_id, ARRAY['open'::text])));
create policy council_papers_seen on council_paper for select to ieum_app using (sits_in(council_id));
create policy worker on council_paper to ieum_worker using (true) with check (true);
grant insert, select on council_paper to ieum_app;
grant delete, insert, select, update on council_paper to ieum_worker;
grant update on council_paper (removed_at) to ieum_app;

create table council_seat (
  id uuid not null default gen_random_uuid(),
  council_id text not null,
  agency text,
  post_id uuid,
  title_ko text not null,
  title_en text,
  kind text not null default 'member'::text,
  side text,
  "position" integer not null,
  since date not null,
  until date,
  constraint council_seat_pkey PRIMARY KEY (id),
  constraint council_seat_council_id_fkey FOREIGN KEY (council_id) REFERENCES council(id),
  constraint council_seat_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id),
  constraint council_seat_check CHECK ((until >= since)),
  constraint council_seat_kind_check CHECK ((kind = ANY (ARRAY['chair'::text, 'member'::text, 'observer'::text])))
);
CREATE INDEX seats_of_agency ON public.council_seat USING btree (agency) WHERE (until IS NULL);
CREATE INDEX seats_of_council ON public.council_seat USING btree (council_id, "position");
alter table council_seat enable row level security;
alter table council_seat force row level security;
create policy seats_held on council_seat for update to ieum_app using (((agency = ( SELECT acting_agency() AS acting_agency)) AND (( SELECT acting_role() AS acting_role) = ANY (ARRAY['secretary'::text, 'agency-administrator'::text])) AND (until IS NULL) AND (EXISTS ( SELECT
   FROM council c
  WHERE ((c.id = council_seat.council_id) AND (c.dissolved_on IS NULL)))))) with check (((post_id IS NULL) OR (EXISTS ( SELECT
   FROM post p
  WHERE ((p.id = council_seat.post_id) AND (p.agency = council_seat.agency) AND (p.closed_at IS NULL))))));
create policy seats_kept on council_seat for insert to ieum_app with check (keeps_council(council_id));
create policy seats_seen on council_seat for select to ieum_app using ((EXISTS ( SELECT
   FROM council
  WHERE (council.id = council_seat.council_id))));
create policy worker on council_seat to ieum_worker using (true) with check (true);
grant insert, select on council_seat to ieum_app;
grant delete, insert, select, update on council_seat to ieum_worker;
grant update on council_seat (post_id) to ieum_app;

create table council_session (
  id uuid not null default gen_random_uuid(),
  council_id text not null,
  number integer not null,
  held_on date not null,
  begins text not null,
  place_ko text,
  place_en text,
  host text,
  chair_seat uuid,
  state text not null default 'planned'::text,
  current_item uuid,
  item_began timestamp with time zone,
  opened_at timestamp with time zone,
  ended_at timestamp with time zone,
  minuted_at timestamp with time zone,
  minuted_by text,
  open_from date,
  from_catalogue boolean not null default false,
  changed integer not null default 1,
  called_at timestamp with time zone,
  quorum_seats numeric,
  quorum_every_agency boolean,
  constraint council_session_pkey PRIMARY KEY (id),
  constraint council_session_council_id_number_key UNIQUE (council_id, number),
  constraint council_session_chair_seat_fkey FOREIGN KEY (chair_seat) REFERENCES council_seat(id),
  constraint council_session_council_id_fkey FOREIGN KEY (council_id) REFERENCES council(id),
  constraint council_session_current_item_fkey FOREIGN KEY (current_item) REFERENCES agenda_item(id),
  constraint council_session_minuted_by_fkey FOREIGN KEY (minuted_by) REFERENCES person(id),
  constraint council_session_begins_check CHECK ((begins ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text)),
  constraint council_session_number_check CHECK ((number >= 1)),
  constraint council_session_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'called'::text, 'sitting'::text, 'ended'::text, 'minuted'::text, 'cancelled'::text])))
);
alter table council_session enable row level security;
alter table council_session force row level security;
create policy sessions_kept on council_session for update to ieum_app using (keeps_council(council_id));
create policy sessions_planned on council_session for insert to ieum_app with check (keeps_council(council_id));
create policy sessions_seen on council_session for select to ieum_app using (((open_from <= acting_day()) OR sits_in(council_id)));
create policy worker on council_session to ieum_worker using (true) with check (true);
grant insert, select, update on council_session to ieum_app;
grant delete, insert, select, update on council_session to ieum_worker;

create table credential (
  id text not null,
  person_id text not null,
  provider_id text not null,
  account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint credential_pkey PRIMARY KEY (id),
  constraint credential_provider_id_account_id_key UNIQUE (provider_id, account_id),
  constraint credential_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint credential_access_token_check CHECK ((access_token IS NULL)),
  constraint credential_id_token_check CHECK ((id_token IS NULL)),
  constraint credential_refresh_token_check CHECK ((refresh_token IS NULL))
);
CREATE INDEX credential_person ON public.credential USING btree (person_id);

create table delivery (
  id uuid not null default gen_random_uuid(),
  channel text not null,
  address text not null,
  event text not null,
  body jsonb not null,
  agency text,
  state text not null default 'waiting'::text,
  attempts integer not null default 0,
  due_at timestamp with time zone not null default now(),
  leased_until timestamp with time zone,
  last_error text,
  created_at timestamp with time zone not null default now(),
  delivered_at timestamp with time zone,
  receipt jsonb,
  constraint delivery_pkey PRIMARY KEY (id),
  constraint delivery_channel_address_event_key UNIQUE (channel, address, event),
  constraint delivery_channel_check CHECK ((channel = ANY (ARRAY['mail'::text, 'webhook'::text, 'exchange'::text, 'fetch'::text]))),
  constraint delivery_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'given-up'::text])))
);
CREATE INDEX deliveries_waiting ON public.delivery USING btree (due_at) WHERE (state = 'waiting'::text);
alter table delivery enable row level security;
alter table delivery force row level security;
create policy worker on delivery to ieum_worker using (true) with check (true);
grant delete, insert, select, update on delivery to ieum_worker;

create table exchange_message (
  id text not null,
  installation_id text not null,
  direction text not null,
  referral_id uuid,
  body_sha256 text not null,
  receipt text,
  at timestamp with time zone not null default now(),
  constraint exchange_message_pkey PRIMARY KEY (installation_id, direction, id),
  constraint exchange_message_installation_id_fkey FOREIGN KEY (installation_id) REFERENCES installation(id),
  constraint exchange_message_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES referral(id),
  constraint exchange_message_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text])))
);
alter table exchange_message enable row level security;
alter table exchange_message force row level security;
create policy worker on exchange_message to ieum_worker using (true) with check (true);
grant delete, insert, select, update on exchange_message to ieum_worker;

create table fact (
  id uuid not null default gen_random_uuid(),
  firm_id uuid not null,
  name text not null,
  value jsonb not null,
  source text not null,
  source_name text not null,
  source_agency text,
  as_of date not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by text,
  withdrawn_at timestamp with time zone,
  constraint fact_pkey PRIMARY KEY (id),
  constraint fact_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES firm(id),
  constraint fact_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint fact_check CHECK ((((source = 'entered'::text) = ((source_agency IS NULL) AND (recorded_by IS NOT NULL))) OR (source <> 'entered'::text))),
  constraint fact_source_check CHECK ((source = ANY (ARRAY['entered'::text, 'registry'::text, 'decision'::text])))
);
CREATE INDEX facts_of_agency ON public.fact USING btree (source_agency, firm_id) WHERE ((source_agency IS NOT NULL) AND (withdrawn_at IS NULL));
CREATE INDEX facts_of_firm ON public.fact USING btree (firm_id, name, as_of DESC, recorded_at DESC) WHERE (withdrawn_at IS NULL);
alter table fact enable row level security;
alter table fact force row level security;
create policy facts_recorded on fact for insert to ieum_app with check (((recorded_by = ( SELECT acting_person() AS acting_person)) AND (((source = 'entered'::text) AND (source_agency IS NULL) AND (firm_id = ( SELECT acting_firm() AS acting_firm))) OR ((source <> 'entered'::text) AND (source_agency = ( SELECT acting_agency() AS acting_agency)) AND knows_firm(firm_id)))));
create policy facts_seen on fact for select to ieum_app using (((firm_id = ( SELECT acting_firm() AS acting_firm)) OR (source_agency = ( SELECT acting_agency() AS acting_agency)) OR (EXISTS ( SELECT
   FROM live_consents(fact.firm_id) c(id, firm_id, referral_id, kind, recipient_agency, purpose, facts, participations, papers, until, refusal, text_id, text_version, text_language, text_body, given_by, given_at, withdrawn_at, withdrawn_by)
  WHERE (fact.name = ANY (c.facts))))));
create policy facts_taken_back on fact for update to ieum_app using ((((source = 'entered'::text) AND (firm_id = ( SELECT acting_firm() AS acting_firm))) OR ((source <> 'entered'::text) AND (source_agency = ( SELECT acting_agency() AS acting_agency)))));
create policy worker on fact to ieum_worker using (true) with check (true);
grant insert, select on fact to ieum_app;
grant delete, insert, select, update on fact to ieum_worker;
grant update on fact (withdrawn_at) to ieum_app;

create table firm (
  id uuid not null default gen_random_uuid(),
  number text not null,
  name_ko text not null,
  name_en text,
  registered_at timestamp with time zone not null default now(),
  constraint firm_pkey PRIMARY KEY (id),
  constraint firm_number_key UNIQUE (number)
);
alter table firm enable row level security;
alter table firm force row level security;
create policy known_firms on firm for select to ieum_app using (((id = ( SELECT acting_firm() AS acting_firm)) OR knows_firm(id)));
create policy worker on firm to ieum_worker using (true) with check (true);
grant select on firm to ieum_app;
grant delete, insert, select, update on firm to ieum_worker;

create table firm_member (
  firm_id uuid not null,
  person_id text not null,
  kind text not null,
  since timestamp with time zone not null default now(),
  until timestamp with time zone,
  let_in_by text,
  constraint firm_member_pkey PRIMARY KEY (firm_id, person_id, since),
  constraint firm_member_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES firm(id),
  constraint firm_member_let_in_by_fkey FOREIGN KEY (let_in_by) REFERENCES person(id),
  constraint firm_member_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint firm_member_check CHECK ((until >= since)),
  constraint firm_member_kind_check CHECK ((kind = ANY (ARRAY['member'::text, 'adviser'::text])))
);
CREATE UNIQUE INDEX firm_joined_once ON public.firm_member USING btree (firm_id, person_id) WHERE (until IS NULL);
CREATE INDEX firms_of_person ON public.firm_member USING btree (person_id) WHERE (until IS NULL);
alter table firm_member enable row level security;
alter table firm_member force row level security;
create policy own_firm_lets_go on firm_member for update to ieum_app using ((firm_id = ( SELECT acting_firm() AS acting_firm)));
create policy own_firm_lets_in on firm_member for insert to ieum_app with check ((firm_id = ( SELECT acting_firm() AS acting_firm)));
create policy own_members on firm_member for select to ieum_app using (((person_id = ( SELECT acting_person() AS acting_person)) OR (firm_id = ( SELECT acting_firm() AS acting_firm))));
create policy worker on firm_member to ieum_worker using (true) with check (true);
grant insert, select, update on firm_member to ieum_app;
grant delete, insert, select, update on firm_member to ieum_worker;

create table firm_request (
  id uuid not null default gen_random_uuid(),
  person_id text not null,
  number text not null,
  name_ko text not null,
  kind text not null,
  token_sha256 text not null,
  asked_at timestamp with time zone not null default now(),
  until timestamp with time zone not null,
  settled_at timestamp with time zone,
  constraint firm_request_pkey PRIMARY KEY (id),
  constraint firm_request_token_sha256_key UNIQUE (token_sha256),
  constraint firm_request_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint firm_request_kind_check CHECK ((kind = ANY (ARRAY['member'::text, 'adviser'::text])))
);
CREATE INDEX requests_for_number ON public.firm_request USING btree (number) WHERE (settled_at IS NULL);
CREATE INDEX requests_of_person ON public.firm_request USING btree (person_id, asked_at);
alter table firm_request enable row level security;
alter table firm_request force row level security;
create policy own_requests on firm_request for select to ieum_app using ((person_id = ( SELECT acting_person() AS acting_person)));
create policy worker on firm_request to ieum_worker using (true) with check (true);
grant select on firm_request to ieum_app;
grant delete, insert, select, update on firm_request to ieum_worker;

create table installation (
  id text not null,
  name text not null,
  base_url text not null,
  public_key jsonb not null,
  agencies text[] not null,
  added_at timestamp with time zone not null default now(),
  closed_at timestamp with time zone,
  former_keys jsonb not null default '[]'::jsonb,
  constraint installation_pkey PRIMARY KEY (id)
);
alter table installation enable row level security;
alter table installation force row level security;
create policy worker on installation to ieum_worker using (true) with check (true);
grant delete, insert, select, update on installation to ieum_worker;

create table invitation (
  id uuid not null default gen_random_uuid(),
  post_id uuid not null,
  email text not null,
  invited_by text,
  invited_at timestamp with time zone not null default now(),
  until timestamp with time zone not null,
  settled_at timestamp with time zone,
  constraint invitation_pkey PRIMARY KEY (id),
  constraint invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES person(id),
  constraint invitation_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id),
  constraint invitation_email_check CHECK ((email = lower(email)))
);
CREATE INDEX invitations_to ON public.invitation USING btree (email) WHERE (settled_at IS NULL);
CREATE UNIQUE INDEX invited_once ON public.invitation USING btree (post_id, email) WHERE (settled_at IS NULL);
alter table invitation enable row level security;
alter table invitation force row level security;
create policy invitations_of_agency on invitation for select to ieum_app using (((( SELECT acting_role() AS acting_role) = 'agency-administrator'::text) AND (EXISTS ( SELECT
   FROM post p
  WHERE ((p.id = invitation.post_id) AND (p.agency = ( SELECT acting_agency() AS acting_agency)))))));
create policy own_agency_invites on invitation for insert to ieum_app with check (((( SELECT acting_role() AS acting_role) = 'agency-administrator'::text) AND (invited_by = ( SELECT acting_person() AS acting_person)) AND (EXISTS ( SELECT
   FROM post p
  WHERE ((p.id = invitation.post_id) AND (p.agency = ( SELECT acting_agency() AS acting_agency)))))));
create policy own_agency_takes_back on invitation for update to ieum_app using (((( SELECT acting_role() AS acting_role) = 'agency-administrator'::text) AND (EXISTS ( SELECT
   FROM post p
  WHERE ((p.id = invitation.post_id) AND (p.agency = ( SELECT acting_agency() AS acting_agency)))))));
create policy own_invitations on invitation for select to ieum_app using ((email = ( SELECT person.email
   FROM person
  WHERE (person.id = ( SELECT acting_person() AS acting_person)))));
create policy worker on invitation to ieum_worker using (true) with check (true);
grant insert, select, update on invitation to ieum_app;
grant delete, insert, select, update on invitation to ieum_worker;

create table kept_outcome (
  person_id text not null,
  key text not null,
  request_sha256 text not null,
  outcome jsonb not null,
  created_at timestamp with time zone not null default now(),
  constraint kept_outcome_pkey PRIMARY KEY (person_id, key),
  constraint kept_outcome_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
alter table kept_outcome enable row level security;
alter table kept_outcome force row level security;
create policy own_outcomes on kept_outcome to ieum_app using ((person_id = ( SELECT acting_person() AS acting_person))) with check ((person_id = ( SELECT acting_person() AS acting_person)));
create policy worker on kept_outcome to ieum_worker using (true) with check (true);
grant insert, select, update on kept_outcome to ieum_app;
grant delete, insert, select, update on kept_outcome to ieum_worker;

create table link_agreement (
  id uuid not null default gen_random_uuid(),
  link text not null,
  version integer not null,
  from_programme text not null,
  outcome text not null,
  to_programme text not null,
  kind text not null,
  from_agency text not null,
  to_agency text not null,
  proposed_by text not null,
  days_to_answer integer not null,
  remind_before integer not null default 2,
  expire_after integer not null default 20,
  places integer,
  waives text[] not null default '{}'::text[],
  accepts text[] not null default '{}'::text[],
  legal_basis text not null,
  purpose_ko text not null,
  purpose_en text not null,
  council_task text,
  valid_from date not null,
  valid_to date,
  state text not null default 'drafted'::text,
  reason text,
  ended_on date,
  superseded_by uuid,
  changed integer not null default 1,
  writers text[] not null default '{}'::text[],
  created_at timestamp with time zone not null default now(),
  offered_at timestamp with time zone,
  agreed_at timestamp with time zone,
  constraint link_agreement_pkey PRIMARY KEY (id),
  constraint link_agreement_link_version_key UNIQUE (link, version),
  constraint link_agreement_superseded_by_fkey FOREIGN KEY (superseded_by) REFERENCES link_agreement(id),
  constraint link_agreement_check CHECK (((proposed_by = from_agency) OR (proposed_by = to_agency))),
  constraint link_agreement_check1 CHECK ((valid_to >= valid_from)),
  constraint link_agreement_check2 CHECK ((from_agency <> to_agency)),
  constraint link_agreement_days_to_answer_check CHECK (((days_to_answer >= 1) AND (days_to_answer <= 250))),
  constraint link_agreement_expire_after_check CHECK ((expire_after >= 1)),
  constraint link_agreement_kind_check CHECK ((kind = ANY (ARRAY['required'::text, 'preferred'::text, 'relaxes'::text, 'follow-on'::text, 'raises'::text]))),
  constraint link_agreement_outcome_check CHECK ((outcome = ANY (ARRAY['selected'::text, 'completed'::text]))),
  constraint link_agreement_places_check CHECK ((places >= 1)),
  constraint link_agreement_remind_before_check CHECK ((remind_before >= 0)),
  constraint link_agreement_state_check CHECK ((state = ANY (ARRAY['drafted'::text, 'proposed'::text, 'offered'::text, 'reviewed'::text, 'agreed'::text, 'refused'::text, 'withdrawn'::text, 'ended'::text]))),
  constraint link_agreement_version_check CHECK ((version >= 1))
);
CREATE INDEX agreements_from ON public.link_agreement USING btree (from_agency, state);
CREATE INDEX agreements_to ON public.link_agreement USING btree (to_agency, state);
CREATE UNIQUE INDEX one_agreed_version ON public.link_agreement USING btree (link) WHERE ((state = 'agreed'::text) AND (superseded_by IS NULL));
alter table link_agreement enable row level security;
alter table link_agreement force row level security;
create policy agreements_drafted on link_agreement for insert to ieum_app with check ((proposed_by = ( SELECT acting_agency() AS acting_agency)));
create policy agreements_moved on link_agreement for update to ieum_app using (((( SELECT acting_agency() AS acting_agency) = from_agency) OR (( SELECT acting_agency() AS acting_agency) = to_agency)));
create policy agreements_seen on link_agreement for select to ieum_app using (((proposed_by = ( SELECT acting_agency() AS acting_agency)) OR (((( SELECT acting_agency() AS acting_agency) = from_agency) OR (( SELECT acting_agency() AS acting_agency) = to_agency)) AND (offered_at IS NOT NULL)) OR (state = ANY (ARRAY['agreed'::text, 'ended'::text]))));
create policy worker on link_agreement to ieum_worker using (true) with check (true);
grant insert, select, update on link_agreement to ieum_app;
grant delete, insert, select, update on link_agreement to ieum_worker;

create table link_signature (
  agreement_id uuid not null,
  step text not null,
  agency text not null,
  post_id uuid not null,
  person_id text not null,
  at timestamp with time zone not null default now(),
  constraint link_signature_pkey PRIMARY KEY (agreement_id, step),
  constraint link_signature_agreement_id_person_id_key UNIQUE (agreement_id, person_id),
  constraint link_signature_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES link_agreement(id),
  constraint link_signature_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint link_signature_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id),
  constraint link_signature_step_check CHECK ((step = ANY (ARRAY['propose'::text, 'offer'::text, 'review'::text, 'agree'::text])))
);
alter table link_signature enable row level security;
alter table link_signature force row level security;
create policy signatures_given on link_signature for insert to ieum_app with check (((agency = ( SELECT acting_agency() AS acting_agency)) AND (post_id = ( SELECT acting_post() AS acting_post)) AND (person_id = ( SELECT acting_person() AS acting_person)) AND ((step = ANY (ARRAY['propose'::text, 'review'::text])) OR (NOT (EXISTS ( SELECT
   FROM link_agreement a
  WHERE ((a.id = link_signature.agreement_id) AND (( SELECT acting_person() AS acting_person) = ANY (a.writers)))))))));
create policy signatures_seen on link_signature for select to ieum_app using (sees_agreement(agreement_id));
create policy worker on link_signature to ieum_worker using (true) with check (true);
grant insert, select on link_signature to ieum_app;
grant delete, insert, select, update on link_signature to ieum_worker;

create table look_elsewhere (
  installation_id text not null,
  lane text not null,
  seq bigint not null,
  referral_id uuid not null,
  firm_id uuid not null,
  at timestamp with time zone not null,
  operation text not null,
  basis text not null,
  reason text,
  consents uuid[] not null default '{}'::uuid[],
  post_ko text,
  post_en text,
  told_at timestamp with time zone not null default now(),
  constraint look_elsewhere_pkey PRIMARY KEY (installation_id, lane, seq, firm_id),
  constraint look_elsewhere_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES firm(id),
  constraint look_elsewhere_installation_id_fkey FOREIGN KEY (installation_id) REFERENCES installation(id),
  constraint look_elsewhere_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES referral(id)
);
CREATE INDEX looks_elsewhere_of_firm ON public.look_elsewhere USING btree (firm_id, at DESC);
alter table look_elsewhere enable row level security;
alter table look_elsewhere force row level security;
create policy own_looks_elsewhere on look_elsewhere for select to ieum_app using ((firm_id = ( SELECT acting_firm() AS acting_firm)));
create policy worker on look_elsewhere to ieum_worker using (true) with check (true);
grant select on look_elsewhere to ieum_app;
grant delete, insert, select, update on look_elsewhere to ieum_worker;

create table looks_told (
  lane text not null,
  seq bigint not null,
  constraint looks_told_pkey PRIMARY KEY (lane)
);
alter table looks_told enable row level security;
alter table looks_told force row level security;
create policy worker on looks_told to ieum_worker using (true) with check (true);
grant delete, insert, select, update on looks_told to ieum_worker;

create table migrations (
  number integer not null,
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migrations_pkey PRIMARY KEY (number)
);

create table notice (
  id uuid not null default gen_random_uuid(),
  person_id text,
  post_id uuid,
  event text not null,
  kind text not null,
  referral_id uuid,
  firm_id uuid,
  agreement_id uuid,
  detail jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null default now(),
  read_at timestamp with time zone,
  read_by text,
  constraint notice_pkey PRIMARY KEY (id),
  constraint notice_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES link_agreement(id),
  constraint notice_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES firm(id),
  constraint notice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint notice_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id),
  constraint notice_read_by_fkey FOREIGN KEY (read_by) REFERENCES person(id),
  constraint notice_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES referral(id),
  constraint notice_check CHECK (((person_id IS NULL) <> (post_id IS NULL)))
);
CREATE INDEX notices_filled_in ON public.notice USING btree (referral_id) WHERE (kind = 'referral.filled-in'::text);
CREATE UNIQUE INDEX one_notice_a_person ON public.notice USING btree (person_id, event) WHERE (person_id IS NOT NULL);
CREATE UNIQUE INDEX one_notice_a_post ON public.notice USING btree (post_id, event) WHERE (post_id IS NOT NULL);
CREATE INDEX unread_notices ON public.notice USING btree (person_id, created_at) WHERE (read_at IS NULL);
alter table notice enable row level security;
alter table notice force row level security;
create policy own_notices on notice for select to ieum_app using (((person_id = ( SELECT acting_person() AS acting_person)) OR (post_id = ( SELECT acting_post() AS acting_post))));
create policy own_notices_read on notice for update to ieum_app using (((person_id = ( SELECT acting_person() AS acting_person)) OR (post_id = ( SELECT acting_post() AS acting_post))));
create policy worker on notice to ieum_worker using (true) with check (true);
grant select, update on notice to ieum_app;
grant delete, insert, select, update on notice to ieum_worker;

create table one_time_link (
  token_sha256 text not null,
  referral_id uuid not null,
  agency text not null,
  mail text not null,
  created_at timestamp with time zone not null default now(),
  until timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint one_time_link_pkey PRIMARY KEY (token_sha256),
  constraint one_time_link_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES referral(id)
);
alter table one_time_link enable row level security;
alter table one_time_link force row level security;
create policy worker on one_time_link to ieum_worker using (true) with check (true);
grant delete, insert, select, update on one_time_link to ieum_worker;

create table paper (
  id uuid not null default gen_random_uuid(),
  firm_id uuid not null,
  kind text not null,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 text not null,
  state text not null default 'waiting'::text,
  uploaded_by text not null,
  uploaded_at timestamp with time zone not null default now(),
  checked_at timestamp with time zone,
  checked_by text,
  refused_because text,
  removed_at timestamp with time zone,
  destroyed_at timestamp with time zone,
  came_with uuid,
  tried_at timestamp with time zone,
  constraint paper_pkey PRIMARY KEY (id),
  constraint paper_came_with_fkey FOREIGN KEY (came_with) REFERENCES referral(id),
  constraint paper_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES firm(id),
  constraint paper_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES person(id),
  constraint paper_bytes_check CHECK ((bytes > 0)),
  constraint paper_check CHECK (((state = 'waiting'::text) = (checked_at IS NULL))),
  constraint paper_check1 CHECK (((checked_at IS NULL) = (checked_by IS NULL))),
  constraint paper_check2 CHECK (((state = 'refused'::text) = (refused_because IS NOT NULL))),
  constraint paper_checked_by_check CHECK ((checked_by = ANY (ARRAY['structure'::text, 'clamav'::text]))),
  constraint paper_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint paper_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'clean'::text, 'refused'::text])))
);
CREATE INDEX papers_of_case ON public.paper USING btree (came_with) WHERE (came_with IS NOT NULL);
CREATE INDEX papers_of_firm ON public.paper USING btree (firm_id) WHERE (removed_at IS NULL);
CREATE INDEX papers_to_destroy ON public.paper USING btree (sha256) WHERE (destroyed_at IS NULL);
CREATE INDEX papers_waiting ON public.paper USING btree (uploaded_at) WHERE ((state = 'waiting'::text) AND (removed_at IS NULL));
alter table paper enable row level security;
alter table paper force row level security;
create policy papers_brought on paper for insert to ieum_app with check (((firm_id = ( SELECT acting_firm() AS acting_firm)) AND (uploaded_by = ( SELECT acting_person() AS acting_person)) AND (state = 'waiting'::text) AND (came_with IS NULL)));
create policy papers_removed on paper for update to ieum_app using ((firm_id = ( SELECT acting_firm() AS acting_firm)));
create policy papers_seen on paper for select to ieum_app using (((firm_id = ( SELECT acting_firm() AS acting_firm)) OR (EXISTS ( SELECT
   FROM live_consents(paper.firm_id) c(id, firm_id, referral_id, kind, recipient_agency, purpose, facts, participations, papers, until, refusal, text_id, text_version, text_language, text_body, given_by, given_at, withdrawn_at, withdrawn_by)
  WHERE (paper.id = ANY (c.papers))))));
create policy worker on paper to ieum_worker using (true) with check (true);
grant insert, select on paper to ieum_app;
grant delete, insert, select, update on paper to ieum_worker;
grant update on paper (removed_at) to ieum_app;

create table participation (
  id uuid not null default gen_random_uuid(),
  firm_id uuid not null,
  programme text not null,
  edition text not null,
  outcome text not null,
  role text not null default 'lead'::text,
  on_day date not null,
  amount bigint,
  details jsonb not null default '{}'::jsonb,
  source text not null,
  source_agency text,
  referral_id uuid,
  recorded_at timestamp with time zone not null default now(),
  recorded_by text,
  withdrawn_at timestamp with time zone,
  constraint participation_pkey PRIMARY KEY (id),
  constraint participation_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES firm(id),
  constraint participation_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint participation_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES referral(id),
  constraint participation_amount_check CHECK ((amount >= 0)),
  constraint participation_outcome_check CHECK ((outcome = ANY (ARRAY['applied'::text, 'selected'::text, 'completed'::text, 'failed'::text]))),
  constraint participation_role_check CHECK ((role = ANY (ARRAY['lead'::text, 'member'::text]))),
  constraint participation_source_check CHECK ((source = ANY (ARRAY['entered'::text, 'registry'::text, 'decision'::text])))
);
CREATE UNIQUE INDEX participation_once ON public.participation USING btree (firm_id, programme, edition, outcome, source) WHERE (withdrawn_at IS NULL);
CREATE INDEX participations_of_firm ON public.participation USING btree (firm_id, on_day) WHERE (withdrawn_at IS NULL);
CREATE INDEX participations_of_programme ON public.participation USING btree (source_agency, programme, outcome, on_day) WHERE (withdrawn_at IS NULL);
alter table participation enable row level security;
alter table participation force row level security;
create policy participations_recorded on participation for insert to ieum_app with check ((((source = 'entered'::text) AND (source_agency IS NULL) AND (firm_id = ( SELECT acting_firm() AS acting_firm))) OR ((source <> 'entered'::text) AND (source_agency = ( SELECT acting_agency() AS acting_agency)))));
create policy participations_seen on participation for select to ieum_app using (((firm_id = ( SELECT acting_firm() AS acting_firm)) OR (source_agency = ( SELECT acting_agency() AS acting_agency)) OR (EXISTS ( SELECT
   FROM live_consents(participation.firm_id) c(id, firm_id, referral_id, kind, recipient_agency, purpose, facts, participations, papers, until, refusal, text_id, text_version, text_language, text_body, given_by, given_at, withdrawn_at, withdrawn_by)
  WHERE c.participations))));
create policy participations_taken_back on participation for update to ieum_app using ((((source = 'entered'::text) AND (firm_id = ( SELECT acting_firm() AS acting_firm))) OR ((source <> 'entered'::text) AND (source_agency = ( SELECT acting_agency() AS acting_agency)))));
create policy worker on participation to ieum_worker using (true) with check (true);
grant insert, select on participation to ieum_app;
grant delete, insert, select, update on participation to ieum_worker;
grant update on participation (withdrawn_at) to ieum_app;

create table passed_paper (
  referral_id uuid not null,
  paper uuid not null,
  direction text not null,
  paper_id uuid not null,
  kind text not null,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 text not null,
  state text not null default 'awaited'::text,
  because text,
  told text not null default 'awaited'::text,
  statement text,
  since timestamp with time zone not null default now(),
  tried_at timestamp with time zone,
  constraint passed_paper_pkey PRIMARY KEY (referral_id, paper),
  constraint passed_paper_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES referral(id),
  constraint passed_paper_bytes_check CHECK ((bytes > 0)),
  constraint passed_paper_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text]))),
  constraint passed_paper_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint passed_paper_state_check CHECK ((state = ANY (ARRAY['awaited'::text, 'here'::text, 'refused'::text, 'taken-back'::text, 'destroyed'::text])))
);
CREATE UNIQUE INDEX passed_paper_here ON public.passed_paper USING btree (paper_id) WHERE (direction = 'in'::text);
CREATE INDEX passed_papers_to_settle ON public.passed_paper USING btree (since) WHERE ((direction = 'in'::text) AND ((state = ANY (ARRAY['awaited'::text, 'here'::text, 'taken-back'::text])) OR (told <> state)));
alter table passed_paper enable row level security;
alter table passed_paper force row level security;
create policy worker on passed_paper to ieum_worker using (true) with check (true);
grant delete, insert, select, update on passed_paper to ieum_worker;

create table person (
  id text not null,
  email text not null,
  email_verified boolean not null default false,
  name text not null,
  image text,
  locale text not null default 'ko'::text,
  two_factor_enabled boolean not null default false,
  closed_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint person_pkey PRIMARY KEY (id),
  constraint person_email_key UNIQUE (email),
  constraint person_email_check CHECK ((email = lower(email))),
  constraint person_locale_check CHECK ((locale = ANY (ARRAY['ko'::text, 'en'::text])))
);
grant select on person (id) to ieum_app;
grant insert, select on person (id) to ieum_worker;
grant select on person (email) to ieum_app;
grant insert, select on person (email) to ieum_worker;
grant select on person (name) to ieum_app;
grant insert, select on person (name) to ieum_worker;
grant select on person (locale) to ieum_app;
grant select on person (locale) to ieum_worker;
grant select on person (two_factor_enabled) to ieum_app;
grant select, update on person (two_factor_enabled) to ieum_worker;
grant select on person (closed_at) to ieum_app;
grant insert, select on person (closed_at) to ieum_worker;
grant update on person (updated_at) to ieum_worker;

create table post (
  id uuid not null default gen_random_uuid(),
  agency text not null,
  role text not null,
  name_ko text not null,
  name_en text not null,
  programmes text[] not null default '{}'::text[],
  created_at timestamp with time zone not null default now(),
  closed_at timestamp with time zone,
  constraint post_pkey PRIMARY KEY (id),
  constraint post_role_check CHECK ((role = ANY (ARRAY['desk-officer'::text, 'programme-owner'::text, 'approver'::text, 'agency-administrator'::text, 'secretary'::text, 'auditor'::text])))
);
CREATE INDEX post_of_agency ON public.post USING btree (agency);
alter table post enable row level security;
alter table post force row level security;
create policy own_agency_changes on post for update to ieum_app using (((agency = ( SELECT acting_agency() AS acting_agency)) AND (( SELECT acting_role() AS acting_role) = 'agency-administrator'::text)));
create policy own_agency_opens on post for insert to ieum_app with check (((agency = ( SELECT acting_agency() AS acting_agency)) AND (( SELECT acting_role() AS acting_role) = 'agency-administrator'::text)));
create policy posts_of_agencies on post for select to ieum_app using (true);
create policy worker on post to ieum_worker using (true) with check (true);
grant insert, select, update on post to ieum_app;
grant delete, insert, select, update on post to ieum_worker;

create table post_holder (
  post_id uuid not null,
  person_id text not null,
  since timestamp with time zone not null default now(),
  until timestamp with time zone,
  appointed_by text,
  constraint post_holder_pkey PRIMARY KEY (post_id, person_id, since),
  constraint post_holder_appointed_by_fkey FOREIGN KEY (appointed_by) REFERENCES person(id),
  constraint post_holder_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint post_holder_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id),
  constraint post_holder_check CHECK ((until >= since))
);
CREATE UNIQUE INDEX post_held_once ON public.post_holder USING btree (post_id, person_id) WHERE (until IS NULL);
CREATE INDEX posts_of_person ON public.post_holder USING btree (person_id) WHERE (until IS NULL);
alter table post_holder enable row level security;
alter table post_holder force row level security;
create policy holders on post_holder for select to ieum_app using (((person_id = ( SELECT acting_person() AS acting_person)) OR (( SELECT acting_agency() AS acting_agency) IS NOT NULL)));
create policy own_agency_appoints on post_holder for insert to ieum_app with check (((( SELECT acting_role() AS acting_role) = 'agency-administrator'::text) AND (appointed_by = ( SELECT acting_person() AS acting_person)) AND (EXISTS ( SELECT
   FROM post p
  WHERE ((p.id = post_holder.post_id) AND (p.agency = ( SELECT acting_agency() AS acting_agency)) AND ((post_holder.person_id <> ( SELECT acting_person() AS acting_person)) OR (p.role <> ALL (ARRAY['approver'::text, 'auditor'::text]))))))));
create policy own_agency_relieves on post_holder for update to ieum_app using (((( SELECT acting_role() AS acting_role) = 'agency-administrator'::text) AND (EXISTS ( SELECT
   FROM post p
  WHERE ((p.id = post_holder.post_id) AND (p.agency = ( SELECT acting_agency() AS acting_agency)))))));
create policy worker on post_holder to ieum_worker using (true) with check (true);
grant insert, select, update on post_holder to ieum_app;
grant delete, insert, select, update on post_holder to ieum_worker;

create table referral (
  id uuid not null default gen_random_uuid(),
  number text not null,
  agreement_id uuid not null,
  firm_id uuid not null,
  from_agency text not null,
  to_agency text not null,
  from_programme text not null,
  to_programme text not null,
  state text not null default 'drafted'::text,
  changed integer not null default 1,
  sender_post uuid,
  receiver_post uuid,
  batch_id uuid,
  rerouted_from uuid,
  due date,
  days_left integer,
  reason text,
  drafted_on date not null,
  sent_on date,
  answered_on date,
  answered_due date,
  closed_on date,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  installation_id text,
  constraint referral_pkey PRIMARY KEY (id),
  constraint referral_number_key UNIQUE (number),
  constraint referral_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES link_agreement(id),
  constraint referral_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES referral_batch(id),
  constraint referral_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES firm(id),
  constraint referral_installation_id_fkey FOREIGN KEY (installation_id) REFERENCES installation(id),
  constraint referral_receiver_post_fkey FOREIGN KEY (receiver_post) REFERENCES post(id),
  constraint referral_rerouted_from_fkey FOREIGN KEY (rerouted_from) REFERENCES referral(id),
  constraint referral_sender_post_fkey FOREIGN KEY (sender_post) REFERENCES post(id),
  constraint referral_check CHECK ((from_agency <> to_agency)),
  constraint referral_state_check CHECK ((state = ANY (ARRAY['drafted'::text, 'consented'::text, 'sent'::text, 'received'::text, 'under-review'::text, 'returned'::text, 'accepted'::text, 'declined'::text, 'enrolled'::text, 'completed'::text, 'failed'::text, 'recalled'::text, 'withdrawn'::text, 'expired'::text, 're-routed'::text])))
);
CREATE UNIQUE INDEX one_live_referral ON public.referral USING btree (firm_id, to_programme) WHERE (state = ANY (ARRAY['drafted'::text, 'consented'::text, 'sent'::text, 'received'::text, 'under-review'::text, 'returned'::text, 'accepted'::text, 'enrolled'::text]));
CREATE INDEX referrals_at_post ON public.referral USING btree (receiver_post, due, updated_at DESC, id) INCLUDE (state, sent_on, firm_id, from_agency, to_agency, from_programme, to_programme) WHERE (receiver_post IS NOT NULL);
CREATE INDEX referrals_due ON public.referral USING btree (due) WHERE (state = ANY (ARRAY['sent'::text, 'received'::text, 'under-review'::text]));
CREATE INDEX referrals_in ON public.referral USING btree (to_agency, due, updated_at DESC, id) INCLUDE (state, sent_on, firm_id, from_agency, from_programme, to_programme, receiver_post);
CREATE INDEX referrals_of_firm ON public.referral USING btree (firm_id);
CREATE INDEX referrals_of_link ON public.referral USING btree (agreement_id);
CREATE INDEX referrals_out ON public.referral USING btree (from_agency, due, updated_at DESC, id) INCLUDE (state, sent_on, firm_id, to_agency, from_programme, to_programme, sender_post);
CREATE INDEX referrals_to_answer ON public.referral USING btree (receiver_post) WHERE (state = ANY (ARRAY['sent'::text, 'received'::text, 'under-review'::text]));
alter table referral enable row level security;
alter table referral force row level security;
create policy referrals_drafted on referral for insert to ieum_app with check ((from_agency = ( SELECT acting_agency() AS acting_agency)));
create policy referrals_moved on referral for update to ieum_app using (((firm_id = ( SELECT acting_firm() AS acting_firm)) OR (from_agency = ( SELECT acting_agency() AS acting_agency)) OR ((to_agency = ( SELECT acting_agency() AS acting_agency)) AND (sent_on IS NOT NULL))));
create policy referrals_seen on referral for select to ieum_app using (((firm_id = ( SELECT acting_firm() AS acting_firm)) OR (from_agency = ( SELECT acting_agency() AS acting_agency)) OR ((to_agency = ( SELECT acting_agency() AS acting_agency)) AND (sent_on IS NOT NULL))));
create policy worker on referral to ieum_worker using (true) with check (true);
CREATE TRIGGER keep_due_of_answer BEFORE UPDATE ON public.referral FOR EACH ROW EXECUTE FUNCTION keep_due_of_answer();
grant insert, select, update on referral to ieum_app;
grant delete, insert, select, update on referral to ieum_worker;

create table referral_batch (
  id uuid not null default gen_random_uuid(),
  agency text not null,
  agreement_id uuid not null,
  name text not null,
  reason text not null,
  chosen_by jsonb not null,
  firms uuid[] not null,
  state text not null default 'proposed'::text,
  proposed_post uuid not null,
  proposed_by text not null,
  proposed_at timestamp with time zone not null default now(),
  decided_by text,
  decided_at timestamp with time zone,
  constraint referral_batch_pkey PRIMARY KEY (id),
  constraint referral_batch_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES link_agreement(id),
  constraint referral_batch_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  constraint referral_batch_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES person(id),
  constraint referral_batch_proposed_post_fkey FOREIGN KEY (proposed_post) REFERENCES post(id),
  constraint referral_batch_check CHECK ((decided_by <> proposed_by)),
  constraint referral_batch_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'refused'::text])))
);
CREATE INDEX batches_of_agency ON public.referral_batch USING btree (agency, state);
alter table referral_batch enable row level security;
alter table referral_batch force row level security;
create policy own_batches on referral_batch to ieum_app using ((agency = ( SELECT acting_agency() AS acting_agency))) with check ((agency = ( SELECT acting_agency() AS acting_agency)));
create policy worker on referral_batch to ieum_worker using (true) with check (true);
grant insert, select, update on referral_batch to ieum_app;
grant delete, insert, select, update on referral_batch to ieum_worker;

create table referral_event (
  referral_id uuid not null,
  seq integer not null,
  move text not null,
  from_state text,
  to_state text not null,
  on_day date not null,
  at timestamp with time zone not null default now(),
  person_id text,
  post_id uuid,
  by_party text not null,
  reason text,
  note text,
  constraint referral_event_pkey PRIMARY KEY (referral_id, seq),
  constraint referral_event_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint referral_event_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id),
  constraint referral_event_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES referral(id),
  constraint referral_event_by_party_check CHECK ((by_party = ANY (ARRAY['sender'::text, 'receiver'::text, 'firm'::text, 'clock'::text])))
);
alter table referral_event enable row level security;
alter table referral_event force row level security;
create policy events_seen on referral_event for select to ieum_app using (sees_referral(referral_id));
create policy events_written on referral_event for insert to ieum_app with check ((sees_referral(referral_id) AND (person_id = ( SELECT acting_person() AS acting_person))));
create policy worker on referral_event to ieum_worker using (true) with check (true);
grant insert, select on referral_event to ieum_app;
grant delete, insert, select, update on referral_event to ieum_worker;

create table referral_proof (
  referral_id uuid not null,
  firm_id uuid not null,
  on_day date not null,
  proof jsonb not null,
  constraint referral_proof_pkey PRIMARY KEY (referral_id),
  constraint referral_proof_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES firm(id),
  constraint referral_proof_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES referral(id)
);
alter table referral_proof enable row level security;
alter table referral_proof force row level security;
create policy proofs_seen on referral_proof for select to ieum_app using (((firm_id = ( SELECT acting_firm() AS acting_firm)) OR (EXISTS ( SELECT
   FROM live_consents(referral_proof.firm_id) c(id, firm_id, referral_id, kind, recipient_agency, purpose, facts, participations, papers, until, refusal, text_id, text_version, text_language, text_body, given_by, given_at, withdrawn_at, withdrawn_by)
  WHERE ((c.referral_id = referral_proof.referral_id) AND (c.kind = 'hand-off'::text))))));
create policy worker on referral_proof to ieum_worker using (true) with check (true);
grant select on referral_proof to ieum_app;
grant delete, insert, select, update on referral_proof to ieum_worker;

create table second_factor (
  id text not null,
  person_id text not null,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default false,
  failed_verification_count integer not null default 0,
  locked_until timestamp with time zone,
  constraint second_factor_pkey PRIMARY KEY (id),
  constraint second_factor_person_id_key UNIQUE (person_id),
  constraint second_factor_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
);
grant delete on second_factor to ieum_worker;
grant select on second_factor (person_id) to ieum_worker;

create table sign_in_session (
  id text not null,
  person_id text not null,
  token text not null,
  signed_in_by text not null,
  second_factor boolean not null default false,
  signed_in_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint sign_in_session_pkey PRIMARY KEY (id),
  constraint sign_in_session_token_key UNIQUE (token),
  constraint sign_in_session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint sign_in_session_signed_in_by_check CHECK (((signed_in_by = 'password'::text) OR (signed_in_by ~~ 'oidc:_%'::text))),
  constraint sign_in_session_twelve_hours CHECK ((expires_at <= (signed_in_at + '12:00:00'::interval)))
);
CREATE INDEX sign_in_session_expires ON public.sign_in_session USING btree (expires_at);
CREATE INDEX sign_in_session_person ON public.sign_in_session USING btree (person_id);
grant delete on sign_in_session to ieum_worker;
grant select on sign_in_session (person_id) to ieum_worker;

create table sign_in_try (
  key text not null,
  tries integer not null,
  until timestamp with time zone not null,
  constraint sign_in_try_pkey PRIMARY KEY (key),
  constraint sign_in_try_tries_check CHECK ((tries >= 0))
);
CREATE INDEX sign_in_try_until ON public.sign_in_try USING btree (until);

create table signed_decision (
  id uuid not null default gen_random_uuid(),
  firm_id uuid not null,
  agency text not null,
  programme text not null,
  criterion text not null,
  verdict text not null,
  on_day date not null,
  until date,
  post_id uuid not null,
  person_id text not null,
  signature text not null,
  decided_at timestamp with time zone not null default now(),
  revoked_at timestamp with time zone,
  reason text,
  constraint signed_decision_pkey PRIMARY KEY (id),
  constraint signed_decision_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES firm(id),
  constraint signed_decision_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint signed_decision_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id),
  constraint signed_decision_reason_check CHECK (((char_length(reason) >= 2) AND (char_length(reason) <= 500))),
  constraint signed_decision_verdict_check CHECK ((verdict = ANY (ARRAY['met'::text, 'unmet'::text])))
);
CREATE INDEX decisions_on_firm ON public.signed_decision USING btree (firm_id, agency, programme, criterion);
alter table signed_decision enable row level security;
alter table signed_decision force row level security;
create policy decisions_made on signed_decision for insert to ieum_app with check (((agency = ( SELECT acting_agency() AS acting_agency)) AND (post_id = ( SELECT acting_post() AS acting_post))));
create policy decisions_revoked on signed_decision for update to ieum_app using ((agency = ( SELECT acting_agency() AS acting_agency)));
create policy decisions_seen on signed_decision for select to ieum_app using (((firm_id = ( SELECT acting_firm() AS acting_firm)) OR (agency = ( SELECT acting_agency() AS acting_agency)) OR (EXISTS ( SELECT
   FROM ((live_consents(signed_decision.firm_id) c(id, firm_id, referral_id, kind, recipient_agency, purpose, facts, participations, papers, until, refusal, text_id, text_version, text_language, text_body, given_by, given_at, withdrawn_at, withdrawn_by)
     JOIN referral r ON ((r.id = c.referral_id)))
     JOIN link_agreement a ON ((a.id = r.agreement_id)))
  WHERE ((c.kind = 'hand-off'::text) AND (a.from_agency = signed_decision.agency) AND (signed_decision.criterion = ANY (a.accepts)))))));
create policy worker on signed_decision to ieum_worker using (true) with check (true);
grant insert, select on signed_decision to ieum_app;
grant delete, insert, select, update on signed_decision to ieum_worker;
grant update on signed_decision (revoked_at) to ieum_app;

create table task_answer (
  id uuid not null default gen_random_uuid(),
  task_id uuid not null,
  agency text not null,
  "position" text not null,
  reason text,
  post_id uuid not null,
  person_id text not null,
  at timestamp with time zone not null default clock_timestamp(),
  constraint task_answer_pkey PRIMARY KEY (id),
  constraint task_answer_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint task_answer_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id),
  constraint task_answer_task_id_fkey FOREIGN KEY (task_id) REFERENCES collaboration_task(id),
  constraint task_answer_check CHECK ((("position" = 'agree'::text) OR (reason IS NOT NULL))),
  constraint task_answer_position_check CHECK (("position" = ANY (ARRAY['agree'::text, 'agree-with-changes'::text, 'study'::text, 'cannot'::text])))
);
CREATE INDEX answers_of_task ON public.task_answer USING btree (task_id, at);
alter table task_answer enable row level security;
alter table task_answer force row level security;
create policy answers_given on task_answer for insert to ieum_app with check (((agency = ( SELECT acting_agency() AS acting_agency)) AND (person_id = ( SELECT acting_person() AS acting_person)) AND sits_in(council_of_task(task_id))));
create policy answers_seen on task_answer for select to ieum_app using ((task_is_open(task_id) OR sits_in(council_of_task(task_id))));
create policy worker on task_answer to ieum_worker using (true) with check (true);
grant insert, select on task_answer to ieum_app;
grant delete, insert, select, update on task_answer to ieum_worker;

create table task_indicator (
  id uuid not null default gen_random_uuid(),
  task_id uuid not null,
  measure text not null,
  target numeric,
  target_by date,
  baseline numeric,
  baseline_source text,
  "position" integer not null,
  constraint task_indicator_pkey PRIMARY KEY (id),
  constraint task_indicator_task_id_measure_key UNIQUE (task_id, measure),
  constraint task_indicator_task_id_fkey FOREIGN KEY (task_id) REFERENCES collaboration_task(id),
  constraint task_indicator_check CHECK (((baseline IS NULL) OR (baseline_source IS NOT NULL)))
);
alter table task_indicator enable row level security;
alter table task_indicator force row level security;
create policy of_task_changed on task_indicator for update to ieum_app using (sits_in(council_of_task(task_id)));
create policy of_task_kept on task_indicator for insert to ieum_app with check (sits_in(council_of_task(task_id)));
create policy of_task_seen on task_indicator for select to ieum_app using ((EXISTS ( SELECT
   FROM collaboration_task
  WHERE (collaboration_task.id = task_indicator.task_id))));
create policy worker on task_indicator to ieum_worker using (true) with check (true);
grant insert, select, update on task_indicator to ieum_app;
grant delete, insert, select, update on task_indicator to ieum_worker;

create table task_milestone (
  id uuid not null default gen_random_uuid(),
  task_id uuid not null,
  title_ko text not null,
  title_en text,
  due date not null,
  reached_on date,
  changed integer not null default 1,
  constraint task_milestone_pkey PRIMARY KEY (id),
  constraint task_milestone_task_id_fkey FOREIGN KEY (task_id) REFERENCES collaboration_task(id)
);
CREATE INDEX milestones_of_task ON public.task_milestone USING btree (task_id, due);
alter table task_milestone enable row level security;
alter table task_milestone force row level security;
create policy of_task_changed on task_milestone for update to ieum_app using (sits_in(council_of_task(task_id)));
create policy of_task_kept on task_milestone for insert to ieum_app with check (sits_in(council_of_task(task_id)));
create policy of_task_seen on task_milestone for select to ieum_app using ((EXISTS ( SELECT
   FROM collaboration_task
  WHERE (collaboration_task.id = task_milestone.task_id))));
create policy worker on task_milestone to ieum_worker using (true) with check (true);
grant insert, select, update on task_milestone to ieum_app;
grant delete, insert, select, update on task_milestone to ieum_worker;

create table task_post (
  task_id uuid not null,
  agency text not null,
  post_id uuid,
  title_ko text not null,
  title_en text,
  inferred boolean not null default false,
  "position" integer not null,
  constraint task_post_pkey PRIMARY KEY (task_id, "position"),
  constraint task_post_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id),
  constraint task_post_task_id_fkey FOREIGN KEY (task_id) REFERENCES collaboration_task(id)
);
alter table task_post enable row level security;
alter table task_post force row level security;
create policy of_task_changed on task_post for update to ieum_app using (sits_in(council_of_task(task_id)));
create policy of_task_kept on task_post for insert to ieum_app with check (sits_in(council_of_task(task_id)));
create policy of_task_seen on task_post for select to ieum_app using ((EXISTS ( SELECT
   FROM collaboration_task
  WHERE (collaboration_task.id = task_post.task_id))));
create policy worker on task_post to ieum_worker using (true) with check (true);
grant insert, select, update on task_post to ieum_app;
grant delete, insert, select, update on task_post to ieum_worker;

create table trail_destruction (
  trail text not null,
  lane text not null,
  seq bigint not null,
  hash text not null,
  entries bigint not null,
  before_day date not null,
  destroyed_at timestamp with time zone not null default clock_timestamp(),
  constraint trail_destruction_pkey PRIMARY KEY (trail, lane, seq),
  constraint trail_destruction_entries_check CHECK ((entries > 0))
);
alter table trail_destruction enable row level security;
alter table trail_destruction force row level security;
create policy own_destructions on trail_destruction for select to ieum_app using (((lane = ( SELECT acting_agency() AS acting_agency)) AND (( SELECT acting_role() AS acting_role) = 'auditor'::text)));
create policy worker on trail_destruction to ieum_worker using (true) with check (true);
CREATE TRIGGER keep_destruction BEFORE DELETE OR UPDATE OR TRUNCATE ON public.trail_destruction FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant select on trail_destruction to ieum_app;
grant insert, select on trail_destruction to ieum_worker;

create table trail_head (
  trail text not null,
  lane text not null,
  seq bigint not null,
  hash text not null,
  constraint trail_head_pkey PRIMARY KEY (trail, lane)
);
alter table trail_head enable row level security;
alter table trail_head force row level security;
create policy worker on trail_head to ieum_worker using (true) with check (true);
grant delete, insert, select, update on trail_head to ieum_worker;

create table trail_review (
  id uuid not null default gen_random_uuid(),
  agency text not null,
  month text not null,
  person_id text not null,
  post_id uuid not null,
  reviewed_at timestamp with time zone not null default clock_timestamp(),
  remark text not null,
  figures jsonb not null,
  seq bigint not null,
  hash text not null,
  constraint trail_review_pkey PRIMARY KEY (id),
  constraint trail_review_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint trail_review_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id),
  constraint trail_review_month_check CHECK ((month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'::text)),
  constraint trail_review_remark_check CHECK ((remark <> ''::text))
);
CREATE INDEX reviews_of_month ON public.trail_review USING btree (agency, month);
alter table trail_review enable row level security;
alter table trail_review force row level security;
create policy own_reviews on trail_review for select to ieum_app using (((agency = ( SELECT acting_agency() AS acting_agency)) AND (( SELECT acting_role() AS acting_role) = 'auditor'::text)));
create policy reviewed_by_auditor on trail_review for insert to ieum_app with check (((agency = ( SELECT acting_agency() AS acting_agency)) AND (( SELECT acting_role() AS acting_role) = 'auditor'::text) AND (person_id = ( SELECT acting_person() AS acting_person)) AND (post_id = ( SELECT acting_post() AS acting_post))));
create policy worker on trail_review to ieum_worker using (true) with check (true);
CREATE TRIGGER keep_review BEFORE DELETE OR UPDATE OR TRUNCATE ON public.trail_review FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on trail_review to ieum_app;
grant insert, select on trail_review to ieum_worker;

create table verification (
  id text not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint verification_pkey PRIMARY KEY (id)
);
CREATE INDEX verification_expires ON public.verification USING btree (expires_at);
CREATE INDEX verification_identifier ON public.verification USING btree (identifier);

-- functions

CREATE OR REPLACE FUNCTION public.acting_agency()
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return (select p.agency from post p join post_holder h on h.post_id = p.id
          where p.id = nullif(current_setting('ieum.post', true), '')::uuid
            and h.person_id = nullif(current_setting('ieum.person', true), '') and h.until is null and p.closed_at is null);
end $function$;
grant execute on function acting_agency() to ieum_app;

CREATE OR REPLACE FUNCTION public.acting_day()
 RETURNS date
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select nullif(current_setting('ieum.on', true), '')::date
$function$;

CREATE OR REPLACE FUNCTION public.acting_firm()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return (select firm_id from firm_member
          where firm_id = nullif(current_setting('ieum.firm', true), '')::uuid
            and person_id = nullif(current_setting('ieum.person', true), '') and until is null);
end $function$;
grant execute on function acting_firm() to ieum_app;

CREATE OR REPLACE FUNCTION public.acting_person()
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select nullif(current_setting('ieum.person', true), '')
$function$;

CREATE OR REPLACE FUNCTION public.acting_post()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return (select p.id from post p join post_holder h on h.post_id = p.id
          where p.id = nullif(current_setting('ieum.post', true), '')::uuid
            and h.person_id = nullif(current_setting('ieum.person', true), '') and h.until is null and p.closed_at is null);
end $function$;
grant execute on function acting_post() to ieum_app;

CREATE OR REPLACE FUNCTION public.acting_role()
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return (select p.role from post p join post_holder h on h.post_id = p.id
          where p.id = nullif(current_setting('ieum.post', true), '')::uuid
            and h.person_id = nullif(current_setting('ieum.person', true), '') and h.until is null and p.closed_at is null);
end $function$;
grant execute on function acting_role() to ieum_app;

CREATE OR REPLACE FUNCTION public.chain_entry()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  head trail_head;
begin
  insert into trail_head as h (trail, lane, seq, hash) values (tg_table_name, new.lane, 1, '')
    on conflict (trail, lane) do update set seq = h.seq + 1 returning * into head;
  new.seq := head.seq;
  new.entry := (to_jsonb(new) - 'entry' - 'hash')::text;
  new.hash := encode(sha256(convert_to(head.hash || new.entry, 'UTF8')), 'hex');
  update trail_head set hash = new.hash where trail = tg_table_name and lane = new.lane;
  return new;
end $function$;
grant execute on function chain_entry() to ieum_app;

CREATE OR REPLACE FUNCTION public.closed_items(of_council text)
 RETURNS TABLE(id uuid, session_id uuid, "position" integer, closed_ground text, opens_on date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query
    select i.id, i.session_id, i.position, i.closed_ground, i.open_from
    from agenda_item i
    join council_session s on s.id = i.session_id
    join council c on c.id = s.council_id
    where c.id = of_council and c.open_from <= acting_day() and s.open_from <= acting_day()
      and i.closed_ground is not null and (i.open_from is null or i.open_from > acting_day());
end $function$;
grant execute on function closed_items(of_council text) to ieum_app;

CREATE OR REPLACE FUNCTION public.council_of_closing(of_agreement uuid)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return (select council_id from closing_agreement where id = of_agreement);
end $function$;
grant execute on function council_of_closing(of_agreement uuid) to ieum_app;

CREATE OR REPLACE FUNCTION public.council_of_session(of_session uuid)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return (select council_id from council_session where id = of_session);
end $function$;
grant execute on function council_of_session(of_session uuid) to ieum_app;

CREATE OR REPLACE FUNCTION public.council_of_task(of_task uuid)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return (select council_id from collaboration_task where id = of_task);
end $function$;
grant execute on function council_of_task(of_task uuid) to ieum_app;

CREATE OR REPLACE FUNCTION public.handles_papers(of_council text, of_session uuid, of_item uuid, of_action uuid, action_states text[])
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if of_action is not null then
    return acting_role() in ('secretary', 'programme-owner', 'desk-officer')
      and exists (select from council_action a where a.id = of_action and a.council_id = of_council
                    and a.owner_post = acting_post() and a.state = any (action_states));
  end if;
  return exists (
    select from council_session s left join agenda_item i on i.id = of_item
    where s.id = of_session and s.council_id = of_council and s.state not in ('minuted', 'cancelled')
      and (of_item is null or i.session_id = s.id)
      and (keeps_council(of_council)
           or (i.proposed_by = array[acting_agency()] and acting_role() in ('secretary', 'programme-owner'))));
end $function$;
grant execute on function handles_papers(of_council text, of_session uuid, of_item uuid, of_action uuid, action_states text[]) to ieum_app;

CREATE OR REPLACE FUNCTION public.keep_closing_agreement()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_op = 'DELETE'
     or (to_jsonb(old) - array['state', 'decision_id', 'source_title', 'source_url', 'source_dated', 'agreed_on', 'open_from', 'superseded_by', 'changed'])
        is distinct from
        (to_jsonb(new) - array['state', 'decision_id', 'source_title', 'source_url', 'source_dated', 'agreed_on', 'open_from', 'superseded_by', 'changed'])
     or (old.state <> 'proposed'
         and (to_jsonb(old) - array['superseded_by', 'open_from', 'changed'])
             is distinct from (to_jsonb(new) - array['superseded_by', 'open_from', 'changed']))
     or (old.superseded_by is not null and new.superseded_by is distinct from old.superseded_by)
     or (new.state <> 'agreed'
         and (new.decision_id, new.source_title, new.source_url, new.source_dated, new.agreed_on, new.open_from, new.superseded_by)
             is distinct from (null, null, null, null, null, null, null)) then
    raise exception 'an agreement is superseded, never edited' using errcode = 'insufficient_privilege';
  end if;
  if old.state = 'proposed' and new.state = 'agreed' then
    if exists (select from closing_agreement later
               where later.council_id = new.council_id and later.municipality = new.municipality
                 and later.state = 'agreed' and later.version > new.version) then
      raise exception 'a later version is agreed on already' using errcode = 'insufficient_privilege';
    end if;
    if new.decision_id is not null
       and not exists (select from council_decision d
                       where d.id = new.decision_id and d.council_id = new.council_id and d.superseded_by is null) then
      raise exception 'no decision of this body that still stands' using errcode = 'insufficient_privilege';
    end if;
  end if;
  if old.superseded_by is null and new.superseded_by is not null
     and not exists (select from closing_agreement later
                     where later.id = new.superseded_by and later.council_id = new.council_id
                       and later.municipality = new.municipality and later.state = 'agreed' and later.version > new.version) then
    raise exception 'an agreement is superseded by a later one' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.keep_decision()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.keep_due_of_answer()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.answered_on is not null and old.answered_on is null then
    new.answered_due := old.due;
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.keep_two_years()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if old.at >= clock_timestamp() - interval '2 years' or not exists (
    select from trail_destruction d where d.trail = tg_table_name and d.lane = old.lane and d.seq >= old.seq) then
    raise exception '% only grows: an entry is kept for two years', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  return old;
end $function$;

CREATE OR REPLACE FUNCTION public.keeps_council(of_council text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return acting_role() = 'secretary' and exists (
    select from council where id = of_council and secretariat = acting_agency()
      and (dissolved_on is null or dissolved_on > acting_day()));
end $function$;
grant execute on function keeps_council(of_council text) to ieum_app;

CREATE OR REPLACE FUNCTION public.knows_firm(of_firm uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return exists (
    select from post p join post_holder h on h.post_id = p.id
    where p.id = nullif(current_setting('ieum.post', true), '')::uuid
      and h.person_id = nullif(current_setting('ieum.person', true), '') and h.until is null and p.closed_at is null
      and (exists (select from participation where firm_id = of_firm and source_agency = p.agency and withdrawn_at is null)
           or exists (select from referral where firm_id = of_firm
                        and (from_agency = p.agency
                             or (to_agency = p.agency and state in ('declined', 'completed', 'failed', 're-routed'))))
           or exists (select from consent c join referral r on r.id = c.referral_id
                      where c.firm_id = of_firm and c.recipient_agency = p.agency and c.withdrawn_at is null
                        and c.until >= nullif(current_setting('ieum.on', true), '')::date
                        and r.state in ('sent', 'received', 'under-review', 'returned', 'accepted', 'enrolled'))));
end $function$;
grant execute on function knows_firm(of_firm uuid) to ieum_app;

CREATE OR REPLACE FUNCTION public.live_consents(of_firm uuid)
 RETURNS SETOF consent
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select c.* from consent c join referral r on r.id = c.referral_id
  where c.firm_id = of_firm and c.recipient_agency = acting_agency() and c.withdrawn_at is null and c.until >= acting_day()
    and r.state in ('sent', 'received', 'under-review', 'returned', 'accepted', 'enrolled')
$function$;
grant execute on function live_consents(of_firm uuid) to ieum_app;

CREATE OR REPLACE FUNCTION public.names_of_firms(of_firms uuid[])
 RETURNS TABLE(id uuid, name_ko text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  agency_now text := acting_agency();
  firm_now uuid := acting_firm();
  today date := acting_day();
begin
  return query
    select f.id, f.name_ko from firm f
    where f.id = any (of_firms)
      and (f.id = firm_now
           or (agency_now is not null
               and (exists (select from participation p where p.firm_id = f.id and p.source_agency = agency_now and p.withdrawn_at is null)
                    or exists (select from referral r where r.firm_id = f.id
                                 and (r.from_agency = agency_now
                                      or (r.to_agency = agency_now and r.state in ('declined', 'completed', 'failed', 're-routed'))))
                    or exists (select from consent c join referral r on r.id = c.referral_id
                               where c.firm_id = f.id and c.recipient_agency = agency_now and c.withdrawn_at is null and c.until >= today
                                 and r.state in ('sent', 'received', 'under-review', 'returned', 'accepted', 'enrolled')))));
end $function$;
grant execute on function names_of_firms(of_firms uuid[]) to ieum_app;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  raise exception '% only grows', tg_table_name using errcode = 'insufficient_privilege';
end $function$;

CREATE OR REPLACE FUNCTION public.sees_agreement(of_agreement uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from link_agreement where id = of_agreement
    and (proposed_by = acting_agency()
         or (acting_agency() in (from_agency, to_agency) and offered_at is not null)
         or state in ('agreed', 'ended')))
$function$;
grant execute on function sees_agreement(of_agreement uuid) to ieum_app;

CREATE OR REPLACE FUNCTION public.sees_referral(of_referral uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  agency text := acting_agency();
begin
  return exists (select from referral where id = of_referral and (
    firm_id = acting_firm() or from_agency = agency or (to_agency = agency and sent_on is not null)));
end $function$;
grant execute on function sees_referral(of_referral uuid) to ieum_app;

CREATE OR REPLACE FUNCTION public.sits_in(of_council text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  agency_now text := acting_agency();
begin
  return agency_now is not null and (
    exists (select from council where id = of_council and secretariat = agency_now)
    or exists (select from council_seat where council_id = of_council and agency = agency_now
                 and since <= acting_day() and (until is null or until >= acting_day())));
end $function$;
grant execute on function sits_in(of_council text) to ieum_app;

CREATE OR REPLACE FUNCTION public.speaks_for(of_seat uuid, of_council text, of_side text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return exists (
    select from council_seat s
    where s.id = of_seat and s.council_id = of_council and s.side = of_side
      and s.since <= acting_day() and (s.until is null or s.until >= acting_day())
      and ((s.agency = acting_agency() and acting_role() in ('secretary', 'programme-owner'))
           or (s.agency is null and keeps_council(of_council))));
end $function$;
grant execute on function speaks_for(of_seat uuid, of_council text, of_side text) to ieum_app;

CREATE OR REPLACE FUNCTION public.task_is_open(of_task uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return exists (select from collaboration_task where id = of_task and open_from <= acting_day());
end $function$;
grant execute on function task_is_open(of_task uuid) to ieum_app;
