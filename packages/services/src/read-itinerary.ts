/** An itinerary as a program or a person hands it back: the JSON of `ieum plan --json`, or one of its itineraries. */
import { isDay } from '@ieum/catalogue/days'
import type { Assumption, Leg } from '@ieum/planning'
import type { Rulebook } from '@ieum/rules'

/** As many as can be planned. */
const mostLegs = 12

export type ItineraryReading =
  | { readonly is: 'read'; readonly legs: readonly Leg[]; readonly via?: readonly string[]; readonly firm?: string }
  | { readonly is: 'refused'; readonly why: string }

/** Of a whole plan the first itinerary is taken. Programmes and editions must be in the catalogue, days must be days in order. */
export function readItinerary(value: unknown, rulebook: Rulebook): ItineraryReading {
  const refused = (why: string): ItineraryReading => ({ is: 'refused', why })
  const given = recordOf(value)
  const plan = Array.isArray(given?.itineraries) ? given.itineraries : undefined
  if (plan?.length === 0) return refused('it is a plan without an itinerary: give one that has a way')
  const itinerary = recordOf(plan ? plan[0] : value)
  const legs = itinerary?.legs
  if (!itinerary || !Array.isArray(legs) || legs.length === 0)
    return refused('it is no itinerary: it has no legs; give the JSON of `ieum plan --json`')
  if (legs.length > mostLegs) return refused(`it has ${legs.length} legs: at most ${mostLegs}`)
  for (const [index, each] of legs.entries()) {
    const why = wrongInLeg(recordOf(each), rulebook)
    if (why) return refused(`leg ${index + 1}: ${why}`)
  }
  const read = (legs as Given[]).map(leg => legOf(leg, rulebook))
  const late = read.findIndex((leg, index) => index > 0 && leg.apply < read[index - 1]!.apply)
  if (late > 0) return refused(`leg ${late + 1}: applied for before the leg in front of it`)
  const via = given?.via
  const isWay = Array.isArray(via) && via.every(each => typeof each === 'string')
  const firm = typeof given?.firm === 'string' ? { firm: given.firm } : {}
  return { is: 'read', legs: read, ...firm, ...(isWay && { via }) }
}

function wrongInLeg(leg: Readonly<Record<string, unknown>> | undefined, { programmes }: Rulebook): string | undefined {
  if (!leg) return 'not a leg'
  const programme = programmes.find(({ id }) => id === leg.programme)
  if (!programme) return `there is no programme ${String(leg.programme)}`
  if (!programme.editions.some(({ edition }) => edition === leg.edition))
    return `${programme.id} has no edition ${String(leg.edition)}`
  for (const name of ['apply', 'decided', 'ends'] as const)
    if (!isAnyDay(leg[name])) return `${name} must be a day, such as 2026-06-01`
  const [apply, decided, ends] = [leg.apply, leg.decided, leg.ends] as [string, string, string]
  if (apply > decided || decided > ends) return 'apply, decided and ends must come in this order'
  const window = recordOf(leg.window)
  return isAnyDay(window?.opens) && isAnyDay(window?.closes) ? undefined : 'its window must have opens and closes'
}

type Given = Readonly<Record<string, unknown>> & Pick<Leg, 'programme' | 'edition' | 'apply' | 'decided' | 'ends'>

/** Only what was checked is taken over; the rest comes from the catalogue, so that a cut-down itinerary is enough. */
function legOf(given: Given, { programmes, agencies }: Rulebook): Leg {
  const { programme, edition, apply, decided, ends } = given
  const { agency } = programmes.find(({ id }) => id === programme)!
  const window = recordOf(given.window)!
  const won = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : 0)
  return {
    programme,
    edition,
    agency,
    ministry: agencies.find(({ id }) => id === agency)?.ministry ?? agency,
    forecast: given.forecast === true,
    apply,
    decided,
    ends,
    support: won(given.support),
    ownCost: won(given.ownCost),
    link: typeof given.link === 'string' ? given.link : null,
    assumes: Array.isArray(given.assumes) ? given.assumes.flatMap(each => assumptionOf(recordOf(each))) : [],
    reaches: null,
    window: {
      opens: window.opens as string,
      closes: window.closes as string,
      ...(window.rolling === true && { rolling: true }),
      ...(window.approximate === true && { approximate: true }),
      ...((window.exact === 'opens' || window.exact === 'closes') && { exact: window.exact }),
    },
  }
}

const verdicts = ['unknown', 'judgement', 'condition'] as const

/** Nothing, where it is not one. */
function assumptionOf(given: Readonly<Record<string, unknown>> | undefined): readonly Assumption[] {
  const verdict = verdicts.find(each => each === given?.verdict)
  if (!given || !verdict || typeof given.id !== 'string') return []
  const facts = Array.isArray(given.facts) ? given.facts.filter(each => typeof each === 'string') : []
  return [{ id: given.id, verdict, ...(given.exclusion === true && { exclusion: true }), facts }]
}

const isAnyDay = (value: unknown): boolean => typeof value === 'string' && isDay(value)

const recordOf = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined
