import type { Database } from '@ieum/storage'

/** Only for a demonstration that was cut off while it was made, before anybody was let in: trails go as well. */
export async function emptyRecords({ pool }: Database): Promise<void> {
  await pool.query(`do $$
    declare tables text;
    begin
      select string_agg(format('%I.%I', schemaname, tablename), ', ') into tables from pg_tables
        where schemaname = 'public' and tablename <> 'migrations';
      perform set_config('session_replication_role', 'replica', true);
      execute 'truncate ' || tables || ' restart identity cascade';
    end $$`)
}
