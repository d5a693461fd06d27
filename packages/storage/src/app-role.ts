/** The role that requests run as: no login, no bypass, owner of nothing, so that row-level security holds for it. */
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'

export const appRole = 'ieum_app'

/** Roles belong to the whole cluster: two databases of it may do this at the same moment. */
const makeRole = `do $$
begin
  if not exists (select from pg_roles where rolname = '${appRole}') then
    create role ${appRole} nologin nosuperuser nobypassrls nocreatedb nocreaterole noreplication;
  end if;
  begin
    perform set_config('role', '${appRole}', true);
    perform set_config('role', 'none', true);
  exception when insufficient_privilege then
    execute format('grant ${appRole} to %I', current_user);
  end;
end $$`

const metAnother = new Set(['23505', '42710', 'XX000', '40001'])

export async function makeAppRole(client: pg.ClientBase): Promise<void> {
  for (let tries = 1; ; tries += 1)
    try {
      await client.query(makeRole)
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
     where rolname in (session_user, '${appRole}') order by 1`,
  )
  return rows.flatMap(({ role, super: isSuper, bypass }): Warning[] =>
    isSuper
      ? [{ is: 'login role is superuser', role }]
      : bypass
        ? [{ is: 'role bypasses row-level security', role }]
        : [],
  )
}
