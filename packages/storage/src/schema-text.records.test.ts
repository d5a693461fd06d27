import { expect, it } from 'vitest'
import { generateSchema } from './generate-schema.ts'
import { openDatabase } from './open-database.ts'
import { schemaText } from './schema-text.ts'
import { dropServerDatabase, makeServerDatabase } from './testing/homes.ts'
import { migrationFolder } from './testing/migration-folder.ts'

/** A bit of everything that a schema may hold. */
const everything = `
  create schema desk;
  create type state as enum ('drafted', 'sent');
  create domain business_number as text check (value ~ '^[0-9]{10}$');
  create table agencies (id text primary key, name text not null, unique (name));
  create table referrals (
    id bigint generated always as identity primary key,
    agency text not null references agencies on delete cascade,
    number business_number,
    state state not null default 'drafted',
    tags text[] not null default '{}',
    facts jsonb not null default '{}'::jsonb,
    amount numeric(14, 2) check (amount >= 0),
    day date, at timestamptz(3) not null default now(),
    name text collate "C",
    upper_name text generated always as (upper(name)) stored,
    constraint days check (day is null or day > '2020-01-01')
  );
  create index referrals_open on referrals (agency, at desc) where state = 'sent';
  create index referrals_tags on referrals using gin (tags);
  alter table referrals enable row level security;
  alter table referrals force row level security;
  create policy own on referrals for select to ieum_app using (agency = current_setting('ieum.agency', true));
  create policy write on referrals as restrictive for insert with check (state = 'drafted');
  create function stamp() returns trigger language plpgsql set search_path = public as $$ begin new.at := now(); return new; end $$;
  create trigger stamp before insert or update of state on referrals for each row execute function stamp();
  create view open_referrals with (security_invoker = true) as select r.id, a.name from referrals r join agencies a on a.id = r.agency;
  create table desk.log (id serial primary key, line text);
  grant all on agencies to ieum_app;
  grant select (id, agency), insert on referrals to ieum_app;
  grant select on open_referrals to public;
  revoke execute on function stamp() from public;
`

async function schemaOfServer(migrations: string | undefined): Promise<string> {
  const name = `ieum_${crypto.randomUUID().replaceAll('-', '')}`
  const url = await makeServerDatabase(name, 'empty')
  try {
    const opened = await openDatabase({ url }, migrations === undefined ? {} : { migrations })
    if (opened.is !== 'open') throw new Error(JSON.stringify(opened))
    return await schemaText(opened.database.pool).finally(() => opened.database.close())
  } finally {
    await dropServerDatabase(name)
  }
}

it('says the same of a schema in both homes', async () => {
  const migrations = migrationFolder({ '0001-everything': everything })
  const embedded = await generateSchema(migrations)
  expect(await schemaOfServer(migrations)).toBe(embedded)
  for (const line of [
    'alter table referrals force row level security;',
    "create policy write on referrals as restrictive for insert to public with check ((state = 'drafted'::state));",
    'grant select on referrals (agency) to ieum_app;',
    'create view open_referrals with (security_invoker=true) (id bigint, name text);',
    " SET search_path TO 'public'",
  ])
    expect(embedded.split('\n')).toContain(line)
})

it('says the same of the landed migrations in both homes', async () => {
  expect(await schemaOfServer(undefined)).toBe(await generateSchema())
})
