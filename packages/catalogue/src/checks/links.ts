import type { Finding } from '../finding.ts'
import { didYouMean } from '../nearest.ts'
import type { Link } from '../records.ts'
import type { Names } from './names.ts'

export function* wrongInLinks(links: readonly Link[], names: Names): Generator<Finding> {
  for (const link of links) {
    const pointer = ['links', link.id]
    yield* wrongInEnd(link.from.programme, [...pointer, 'from', 'programme'], names)
    yield* wrongInEnd(link.to, [...pointer, 'to'], names)
    if (link.from.programme === link.to)
      yield { pointer: [...pointer, 'to'], wrong: 'a link to itself', right: 'another programme' }
    const { from, to } = link.valid ?? {}
    if (from !== undefined && to !== undefined && from > to)
      yield { pointer: [...pointer, 'valid'], wrong: `valid from ${from} to ${to}`, right: 'from ≤ to' }
    for (const [index, ministry] of (link.agreed?.by ?? []).entries())
      if (!names.agencies.has(ministry))
        yield {
          pointer: [...pointer, 'agreed', 'by', index],
          wrong: `no agency ${ministry}`,
          right: didYouMean(ministry, names.agencies.keys()),
          isWarning: true,
        }
    yield* wrongInWaivers(link, names)
  }
}

/** A catalogue that was cut down stays usable: a link whose end is not there joins nothing. */
function* wrongInEnd(programme: string, pointer: string[], { programmes }: Names): Generator<Finding> {
  if (!programmes.has(programme))
    yield {
      pointer,
      wrong: `no programme ${programme}`,
      right: didYouMean(programme, programmes.keys()),
      isWarning: true,
    }
}

function* wrongInWaivers({ id, to, waives = [] }: Link, { programmes, commonRules }: Names): Generator<Finding> {
  const editions = programmes.get(to)?.editions
  if (!editions) return
  const known = new Set([
    ...editions.flatMap(({ criteria, exclusions }) => [...criteria, ...exclusions].map(rule => rule.id)),
    ...(commonRules.get(to) ?? []),
  ])
  for (const [index, waived] of waives.entries())
    if (!known.has(waived))
      yield {
        pointer: ['links', id, 'waives', index],
        wrong: `${to} has no criterion ${waived}`,
        right: didYouMean(waived, known),
      }
}
