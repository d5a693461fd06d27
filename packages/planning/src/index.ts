export { type Choices, choices, type Difference, difference, type Moved } from './choices.ts'
export { endOfHorizon } from './horizon.ts'
export type { Assumption, Itinerary, Leg, Plan, PlanRequest } from './plan.ts'
export { type Planner, plannerOf, usualHorizon, usualMaxLegs } from './planner.ts'
