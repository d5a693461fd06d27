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
  /** `new example`: it did not stand in the catalogue before, so that whoever made the change may have written it for that. */
  readonly as: 'given' | 'example' | 'new example'
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
  readonly as: FirmTouched['as']
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
  const asked = [...firms.map((firm): Asked => ({ firm, on, as: 'given' })), ...examplesOf(before, after)]
  return asked.flatMap(({ firm, on, as, example }) =>
    all
      .filter(id => changed.has(id) || (isAnywhere && (example === undefined || example === id)))
      .flatMap((programme): FirmTouched[] => {
        const [was, is] = [
          verdictOf(before.matcher, firm, on, programme),
          verdictOf(after.matcher, firm, on, programme),
        ]
        if (was === is) return []
        return [{ programme, firm: firm.id, on, ...(was && { before: was }), ...(is && { after: is }), as }]
      }),
  )
}

/**
 * Programmes that come to be open to one of these firms and to no other: whoever approves looks twice. Where any were given, those alone are
 * counted, otherwise the examples that stood there before: a second firm that comes with the change silences nothing.
 */
export function openedForOne(touched: readonly FirmTouched[], firmsGiven: boolean): readonly FirmTouched[] {
  const opened = touched.filter(one => one.as === (firmsGiven ? 'given' : 'example') && isOpened(one))
  return [...Map.groupBy(opened, ({ programme }) => programme).values()].flatMap(found =>
    new Set(found.map(({ firm }) => firm)).size === 1 ? found : [],
  )
}

/** Most programmes leave something to an official, so that no firm is more than `judgement` there. */
const isOpened = ({ before, after }: FirmTouched): boolean =>
  before !== undefined &&
  after !== undefined &&
  (after === 'eligible' || (before === 'not-eligible' && after !== 'not-eligible'))

const verdictOf = (matcher: Matcher, firm: Firm, on: Day, programme: string): ProgrammeVerdict | undefined =>
  matcher.matchOne(firm, on, programme)?.verdict

/** Those of both, each once. */
function examplesOf(before: OpenCatalogue, after: OpenCatalogue): readonly Asked[] {
  const asked = new Map<string, Asked>()
  for (const [{ rulebook }, as] of [[before, 'example'] as const, [after, 'new example'] as const])
    for (const { id, examples = [] } of rulebook.programmes)
      for (const { name, firm, on } of examples) {
        const key = JSON.stringify([id, name, firm, on])
        if (!asked.has(key)) asked.set(key, { firm: { id: `${id}: ${name}`, facts: firm }, on, as, example: id })
      }
  return [...asked.values()]
}
