export { changed, type Flip, flips, joinTwo } from './changes.ts'
export { addMonths, civil, type DayNumber, dayNumber, monthsBetween, parseDay, printDay } from './days.ts'
export { type Evaluator, evaluatorOf, type Proof, type Reading, type Situation } from './evaluator.ts'
export { type Explanation, explain } from './explain.ts'
export type { Call, Comparator, Form, Part, Test, Type } from './form.ts'
export { limits } from './limits.ts'
export { partsOf, readsOf } from './reads.ts'
export type {
  Pointer,
  Rule,
  Rulebook,
  RuledEdition,
  RuledMaxBand,
  RuledProgramme,
  RuledRateBand,
  RuledSupport,
  Sentence,
  SentenceFault,
  Wrong,
} from './rulebook.ts'
export { type Language, type Sayer, sayerOf } from './say.ts'
export { type Truth, truthCode, truthOf } from './truth.ts'
export { criticalDays, turnsOn } from './turns.ts'
export { coreFacts, typeOfFact, typeOfParameter, type Vocabulary, vocabularyOf, withCoreFacts } from './vocabulary.ts'
