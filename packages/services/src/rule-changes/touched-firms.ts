/** Which firms a change of the rules brings to another verdict: those of the examples, and others that are given. */
import type { Day, Firm } from '@ieum/catalogue/records'
import type { Matcher, ProgrammeVerdict } from '@ieum/matching'
import type { OpenCatalogue } from '../open-catalogue.ts'
import type { RuleChange } from './rule-changes.ts'

export interface FirmTouched {
  readonly programme: string
  readonly firm: string
  readonly on: Day
  /** Left out where there is no such programme. */
  readonly before?: ProgrammeVerdict
  readonly after?: ProgrammeVerdict
}

export interface ToCompare {
  readonly before: OpenCatalogue
  readonly after: OpenCatalogue
  readonly changes: readonly RuleChange[]
  /** Asked about on this day; each example is on its own. */
  readonly on: Day
  readonly firms: readonly Firm[]
}

interface Asked {
  readonly firm: Firm
  readonly on: Day
  /** The programme that it is an example of. */
  readonly example?: string
}

/**
 * Every firm is asked about every programme that was changed. What many programmes read may change any of them: then the firms that are
 * given are asked about all, and each example about its own.
 */
export function firmsTouched({ before, after, changes, on, firms }: ToCompare): readonly FirmTouched[] {
  const changed = new Set(changes.flatMap(({ programme }) => programme ?? []))
  const isAnywhere = changes.some(({ programme }) => programme === undefined)
  const all = [...new Set([before, after].flatMap(({ rulebook }) => rulebook.programmes.map(({ id }) => id)))].sort()
  const asked = [...firms.map((firm): Asked => ({ firm, on })), ...examplesOf(before, after)]
  return asked.flatMap(({ firm, on, example }) =>
    all
      .filter(id => changed.has(id) || (isAnywhere && (example === undefined || example === id)))
      .flatMap((programme): FirmTouched[] => {
        const [was, is] = [
          verdictOf(before.matcher, firm, on, programme),
          verdictOf(after.matcher, firm, on, programme),
        ]
        if (was === is) return []
        return [{ programme, firm: firm.id, on, ...(was && { before: was }), ...(is && { after: is }) }]
      }),
  )
}

/** Programmes that come to be open to one of these firms and to no other: whoever approves looks twice. */
export function openedForOne(touched: readonly FirmTouched[]): readonly FirmTouched[] {
  const opened = touched.filter(
    ({ before, after }) => after === 'eligible' && before !== undefined && before !== 'eligible',
  )
  return [...Map.groupBy(opened, ({ programme }) => programme).values()].flatMap(firms =>
    firms.length === 1 ? firms : [],
  )
}

const verdictOf = (matcher: Matcher, firm: Firm, on: Day, programme: string): ProgrammeVerdict | undefined =>
  matcher.matchOne(firm, on, programme)?.verdict

/** Those of both, each once. */
function examplesOf(...catalogues: readonly OpenCatalogue[]): readonly Asked[] {
  const asked = new Map<string, Asked>()
  for (const { rulebook } of catalogues)
    for (const { id, examples = [] } of rulebook.programmes)
      for (const { name, firm, on } of examples)
        asked.set(JSON.stringify([id, name, firm, on]), {
          firm: { id: `${id}: ${name}`, facts: firm },
          on,
          example: id,
        })
  return [...asked.values()]
}
