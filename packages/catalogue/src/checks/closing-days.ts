import type { Finding } from '../finding.ts'
import { didYouMean } from '../nearest.ts'
import type { Catalogue, ClosingException, KnownClosing } from '../records.ts'
import type { Names } from './names.ts'

/** Municipalities must be in their table, each with one entry that holds; what is said of a day must fit the rest. */
export function* wrongInClosingDays({ closingDays }: Catalogue, { parameters }: Names): Generator<Finding> {
  if (!closingDays) return
  const codes = codesOf(parameters.get(closingDays.municipalities))
  if (!codes) {
    yield {
      pointer: ['closing-days', 'municipalities'],
      wrong: `no table ${closingDays.municipalities} with a column code`,
      right: didYouMean(closingDays.municipalities, parameters.keys()),
    }
    return
  }
  const ids = new Set<string>()
  const holders = new Map<string, string>()
  for (const [index, entry] of closingDays.known.entries()) {
    const pointer = ['closing-days', 'known', index]
    if (ids.has(entry.id)) yield { pointer: [...pointer, 'id'], wrong: `${entry.id} twice`, right: 'each id once' }
    ids.add(entry.id)
    for (const [at, code] of entry.municipalities.entries()) {
      const here = [...pointer, 'municipalities', at]
      const holder = holders.get(code)
      if (!codes.has(code)) yield { pointer: here, wrong: `no municipality ${code}`, right: didYouMean(code, codes) }
      else if (holder !== undefined)
        yield { pointer: here, wrong: `${code} stands in ${holder} too`, right: 'each municipality once' }
      holders.set(code, entry.id)
    }
    yield* wrongInEntry(entry, pointer)
  }
}

type Place = (string | number)[]

function codesOf(table: ReturnType<Names['parameters']['get']>): ReadonlySet<string> | undefined {
  const column = Object.keys(table?.columns ?? {}).indexOf('code')
  if (column < 0) return undefined
  return new Set((table?.editions.at(-1)?.rows ?? []).map(row => String(row[column])))
}

function* wrongInEntry(entry: KnownClosing, pointer: Place): Generator<Finding> {
  const { status, rule, weekday, from, from_is: fromIs, exceptions = [] } = entry
  if (rule !== undefined && weekday !== undefined)
    yield { pointer: [...pointer, 'weekday'], wrong: 'a weekday beside a rule, which says it', right: 'one of the two' }
  if ((status === 'abolished' || status === 'planned') && (rule ?? weekday) !== undefined)
    yield { pointer: [...pointer, 'status'], wrong: `${status}, with a day`, right: 'no day, or another status' }
  const isSunday = rule === undefined ? weekday === 'sunday' : /SU/.test(rule)
  if ((status === 'switched' || status === 'weekday') && (rule ?? weekday) !== undefined && isSunday)
    yield { pointer: [...pointer, 'status'], wrong: `${status}, and closed on Sundays`, right: 'kept' }
  if (from !== undefined && fromIs === undefined)
    yield { pointer: [...pointer, 'from'], wrong: 'a day that does not say of what', right: 'from_is: …' }
  for (const [index, exception] of exceptions.entries())
    yield* wrongInException(exception, [...pointer, 'exceptions', index], entry)
}

function* wrongInException(
  { drop, add }: ClosingException,
  pointer: Place,
  { rule, weekday }: KnownClosing,
): Generator<Finding> {
  if (drop === undefined && add === undefined)
    yield { pointer, wrong: 'an exception that changes nothing', right: 'drop: …, add: …, or both' }
  if ((rule ?? weekday) === undefined)
    yield { pointer, wrong: 'an exception to no day', right: 'rule: … or weekday: …' }
}
