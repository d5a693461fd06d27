/** A table of answers as rows, with all that is wrong in it before any case is looked at. */
import type { Reason } from '@ieum/desk'
import {
  readSheetAnswer,
  readSheetColumn,
  readSheetReason,
  reasonsOfAnswer,
  type SheetAnswer,
  type SheetColumn,
  sheetAnswers,
} from '@ieum/wording'
import Papa from 'papaparse'
import { readText } from '../tables/read-text.ts'

export interface AnswerRow {
  readonly line: number
  readonly number: string
  readonly answer: SheetAnswer
  readonly reason: Reason | undefined
  readonly note: string | undefined
}

export const faultCodes = [
  'a-workbook',
  'unknown-letters',
  'quotes-wrong',
  'column-missing',
  'column-unknown',
  'too-many-rows',
  'no-answers',
  'number-missing',
  'number-twice',
  'answer-unknown',
  'reason-unknown',
  'reason-not-asked',
  'note-too-long',
  'no-such-case',
  'not-now',
] as const

export interface RowFault {
  /** As a spreadsheet counts its rows, with the header as row 1. */
  readonly line: number
  readonly column: SheetColumn | null
  readonly code: (typeof faultCodes)[number]
  readonly wrong: string
  /** What may stand there, where it is one of a few. */
  readonly right?: readonly string[]
  /** What does. */
  readonly given?: string
}

export interface AnswersRead {
  readonly rows: readonly AnswerRow[]
  readonly faults: readonly RowFault[]
  /** Rows of a case without an answer: they wait for another time. */
  readonly left: number
}

export const mostRows = 1_000
const longestNote = 2_000

export function answerRows(brought: string | Uint8Array): AnswersRead {
  const read = typeof brought === 'string' ? ({ is: 'text', text: brought } as const) : readText(brought)
  switch (read.is) {
    case 'text':
      return rowsOf(read.text.replace(/^\uFEFF/, ''))
    case 'workbook':
      return nothingBut({ code: 'a-workbook', wrong: 'a workbook of a spreadsheet: save it as CSV and bring that' })
    case 'unknown letters':
      return nothingBut({ code: 'unknown-letters', wrong: 'its letters are neither UTF-8 nor CP949 (EUC-KR)' })
  }
}

const nothingBut = (fault: Pick<RowFault, 'code' | 'wrong'>): AnswersRead => ({
  rows: [],
  faults: [{ line: 1, column: null, ...fault }],
  left: 0,
})

function rowsOf(text: string): AnswersRead {
  const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: false })
  const unread = faultsOfReading(errors)
  if (unread.length > 0) return { rows: [], faults: unread, left: 0 }
  const [head = [], ...body] = data
  const { places, faults } = headOf(head)
  if (body.length > mostRows)
    faults.push({ line: 1, column: null, code: 'too-many-rows', wrong: `at most ${mostRows} rows at a time` })
  if (faults.length > 0) return { rows: [], faults, left: 0 }

  const rows: AnswerRow[] = []
  const seen = new Map<string, number>()
  let left = 0
  for (const [place, cells] of body.entries()) {
    if (cells.every(cell => cell.trim() === '')) continue
    const cell = (column: SheetColumn) => (cells[places.get(column) ?? -1] ?? '').trim()
    if (['answer', 'reason', 'note'].every(column => cell(column as SheetColumn) === '') && cell('number') !== '') {
      left += 1
      continue
    }
    const row = rowOf(cell, place + 2, seen)
    faults.push(...row.faults)
    if (row.answer) rows.push(row.answer)
  }
  if (rows.length === 0 && faults.length === 0)
    faults.push({ line: 1, column: null, code: 'no-answers', wrong: 'there is no answer below the header' })
  return { rows, faults, left }
}

/** A quotation mark without its other one takes all rows to the end of the file into its cell, so none of them is believed. */
function faultsOfReading(errors: readonly Papa.ParseError[]): readonly RowFault[] {
  // That no delimiter was found says only that there is one column.
  const places = new Set(errors.filter(({ type }) => type !== 'Delimiter').map(({ row = 0 }) => row))
  return [...places].map(place => ({
    line: place + 1,
    column: null,
    code: 'quotes-wrong',
    wrong: 'a cell that begins with a quotation mark (") ends with one, and doubles each within',
  }))
}

function headOf(head: readonly string[]): { places: ReadonlyMap<SheetColumn, number>; faults: RowFault[] } {
  const faults: RowFault[] = []
  const places = new Map<SheetColumn, number>()
  for (const [place, name] of head.entries()) {
    const column = readSheetColumn(name)
    if (column) places.set(column, place)
    else if (name.trim() !== '' || head.length === 1)
      faults.push({
        line: 1,
        column: null,
        code: 'column-unknown',
        wrong: `"${short(name)}" is no column of this table`,
        given: short(name),
      })
  }
  const missing = (['number', 'answer'] as const).filter(column => !places.has(column))
  faults.unshift(
    ...missing.map(column => ({
      line: 1,
      column,
      code: 'column-missing' as const,
      wrong: `a column "${column}" is needed`,
    })),
  )
  return { places, faults }
}

function rowOf(
  cell: (column: SheetColumn) => string,
  line: number,
  seen: Map<string, number>,
): { answer?: AnswerRow; faults: readonly RowFault[] } {
  const faults: RowFault[] = []
  const number = cell('number').toUpperCase()
  const before = seen.get(number)
  const answer = readSheetAnswer(cell('answer'))
  const reasons = answer ? reasonsOfAnswer(answer) : []
  const reason = answer && readSheetReason(answer, cell('reason'))
  const wrong = (column: SheetColumn, code: RowFault['code'], wrong: string, right?: readonly string[]) =>
    faults.push({ line, column, code, wrong, ...(right && { right }), given: short(cell(column)) })
  if (number === '') wrong('number', 'number-missing', 'the number of a referral is needed')
  else if (before !== undefined) wrong('number', 'number-twice', `stands in line ${before} already`, [String(before)])
  if (!answer) wrong('answer', 'answer-unknown', `one of ${sheetAnswers.join(', ')}`, sheetAnswers)
  if (reasons.length > 0 && !reason) wrong('reason', 'reason-unknown', `one of ${reasons.join(', ')}`, reasons)
  if (answer && reasons.length === 0 && cell('reason') !== '')
    wrong('reason', 'reason-not-asked', `none with "${answer}"`)
  if (cell('note').length > longestNote) wrong('note', 'note-too-long', 'at most 2,000 characters')
  seen.set(number, line)
  return {
    ...(answer && faults.length === 0 && { answer: { line, number, answer, reason, note: cell('note') || undefined } }),
    faults,
  }
}

const short = (text: string): string => text.trim().slice(0, 40)
