/** The net of programmes: stations, the lines of the pathways through them, the links that join them, the places where none does. */
import { isInForce } from '@ieum/catalogue/links'
import type { Day, Link, Pathway } from '@ieum/catalogue/records'
import type { Rulebook, RuledProgramme } from '@ieum/rules'

export interface Station {
  readonly id: string
  readonly programme: RuledProgramme
  readonly ministry: string
  /** The first of its stages: where it stands on the map. */
  readonly stage: string
  readonly pathways: readonly string[]
  readonly isLinked: boolean
}

/** From one stop of a pathway to the next. */
export interface Step {
  readonly pathway: string
  readonly from: string
  readonly to: string
  readonly isTransfer: boolean
  /** Two ministries, and no link in force from the one programme to the other. */
  readonly isBreak: boolean
}

export interface Line {
  readonly pathway: Pathway
  /** Counted from 1, as lines of an underground are. */
  readonly number: number
  readonly stations: readonly string[]
  readonly steps: readonly Step[]
}

export interface Net {
  readonly stages: readonly string[]
  readonly ministries: readonly string[]
  readonly stations: ReadonlyMap<string, Station>
  readonly lines: readonly Line[]
  readonly links: readonly Link[]
}

/** The value chain from founding to starting again; stages that are not in it come after, by name. */
const valueChain = [
  'start',
  'r&d',
  'prototype',
  'process',
  'equipment',
  'digital',
  'certification',
  'demonstration',
  'market',
  'export',
  'finance',
  'scale-up',
  'restructuring',
]

export function netOf(
  { programmes, links: all }: Pick<Rulebook, 'programmes' | 'links'>,
  pathways: readonly Pathway[],
  ministryOf: (agency: string) => { readonly id: string },
  on: Day,
): Net {
  const known = new Set(programmes.map(({ id }) => id))
  const links = all.filter(link => isInForce(link, on) && known.has(link.from.programme) && known.has(link.to))
  const linked = new Set(links.flatMap(({ from, to }) => [from.programme, to]))
  const stations = new Map(
    programmes.map(programme => [
      programme.id,
      {
        id: programme.id,
        programme,
        ministry: ministryOf(programme.agency).id,
        stage: programme.stages[0] ?? 'other',
        pathways: pathways.filter(({ waypoints }) => waypoints.includes(programme.id)).map(({ id }) => id),
        isLinked: linked.has(programme.id),
      } satisfies Station,
    ]),
  )
  const used = new Set([...stations.values()].map(({ stage }) => stage))
  const others = [...used].filter(stage => !valueChain.includes(stage)).toSorted()
  const counts = Map.groupBy(stations.values(), ({ ministry }) => ministry)
  return {
    stages: [...valueChain.filter(stage => used.has(stage)), ...others],
    ministries: [...counts.keys()].toSorted(
      (a, b) => counts.get(b)!.length - counts.get(a)!.length || (a < b ? -1 : 1),
    ),
    stations,
    lines: pathways
      .map((pathway, index) => lineOf(pathway, index + 1, stations, links))
      .filter(line => line.stations.length > 0),
    links,
  }
}

/** Only programmes are stations; a stage or a condition among the waypoints has no place of its own. */
function lineOf(
  pathway: Pathway,
  number: number,
  stations: ReadonlyMap<string, Station>,
  links: readonly Link[],
): Line {
  const stops = pathway.waypoints.filter(waypoint => stations.has(waypoint))
  const steps = stops.slice(1).map((to, at): Step => {
    const from = stops[at]!
    const isTransfer = stations.get(from)!.ministry !== stations.get(to)!.ministry
    const isJoined = links.some(link => link.from.programme === from && link.to === to)
    return { pathway: pathway.id, from, to, isTransfer, isBreak: isTransfer && !isJoined }
  })
  return { pathway, number, stations: stops, steps }
}

/** What stands on the map before anything is asked for: what is on a line or joined to something. */
const isShownAtFirst = ({ pathways, isLinked }: Station): boolean => pathways.length > 0 || isLinked

export function shownStations(
  { stations }: Net,
  stages: ReadonlySet<string>,
  wanted: ReadonlySet<string>,
): readonly Station[] {
  return [...stations.values()].filter(
    station => isShownAtFirst(station) || stages.has(station.stage) || wanted.has(station.id),
  )
}
