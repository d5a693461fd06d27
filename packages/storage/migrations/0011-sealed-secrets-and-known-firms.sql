-- The secret that a webhook is signed with is kept sealed by the secret of the installation, which is not in the records.

alter table agency_contact add column webhook_sealed text;
comment on column agency_contact.webhook_sealed is 'Compact JWE (RFC 7516), sealed for this agency; the server opens it to sign.';
comment on column agency_contact.webhook_secret is 'Not written any more; the server seals what stands here when it starts, and empties it.';

-- Who acts can set the sealed one, and read neither.
revoke insert, update on agency_contact from ieum_app;
grant insert (agency, way, mail, webhook_url, webhook_sealed, installation_id, changed_at),
      update (agency, way, mail, webhook_url, webhook_sealed, installation_id, changed_at) on agency_contact to ieum_app;

-- The same answer as before, from one query instead of five: asked of every firm of a list, it takes half the time.
create or replace function knows_firm(of_firm uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
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
end $$;
