export { fullPaper, hostilePaper } from './papers.ts'
export { bare, textsOf } from './words-of.ts'
