import type { Table } from '../tables/table.ts'
import type { ClosingList } from './read-closing-days.ts'

/** A row a municipality. What is not known is empty, and `kind` says `unknown`. */
export const closingTable = ({ municipalities }: ClosingList): Table => ({
  columns: [
    { name: 'code', type: 'text' },
    { name: 'region', type: 'text' },
    { name: 'municipality', type: 'text' },
    { name: 'kind', type: 'text' },
    { name: 'status', type: 'text' },
    { name: 'rule', type: 'text' },
    { name: 'weekday', type: 'text' },
    { name: 'from', type: 'text' },
    { name: 'origin', type: 'text' },
    { name: 'confidence', type: 'text' },
    { name: 'next_1', type: 'day' },
    { name: 'next_2', type: 'day' },
    { name: 'next_3', type: 'day' },
    { name: 'next_4', type: 'day' },
    // Empty, or `yes`: agreed in a demonstration, nothing of it has happened.
    { name: 'made_up', type: 'text' },
  ],
  rows: municipalities.map(line => [
    line.code,
    line.region,
    line.name,
    line.kind,
    line.status,
    line.rule,
    line.weekday,
    line.from,
    line.origin,
    line.confidence,
    ...[0, 1, 2, 3].map(index => line.next[index]?.day ?? null),
    line.madeUp ? 'yes' : null,
  ]),
})
