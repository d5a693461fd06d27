import { z } from 'zod'
import { day, factName, field, items, record, source, text, words } from './common.ts'

const cell = z.union([z.number(), z.string(), z.boolean(), z.null()])
const scalar = z.union([z.number(), z.string()])

const edition = record({
  from: day.exactOptional(),
  until: day.exactOptional(),
  source,
  value: z
    .union([z.number(), z.string(), z.array(scalar)])
    .exactOptional()
    .meta({ description: 'A number, a text or a list.' }),
  rows: z
    .array(z.array(cell))
    .exactOptional()
    .meta({ description: 'Rows of a table, cells in the order of its columns.' }),
})

export const parameterFile = record({
  id: factName.meta({ description: 'The name used in sentences.' }),
  label: words.exactOptional(),
  type: z.enum(['number', 'text', 'list', 'table']),
  items,
  columns: z.record(factName, field).exactOptional().meta({ description: 'Columns of a table, by name.' }),
  unit: text.exactOptional(),
  editions: z.array(edition).min(1).meta({ description: 'Oldest first; the one in force on a day counts.' }),
}).meta({
  title: 'Parameter',
  description: 'A figure, list or table that changes by date, with its legal source (parameters/<id>.yaml).',
})
