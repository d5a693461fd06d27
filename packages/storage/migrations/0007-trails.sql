-- Two trails that only grow: what was changed, and who looked at whom. Each lane (an agency, or the firms together) is a chain of its
-- own, so agencies do not wait for one another; the hash covers the row and the hash before it.

create table trail_head (
  trail text not null,
  lane text not null,
  seq bigint not null,
  hash text not null,
  primary key (trail, lane)
);

create table audit_entry (
  lane text not null,
  seq bigint not null,
  at timestamptz not null default clock_timestamp(),
  person_id text,
  post_id uuid,
  operation text not null,
  subject text not null,
  detail jsonb not null default '{}',
  entry text not null,
  hash text not null,
  primary key (lane, seq)
);
comment on table audit_entry is 'retention: 10 years';
create index audit_of_subject on audit_entry (subject);

-- 접속기록 (개인정보의 안전성 확보조치 기준 제8조): who, when, from where, whose record, what for.
create table access_entry (
  lane text not null,
  seq bigint not null,
  at timestamptz not null default clock_timestamp(),
  person_id text not null,
  post_id uuid,
  place text not null,
  firm_ids uuid[] not null check (firm_ids <> '{}'),
  operation text not null,
  basis text not null,
  reason text,
  entry text not null,
  hash text not null,
  primary key (lane, seq)
);
comment on table access_entry is 'retention: 2 years';
create index accesses_to_firm on access_entry using gin (firm_ids);

create function chain_entry() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;

create trigger chain_audit before insert on audit_entry for each row execute function chain_entry();
create trigger chain_access before insert on access_entry for each row execute function chain_entry();

create function refuse_change() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception '% only grows', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create trigger keep_audit before update or delete or truncate on audit_entry execute function refuse_change();
create trigger keep_access before update or delete or truncate on access_entry execute function refuse_change();
