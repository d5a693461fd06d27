export type { Language } from '@ieum/catalogue/records'
export { sayClosingRule, sayWeekday } from './closing-words.ts'
export { type CouncilMeasure, councilPaperWords } from './council-paper-words.ts'
export { decisionBasis, linkPurpose, sessionName } from './council-words.ts'
export { sayDay, sayMonth, sayShortDay } from './days.ts'
export {
  sayAgreementMove,
  sayAgreementState,
  sayDaysLeft,
  sayParty,
  sayReason,
  sayReferralMove,
  sayReferralState,
  sayRole,
} from './desk-words.ts'
export { type ExportColumn, exportColumns, sayExportColumn } from './export-words.ts'
export { type FactWords, factWordsOf, sayPercent } from './fact-words.ts'
export { feedWords } from './feed-words.ts'
export { type FindingNames, type FindingSaid, sayFinding } from './finding-words.ts'
export { type Industry, industriesOf } from './industries.ts'
export { isLent } from './lent.ts'
export { type LetterParts, noticeLetter, oneTimeLetter, type WrittenLetter } from './letters.ts'
export { listDifference } from './list-difference.ts'
export { sayExactMoney, sayMoney } from './money.ts'
export { type NoticeSide, noticeKinds, sayNotice } from './notice-words.ts'
export { openRecordWords, saidIn } from './open-record-words.ts'
export { programmeNamesOf } from './programme-names.ts'
export { sayRecordWord } from './record-words.ts'
export { sayerOf } from './sayer.ts'
export {
  readSheetAnswer,
  readSheetColumn,
  readSheetReason,
  reasonsOfAnswer,
  type SheetAnswer,
  type SheetColumn,
  saySheetColumn,
  sheetAnswers,
  sheetColumns,
} from './sheet-words.ts'
export { sayUnit } from './units.ts'
