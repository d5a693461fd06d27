/** The open record as tables, to be taken away: one line a task, a decision, an item of an agenda; each says whether it was made up for a demonstration. */
import type { Table } from '../tables/table.ts'
import { openAddresses } from './addresses.ts'
import type { OpenRecord } from './open-record.ts'

export const openTableNames = ['tasks', 'decisions', 'agenda'] as const
export type OpenTableName = (typeof openTableNames)[number]

const columns = (spec: Readonly<Record<string, Table['columns'][number]['type']>>): Table['columns'] =>
  Object.entries(spec).map(([name, type]) => ({ name, type }))

export function openTable(record: OpenRecord, name: OpenTableName): Table {
  const { columns: known, rows } = tableOf(record, name)
  return {
    columns: [...known, { name: 'made_up', type: 'text' }],
    rows: rows.map(row => [...row, record.madeUp ? 'yes' : 'no']),
  }
}

function tableOf(record: OpenRecord, name: OpenTableName): Table {
  const to = openAddresses(record.id)
  switch (name) {
    case 'tasks':
      return {
        columns: columns({
          council: 'text',
          code: 'text',
          title_ko: 'text',
          title_en: 'text',
          proposed_by: 'text',
          state: 'text',
          reported: 'text',
          pathways: 'text',
          programmes: 'text',
          opened: 'day',
          updated: 'day',
          address: 'text',
        }),
        rows: record.tasks.map(task => [
          record.id,
          task.code,
          task.title.ko,
          task.title.en,
          task.proposedBy.join(' '),
          task.state,
          task.reported ? 'yes' : 'no',
          task.pathways.join(' '),
          task.programmes.join(' '),
          task.opened,
          task.updated,
          to.task(task.code),
        ]),
      }
    case 'decisions':
      return {
        columns: columns({
          council: 'text',
          number: 'text',
          decided_on: 'day',
          text_ko: 'text',
          text_en: 'text',
          status: 'text',
          superseded_by: 'text',
          votes_for: 'whole',
          votes_against: 'whole',
          votes_abstained: 'whole',
          session: 'whole',
          task: 'text',
          opened: 'day',
          address: 'text',
        }),
        rows: record.decisions.map(one => {
          const counted = one.votes?.is === 'counted' ? one.votes : null
          return [
            record.id,
            one.number,
            one.on,
            one.text.ko,
            one.text.en,
            one.status,
            one.supersededBy,
            counted?.for ?? null,
            counted?.against ?? null,
            counted?.abstained ?? null,
            one.session,
            one.task,
            one.opened,
            to.decision(one.number),
          ]
        }),
      }
    case 'agenda':
      return {
        columns: columns({
          council: 'text',
          session: 'whole',
          held_on: 'day',
          item: 'whole',
          disclosure: 'text',
          ground: 'text',
          opens_on: 'day',
          title_ko: 'text',
          title_en: 'text',
          minutes: 'whole',
          task: 'text',
          decisions: 'text',
          address: 'text',
        }),
        rows: record.sessions.flatMap(({ number, on, items }) =>
          items.map(item => {
            const at = [record.id, number, on, item.number, item.is] as const
            return item.is === 'closed'
              ? [...at, item.ground, item.opensOn, null, null, null, null, null, to.session(number)]
              : [
                  ...at,
                  null,
                  null,
                  item.title.ko,
                  item.title.en,
                  item.minutes,
                  item.task,
                  item.decisions.join(' '),
                  to.session(number),
                ]
          }),
        ),
      }
  }
}
