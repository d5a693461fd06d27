-- A seat is held by a post that its own agency names, a sitting keeps the quorum that it was opened with, and a council that was dissolved is
-- kept by nobody.

create or replace function keeps_council(of_council text) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return acting_role() = 'secretary' and exists (
    select from council where id = of_council and secretariat = acting_agency()
      and (dissolved_on is null or dissolved_on > acting_day()));
end $$;

-- Of a seat people write only who holds it, each agency of its own seats, and only a post of its own. What else is changed, its secretary asks for.
drop policy seats_changed on council_seat;
revoke update on council_seat from ieum_app;
grant update (post_id) on council_seat to ieum_app;
create policy seats_held on council_seat for update to ieum_app
  using (agency = (select acting_agency()) and (select acting_role()) in ('secretary', 'agency-administrator')
         and until is null
         and exists (select from council c where c.id = council_id and c.dissolved_on is null))
  with check (post_id is null or exists (select from post p where p.id = post_id and p.agency = council_seat.agency and p.closed_at is null));

alter table council_session add column quorum_seats numeric, add column quorum_every_agency boolean;
comment on column council_session.quorum_seats is 'The share that it was opened with; of one that was not opened yet, that of its council counts.';
update council_session s set quorum_seats = c.quorum_seats, quorum_every_agency = c.quorum_every_agency
  from council c where c.id = s.council_id and s.opened_at is not null;
