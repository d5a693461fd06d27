/** The results of a match in the five groups of the page, each in the order in which one would read it. */
import type { Day } from '@ieum/catalogue/records'
import { isOpen } from '@ieum/catalogue/windows'
import {
  type Departure,
  type Match,
  nextToOpen,
  type Result,
  type Standing,
  standingOf,
  standings,
} from '@ieum/matching'
import type { RuledEdition, RuledProgramme } from '@ieum/rules'
import type { Directory } from '../../rulebook/directory.ts'

export interface Row {
  readonly result: Result
  readonly programme: RuledProgramme
  readonly edition: RuledEdition
  readonly standing: Standing
  /** The next opening, announced or forecast, of a programme that is not open. */
  readonly next?: Departure
}

export type Groups = Readonly<Record<Standing, readonly Row[]>>

export function groupsOf({ results, on }: Match, directory: Directory): Groups {
  const rows = results.flatMap(result => {
    const programme = directory.programme(result.programme)
    return programme ? [rowOf(result, programme, on)] : []
  })
  const byStanding = Map.groupBy(rows, ({ standing }) => standing)
  return Object.fromEntries(
    standings.map(standing => [standing, (byStanding.get(standing) ?? []).toSorted(orders[standing])]),
  ) as Record<Standing, Row[]>
}

function rowOf(result: Result, programme: RuledProgramme, on: Day): Row {
  const edition = programme.editions.find(({ edition }) => edition === result.edition) ?? programme.editions.at(-1)!
  const next = isOpen(result.window.state) ? undefined : nextToOpen([programme], on)[0]
  return { result, programme, edition, standing: standingOf(result, programme), ...(next && { next }) }
}

type Order = (a: Row, b: Row) => number

const far = '9999-12-31'
const byDay =
  (dayOf: (row: Row) => Day): Order =>
  (a, b) =>
    dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0

/** What the notice alone decides stands before what an official still has to judge. */
const surestFirst: Order = (a, b) => Number(a.result.verdict === 'judgement') - Number(b.result.verdict === 'judgement')
const closing: Order = byDay(({ result: { window } }) => (window.until ? far : (window.closes ?? far)))
const opening: Order = byDay(({ next }) => next?.window.opens ?? far)
const money: Order = (a, b) => (b.result.support.max ?? 0) - (a.result.support.max ?? 0)
const openFirst: Order = (a, b) => Number(b.next === undefined) - Number(a.next === undefined)
const fewestMissing: Order = (a, b) => a.result.missing.length - b.result.missing.length
const fewestChanges: Order = (a, b) => changesNeeded(a) - changesNeeded(b)

export const changesNeeded = ({ result }: Row): number => Math.min(...result.changes.map(set => set.length))

const inTurn =
  (...orders: readonly Order[]): Order =>
  (a, b) => {
    for (const order of orders) {
      const first = order(a, b)
      if (first !== 0) return first
    }
    return 0
  }

const orders: Record<Standing, Order> = {
  now: inTurn(surestFirst, closing, money),
  soon: inTurn(surestFirst, opening, money),
  'after-change': inTurn(fewestChanges, openFirst, money),
  'to-check': inTurn(fewestMissing, openFirst, money),
  not: inTurn(openFirst, money),
}
