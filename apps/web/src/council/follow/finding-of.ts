/** What the planner, or the map, found of a broken step, as a council can take it up: nothing in it tells of a firm. */
import type { BrokenStep, StepOpens, StepWhy } from '@ieum/council'
import type { Hindrance, Remedy, WhyNot } from '@ieum/planning'

interface Way {
  readonly via: readonly string[]
  readonly pathway?: string | undefined
  readonly on: string
}

/** The first of what stands before the nearest programmes that agencies could change; none where it is the firm alone. */
export function findingOf(
  { waypoint, before, hindered, remedies }: WhyNot,
  { via, pathway, on }: Way,
): BrokenStep | undefined {
  for (const { programme, hindrances } of hindered) {
    const why = hindrances.map(whyOf).find(one => one !== undefined)
    if (!why) continue
    const from = before?.legs.find(({ reaches }) => reaches === waypoint - 1)?.programme ?? null
    const opens = remedies.map(remedy => opensOf(remedy, { from, to: programme })).find(one => one !== undefined)
    return {
      is: 'step',
      from,
      to: programme,
      waypoint: via[waypoint]!,
      ...(pathway && { pathway }),
      why,
      ...(opens && { opens }),
      on,
    }
  }
  return undefined
}

function whyOf(hindrance: Hindrance): StepWhy | undefined {
  switch (hindrance.is) {
    case 'too late':
    case 'excluded':
    case 'no window':
      return hindrance
    default:
      return undefined
  }
}

function opensOf(remedy: Remedy, { from, to }: Pick<BrokenStep, 'from' | 'to'>): StepOpens | undefined {
  if (remedy.is === 'link' && remedy.from === from && remedy.to === to) return { is: 'link' }
  if (remedy.is === 'window' && remedy.programme === to)
    return { is: 'window', edition: remedy.edition, opens: remedy.opens, closes: remedy.closes }
  return undefined
}

/** Of a line on the map. */
export const findingOfStep = (step: { pathway: string; from: string; to: string }, on: string): BrokenStep => ({
  is: 'step',
  from: step.from,
  to: step.to,
  waypoint: step.to,
  pathway: step.pathway,
  why: { is: 'no link' },
  opens: { is: 'link' },
  on,
})
