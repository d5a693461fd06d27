/** What the planner, or the map, found of a broken step, as a council can take it up: nothing in it tells of a firm. */
import type { BrokenStep, StepOpens, StepWhy } from '@ieum/council'
import type { Hindrance, Remedy, WhyNot } from '@ieum/planning'

interface Way {
  readonly via: readonly string[]
  readonly pathway?: string | undefined
  readonly on: string
}

/** The first of what stands before the nearest programmes that agencies could change; none where a firm cannot even begin. */
export function findingOf(
  { waypoint, before, hindered, remedies }: WhyNot,
  { via, pathway, on }: Way,
): BrokenStep | undefined {
  const from = before?.legs.find(({ reaches }) => reaches === waypoint - 1)?.programme ?? null
  for (const { programme, edition, hindrances } of hindered) {
    const why = hindrances.map(each => whyOf(each, { from, edition })).find(one => one !== undefined)
    if (!why) continue
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

function whyOf(
  hindrance: Hindrance,
  { from, edition }: { readonly from: string | null; readonly edition: string },
): StepWhy | undefined {
  switch (hindrance.is) {
    case 'too late':
    case 'excluded':
    case 'no window':
      return hindrance
    case 'shut': {
      // Rules on the first step are the firm's own matter; on a later one they part what a pathway joins.
      const { criteria, exclusions } = hindrance
      return from === null ? undefined : { is: 'shut', edition, criteria, exclusions }
    }
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
