/**
 * The roles that work runs as, neither with login, bypass or superuser: row-level security holds for both. `ieum_app` is whoever asks;
 * `ieum_worker` does what the clock brings, and writes what people are told.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'

export const appRole = 'ieum_app'
export const workerRole = 'ieum_worker'

/** Roles belong to the whole cluster: two databases of it may do this at the same moment. */
const makeRoles = `do $$
declare
  one text;
begin
  foreach one in array array['${appRole}', '${workerRole}'] loop
    if not exists (select from pg_roles where rolname = one) then
      execute format('create role %I nologin nosuperuser nobypassrls nocreatedb nocreaterole noreplication', one);
    end if;
    begin
      perform set_config('role', one, true);
      perform set_config('role', 'none', true);
    exception when insufficient_privilege then
      execute format('grant %I to %I', one, current_user);
    end;
  end loop;
end $$`

const metAnother = new Set(['23505', '42710', 'XX000', '40001'])

export async function makeWorkRoles(client: pg.ClientBase): Promise<void> {
  for (let tries = 1; ; tries += 1)
    try {
      await client.query(makeRoles)
      return
    } catch (error) {
      if (tries === 5 || !metAnother.has((error as { code?: string }).code ?? '')) throw error
      await wait(50 * tries * Math.random())
    }
}

/** What would make row-level security worthless, if anything does. */
export type Warning =
  | { readonly is: 'login role is superuser'; readonly role: string }
  | { readonly is: 'role bypasses row-level security'; readonly role: string }

export async function warningsOf(client: pg.ClientBase): Promise<readonly Warning[]> {
  const { rows } = await client.query<{ role: string; super: boolean; bypass: boolean }>(
    `select rolname as role, rolsuper as super, rolbypassrls as bypass from pg_roles
     where rolname in (session_user, '${appRole}', '${workerRole}') order by 1`,
  )
  return rows.flatMap(({ role, super: isSuper, bypass }): Warning[] =>
    isSuper
      ? [{ is: 'login role is superuser', role }]
      : bypass
        ? [{ is: 'role bypasses row-level security', role }]
        : [],
  )
}
