export { type AfterEvent, afterEvent, type Event, type LegChanges, legChanges, readEvent } from './after-event.ts'
export { type Companion, companionsFor } from './alongside.ts'
export {
  type Changed,
  type ChangeFault,
  changedProgramme,
  type ProgrammeChange,
  type RuleToChange,
  rulesToChange,
} from './changed-programme.ts'
export { type Choices, choices, type Difference, difference, type Moved } from './choices.ts'
export { type Comparison, compareChange, type FirmCompared, type Standing } from './compare-change.ts'
export type { After, ExplainedPlan } from './explained-plan.ts'
export { endOfHorizon } from './horizon.ts'
export type { Odds } from './odds.ts'
export type { Assumption, Itinerary, Leg, Plan, PlanRequest } from './plan.ts'
export { type Planner, plannerOf, usualHorizon, usualMaxLegs } from './planner.ts'
export { type PlanQuestion, planQuestions } from './questions.ts'
export { lastClosedBefore, soonestThrough, type WindowAhead, windowsAhead } from './soonest.ts'
export { type Hindered, type Hindrance, type Remedy, type WhyNot, whyNot } from './why-not.ts'
