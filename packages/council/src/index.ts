export {
  type ActionCall,
  actionCall,
  actionDays,
  type ClockedAction,
  lastDayOf,
  type TimeLeft,
  timeLeft,
} from './action/clock.ts'
export {
  type ActionMove,
  type ActionParty,
  type ActionState,
  actionMovers,
  actionMoves,
  actionStates,
  isActionOver,
  openActionStates,
  overLast,
} from './action/moves.ts'
export { type MonthDay, parseRule, printRule } from './closing-days/rule.ts'
export { type RetailSide, retailSides, type SideStand, sideStand } from './closing-days/sides.ts'
export { type Disclosure, isOpenOn, type OpeningSaid, sayOpening } from './disclosure.ts'
export {
  type BrokenStep,
  type Finding,
  findingsToCome,
  isSameBreak,
  type StepOpens,
  type StepWhy,
} from './finding.ts'
export { pageOfNews } from './news-page.ts'
export { hostOf, type Quorum, type QuorumRule, quorumOf, type Seat } from './quorum.ts'
export { clockOf, type ItemClock, type ItemTimes, minutesOf, plannedTimes, timeOf } from './session/agenda-clock.ts'
export {
  type MinutedItem,
  type Minutes,
  type MinutesItem,
  type Missing,
  minutesItems,
  missingFromMinutes,
  type Votes,
} from './session/minutes.ts'
export {
  isBeingMinuted,
  isOpenToChange,
  type SessionMove,
  type SessionState,
  sessionMovers,
  sessionMoves,
  sessionStates,
} from './session/moves.ts'
export { type DatedMilestone, type MilestoneStand, milestoneStand } from './task/milestones.ts'
export {
  isTaskOver,
  needsReason,
  openTaskStates,
  type Position,
  positions,
  type TaskMove,
  type TaskParty,
  type TaskState,
  taskMovers,
  taskMoves,
  taskStates,
} from './task/moves.ts'
export { otherSides, type ProposedTask, stepTask, type TaskStep, type TaskStepped, taskMovesOf } from './task/step.ts'
