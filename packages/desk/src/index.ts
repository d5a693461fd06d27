export {
  type ActingRole,
  apartFromAdministration,
  councilRelations,
  may,
  type Operation,
  operations,
  policy,
  type Relation,
  relations,
  roles,
} from './access/policy.ts'
export { type DatedAgreement, isInForce } from './agreement/in-force.ts'
export {
  type AgreementMove,
  type AgreementState,
  agreementMovers,
  agreementMoves,
  agreementOperations,
  agreementStates,
  signedMoves,
} from './agreement/moves.ts'
export { type FirmNumber, firmNumberAsWritten, readFirmNumber } from './firm-number.ts'
export {
  canTakeOver,
  keepsTasks,
  needsSuccessor,
  notLookedAfter,
  type Successor,
  type WorkToPass,
} from './posts/succession.ts'
export { type ClockCall, type ClockDays, type ClockedReferral, clockCall } from './referral/clock.ts'
export { type DaysOfLink, type LinkDays, linkDays } from './referral/link-days.ts'
export {
  awaitsAnswer,
  isOver,
  movers,
  moves,
  movesOf,
  type Party,
  type Reason,
  type ReferralMove,
  type ReferralState,
  reasonsOf,
  states,
  underWay,
} from './referral/moves.ts'
export { type AnswerDays, type Standing, type Step, type Stepped, step } from './referral/step.ts'
export {
  addWorkingDays,
  type Counted,
  isWorkingDay,
  type WorkCalendar,
  workCalendarOf,
  workingDaysBetween,
} from './working-days.ts'
