import Papa from 'papaparse'
import type { Table } from './table.ts'

/** What a spreadsheet would take for a formula, in full width and behind blanks too: such a cell gets an apostrophe in front. */
const formula = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/

/** With a byte order mark, by which Excel knows that it is UTF-8. */
export function csvOf({ columns, rows }: Table): string {
  const text = Papa.unparse(
    { fields: columns.map(({ name }) => name), data: rows.map(row => [...row]) },
    { escapeFormulae: formula, newline: '\r\n' },
  )
  return `\uFEFF${text}\r\n`
}
