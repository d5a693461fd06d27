/**
 * The planner's question as a time-indexed mixed-integer programme. One column is one opening applied for on one day as the leg that
 * reaches one waypoint, with one account of what the legs in front have brought it; every itinerary has as many legs as waypoints, so
 * that all are needed and an earlier leg helps a later one. What is assumed is said in docs/benchmarks.md and ends the run where it
 * does not hold: `Unlike`.
 */
import { dayNumber, dayOfNumber } from '@ieum/catalogue/days'
import { isInForce } from '@ieum/catalogue/links'
import type { Rulebook, RuledEdition, RuledProgramme } from '@ieum/rules'
import type { Model, Row, Term } from './model.ts'
import { datesOf, type Opening, openingsOf } from './openings.ts'
import { lastDay, type Measures, type Question } from './question.ts'
import { type Held, type Standing, type Standings, standingsOf } from './standing.ts'

/** A question that this model has no words for. */
export class Unlike extends Error {}

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
  if (via.length > question.maxLegs) return { columns: [], rows: [], measures: noMeasures }
  if (via.some(waypoint => waypoint.startsWith('fact:')) || new Set(via).size < via.length)
    throw new Unlike('only ways through stages or programmes, none twice')
  const standings = standingsOf(rulebook, firm, on, end)
  const layers: Column[][] = []
  const rows: Row[] = []
  for (const waypoint of via) {
    const programmes = rulebook.programmes.filter(({ id, stages }) => id === waypoint || stages.includes(waypoint))
    const layer = layerOf(rulebook, standings, programmes, layers, rows, dayNumber(on), dayNumber(end), on, end)
    if (layer.length === 0) return { columns: [], rows: [], measures: noMeasures }
    layers.push(layer)
  }
  const columns = layers.flat()
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

/** The columns of one waypoint behind those of the waypoints before, with the rows that join them. */
function layerOf(
  rulebook: Rulebook,
  standings: Standings,
  programmes: readonly RuledProgramme[],
  layers: readonly (readonly Column[])[],
  rows: Row[],
  start: number,
  lastDay: number,
  on: string,
  end: string,
): Column[] {
  const number = layers.length
  const before = layers.at(-1)
  const earlier = layers.flat()
  const ended = before && endsFrom(before, number, rows)
  const made: Column[] = []

  for (const programme of programmes) {
    const joined = rulebook.links.filter(({ kind, to }) => kind === 'follow-on' && to === programme.id)
    const leading = (before ?? []).filter(({ opening }) =>
      joined.some(({ from }) => from.programme === opening.programme.id),
    )
    for (const opening of openingsOf(programme, on, end)) {
      const { edition } = opening
      const helpers = helpersOf(programme, edition, earlier, standings)
      const shutting = earlier.filter(each => areApart(each.opening, opening))
      const until = Math.min(opening.closes, lastDay)
      const days = [
        opening.opens,
        ...standings.turningDays(programme, edition, []),
        ...helpers.flatMap(({ held }) => standings.turningDays(programme, edition, [held(start)])),
        ...helpers.flatMap(({ columns }) => columns.flatMap(({ decided, ends }) => [decided, ends])),
        ...leading.map(({ decided }) => decided),
        ...joined.flatMap(({ valid }) => (valid?.from === undefined ? [] : [dayNumber(valid.from)])),
        ...shutting.map(({ ends }) => ends + 1),
        ...(ended?.days ?? []),
      ].filter(day => day >= opening.opens && day <= until)
      const inOrder = [...new Set(days)].sort((a, b) => a - b)
      const first = before
        ? Math.min(...before.map(({ ends }) => ends), ...leading.map(({ decided }) => decided))
        : start
      const accounts = new Map<number, Account[]>()
      const accountsOn = (day: number): Account[] => {
        const known = accounts.get(day) ?? accountsOf(standings, opening, day, start, helpers, number)
        accounts.set(day, known)
        return known
      }
      const followsOn = (day: number) =>
        leading.filter(
          ({ opening: { programme: from }, decided, ends }) =>
            decided <= day &&
            ends > day &&
            joined.some(link => link.from.programme === from.id && isInForce(link, dayOfNumber(day))),
        )

      /** What keeps a leg from being applied for on a day on which the rest of it would be open. */
      const hindering = (day: number): Term[] => [
        ...(ended ? ended.after(day) : []),
        ...followsOn(day).map(less),
        ...shutting.filter(each => overlaps(each, day, datesOf(opening, day).ends)).map(one),
      ]

      for (const [at, day] of inOrder.entries()) {
        if (day < first) continue
        const { decided, ends } = datesOf(opening, day)
        if (decided > lastDay) continue
        for (const account of accountsOn(day)) {
          if (!account.standing.isOpen) continue
          const following = followsOn(day)
          for (const follows of following.length > 0 ? [undefined, following] : [undefined]) {
            const name = `x${number}_${made.length}`
            const column = {
              name,
              layer: number,
              opening,
              apply: day,
              decided,
              ends,
              standing: account.standing,
              with: account.with,
            }
            made.push(follows ? { ...column, follows } : column)
            if (follows) rows.push({ terms: [[1, name], ...follows.map(less)], is: '<=', than: 0 })
            for (const { help, columns } of helpers) rows.push(...counted(name, day, account, help, columns))
            const shut = shutting.filter(each => overlaps(each, day, ends))
            for (const own of Map.groupBy(shut, ({ layer }) => layer).values())
              rows.push({ terms: [[1, name], ...own.map(one)], is: '<=', than: 1 })
            if (before) rows.push(...noDaySooner(name, inOrder.slice(0, at), accountsOn, helpers, hindering))
          }
        }
      }
    }
  }
  if (ended) rows.push(...ended.precede(made))
  return made
}

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
    if (!standings.mayConcern(programme, edition, from, by)) return []
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
function counted(name: string, day: number, account: Account, help: Help, columns: readonly Column[]): Row[] {
  const so = columns.filter(column => isSo(column, help, day))
  if (account.with.includes(help)) return [{ terms: [[1, name], ...so.map(less)], is: '<=', than: 0 }]
  if (!account.without.includes(help) || so.length === 0) return []
  return [...Map.groupBy(so, ({ layer }) => layer).values()].map(own => ({
    terms: [[1, name], ...own.map(one)],
    is: '<=',
    than: 1,
  }))
}

/** A leg is applied for on the first day that will do: on none of the days before it would it have done as well. */
function noDaySooner(
  name: string,
  days: readonly number[],
  accountsOn: (day: number) => readonly Account[],
  helpers: readonly Helper[],
  hindering: (day: number) => readonly Term[],
): Row[] {
  const found: Row[] = []
  for (const day of days.toReversed()) {
    const [none, ...helped] = accountsOn(day)
    const negative = hindering(day).map(([by, each]): Term => [-by, each])
    const telling = (isOpen: boolean) =>
      helped.flatMap(account => {
        const [help, second] = account.with
        const helper = !second && account.standing.isOpen === isOpen && helpers.find(each => each.help === help)
        return helper ? [helper.columns.filter(column => isSo(column, helper.help, day))] : []
      })
    if (none!.standing.isOpen) {
      const shut = telling(false).flat().map(less)
      return [...found, { terms: [[1, name], ...negative, ...shut], is: '<=', than: 0 }]
    }
    for (const so of telling(true)) found.push({ terms: [[1, name], ...so.map(one), ...negative], is: '<=', than: 1 })
  }
  return found
}

/** Of two programmes of which one names the other. */
const areApart = (a: Opening, b: Opening): boolean =>
  (a.edition.excludes?.includes(b.programme.id) || b.edition.excludes?.includes(a.programme.id)) ?? false

const overlaps = (other: Column, apply: number, ends: number): boolean => apply <= other.ends && other.apply <= ends

/** Sums over the columns of a layer by the day on which they end, so that no row has to name them all. */
function endsFrom(before: readonly Column[], layer: number, rows: Row[]) {
  const byEnd = Map.groupBy(before, ({ ends }) => ends)
  const days = [...byEnd.keys()].sort((a, b) => a - b)
  const nameOf = (at: number) => `e${layer}_${at}`
  for (const [at, day] of days.entries())
    rows.push({
      terms: [
        [1, nameOf(at)],
        ...byEnd.get(day)!.map(less),
        ...(at + 1 < days.length ? [[-1, nameOf(at + 1)] as Term] : []),
      ],
      is: '=',
      than: 0,
    })
  /** 1 where the leg in front ends after a day. */
  const after = (day: number): Term[] => {
    const at = days.findIndex(each => each > day)
    return at < 0 ? [] : [[1, nameOf(at)]]
  }
  return {
    days,
    after,
    /** No leg that joins on to nothing is applied for before the leg in front has ended. */
    precede(columns: readonly Column[]): Row[] {
      const byDay = Map.groupBy(
        columns.filter(({ follows }) => !follows),
        ({ apply }) => apply,
      )
      const inOrder = [...byDay.keys()].sort((a, b) => a - b)
      const name = (at: number) => `a${layer}_${at}`
      return inOrder.flatMap((day, at): Row[] => [
        {
          terms: [[1, name(at)], ...byDay.get(day)!.map(less), ...(at > 0 ? [[-1, name(at - 1)] as Term] : [])],
          is: '=',
          than: 0,
        },
        { terms: [[1, name(at)], ...after(day)], is: '<=', than: 1 },
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
