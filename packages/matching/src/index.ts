export { changeOf } from './changes.ts'
export { type Choices, choicesOf } from './choices.ts'
export { factsOfFirm } from './declares.ts'
export { type Departure, nextToClose, nextToOpen } from './departures.ts'
export { editionOnDay, windowOnDay } from './edition-on-day.ts'
export { type Matcher, type MatchOptions, matcherOf } from './matcher.ts'
export type {
  Change,
  Choice,
  CriterionResult,
  CriterionVerdict,
  Match,
  NextQuestion,
  ProgrammeVerdict,
  Result,
  SupportOffered,
  WindowOnDay,
  WindowState,
} from './result.ts'
export { comesBack, type Standing, standingOf, standings } from './standing.ts'
export { leftBy, supportOffered } from './support.ts'
export { bearingOf, verdictBy } from './verdict.ts'
export { isHeldBy, isStated, programmesStated, type Waivers, waiversOf } from './waivers.ts'
