import { expect, it } from 'vitest'
import { describeInBothHomes } from './testing/homes.ts'
import { gapsInWalls, notWalled } from './testing/walls.ts'

describeInBothHomes('C15: the walls', open => {
  /** After a change that nobody keeps. */
  async function gapsAfter(change: string): Promise<readonly string[]> {
    const client = await open().pool.connect()
    try {
      await client.query(`begin; ${change}`)
      return await gapsInWalls({ query: client.query.bind(client) as typeof client.query })
    } finally {
      await client.query('rollback')
      client.release()
    }
  }

  it('stand around every table of a firm or an agency, for its owner too, and no view or function leads past them', async () => {
    expect(await gapsAfter('')).toEqual([])
  })

  it('leave out only tables that there are', async () => {
    const { rows } = await open().pool.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and not relrowsecurity`,
    )
    expect(rows.map(({ relname }) => relname).sort()).toEqual(Object.keys(notWalled).sort())
  })

  it.each([
    ['create table visit (firm_id uuid)', 'the table visit has no row-level security, or does not force it'],
    [
      'create table visit (firm_id uuid); alter table visit enable row level security',
      'the table visit has no row-level security, or does not force it',
    ],
    [
      `create table visit (firm_id uuid); alter table visit enable row level security; alter table visit force row level security;
       grant select (firm_id) on visit to ieum_app`,
      'the table visit is granted to ieum_app, and no policy says which rows',
    ],
    ['grant update (name) on person to ieum_app', 'the table person is of the sign-in, and ieum_app may update it'],
    [
      'grant select (secret) on second_factor to ieum_app',
      'the table second_factor is of the sign-in, and ieum_app may select it',
    ],
    ['create policy all_firms on firm using (true)', 'the policy all_firms of firm is for everybody'],
    [
      'create policy any_change on fact for update to ieum_app using (true)',
      'the policy any_change of fact lets ieum_app pass unasked',
    ],
    ['grant delete on consent to ieum_app', 'ieum_app may delete from consent'],
    ['create view firms as select * from firm', 'the view firms shows what its owner sees'],
    ['create materialized view firms as select * from firm', 'the view firms keeps what its owner saw'],
    [
      `create function all_firms() returns bigint language sql security definer as 'select count(*) from firm'`,
      'the function all_firms() runs as its owner, and finds what its caller puts in its way',
    ],
    [
      `create function all_firms() returns bigint language sql security definer set search_path = public as 'select count(*) from firm'`,
      'the function all_firms() runs as its owner, and finds what its caller puts in its way',
    ],
    [
      `create function all_firms() returns bigint language sql security definer set search_path = public, pg_temp as 'select count(*) from firm'`,
      'the function all_firms() runs as its owner, who owns the tables too',
    ],
    ['grant create on schema public to ieum_app', 'ieum_app may make things of its own'],
  ])('have a gap after: %s', async (change, gap) => {
    expect(await gapsAfter(change)).toContain(gap)
  })
})
