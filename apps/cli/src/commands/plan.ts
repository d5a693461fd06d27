/** `ieum plan --firm FILE --via … | --pathway ID` */
import { writeFile } from 'node:fs/promises'
import { isAbout } from '@ieum/catalogue/windows'
import { itineraryCalendar } from '@ieum/documents'
import {
  type After,
  type Companion,
  type ExplainedPlan,
  type Itinerary,
  type Leg,
  type Plan,
  readEvent,
} from '@ieum/planning'
import type { Rulebook } from '@ieum/rules'
import { type OpenCatalogue, type PlanOutcome, planFirm } from '@ieum/services'
import { factWordsOf, isLent, type Language, sayDay, sayMoney, sayMonth } from '@ieum/wording'
import { catalogueForFirm, type FirmOptions } from '../agreed-asked.ts'
import { drawnLanes, type LaneWords, legendOf, widthOfLanes } from '../lanes.ts'
import { dayAsked, firmAsked, jsonAsked, language } from '../options.ts'
import { Refused } from '../refused.ts'
import { cut, styled, table } from '../table.ts'
import { wordsIn } from '../words/index.ts'
import { drawnWhyNot } from './why-not.ts'

export interface PlanCommand extends FirmOptions {
  readonly via?: string
  readonly pathway?: string
  readonly horizon: string
  readonly maxLegs: number
  readonly after?: string
  readonly event?: string
  readonly alongside?: boolean
  readonly ics?: string
  readonly all?: boolean
}

const drawnAtFirst = 5

export async function plan(options: PlanCommand): Promise<0> {
  const on = dayAsked(options)
  const catalogue = await catalogueForFirm(options)
  const firm = await firmAsked(options.firm, catalogue)
  const planned = planOf(
    planFirm(catalogue, {
      firm,
      on,
      ...(options.via !== undefined && { via: [options.via] }),
      ...(options.pathway !== undefined && { pathway: options.pathway }),
      ...(options.after !== undefined && { after: await jsonAsked(options.after) }),
      ...(options.event !== undefined && { event: options.event }),
      ...(options.alongside && { alongside: true }),
      horizon: options.horizon,
      maxLegs: options.maxLegs,
    }),
  )
  const spoken = language(options)
  const name = firm.name?.[spoken] ?? firm.id
  if (options.ics) await writeCalendar(options.ics, planned, catalogue, name, spoken)
  if (options.json) process.stdout.write(`${JSON.stringify(planned)}\n`)
  else process.stdout.write(`${drawn(planned, name, catalogue.rulebook, spoken, options.all ?? false).join('\n')}\n`)
  return 0
}

function planOf(outcome: PlanOutcome): ExplainedPlan {
  switch (outcome.is) {
    case 'planned':
      return outcome.plan
    case 'no waypoints':
      throw new Refused('--via: where to? Give waypoints, such as --via equipment,digital,export, or --pathway root')
    case 'two ways asked':
      throw new Refused('--pathway: --via stands beside it: give one of the two')
    case 'too many waypoints':
      throw new Refused(`--via: more than ${outcome.most} waypoints: give fewer`)
    case 'no such pathway':
      throw new Refused(
        `--pathway: there is no pathway "${outcome.pathway}": there are ${outcome.known.join(', ') || 'none'}`,
      )
    case 'not a waypoint':
      throw new Refused(`--via: "${outcome.waypoint}" is not a waypoint: ${outcome.why}`)
    case 'not an itinerary':
      throw new Refused(`--after: ${outcome.why}`)
    case 'not an event':
      throw new Refused(`--event: "${outcome.event}" is not what can happen to it: ${outcome.why}`)
    case 'not a horizon':
      throw new Refused(
        `--horizon: "${outcome.horizon}" is not a horizon: write years and months, such as P5Y or P1Y6M, up to P30Y`,
      )
  }
}

function drawn(plan: ExplainedPlan, firm: string, rulebook: Rulebook, spoken: Language, all: boolean): string[] {
  const words = wordsIn(spoken)
  const shown = all ? plan.itineraries : plan.itineraries.slice(0, drawnAtFirst)
  const cells = widthOfLanes(process.stdout.columns) - indent.length
  const said = laneWords(rulebook, spoken)
  const lanes = shown.map(itinerary => drawnLanes(itinerary, plan.on, cells, said))
  // Once is enough: under the first, for all of them.
  const legend = legendOf(lanes, said, cells)
  return [
    styled('bold', words.plan.title(firm, plan.via.map(nameOf(rulebook, spoken)).join(' → '))),
    plan.itineraries.length === 0 ? words.plan.none : words.plan.choices(plan.itineraries.length),
    ...(plan.after ? drawnAfter(plan.after, rulebook, spoken) : []),
    ...(plan.complete ? [] : [styled('yellow', words.plan.incomplete)]),
    ...(plan.whyNot ? drawnWhyNot(plan.whyNot, plan.via, plan.on, rulebook, spoken) : []),
    ...shown.flatMap((itinerary, index) => [
      '',
      ...drawnItinerary(
        itinerary,
        index + 1,
        [...lanes[index]!.lines, ...(index === 0 ? legend : [])],
        rulebook,
        spoken,
      ),
      ...drawnCompanions(plan.alongside?.find(each => each.itinerary === index)?.companions, rulebook, spoken),
    ]),
    ...drawnQuestions(plan, rulebook, spoken),
    ...(shown.length < plan.itineraries.length
      ? ['', styled('dim', words.match.more(plan.itineraries.length - shown.length))]
      : []),
  ]
}

function drawnQuestions({ questions, on }: ExplainedPlan, rulebook: Rulebook, spoken: Language): string[] {
  if (!questions || questions.length === 0) return []
  const { plan } = wordsIn(spoken)
  const { nameOf: factName, say } = factWordsOf(rulebook, on, spoken)
  const lines = questions.map(({ fact, answer, later }) => {
    const effect = later === null ? plan.thenNone : plan.thenLater(later)
    return `  - ${plan.ifAnswer(factName(fact), say(fact, answer))}: ${effect}`
  })
  return ['', styled('bold', plan.questions), ...lines]
}

const companionsShown = 5

function drawnCompanions(companions: readonly Companion[] | undefined, rulebook: Rulebook, spoken: Language): string[] {
  if (!companions) return []
  const { plan } = wordsIn(spoken)
  if (companions.length === 0) return [styled('dim', `  ${plan.nothingAlongside}`)]
  const rows = companions
    .slice(0, companionsShown)
    .map(({ programme, apply, support, forecast, assumes }) => [
      `  + ${cut(nameOf(rulebook, spoken)(programme), 40)}`,
      `${plan.apply} ${sayDay(apply, spoken)}`,
      support > 0 ? plan.support(sayMoney(support, spoken)) : '',
      forecast ? styled('dim', plan.forecast) : '',
      assumes.length > 0 ? styled('dim', plan.toCheck(assumes.length)) : '',
    ])
  return [styled('dim', `  ${plan.alongside}`), table(rows)]
}

/** The first of a leg's days that is another, before and after. */
function movedDays(from: Leg, to: Leg, spoken: Language): [string, string] {
  const { plan } = wordsIn(spoken)
  const name = (['ends', 'decided', 'apply'] as const).find(each => from[each] !== to[each]) ?? 'ends'
  return [`${plan[name]} ${sayDay(from[name], spoken)}`, sayDay(to[name], spoken)]
}

/** What became of the itinerary before, in words. */
function drawnAfter({ event, known, changes }: After, rulebook: Rulebook, spoken: Language): string[] {
  const { after } = wordsIn(spoken)
  const names = (legs: readonly Leg[]) => legs.map(leg => nameOf(rulebook, spoken)(leg.programme)).join(', ')
  const read = readEvent(event)
  const happened = read ? after[read.is](read.leg) : event
  const lines = [after.known(happened, sayDay(known, spoken))]
  if (!changes) return lines
  if (changes.stays.length > 0) lines.push(after.stays(names(changes.stays)))
  for (const { from, to } of changes.moved) lines.push(after.moved(names([to]), ...movedDays(from, to, spoken)))
  if (changes.dropped.length > 0) lines.push(after.dropped(names(changes.dropped)))
  if (changes.added.length > 0) lines.push(after.added(names(changes.added)))
  return lines
}

/** A programme by its name; a stage or a sentence as it was asked for. */
const nameOf =
  ({ programmes }: Rulebook, spoken: Language) =>
  (id: string): string =>
    programmes.find(programme => programme.id === id)?.name[spoken] ?? id

function drawnItinerary(
  itinerary: Itinerary,
  number: number,
  lanes: readonly string[],
  rulebook: Rulebook,
  spoken: Language,
): string[] {
  const { plan } = wordsIn(spoken)
  const name = (id: string) => rulebook.agencies.find(agency => agency.id === id)?.name[spoken] ?? id
  const repaid = lentIn(itinerary, rulebook)
  const measures = [
    plan.arrives(sayDay(itinerary.arrives, spoken)),
    plan.support(sayMoney(itinerary.support, spoken)),
    ...(repaid > 0 ? [plan.repaid(sayMoney(repaid, spoken))] : []),
    plan.ownCost(sayMoney(itinerary.ownCost, spoken)),
    plan.legs(itinerary.legs.length),
    plan.transfers(itinerary.transfers),
    plan.unknowns(itinerary.unknowns),
    plan.judged(judgedIn(itinerary)),
    ...(itinerary.odds.all === null ? [] : [plan.chance(percent(itinerary.odds.all))]),
    ...(itinerary.odds.expected === null ? [] : [plan.expected(sayDay(itinerary.odds.expected, spoken))]),
  ]
  const sayChance = (chance: number | null | undefined) =>
    typeof chance === 'number' ? styled('dim', plan.chance(percent(chance))) : ''
  /** Of a window of which only the month is known, its first day is no day. */
  const sayApply = ({ apply, window }: Leg) =>
    apply === window.opens && isAbout(window, 'opens')
      ? wordsIn(spoken).window.approximate(sayMonth(apply, spoken))
      : sayDay(apply, spoken)
  const row = (leg: Leg, index: number): string[] => [
    `${index + 1} ${cut(name(leg.ministry), 20)}`,
    cut(nameOf(rulebook, spoken)(leg.programme), 40),
    styled('dim', leg.edition),
    `${plan.apply} ${sayApply(leg)}`,
    `${plan.decided} ${sayDay(leg.decided, spoken)}`,
    `${plan.ends} ${sayDay(leg.ends, spoken)}`,
    leg.forecast ? styled('dim', plan.forecast) : '',
    sayChance(itinerary.odds.legs[index]),
    leg.link ? styled('cyan', plan.linked) : '',
  ]
  return [
    `${styled('bold', `${number}.`)} ${measures.join(' · ')}`,
    '',
    ...lanes.map(line => `${indent}${line}`),
    '',
    table(itinerary.legs.map(row)),
  ]
}

const indent = '  '

function laneWords({ agencies }: Rulebook, spoken: Language): LaneWords {
  const { lanes } = wordsIn(spoken).plan
  return {
    ...lanes,
    ministry: id => agencies.find(agency => agency.id === id)?.name[spoken] ?? id,
    start: day => sayMonth(day, spoken),
    month: day => lanes.month(sayMonth(day, spoken)),
    year: day => day.slice(0, 4),
  }
}

const lentIn = ({ legs }: Itinerary, { programmes }: Rulebook): number =>
  legs.reduce((sum, { programme, support }) => {
    const kind = programmes.find(({ id }) => id === programme)?.kind
    return isLent(kind) ? sum + support : sum
  }, 0)

const judgedIn = ({ legs }: Itinerary): number =>
  legs.reduce((count, { assumes }) => count + assumes.filter(({ verdict }) => verdict === 'judgement').length, 0)

const percent = (chance: number): string => `${Number((chance * 100).toPrecision(2))}%`

async function writeCalendar(
  path: string,
  plan: Plan,
  { rulebook }: OpenCatalogue,
  title: string,
  spoken: Language,
): Promise<void> {
  const first = plan.itineraries[0]
  if (!first) throw new Refused(`--ics: ${wordsIn(spoken).plan.none}`)
  const legs = first.legs.map(leg => ({
    ...leg,
    name: nameOf(rulebook, spoken)(leg.programme),
    agency: rulebook.agencies.find(({ id }) => id === leg.agency)?.name[spoken] ?? leg.agency,
  }))
  const text = itineraryCalendar({ title, legs, language: spoken, made: plan.on })
  await writeFile(path, text).catch((error: NodeJS.ErrnoException) => {
    throw new Refused(
      `--ics: ${path} cannot be written (${error.code ?? error.message}): name a file in a folder that is there`,
    )
  })
}
