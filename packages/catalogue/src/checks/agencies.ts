import type { Finding } from '../finding.ts'
import { didYouMean } from '../nearest.ts'
import type { Agency } from '../records.ts'
import type { Names } from './names.ts'

export function* wrongInAgencies(agencies: readonly Agency[], names: Names): Generator<Finding> {
  for (const { id, ministry, names: named = [] } of agencies) {
    const pointer = ['agencies', id]
    if (ministry !== undefined) yield* wrongInMinistry(ministry, [...pointer, 'ministry'], names)
    for (const [index, { from, until }] of named.entries()) {
      const before = named[index - 1]
      if (from !== undefined && until !== undefined && from > until)
        yield {
          pointer: [...pointer, 'names', index],
          wrong: `in force from ${from} until ${until}`,
          right: 'from ≤ until',
        }
      if (before && (before.from ?? '') > (from ?? ''))
        yield { pointer: [...pointer, 'names', index], wrong: 'older than the name before it', right: 'oldest first' }
    }
  }
}

/** A ministry that was cut out leaves its agencies usable. */
function* wrongInMinistry(ministry: string, pointer: string[], { agencies }: Names): Generator<Finding> {
  const found = agencies.get(ministry)
  const ministries = [...agencies.values()].filter(({ kind }) => kind === 'ministry').map(({ id }) => id)
  if (!found) yield { pointer, wrong: `no agency ${ministry}`, right: didYouMean(ministry, ministries) }
  else if (found.kind !== 'ministry') yield { pointer, wrong: `${ministry} is not a ministry`, right: 'kind: ministry' }
}
