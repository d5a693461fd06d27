-- The second wall (the first is one policy in the services): rows are shown and taken by who acts, for which post or firm, on which day.
-- A transaction says who acts by set_config('ieum.person' | 'ieum.post' | 'ieum.firm' | 'ieum.on', …, true); what that
-- entitles to is looked up here, so a wrong setting opens nothing. ieum_worker does what the clock or the mail brings.
-- Both roles are made before the migrations run (packages/storage/src/app-role.ts).

grant usage on schema public to ieum_app, ieum_worker;
grant create on schema public to ieum_worker;

create function acting_person() returns text language sql stable set search_path = public, pg_temp as $$
  select nullif(current_setting('ieum.person', true), '')
$$;

create function acting_day() returns date language sql stable set search_path = public, pg_temp as $$
  select nullif(current_setting('ieum.on', true), '')::date
$$;

-- In plpgsql, which keeps the plans of a session: every query asks these, and in sql each would be planned anew each time.
create function acting_post() returns uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select p.id from post p join post_holder h on h.post_id = p.id
          where p.id = nullif(current_setting('ieum.post', true), '')::uuid
            and h.person_id = nullif(current_setting('ieum.person', true), '') and h.until is null and p.closed_at is null);
end $$;

create function acting_agency() returns text language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select p.agency from post p join post_holder h on h.post_id = p.id
          where p.id = nullif(current_setting('ieum.post', true), '')::uuid
            and h.person_id = nullif(current_setting('ieum.person', true), '') and h.until is null and p.closed_at is null);
end $$;

create function acting_role() returns text language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select p.role from post p join post_holder h on h.post_id = p.id
          where p.id = nullif(current_setting('ieum.post', true), '')::uuid
            and h.person_id = nullif(current_setting('ieum.person', true), '') and h.until is null and p.closed_at is null);
end $$;

create function acting_firm() returns uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select firm_id from firm_member
          where firm_id = nullif(current_setting('ieum.firm', true), '')::uuid
            and person_id = nullif(current_setting('ieum.person', true), '') and until is null);
end $$;

-- The consents that stand for the acting agency on the day, of referrals that are under way.
create function live_consents(of_firm uuid) returns setof consent
language sql stable security definer set search_path = public, pg_temp as $$
  select c.* from consent c join referral r on r.id = c.referral_id
  where c.firm_id = of_firm and c.recipient_agency = acting_agency() and c.withdrawn_at is null and c.until >= acting_day()
    and r.state in ('sent', 'received', 'under-review', 'returned', 'accepted', 'enrolled')
$$;

create function knows_firm(of_firm uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  agency text := acting_agency();
begin
  return agency is not null and (
    exists (select from participation where firm_id = of_firm and source_agency = agency and withdrawn_at is null)
    or exists (select from referral where firm_id = of_firm and from_agency = agency)
    or exists (select from referral where firm_id = of_firm and to_agency = agency
                 and state in ('declined', 'completed', 'failed', 're-routed'))
    or exists (select from consent c join referral r on r.id = c.referral_id
               where c.firm_id = of_firm and c.recipient_agency = agency and c.withdrawn_at is null and c.until >= acting_day()
                 and r.state in ('sent', 'received', 'under-review', 'returned', 'accepted', 'enrolled')));
end $$;

-- Who may see a referral: its firm, the agency that sends it, and the one that it was sent to.
create function sees_referral(of_referral uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  agency text := acting_agency();
begin
  return exists (select from referral where id = of_referral and (
    firm_id = acting_firm() or from_agency = agency or (to_agency = agency and sent_on is not null)));
end $$;

create function sees_agreement(of_agreement uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from link_agreement where id = of_agreement
    and (proposed_by = acting_agency()
         or (acting_agency() in (from_agency, to_agency) and offered_at is not null)
         or state in ('agreed', 'ended')))
$$;

do $$
declare
  f text;
begin
  foreach f in array array['acting_post()', 'acting_agency()', 'acting_role()', 'acting_firm()', 'live_consents(uuid)', 'knows_firm(uuid)',
                           'sees_referral(uuid)', 'sees_agreement(uuid)', 'chain_entry()'] loop
    execute format('alter function %s owner to ieum_worker', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to ieum_app, ieum_worker', f);
  end loop;
end $$;
revoke create on schema public from ieum_worker;

-- Every table below is walled, for its owner too.
do $$
declare
  t text;
begin
  foreach t in array array['post', 'post_holder', 'invitation', 'firm', 'firm_member', 'firm_request', 'fact', 'participation', 'paper', 'signed_decision',
                           'link_agreement', 'link_signature', 'referral_batch', 'referral', 'referral_proof', 'referral_event', 'consent', 'notice', 'delivery',
                           'agency_contact', 'one_time_link', 'installation', 'exchange_message', 'kept_outcome', 'trail_head',
                           'audit_entry', 'access_entry'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, update, delete on %I to ieum_worker', t);
    execute format('create policy worker on %I to ieum_worker using (true) with check (true)', t);
  end loop;
end $$;
revoke update, delete on audit_entry, access_entry from ieum_worker;
grant select (id, name, email, locale, two_factor_enabled, closed_at) on person to ieum_app, ieum_worker;
-- Who acts here without signing in (a desk that answers by mail, another installation) has a row that nobody can sign in with.
grant insert (id, name, email, closed_at) on person to ieum_worker;

grant select, insert, update on post, post_holder to ieum_app;
create policy posts_of_agencies on post for select to ieum_app using (true);
create policy own_agency_opens on post for insert to ieum_app
  with check (agency = (select acting_agency()) and (select acting_role()) = 'agency-administrator');
create policy own_agency_changes on post for update to ieum_app
  using (agency = (select acting_agency()) and (select acting_role()) = 'agency-administrator');
create policy holders on post_holder for select to ieum_app
  using (person_id = (select acting_person()) or (select acting_agency()) is not null);
-- Nobody lets himself approve, or watch over himself.
create policy own_agency_appoints on post_holder for insert to ieum_app
  with check ((select acting_role()) = 'agency-administrator' and appointed_by = (select acting_person())
              and exists (select from post p where p.id = post_id and p.agency = (select acting_agency())
                            and (person_id <> (select acting_person()) or p.role not in ('approver', 'auditor'))));
create policy own_agency_relieves on post_holder for update to ieum_app
  using ((select acting_role()) = 'agency-administrator'
         and exists (select from post p where p.id = post_id and p.agency = (select acting_agency())));

grant select, insert, update on invitation to ieum_app;
create policy invitations_of_agency on invitation for select to ieum_app
  using ((select acting_role()) = 'agency-administrator'
         and exists (select from post p where p.id = post_id and p.agency = (select acting_agency())));
create policy own_invitations on invitation for select to ieum_app
  using (email = (select email from person where id = (select acting_person())));
create policy own_agency_invites on invitation for insert to ieum_app
  with check ((select acting_role()) = 'agency-administrator' and invited_by = (select acting_person())
              and exists (select from post p where p.id = post_id and p.agency = (select acting_agency())));
create policy own_agency_takes_back on invitation for update to ieum_app
  using ((select acting_role()) = 'agency-administrator'
         and exists (select from post p where p.id = post_id and p.agency = (select acting_agency())));

grant select on firm to ieum_app;
create policy known_firms on firm for select to ieum_app using (id = (select acting_firm()) or knows_firm(id));

grant select, insert, update on firm_member to ieum_app;
create policy own_members on firm_member for select to ieum_app
  using (person_id = (select acting_person()) or firm_id = (select acting_firm()));
create policy own_firm_lets_in on firm_member for insert to ieum_app with check (firm_id = (select acting_firm()));
create policy own_firm_lets_go on firm_member for update to ieum_app using (firm_id = (select acting_firm()));

grant select on firm_request to ieum_app;
create policy own_requests on firm_request for select to ieum_app using (person_id = (select acting_person()));

-- Of what was written once only that it no longer holds can be said; what a scanner found, only the worker writes.
grant select, insert on fact, participation, paper to ieum_app;
grant update (withdrawn_at) on fact, participation to ieum_app;
grant update (removed_at) on paper to ieum_app;
create policy facts_seen on fact for select to ieum_app
  using (firm_id = (select acting_firm()) or source_agency = (select acting_agency())
         or exists (select from live_consents(firm_id) c where fact.name = any (c.facts)));
create policy facts_recorded on fact for insert to ieum_app
  with check (recorded_by = (select acting_person())
              and ((source = 'entered' and source_agency is null and firm_id = (select acting_firm()))
                   or (source <> 'entered' and source_agency = (select acting_agency()) and knows_firm(firm_id))));
create policy facts_taken_back on fact for update to ieum_app
  using ((source = 'entered' and firm_id = (select acting_firm())) or (source <> 'entered' and source_agency = (select acting_agency())));

create policy participations_seen on participation for select to ieum_app
  using (firm_id = (select acting_firm()) or source_agency = (select acting_agency())
         or exists (select from live_consents(firm_id) c where c.participations));
create policy participations_recorded on participation for insert to ieum_app
  with check ((source = 'entered' and source_agency is null and firm_id = (select acting_firm()))
              or (source <> 'entered' and source_agency = (select acting_agency())));
create policy participations_taken_back on participation for update to ieum_app
  using ((source = 'entered' and firm_id = (select acting_firm())) or (source <> 'entered' and source_agency = (select acting_agency())));

create policy papers_seen on paper for select to ieum_app
  using (firm_id = (select acting_firm()) or exists (select from live_consents(firm_id) c where paper.id = any (c.papers)));
create policy papers_brought on paper for insert to ieum_app
  with check (firm_id = (select acting_firm()) and uploaded_by = (select acting_person()) and state = 'waiting');
create policy papers_removed on paper for update to ieum_app using (firm_id = (select acting_firm()));

-- Another agency's decision is seen while a referral along a link that accepts it is under way.
grant select, insert on signed_decision to ieum_app;
grant update (revoked_at) on signed_decision to ieum_app;
create policy decisions_seen on signed_decision for select to ieum_app
  using (firm_id = (select acting_firm()) or agency = (select acting_agency())
         or exists (select from live_consents(firm_id) c
                    join referral r on r.id = c.referral_id
                    join link_agreement a on a.id = r.agreement_id
                    where a.from_agency = signed_decision.agency and signed_decision.criterion = any (a.accepts)));
create policy decisions_made on signed_decision for insert to ieum_app
  with check (agency = (select acting_agency()) and post_id = (select acting_post()));
create policy decisions_revoked on signed_decision for update to ieum_app using (agency = (select acting_agency()));

grant select, insert, update on link_agreement to ieum_app;
grant select, insert on link_signature to ieum_app;
create policy agreements_seen on link_agreement for select to ieum_app
  using (proposed_by = (select acting_agency())
         or ((select acting_agency()) in (from_agency, to_agency) and offered_at is not null)
         or state in ('agreed', 'ended'));
create policy agreements_drafted on link_agreement for insert to ieum_app with check (proposed_by = (select acting_agency()));
create policy agreements_moved on link_agreement for update to ieum_app
  using ((select acting_agency()) in (from_agency, to_agency));
create policy signatures_seen on link_signature for select to ieum_app using (sees_agreement(agreement_id));
create policy signatures_given on link_signature for insert to ieum_app
  with check (agency = (select acting_agency()) and post_id = (select acting_post()) and person_id = (select acting_person())
              and (step in ('propose', 'review')
                   or not exists (select from link_agreement a where a.id = agreement_id and (select acting_person()) = any (a.writers))));

grant select, insert, update on referral_batch to ieum_app;
create policy own_batches on referral_batch to ieum_app
  using (agency = (select acting_agency())) with check (agency = (select acting_agency()));

grant select, insert, update on referral to ieum_app;
create policy referrals_seen on referral for select to ieum_app
  using (firm_id = (select acting_firm()) or from_agency = (select acting_agency())
         or (to_agency = (select acting_agency()) and sent_on is not null));
create policy referrals_drafted on referral for insert to ieum_app with check (from_agency = (select acting_agency()));
create policy referrals_moved on referral for update to ieum_app
  using (firm_id = (select acting_firm()) or from_agency = (select acting_agency())
         or (to_agency = (select acting_agency()) and sent_on is not null));

-- The sending agency, too, sees of the proof only what it knows itself: nothing here.
grant select on referral_proof to ieum_app;
create policy proofs_seen on referral_proof for select to ieum_app
  using (firm_id = (select acting_firm())
         or exists (select from live_consents(firm_id) c where c.referral_id = referral_proof.referral_id and c.kind = 'hand-off'));

grant select, insert on referral_event to ieum_app;
create policy events_seen on referral_event for select to ieum_app using (sees_referral(referral_id));
create policy events_written on referral_event for insert to ieum_app
  with check (sees_referral(referral_id) and person_id = (select acting_person()));

grant select, insert on consent to ieum_app;
grant update (withdrawn_at, withdrawn_by) on consent to ieum_app;
create policy consents_seen on consent for select to ieum_app
  using (firm_id = (select acting_firm()) or recipient_agency = (select acting_agency()) or sees_referral(referral_id));
create policy consents_given on consent for insert to ieum_app
  with check (firm_id = (select acting_firm()) and given_by = (select acting_person()));
create policy consents_withdrawn on consent for update to ieum_app using (firm_id = (select acting_firm()));

grant select, update on notice to ieum_app;
create policy own_notices on notice for select to ieum_app
  using (person_id = (select acting_person()) or post_id = (select acting_post()));
create policy own_notices_read on notice for update to ieum_app
  using (person_id = (select acting_person()) or post_id = (select acting_post()));

-- The secret that webhooks are signed with can be set, and read by nobody.
grant select (agency, way, mail, webhook_url, installation_id, changed_at), insert, update on agency_contact to ieum_app;
create policy contacts_seen on agency_contact for select to ieum_app using (agency = (select acting_agency()));
create policy contacts_kept on agency_contact for insert to ieum_app
  with check (agency = (select acting_agency()) and (select acting_role()) = 'agency-administrator');
create policy contacts_changed on agency_contact for update to ieum_app
  using (agency = (select acting_agency()) and (select acting_role()) = 'agency-administrator');

grant select, insert, update on kept_outcome to ieum_app;
create policy own_outcomes on kept_outcome to ieum_app
  using (person_id = (select acting_person())) with check (person_id = (select acting_person()));

-- Anyone who acts leaves a trace in his own lane; an auditor reads those of his agency, a firm what was looked at of it.
grant select, insert on audit_entry, access_entry to ieum_app;
create policy audit_written on audit_entry for insert to ieum_app
  with check (person_id = (select acting_person()) and lane = coalesce((select acting_agency()), 'firms'));
create policy audit_read on audit_entry for select to ieum_app
  using (lane = (select acting_agency()) and (select acting_role()) in ('auditor', 'agency-administrator'));
create policy access_written on access_entry for insert to ieum_app
  with check (person_id = (select acting_person()) and lane = coalesce((select acting_agency()), 'firms'));
create policy access_read on access_entry for select to ieum_app
  using ((lane = (select acting_agency()) and (select acting_role()) = 'auditor') or firm_ids @> array[(select acting_firm())]);
