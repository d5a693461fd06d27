/** Itineraries for a firm: the waypoints may be given one by one or as a named pathway. */
import type { Day, Firm } from '@ieum/catalogue/records'
import {
  type AfterEvent,
  afterEvent,
  companionsFor,
  type ExplainedPlan,
  endOfHorizon,
  type Leg,
  legChanges,
  type Plan,
  planQuestions,
  readEvent,
  usualHorizon,
  usualMaxLegs,
  whyNot,
} from '@ieum/planning'
import type { Form, Rulebook } from '@ieum/rules'
import { readSentence, vocabularyOf } from '@ieum/rules/parse'
import type { OpenCatalogue } from './open-catalogue.ts'
import { readItinerary } from './read-itinerary.ts'

export interface PlanRequest {
  readonly firm: Firm
  readonly on: Day
  /** Waypoints; one text may hold several, by commas. */
  readonly via?: readonly string[]
  readonly pathway?: string
  /** ISO 8601 duration; `P5Y` when left out. */
  readonly horizon?: string
  readonly maxLegs?: number
  /** An itinerary that was planned before (JSON), and what happened: `refused 2`, `missed 1`, `delayed 2 P3M`. */
  readonly after?: unknown
  readonly event?: string
  /** Also say what else could be used on the way, for the first itineraries. */
  readonly alongside?: boolean
  /** Milliseconds after which the best found so far is the answer; 2,000 when left out. */
  readonly limit?: number
}

export type PlanOutcome =
  | { readonly is: 'planned'; readonly plan: ExplainedPlan }
  | { readonly is: 'no such pathway'; readonly pathway: string; readonly known: readonly string[] }
  | { readonly is: 'no waypoints' }
  | { readonly is: 'two ways asked' }
  | { readonly is: 'too many waypoints'; readonly most: number }
  | { readonly is: 'not a waypoint'; readonly waypoint: string; readonly why: string }
  | { readonly is: 'not a horizon'; readonly horizon: string }
  | { readonly is: 'not an itinerary'; readonly why: string }
  | { readonly is: 'not an event'; readonly event: string; readonly why: string }

/** Nobody goes through more; each takes a leg or a sentence. */
const mostWaypoints = 20

/** `clock` counts milliseconds; only differences matter. */
export function planFirm(
  catalogue: OpenCatalogue,
  request: PlanRequest,
  clock: () => number = () => performance.now(),
): PlanOutcome {
  const { rulebook, planner } = catalogue
  const pathway = rulebook.pathways.find(({ id }) => id === request.pathway)
  if (request.pathway !== undefined && request.via !== undefined) return { is: 'two ways asked' }
  if (request.pathway !== undefined && !pathway)
    return { is: 'no such pathway', pathway: request.pathway, known: rulebook.pathways.map(({ id }) => id) }
  const happened = happenedOf(request, rulebook)
  if (happened && happened.is !== 'happened') return happened
  const via = request.via?.flatMap(waypointsIn) ?? pathway?.waypoints ?? happened?.via ?? []
  if (via.length === 0) return { is: 'no waypoints' }
  if (via.length > mostWaypoints) return { is: 'too many waypoints', most: mostWaypoints }
  const horizon = request.horizon ?? usualHorizon
  if (!endOfHorizon(request.on, horizon)) return { is: 'not a horizon', horizon }

  const sentences: Record<string, Form> = {}
  for (const waypoint of via) {
    const read = readWaypoint(waypoint, rulebook)
    if (read.is === 'not a waypoint') return read
    if (read.is === 'sentence') sentences[waypoint] = read.form
  }
  const limit = request.limit ?? 2_000
  let end = clock() + limit
  const asked = {
    firm: request.firm,
    on: happened?.known ?? request.on,
    via,
    sentences,
    horizon,
    maxLegs: request.maxLegs ?? usualMaxLegs,
    ...(happened && { standing: happened.standing, barred: happened.barred }),
    timeIsUp: () => clock() > end,
  }
  const plan = withAfter(planner.plan(asked), happened)
  if (plan.itineraries.length > 0 || !plan.complete) {
    // What it hangs on takes further plans; they get as long again, and none after a plan that took all its time.
    end = clock() + limit
    const questions = plan.complete ? planQuestions(planner, asked, plan) : []
    const asking = questions.length > 0 ? { ...plan, questions } : plan
    return { is: 'planned', plan: request.alongside ? withCompanions(asking, rulebook, asked) : asking }
  }
  // To say why takes several plans; they get as long again.
  end = clock() + limit
  const why = whyNot(planner, asked)
  return { is: 'planned', plan: why ? { ...plan, whyNot: why } : plan }
}

/** Of so many itineraries it is said what else could be used. */
const mostAccompanied = 5

function withCompanions(
  plan: ExplainedPlan,
  rulebook: Rulebook,
  asked: Parameters<typeof companionsFor>[1],
): ExplainedPlan {
  const companionsOf = companionsFor(rulebook, asked)
  const accompanied = plan.itineraries
    .slice(0, mostAccompanied)
    .map((itinerary, number) => ({ itinerary: number, companions: companionsOf(itinerary) }))
  return { ...plan, alongside: accompanied }
}

interface Happened extends AfterEvent {
  readonly is: 'happened'
  readonly event: string
  readonly before: readonly Leg[]
  /** The day from which one plans on: that of the event, or a later one that was asked for. */
  readonly known: Day
  /** The way of a whole plan that was handed back. */
  readonly via?: readonly string[]
}

function happenedOf(
  { firm, after, event, on }: PlanRequest,
  rulebook: Rulebook,
): Happened | Extract<PlanOutcome, { is: 'not an itinerary' | 'not an event' }> | undefined {
  if (after === undefined && event === undefined) return undefined
  if (after === undefined) return { is: 'not an itinerary', why: 'an event needs the itinerary that it happened to' }
  const reading = readItinerary(after, rulebook)
  if (reading.is === 'refused') return { is: 'not an itinerary', why: reading.why }
  if (reading.firm !== undefined && reading.firm !== firm.id)
    return { is: 'not an itinerary', why: `it is a plan of ${reading.firm}, not of ${firm.id}` }
  if (event === undefined)
    return { is: 'not an event', event: '', why: 'say what happened: refused 2, missed 1 or delayed 2 P3M' }
  const read = readEvent(event)
  if (!read) {
    const why = 'write refused 2, missed 1 or delayed 2 P3M'
    return { is: 'not an event', event, why }
  }
  const found = afterEvent(reading.legs, read, on)
  if (!found) return { is: 'not an event', event, why: `the itinerary has ${reading.legs.length} legs` }
  return {
    ...found,
    is: 'happened',
    event,
    before: reading.legs,
    known: found.on,
    ...(reading.via && { via: reading.via }),
  }
}

function withAfter(plan: Plan, happened: Happened | undefined): ExplainedPlan {
  if (!happened) return plan
  const { event, known, standing, before } = happened
  const soonest = plan.itineraries[0]
  return { ...plan, after: { event, known, standing, ...(soonest && { changes: legChanges(before, soonest.legs) }) } }
}

/** Waypoints by commas; those of a `fact:` sentence stand inside its brackets or quotes and do not part it. */
export function waypointsIn(text: string): string[] {
  const waypoints: string[] = []
  let [current, depth, isQuoted] = ['', 0, false]
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted
    if (!isQuoted && '([{'.includes(character)) depth += 1
    if (!isQuoted && ')]}'.includes(character)) depth -= 1
    if (character === ',' && depth === 0 && !isQuoted) {
      waypoints.push(current)
      current = ''
    } else current += character
  }
  return [...waypoints, current].map(waypoint => waypoint.trim()).filter(waypoint => waypoint !== '')
}

type Waypoint =
  | { readonly is: 'place' }
  | { readonly is: 'sentence'; readonly form: Form }
  | { readonly is: 'not a waypoint'; readonly waypoint: string; readonly why: string }

function readWaypoint(waypoint: string, rulebook: Rulebook): Waypoint {
  if (waypoint.startsWith('fact:')) {
    const read = readSentence(waypoint.slice('fact:'.length), vocabularyOf(rulebook))
    if (read.is === 'read') return { is: 'sentence', form: read.form }
    const { column, wrong, right } = read.fault
    return { is: 'not a waypoint', waypoint, why: `column ${column}: ${wrong}${right ? `: ${right}` : ''}` }
  }
  const isKnown = rulebook.programmes.some(({ id, stages }) => id === waypoint || stages.includes(waypoint))
  if (isKnown) return { is: 'place' }
  const stages = [...new Set(rulebook.programmes.flatMap(({ stages }) => stages))].sort()
  return { is: 'not a waypoint', waypoint, why: `it is no programme and no stage; the stages are ${stages.join(', ')}` }
}
