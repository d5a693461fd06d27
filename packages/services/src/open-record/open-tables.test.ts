import type { Council } from '@ieum/catalogue/records'
import { expect, it } from 'vitest'
import { openTable, openTableNames } from './open-tables.ts'
import { recordOfSources } from './record-of-sources.ts'

const words = (text: string) => ({ ko: text, en: text })
const known: Council = {
  id: 'c',
  kind: 'policy',
  name: words('협의회'),
  seats: [],
  source: { title: 'release' },
  sessions: [
    {
      on: '2024-05-28',
      source: { title: 'release' },
      schedule: [{ title: words('개회'), minutes: 5 }],
    },
  ],
  tasks: [{ id: 'T1', title: words('과제'), proposed_by: ['mss'] }],
}
const record = {
  ...recordOfSources(known),
  decisions: [
    {
      number: '2026-1-1',
      on: '2026-01-01',
      text: words('한다'),
      votes: null,
      status: 'standing',
      supersededBy: null,
      supersedes: [],
      session: 1,
      task: null,
      opened: '2026-01-01',
    },
  ],
} as const

it.each(openTableNames)('each line of the table of %s says whether it was made up for a demonstration', name => {
  for (const madeUp of [false, true]) {
    const { columns, rows } = openTable({ ...record, madeUp }, name)
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) {
      expect(row).toHaveLength(columns.length)
      expect(row[columns.findIndex(({ name: column }) => column === 'made_up')]).toBe(madeUp ? 'yes' : 'no')
    }
  }
})
