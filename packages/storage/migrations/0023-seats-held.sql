-- A seat is held by a post that its own agency names, and a council that was dissolved is kept by nobody.

create or replace function keeps_council(of_council text) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return acting_role() = 'secretary' and exists (
    select from council where id = of_council and secretariat = acting_agency()
      and (dissolved_on is null or dissolved_on > acting_day()));
end $$;

create policy seats_held on council_seat for update to ieum_app
  using (agency = (select acting_agency()) and (select acting_role()) in ('secretary', 'agency-administrator')
         and until is null
         and exists (select from council c where c.id = council_id and c.dissolved_on is null));
