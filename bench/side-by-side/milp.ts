/**
 * The planner's question as a time-indexed mixed-integer programme. One column is one opening applied for on one day as the leg that
 * reaches one waypoint, with one account of what the legs in front have brought it; every itinerary has as many legs as waypoints, so
 * that all are needed and an earlier leg helps a later one. What is left out and what is assumed is said in docs/benchmarks.md.
 */
import { dayNumber, dayOfNumber } from '@ieum/catalogue/days'
import { isInForce } from '@ieum/catalogue/links'
import type { Day } from '@ieum/catalogue/records'
import type { Rulebook, RuledEdition, RuledProgramme } from '@ieum/rules'
import type { Model, Row, Term } from './model.ts'
import { datesOf, type Opening, openingsOf } from './openings.ts'
import { lastDay, type Measures, type Question } from './question.ts'
import { type Held, type Standing, type Standings, standingsOf } from './standing.ts'

/** One way for a leg to reach the waypoint of its layer. */
export interface Column {
  readonly name: string
  readonly layer: number
  readonly opening: Opening
  readonly apply: number
  readonly decided: number
  readonly ends: number
  readonly standing: Standing
  /** The programmes in front that count for it, and how far each had come. */
  readonly with: readonly Help[]
  /** It joins on to one of these that is decided but has not ended; otherwise the leg in front has ended. */
  readonly follows?: readonly Column[]
}

export interface Help {
  readonly programme: string
  readonly edition: RuledEdition
  readonly outcome: 'selected' | 'completed'
}

export interface TimeIndexed {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** Variables that are sums of columns, and so need no bound. */
  readonly measures: Readonly<Record<'arrives' | 'support' | 'ownCost' | 'unknowns', readonly Term[]>>
}

/** Money is counted in millions, so that no coefficient is out of the solver's reach. */
export const million = 1_000_000

export function timeIndexed(rulebook: Rulebook, question: Question): TimeIndexed {
  const { via, firm, on } = question
  const end = lastDay(question)
  if (via.length !== question.maxLegs || via.some(waypoint => waypoint.startsWith('fact:')))
    throw new RangeError('the model knows only ways through stages or programmes, with as many legs')
  const standings = standingsOf(rulebook, firm, on, end)
  const setting = { rulebook, standings, on, end, firstDay: dayNumber(on), lastDay: dayNumber(end) }
  const layers: (readonly Column[])[] = []
  const joins: (readonly Row[])[] = []
  for (const waypoint of via) {
    const layer = layerOf(setting, waypoint, layers)
    if (layer.columns.length === 0) return { columns: [], rows: [], measures: noMeasures }
    layers.push(layer.columns)
    joins.push(layer.rows)
  }
  const columns = layers.flat()
  const rows = joins.flat()
  for (const layer of layers) rows.push({ terms: layer.map(one), is: '=', than: 1 })
  for (const [programme, own] of Map.groupBy(columns, ({ opening }) => opening.programme))
    if (!programme.repeatable && new Set(own.map(({ layer }) => layer)).size > 1)
      rows.push({ terms: own.map(one), is: '<=', than: 1 })

  // Each fact that a leg assumes is counted once.
  const assumed = Map.groupBy(
    columns.flatMap(column => column.standing.unknown.map(fact => ({ column, fact }))),
    ({ fact }) => fact,
  )
  const unknowns = [...assumed.keys()].map((_, at): Term => [1, `u${at}`])
  for (const [at, pairs] of [...assumed.values()].entries())
    for (const own of Map.groupBy(pairs, ({ column }) => column.layer).values())
      rows.push({ terms: [...own.map(({ column }) => one(column)), [-1, `u${at}`]], is: '<=', than: 0 })

  return {
    columns,
    rows,
    measures: {
      arrives: layers.at(-1)!.map(({ decided, name }) => [decided - dayNumber(on), name]),
      support: columns.map(({ standing, name }) => [standing.support / million, name]),
      ownCost: columns.map(({ standing, name }) => [standing.ownCost / million, name]),
      unknowns,
    },
  }
}

const noMeasures = { arrives: [], support: [], ownCost: [], unknowns: [] }

const one = ({ name }: Column): Term => [1, name]
const less = ({ name }: Column): Term => [-1, name]

interface Setting {
  readonly rulebook: Rulebook
  readonly standings: Standings
  readonly on: Day
  readonly end: Day
  readonly firstDay: number
  readonly lastDay: number
}

/** What stands in front of a layer. */
interface Front {
  readonly number: number
  readonly layer: readonly Column[]
  readonly all: readonly Column[]
  readonly ends: Ends
}

interface Layer {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

/** The columns of one waypoint behind those of the waypoints before, with the rows that join them. */
function layerOf(setting: Setting, waypoint: string, layers: readonly (readonly Column[])[]): Layer {
  const layer = layers.at(-1)
  const number = layers.length
  const front = layer && { number, layer, all: layers.flat(), ends: endsOf(layer, number) }
  const columns: Column[] = []
  const rows: (readonly Row[])[] = [front?.ends.rows ?? []]
  for (const programme of setting.rulebook.programmes.filter(each => isAt(each, waypoint)))
    for (const opening of openingsOf(programme, setting.on, setting.end)) {
      const made = front
        ? columnsBehind(setting, front, opening, columns.length)
        : { columns: firstColumn(setting, opening, columns.length), rows: [] }
      columns.push(...made.columns)
      rows.push(made.rows)
    }
  return { columns, rows: [...rows, front?.ends.precede(columns) ?? []].flat() }
}

const isAt = ({ id, stages }: RuledProgramme, waypoint: string): boolean => id === waypoint || stages.includes(waypoint)

/** With nothing in front there is one day to apply on: the first on which one may. */
function firstColumn({ standings, firstDay, lastDay }: Setting, opening: Opening, made: number): Column[] {
  const { programme, edition, opens, closes } = opening
  const days = [opens, ...standings.turningDays(programme, edition, [])].filter(day => day >= opens && day <= closes)
  const apply = days.sort((a, b) => a - b).find(day => standings.of(programme, edition, day, []).isOpen)
  if (apply === undefined || apply < firstDay) return []
  const dates = datesOf(opening, apply)
  if (dates.decided > lastDay) return []
  const standing = standings.of(programme, edition, apply, [])
  return [{ name: `x0_${made}`, layer: 0, opening, apply, ...dates, standing, with: [] }]
}

/** An opening behind what stands in front of it. */
interface Chance {
  readonly opening: Opening
  readonly helpers: readonly Helper[]
  /** Legs with which it may not overlap. */
  readonly apart: readonly Column[]
  /** The legs that it may join on to on a day, before they have ended. */
  readonly followsOn: (day: number) => readonly Column[]
  readonly accountsOn: (day: number) => readonly Account[]
  /** The days on which anything may change for it, in order. */
  readonly days: readonly number[]
}

function chanceOf({ rulebook, standings, firstDay, lastDay }: Setting, front: Front, opening: Opening): Chance {
  const { programme, edition, opens, closes } = opening
  const helpers = helpersOf(programme, edition, front.all, standings)
  const apart = front.all.filter(each => areApart(each.opening, opening))
  const joined = rulebook.links.filter(({ kind, to }) => kind === 'follow-on' && to === programme.id)
  const leading = front.layer.filter(each => joined.some(({ from }) => from.programme === each.opening.programme.id))
  const days = [
    opens,
    ...standings.turningDays(programme, edition, []),
    ...helpers.flatMap(({ held }) => standings.turningDays(programme, edition, [held(firstDay)])),
    ...helpers.flatMap(({ columns }) => columns.flatMap(({ decided, ends }) => [decided, ends])),
    ...leading.map(({ decided }) => decided),
    ...joined.flatMap(({ valid }) => (valid?.from === undefined ? [] : [dayNumber(valid.from)])),
    ...apart.map(({ ends }) => ends + 1),
    ...front.ends.days,
  ].filter(day => day >= opens && day <= Math.min(closes, lastDay))
  const accounts = new Map<number, readonly Account[]>()
  return {
    opening,
    helpers,
    apart,
    followsOn: day =>
      leading.filter(
        ({ opening: { programme: from }, decided, ends }) =>
          decided <= day &&
          ends > day &&
          joined.some(link => link.from.programme === from.id && isInForce(link, dayOfNumber(day))),
      ),
    accountsOn(day) {
      const known = accounts.get(day) ?? accountsOf(standings, opening, day, firstDay, helpers, front.number)
      accounts.set(day, known)
      return known
    },
    days: [...new Set(days)].sort((a, b) => a - b),
  }
}

function columnsBehind(setting: Setting, front: Front, opening: Opening, made: number): Layer {
  const chance = chanceOf(setting, front, opening)
  const columns: Column[] = []
  const rows: Row[] = []
  for (const [at, apply] of chance.days.entries()) {
    const dates = datesOf(opening, apply)
    if (dates.decided > setting.lastDay) continue
    const following = chance.followsOn(apply)
    const isAfterSome = front.layer.some(({ ends }) => ends <= apply)
    for (const account of chance.accountsOn(apply)) {
      if (!account.standing.isOpen) continue
      for (const follows of [...(isAfterSome ? [undefined] : []), ...(following.length > 0 ? [following] : [])]) {
        const column = {
          name: `x${front.number}_${made + columns.length}`,
          layer: front.number,
          opening,
          apply,
          ...dates,
          standing: account.standing,
          with: account.with,
          ...(follows && { follows }),
        }
        columns.push(column)
        rows.push(...joining(column, chance, account), ...noDaySooner(column, chance, chance.days.slice(0, at), front))
      }
    }
  }
  return { columns, rows }
}

/** What a column asks of the legs in front. */
function joining(column: Column, { helpers, apart }: Chance, account: Account): Row[] {
  const { apply, ends, follows } = column
  const shut = apart.filter(each => overlaps(each, apply, ends))
  return [
    ...(follows ? [{ terms: [one(column), ...follows.map(less)], is: '<=', than: 0 } as const] : []),
    ...helpers.flatMap(helper => counted(column, account, helper)),
    ...notWith(column, shut),
  ]
}

/** None of some others is chosen with a column: one of a layer is at most. */
const notWith = (column: Column, others: readonly Column[]): Row[] =>
  [...Map.groupBy(others, ({ layer }) => layer).values()].map(own => ({
    terms: [one(column), ...own.map(one)],
    is: '<=',
    than: 1,
  }))

/** One account of what the legs in front have brought by a day, and how an application then stands. */
interface Account {
  readonly with: readonly Help[]
  /** What would make it another account. */
  readonly without: readonly Help[]
  readonly standing: Standing
}

interface Helper {
  readonly help: Help
  readonly columns: readonly Column[]
  readonly asksWhen: boolean
  /** What is held by a day: since that day, where it does not matter since when. */
  readonly held: (day: number) => Held
}

function helpersOf(
  programme: RuledProgramme,
  edition: RuledEdition,
  earlier: readonly Column[],
  standings: Standings,
): Helper[] {
  const editions = Map.groupBy(earlier, ({ opening }) => opening.edition)
  const asksWhen = standings.asksWhen(edition)
  return [...editions].flatMap(([by, all]) => {
    const from = all[0]!.opening.programme
    const isOwn = from === programme && !programme.repeatable
    if (isOwn || !standings.mayConcern(programme, edition, from, by)) return []
    // Where a sentence reads the day of a participation, legs that are decided or end on other days are told apart.
    const groups = asksWhen ? [...Map.groupBy(all, ({ decided, ends }) => `${decided} ${ends}`).values()] : [all]
    return groups.flatMap(columns =>
      (['selected', 'completed'] as const).map((outcome): Helper => {
        const days = (day: number) => (asksWhen ? columns[0]! : { decided: day, ends: day })
        return {
          help: { programme: from.id, edition: by, outcome },
          columns,
          asksWhen,
          held: day => ({
            programme: from.id,
            edition: by,
            decided: days(day).decided,
            ...(outcome === 'completed' && { ended: days(day).ends }),
          }),
        }
      }),
    )
  })
}

const isSame = (a: Standing, b: Standing): boolean =>
  a.isOpen === b.isOpen && a.support === b.support && a.ownCost === b.ownCost && a.unknown.join() === b.unknown.join()

/**
 * Nothing brought, one programme's bringing, or that of two together. What changes nothing alone is taken to change nothing with
 * another.
 */
function accountsOf(
  standings: Standings,
  { programme, edition }: Opening,
  day: number,
  start: number,
  helpers: readonly Helper[],
  layer: number,
): Account[] {
  const of = (...held: readonly Held[]) => standings.of(programme, edition, day, held)
  const none = of()
  const telling = helpers.filter(
    ({ held, help, columns }) => columns.some(column => isSo(column, help, day)) && !isSame(of(held(start)), none),
  )
  const all = telling.map(({ help }) => help)
  const others = (...own: readonly Help[]) => all.filter(help => !own.includes(help))
  return [
    { with: [], without: all, standing: none },
    ...telling.map(({ help, held }) => ({ with: [help], without: others(help), standing: of(held(start)) })),
    ...(layer < 2 ? [] : telling).flatMap((a, at) =>
      telling
        .slice(at + 1)
        .filter(b => b.help.programme !== a.help.programme)
        .map(b => ({
          with: [a.help, b.help],
          without: others(a.help, b.help),
          standing: of(a.held(start), b.held(start)),
        })),
    ),
  ]
}

/** How far a leg has come by a day. */
const isSo = ({ decided, ends }: Column, { outcome }: Help, day: number): boolean =>
  outcome === 'completed' ? ends <= day : decided <= day && ends > day

/** A column's account is what the legs in front have brought: no less and no more. */
function counted(column: Column, account: Account, { help, columns }: Helper): Row[] {
  const so = columns.filter(each => isSo(each, help, column.apply))
  if (account.with.includes(help)) return [{ terms: [one(column), ...so.map(less)], is: '<=', than: 0 }]
  return account.without.includes(help) ? notWith(column, so) : []
}

/**
 * A leg is applied for on the first day that will do. On a day before, it was kept from it: the leg in front had not ended (nor was it
 * one to join on to), a programme that it may not overlap with was running, or what the legs in front had brought by then shut it.
 */
function noDaySooner(column: Column, chance: Chance, days: readonly number[], { ends }: Front): Row[] {
  const { opening, helpers, apart, followsOn, accountsOn } = chance
  const found: Row[] = []
  for (const day of days.toReversed()) {
    const kept = [
      ...ends.after(day).map(negative),
      ...followsOn(day).map(one),
      ...apart.filter(each => overlaps(each, day, datesOf(opening, day).ends)).map(less),
    ]
    const [none, ...helped] = accountsOn(day)
    /** The legs that alone would open it, or shut it. */
    const making = (isOpen: boolean) =>
      helped.flatMap(account => {
        const [help, second] = account.with
        const helper = !second && account.standing.isOpen === isOpen && helpers.find(each => each.help === help)
        return helper ? [helper.columns.filter(each => isSo(each, helper.help, day))] : []
      })
    if (none!.standing.isOpen) {
      const shut = making(false).flat().map(less)
      return [...found, { terms: [one(column), ...kept, ...shut], is: '<=', than: 0 }]
    }
    for (const so of making(true)) found.push({ terms: [one(column), ...so.map(one), ...kept], is: '<=', than: 1 })
  }
  return found
}

const negative = ([by, name]: Term): Term => [-by, name]

/** Of two programmes of which one names the other. */
const areApart = (a: Opening, b: Opening): boolean =>
  (a.edition.excludes?.includes(b.programme.id) || b.edition.excludes?.includes(a.programme.id)) ?? false

const overlaps = (other: Column, apply: number, ends: number): boolean => apply <= other.ends && other.apply <= ends

interface Ends {
  readonly days: readonly number[]
  readonly rows: readonly Row[]
  /** 1 where the leg in front ends after a day. */
  after(day: number): readonly Term[]
  /** No leg that joins on to nothing is applied for before the leg in front has ended. */
  precede(columns: readonly Column[]): Row[]
}

/** Sums over the columns of a layer by the day on which they end, so that no row has to name them all. */
function endsOf(layer: readonly Column[], number: number): Ends {
  const byEnd = Map.groupBy(layer, ({ ends }) => ends)
  const days = [...byEnd.keys()].sort((a, b) => a - b)
  const sumFrom = (at: number): Term[] => (at < days.length ? [[1, `e${number}_${at}`]] : [])
  const after = (day: number): Term[] => {
    const at = days.findIndex(each => each > day)
    return at < 0 ? [] : sumFrom(at)
  }
  return {
    days,
    rows: days.map((day, at) => ({
      terms: [...sumFrom(at), ...byEnd.get(day)!.map(less), ...sumFrom(at + 1).map(negative)],
      is: '=',
      than: 0,
    })),
    after,
    precede(columns) {
      const waiting = columns.filter(({ follows }) => !follows)
      const byDay = Map.groupBy(waiting, ({ apply }) => apply)
      const inOrder = [...byDay.keys()].sort((a, b) => a - b)
      const sumTo = (at: number): Term[] => (at < 0 ? [] : [[1, `a${number}_${at}`]])
      return inOrder.flatMap((day, at): Row[] => [
        { terms: [...sumTo(at), ...byDay.get(day)!.map(less), ...sumTo(at - 1).map(negative)], is: '=', than: 0 },
        { terms: [...sumTo(at), ...after(day)], is: '<=', than: 1 },
      ])
    },
  }
}

export function measuresOf(chosen: readonly Column[]): Measures {
  return {
    arrives: dayOfNumber(
      Math.max(...chosen.filter(({ layer }) => layer === chosen.length - 1).map(({ decided }) => decided)),
    ),
    support: chosen.reduce((sum, { standing }) => sum + standing.support, 0),
    ownCost: chosen.reduce((sum, { standing }) => sum + standing.ownCost, 0),
    legs: chosen.length,
    unknowns: new Set(chosen.flatMap(({ standing }) => standing.unknown)).size,
  }
}

export const modelOf = (
  { columns, rows }: TimeIndexed,
  least: readonly Term[],
  further: readonly Row[],
  chosen: readonly string[],
): Model => ({
  least,
  rows: [...rows, ...further],
  binaries: [...columns.map(({ name }) => name), ...chosen],
})
