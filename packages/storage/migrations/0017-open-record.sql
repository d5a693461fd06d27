-- That an item of an agenda is closed on a ground of the law may be known to everyone to whom its session is open: that it stands there, the
-- ground, and the day on which it opens. Nothing else of it leaves this function; of an item that is merely not open yet, not even that.
grant create on schema public to ieum_worker;
create function closed_items(of_council text)
returns table (id uuid, session_id uuid, "position" integer, closed_ground text, opens_on date)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select i.id, i.session_id, i.position, i.closed_ground, i.open_from
    from agenda_item i
    join council_session s on s.id = i.session_id
    join council c on c.id = s.council_id
    where c.id = of_council and c.open_from <= acting_day() and s.open_from <= acting_day()
      and i.closed_ground is not null and (i.open_from is null or i.open_from > acting_day());
end $$;
alter function closed_items(text) owner to ieum_worker;
revoke all on function closed_items(text) from public;
grant execute on function closed_items(text) to ieum_app, ieum_worker;
revoke create on schema public from ieum_worker;
