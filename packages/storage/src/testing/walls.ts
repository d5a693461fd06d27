/** What the catalogue of a database must say for its walls to hold, as sentences where it does not. */
import type pg from 'pg'

/** Tables of people and of how they sign in: no row of them belongs to a firm or an agency. Each is here for a reason that was looked at. */
export const notWalled: Readonly<Record<string, string>> = {
  person: 'names of who acted stand beside what was done; ieum_app reads these columns alone, and writes none',
  sign_in_session: 'of the sign-in alone: no grant',
  credential: 'of the sign-in alone: no grant',
  verification: 'of the sign-in alone: no grant',
  second_factor: 'of the sign-in alone: no grant',
  sign_in_try: 'of the sign-in alone: no grant',
  migrations: 'which migrations have landed: no grant',
}

const rules = (isOpen: string) => `
  select format('the table %s has no row-level security, or does not force it', relname)
    from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
      and not (relrowsecurity and relforcerowsecurity) and relname not in (${isOpen})
  union all
  select format('the table %s is granted to ieum_app, and no policy says which rows', relname)
    from pg_class c where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relname not in (${isOpen})
      and has_any_column_privilege('ieum_app', c.oid, 'select, insert, update')
      and not exists (select from pg_policy where polrelid = c.oid and 'ieum_app'::regrole = any (polroles))
  union all
  select format('the table %s is of the sign-in, and ieum_app may %s it', relname, privilege)
    from pg_class c, unnest(array['insert', 'update', 'delete', 'select']) privilege
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relname in (${isOpen})
      and not (relname = 'person' and privilege = 'select')
      and case when privilege = 'delete' then has_table_privilege('ieum_app', c.oid, privilege)
               else has_any_column_privilege('ieum_app', c.oid, privilege) end
  union all
  select format('the policy %s of %s is for everybody', polname, polrelid::regclass) from pg_policy where polroles = array[0::oid]
  union all
  select format('the policy %s of %s lets ieum_app pass unasked', polname, polrelid::regclass) from pg_policy
    where 'ieum_app'::regrole = any (polroles) and polcmd <> 'r' and pg_get_expr(polqual, polrelid) is not distinct from 'true'
  union all
  select format('ieum_app may delete from %s', relname)
    from pg_class c where relkind in ('r', 'p', 'v') and relnamespace = 'public'::regnamespace
      and (has_table_privilege('ieum_app', c.oid, 'delete') or has_table_privilege('ieum_app', c.oid, 'truncate'))
  union all
  select format('the view %s shows what its owner sees', relname) from pg_class
    where relkind = 'v' and relnamespace = 'public'::regnamespace
      and not coalesce('security_invoker=true' = any (reloptions), false)
  union all
  select format('the view %s keeps what its owner saw', relname) from pg_class
    where relkind = 'm' and relnamespace = 'public'::regnamespace
  union all
  select format('the function %s runs as its owner, and finds what its caller puts in its way', oid::regprocedure) from pg_proc
    where pronamespace = 'public'::regnamespace and prosecdef
      and not exists (select from unnest(proconfig) setting where setting ~ '^search_path=[^$]*(^|[ ,=])pg_temp$')
  union all
  select format('the function %s runs as its owner, who owns the tables too', oid::regprocedure) from pg_proc
    where pronamespace = 'public'::regnamespace and prosecdef and proowner <> 'ieum_worker'::regrole
  union all
  select format('the function %s runs as its owner, for everybody', oid::regprocedure) from pg_proc
    where pronamespace = 'public'::regnamespace and prosecdef and has_function_privilege('public', oid, 'execute')
  union all
  select format('the role %s may %s', rolname, able) from pg_roles,
      lateral (values (rolsuper, 'do anything'), (rolbypassrls, 'pass by the walls'), (rolcanlogin, 'log in'),
                      (rolcreaterole, 'make roles'), (rolcreatedb, 'make databases'), (rolreplication, 'replicate')) as abilities (has, able)
    where rolname in ('ieum_app', 'ieum_worker') and has
  union all
  select format('the role %s is a member of %s', member::regrole, roleid::regrole) from pg_auth_members
    where member in ('ieum_app'::regrole, 'ieum_worker'::regrole)
  union all
  select format('ieum_app owns %s', relname) from pg_class where relowner = 'ieum_app'::regrole
  union all
  select 'ieum_app may make things of its own' where has_schema_privilege('ieum_app', 'public', 'create')
  order by 1`

export async function gapsInWalls({ query }: Pick<pg.ClientBase, 'query'>): Promise<readonly string[]> {
  const open = Object.keys(notWalled).map(table => `'${table}'`)
  const { rows } = await query<string[]>({ text: rules(open.join()), rowMode: 'array' } as never)
  return rows.map(([gap]) => gap!)
}
