export { vocabularyOf } from '../vocabulary.ts'
export { type Outcome, readSentence } from './read.ts'
export { type Built, buildRulebook } from './rulebook.ts'
