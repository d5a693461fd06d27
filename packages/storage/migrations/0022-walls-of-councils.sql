-- The second wall of councils as thick as the first: who brings papers and takes them away, and from when a seat counts.

alter table council_session add column called_at timestamptz;
comment on column council_session.called_at is 'When its posts were invited: it was not opened before.';

-- A seat counts from its first day to its last.
create or replace function sits_in(of_council text) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  agency_now text := acting_agency();
begin
  return agency_now is not null and (
    exists (select from council where id = of_council and secretariat = agency_now)
    or exists (select from council_seat where council_id = of_council and agency = agency_now
                 and since <= acting_day() and (until is null or until >= acting_day())));
end $$;

grant create on schema public to ieum_worker;
-- Whether who acts may put papers there or take them away: proofs by the post that owns the action, in one of these states; those of an item by the
-- agency that proposed it alone; all of a session by who keeps the council, until its minutes are signed.
create function handles_papers(of_council text, of_session uuid, of_item uuid, of_action uuid, action_states text[]) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
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
end $$;
alter function handles_papers(text, uuid, uuid, uuid, text[]) owner to ieum_worker;
revoke all on function handles_papers(text, uuid, uuid, uuid, text[]) from public;
grant execute on function handles_papers(text, uuid, uuid, uuid, text[]) to ieum_app, ieum_worker;
revoke create on schema public from ieum_worker;

-- Papers are for who sits in the council: nothing hands them out to everyone, whatever is open of the item that they belong to.
alter policy council_papers_seen on council_paper using (sits_in(council_id));
alter policy council_papers_brought on council_paper
  with check (sits_in(council_id) and agency = (select acting_agency()) and uploaded_by = (select acting_person())
              and state = 'waiting' and removed_at is null and destroyed_at is null
              and handles_papers(council_id, session_id, item_id, action_id, array['open', 'reported']));
-- What was reported rests on its proof.
alter policy council_papers_removed on council_paper
  using ((agency = (select acting_agency()) or keeps_council(council_id)) and sits_in(council_id)
         and handles_papers(council_id, session_id, item_id, action_id, array['open']));
