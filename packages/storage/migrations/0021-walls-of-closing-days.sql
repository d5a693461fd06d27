-- The walls of closing days say what the use cases say. Who may propose, speak or withdraw is a secretary or the owner of a programme;
-- a side speaks while a proposal is open, now, and at its own post; and what the sides said yes to is what is agreed.

-- By the same days as in the use cases: a seat counts from its first day on, and not before.
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

create or replace function speaks_for(of_seat uuid, of_council text, of_side text) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (
    select from council_seat s
    where s.id = of_seat and s.council_id = of_council and s.side = of_side
      and s.since <= acting_day() and (s.until is null or s.until >= acting_day())
      and ((s.agency = acting_agency() and acting_role() in ('secretary', 'programme-owner'))
           or (s.agency is null and keeps_council(of_council))));
end $$;

-- A proposal begins as one, with nothing that an agreement has; nobody says when a position was stated but the clock.
revoke insert, update on closing_agreement from ieum_app;
grant insert (council_id, municipality, version, rule, on_holiday, exceptions, stores_in, stores_out, gets, from_day, until_day, agency, proposed_by),
      update (state, decision_id, source_title, source_url, source_dated, agreed_on, open_from, superseded_by, changed)
      on closing_agreement to ieum_app;
revoke insert on closing_position from ieum_app;
grant insert (agreement_id, seat_id, side, position, reason, session_id, post_id, person_id) on closing_position to ieum_app;

alter policy closings_proposed on closing_agreement
  with check (sits_in(council_id) and agency = (select acting_agency()) and proposed_by = (select acting_person())
              and (select acting_role()) in ('secretary', 'programme-owner')
              and exists (select from council c
                          where c.id = council_id and c.kind = 'consultative'
                            and (c.municipality is null or c.municipality = closing_agreement.municipality)));
-- The secretary of the body agrees, withdraws and supersedes; whoever proposed it withdraws.
alter policy closings_kept on closing_agreement
  using (keeps_council(council_id)
         or (state = 'proposed' and agency = (select acting_agency()) and sits_in(council_id)
             and (select acting_role()) in ('secretary', 'programme-owner')))
  with check (keeps_council(council_id)
              or (state = 'withdrawn' and agency = (select acting_agency()) and sits_in(council_id)
                  and (select acting_role()) in ('secretary', 'programme-owner')));

alter policy closing_positions_stated on closing_position
  with check (person_id = (select acting_person()) and post_id = (select acting_post())
              and speaks_for(seat_id, council_of_closing(agreement_id), side)
              and exists (select from closing_agreement a where a.id = agreement_id and a.state = 'proposed')
              and (session_id is null or council_of_session(session_id) = council_of_closing(agreement_id)));

-- What it says is never changed, not even while it is proposed: sides have said yes to these words. Numbers follow one another, and only
-- what was agreed is superseded, by what was agreed later for the same municipality.
create or replace function keep_closing_agreement() returns trigger language plpgsql set search_path = public, pg_temp as $$
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
end $$;
