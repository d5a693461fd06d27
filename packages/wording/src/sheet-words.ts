/** What stands at the head of a sheet of answers, and how answers may be written in it: the code, or its word in either language. */
import type { Language, Words } from '@ieum/catalogue/records'
import { type Reason, reasonsOf } from '@ieum/desk'
import { sayReason, sayReferralMove } from './desk-words.ts'

export const sheetColumns = ['number', 'firm', 'programme', 'due', 'answer', 'reason', 'note'] as const
export type SheetColumn = (typeof sheetColumns)[number]

export const sheetAnswers = ['receive', 'accept', 'decline', 'return'] as const
export type SheetAnswer = (typeof sheetAnswers)[number]

const columns: Record<SheetColumn, Words> = {
  number: { ko: '연계 번호', en: 'number' },
  firm: { ko: '기업', en: 'firm' },
  programme: { ko: '사업', en: 'programme' },
  due: { ko: '답할 날', en: 'due' },
  answer: { ko: '답', en: 'answer' },
  reason: { ko: '사유', en: 'reason' },
  note: { ko: '덧붙일 말', en: 'note' },
}

export const saySheetColumn = (column: SheetColumn, language: Language): string => columns[column][language]

export const readSheetColumn = (text: string): SheetColumn | undefined =>
  sheetColumns.find(column => isOneOf(text, [column, columns[column].ko, columns[column].en]))

export const readSheetAnswer = (text: string): SheetAnswer | undefined =>
  sheetAnswers.find(answer => isOneOf(text, [answer, sayReferralMove(answer, 'ko'), sayReferralMove(answer, 'en')]))

/** The reasons of an answer; none where it needs none. */
export const reasonsOfAnswer = (answer: SheetAnswer): readonly Reason[] =>
  answer === 'decline' || answer === 'return' ? reasonsOf[answer] : []

export const readSheetReason = (answer: SheetAnswer, text: string): Reason | undefined =>
  reasonsOfAnswer(answer).find(reason => isOneOf(text, [reason, sayReason(reason, 'ko'), sayReason(reason, 'en')]))

/** Capitals, blanks and a full stop at the end make no difference. */
const isOneOf = (text: string, spellings: readonly string[]): boolean =>
  spellings.some(spelling => bare(spelling) === bare(text))

const bare = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, '').replace(/\.$/, '').toLowerCase()
