export { inBranches } from './branches.ts'
export { type Flip, SmallestChanges, type Want } from './changes.ts'
export { type Evaluator, evaluatorOf, type Proof, type Reading, type Situation } from './evaluator.ts'
export { type Explanation, explain, type Sayer } from './explain.ts'
export type { Call, Comparator, Form, Part, Test, Type } from './form.ts'
export { mapParts, partsOf } from './reads.ts'
export { ruleWording } from './rule-wording.ts'
export type {
  Pointer,
  Rule,
  Rulebook,
  RuledCap,
  RuledCommonRule,
  RuledEdition,
  RuledMaxBand,
  RuledProgramme,
  RuledRateBand,
  RuledSupport,
  Sentence,
  SentenceFault,
  Wrong,
} from './rulebook.ts'
export type { Truth } from './truth.ts'
export { criticalDays } from './turns.ts'
