import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { describeInBothHomes } from './testing/homes.ts'

describeInBothHomes('values of the records', open => {
  const read = async (expression: string): Promise<unknown> => {
    const { rows } = await sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(open().kysely)
    return rows[0]!.value
  }

  it.each([
    ['5::int8', 5],
    ['9007199254740991::int8', Number.MAX_SAFE_INTEGER],
    ['count(*) from (values (1), (2)) as two', 2],
    ["'2026-05-01'::date", '2026-05-01'],
    ['1.50::numeric', '1.50'],
    [`'{"a": [1, null, "가"]}'::jsonb`, { a: [1, null, '가'] }],
    ["'2026-05-01T09:00:00.123+09:00'::timestamptz", new Date('2026-05-01T00:00:00.123Z')],
    ["'2026-05-01 09:00'::timestamp", '2026-05-01 09:00:00'],
    ["'{1,NULL,3}'::int8[]", [1, null, 3]],
    ["'{{2026-05-01},{2026-05-02}}'::date[]", [['2026-05-01'], ['2026-05-02']]],
    [`'{"가, 나",null,""}'::text[]`, ['가, 나', null, '']],
    ['null::int8', null],
    ["current_setting('TimeZone')", 'UTC'],
  ])('reads %s', async (expression, value) => {
    // The alias stands behind the expression, except where a table is named.
    const [text, from] = expression.split(' from ')
    const { rows } = await sql<{
      value: unknown
    }>`select ${sql.raw(text!)} as value ${sql.raw(from ? `from ${from}` : '')}`.execute(open().kysely)
    expect(rows[0]!.value).toEqual(value)
  })

  it('refuses a number that would lose digits', async () => {
    await expect(read('9007199254740993::int8')).rejects.toThrow('9007199254740993 has more digits')
    expect(await read('1')).toBe(1)
  })
})
