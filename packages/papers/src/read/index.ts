/** Reading papers of councils; apart from the making of papers, so that neither loads what the other needs. */
export type {
  CouncilDraft,
  Drafted,
  DraftedItem,
  DraftedPost,
  DraftedTask,
  Origin,
  Unsure,
} from './draft.ts'
export { type DocumentRead, linesOfDocument, type Unreadable, unreadables } from './lines-of-document.ts'
export { linesOfText, type PaperLine } from './paper-lines.ts'
export { type PlainDraft, plainDraft, readCouncilPaper } from './read-council-paper.ts'
