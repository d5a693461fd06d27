/** What who puts a finding on an agenda says of it is held against the catalogue: nothing is believed that can be looked up. */
import { daysBetween, isDayToAskAbout } from '@ieum/catalogue/days'
import { isInForce } from '@ieum/catalogue/links'
import type { Finding, StepWhy } from '@ieum/council'
import { lastClosedBefore, soonestThrough, windowsAhead } from '@ieum/planning'
import type { Rulebook, RuledProgramme } from '@ieum/rules'
import type { FieldFault } from '../field-fault.ts'

export type FindingChecked =
  | { readonly is: 'holds'; readonly finding: Finding }
  | { readonly is: 'faulty'; readonly fields: readonly FieldFault[] }

/** Days: what was found longer ago is too old to be talked about, and no plan begins further ahead. */
const oldest = 31
const furthest = 731

/** Figures that the catalogue has are its own in what is kept. */
export function checkFinding(rulebook: Rulebook, finding: Finding, on: string): FindingChecked {
  const fields: FieldFault[] = []
  const wrong = (field: string, text: string) => fields.push({ field: `/finding/${field}`, wrong: text })
  const from = finding.from === null ? null : programmeOf(rulebook, finding.from)
  const to = programmeOf(rulebook, finding.to)
  if (from === undefined) wrong('from', 'no such programme')
  if (!to) wrong('to', 'no such programme')
  if (to && finding.waypoint !== to.id && !to.stages.includes(finding.waypoint))
    wrong('waypoint', 'neither the programme nor one of its stages')
  if (finding.pathway !== undefined) {
    const pathway = rulebook.pathways.find(({ id }) => id === finding.pathway)
    if (!pathway?.waypoints.includes(finding.waypoint)) wrong('pathway', 'no pathway with this waypoint')
  }
  const age = isDayToAskAbout(finding.on) ? daysBetween(finding.on, on) : Number.NaN
  if (!(age >= -furthest && age <= oldest)) wrong('on', `not more than ${oldest} days ago`)
  if (!to || from === undefined || fields.length > 0) return { is: 'faulty', fields }

  const checked = whyOf(rulebook, { ...finding, from, to })
  if ('wrong' in checked) wrong('why', checked.wrong)
  if (finding.opens?.is === 'link' && (from === null || isJoined(rulebook, from.id, to.id, finding.on)))
    wrong('opens', 'a link joins two programmes that no link joins yet')
  if (finding.opens?.is === 'window') {
    const { edition, opens, closes } = finding.opens
    if (!to.editions.some(one => one.edition === edition)) wrong('opens/edition', 'no such edition of the programme')
    if (!(isDayToAskAbout(opens) && isDayToAskAbout(closes) && finding.on <= opens && opens <= closes))
      wrong('opens/closes', 'a window in the days to come')
  }
  if ('wrong' in checked || fields.length > 0) return { is: 'faulty', fields }
  return { is: 'holds', finding: { ...finding, why: checked } }
}

const programmeOf = ({ programmes }: Rulebook, id: string): RuledProgramme | undefined =>
  programmes.find(programme => programme.id === id)

const isJoined = ({ links }: Rulebook, from: string, to: string, on: string): boolean =>
  links.some(link => link.from.programme === from && link.to === to && isInForce(link, on))

interface Looked {
  readonly from: RuledProgramme | null
  readonly to: RuledProgramme
  readonly why: StepWhy
  readonly on: string
}

function whyOf(rulebook: Rulebook, { from, to, why, on }: Looked): StepWhy | { readonly wrong: string } {
  switch (why.is) {
    case 'no link':
      if (from === null || from.id === to.id) return { wrong: 'two programmes' }
      return isJoined(rulebook, from.id, to.id, on) ? { wrong: 'a link joins them already' } : why
    case 'too late': {
      if (!windowsAhead(to, on).some(({ closes }) => closes === why.closes)) return { wrong: 'no window closes then' }
      if (!isDayToAskAbout(why.ready) || why.ready <= why.closes) return { wrong: 'ready before it closes' }
      // Behind other programmes a firm is ready later; sooner than the windows allow it never is.
      const soonest = from === null ? on : soonestThrough(from, on)
      if (soonest !== undefined && isTooSoon(why.ready, soonest, rulebook, { from, to, on }))
        return { wrong: `nobody is ready before ${soonest}` }
      return { ...why, days: daysBetween(why.closes, why.ready) }
    }
    case 'excluded': {
      const by = programmeOf(rulebook, why.by)
      const excludes = (one: RuledProgramme, other: RuledProgramme) =>
        one.editions.some(edition => edition.excludes?.includes(other.id))
      return by && (excludes(to, by) || excludes(by, to)) ? why : { wrong: 'they do not exclude each other' }
    }
    case 'shut': {
      const edition = to.editions.find(one => one.edition === why.edition)
      if (!edition) return { wrong: 'no such edition of the programme' }
      const isOf = (rules: readonly { readonly id: string }[]) => (id: string) => rules.some(rule => rule.id === id)
      const known = why.criteria.every(isOf(edition.criteria)) && why.exclusions.every(isOf(edition.exclusions))
      return known && why.criteria.length + why.exclusions.length > 0 ? why : { wrong: 'rules of that edition' }
    }
    case 'no window': {
      if (windowsAhead(to, on).length > 0) return { wrong: 'a window is to come' }
      const lastClosed = lastClosedBefore(to, on)
      return { is: 'no window', ...(lastClosed !== undefined && { lastClosed }) }
    }
  }
}

/** Along a `follow-on` a firm goes on once it is chosen, before it has been carried through. */
const isTooSoon = (
  ready: string,
  soonest: string,
  { links }: Rulebook,
  { from, to, on }: Pick<Looked, 'from' | 'to' | 'on'>,
): boolean =>
  ready < soonest &&
  !links.some(
    link => link.kind === 'follow-on' && link.from.programme === from?.id && link.to === to.id && isInForce(link, on),
  )
