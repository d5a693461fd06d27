/** Requests drawn from what an installation says that it takes, and made wrong in one place. All luck comes from fast-check. */
import fc, { type GeneratorValue } from 'fast-check'
import { faultsOf } from './faults-of.ts'
import { type Description, resolved, type Schema } from './operations.ts'

/** What a chain of requests has met so far: by it, one request goes on where another left off. */
export type Known = ReadonlyMap<string, readonly unknown[]>

export interface Luck {
  whole(min: number, max: number): number
  /** Once in so many. */
  once(inSoMany: number): boolean
  pick<T>(of: readonly T[]): T
  like(pattern: RegExp): string
}

export function luckOf(drawn: GeneratorValue): Luck {
  const whole = (min: number, max: number) => drawn(fc.integer, { min, max })
  return {
    whole,
    once: inSoMany => whole(1, inSoMany) === 1,
    pick: of => of[whole(0, of.length - 1)]!,
    like: pattern => drawn(fc.stringMatching, pattern),
  }
}

/** Texts that somewhere once were more than a text. */
const oddTexts = [
  ...[
    '',
    ' ',
    '0',
    'null',
    '-1',
    'true',
    '예시주물',
    "' or 1=1 --",
    '"; drop table firm; --',
    '<img src=x onerror=alert(1)>',
  ],
  ...['\u0000', 'a\u0000b', '\u202Ereversed', '\uD800', '\uFFFE', '🧾'.repeat(40), '%00', '../../etc/passwd', '#{7*7}'],
  ...['=1+1', '\t=1', '{{7*7}}', '\\', '%', '_', '1e400', '9'.repeat(400), 'ㅋ'.repeat(3_000), '\r\nset-cookie: a=b'],
  ...['__proto__', 'constructor', 'toString', '[object Object]', 'NaN', '2026-02-30', '0000-00-00', '9999-12-31'],
] as const

const oddValues: readonly unknown[] = [
  ...[null, true, 0, -1, 1.5, 1e21, -1e308, 2 ** 31, 2 ** 53, [], {}, [null], { a: 1 }, [[[[]]]], ...oddTexts],
  ...[JSON.parse('{"__proto__":{"polluted":1}}'), JSON.parse('{"constructor":{"prototype":{"polluted":1}}}')],
]

const days = ['2026-06-01', '2026-05-31', '2026-01-01', '2026-12-31', '2024-02-29', '1900-01-01', '2099-12-31']
const emails = ['kim@agency.example', 'a@b.kr', 'somebody@demonstration.invalid']

export interface Drawing {
  readonly description: Description
  readonly known: Known
  readonly luck: Luck
}

/** A value as the schema says. `name` is what it is called: whatever was met under that name comes first. */
export function drawn(schema: Schema, name: string, drawing: Drawing, depth = 0): unknown {
  const { description, known, luck } = drawing
  const own = resolved(schema, description)
  const within = (inner: Schema, of: string) => drawn(inner, of, drawing, depth + 1)
  if (own.enum) return luck.pick(own.enum)
  if (own.const !== undefined) return own.const
  if (own.allOf) return Object.assign({}, ...own.allOf.map(one => within(one, name)))
  const some = own.anyOf ?? own.oneOf
  if (some) return within(luck.pick(some), name)
  const met = known.get(name)?.filter(value => faultsOf(own, value, description).length === 0)
  const types = [own.type ?? []].flat()
  const type = types.length > 0 ? luck.pick(types) : undefined
  if (met?.length && !luck.once(10)) return luck.pick(met)
  switch (type) {
    case 'null':
      return null
    case 'boolean':
      return luck.once(2)
    case 'integer':
    case 'number': {
      const least = own.minimum ?? (own.exclusiveMinimum === undefined ? -1e6 : own.exclusiveMinimum + 1)
      const min = Math.max(least, -1e15)
      const max = Math.min(own.maximum ?? 1e6, 1e15)
      if (luck.once(4)) return luck.pick([min, max])
      return luck.whole(Math.max(min, -(2 ** 31)), Math.min(max, min + 50, 2 ** 31 - 1))
    }
    case 'string':
      return text(own, drawing)
    case 'array': {
      const most = Math.min(own.maxItems ?? 3, 3)
      const length = luck.whole(Math.min(own.minItems ?? 0, most), most)
      return Array.from({ length }, () => within(own.items ?? true, name.replace(/s$/, '')))
    }
    case 'object': {
      const fields: Record<string, unknown> = {}
      for (const [field, inner] of Object.entries(own.properties ?? {}))
        if (own.required?.includes(field) || (depth < 4 && luck.once(2))) fields[field] = within(inner, field)
      if (typeof own.additionalProperties === 'object' && depth < 4)
        for (let more = luck.whole(0, 2); more > 0; more -= 1) {
          const facts = known.get('factName') ?? []
          const key = luck.once(4) || facts.length === 0 ? `f${luck.whole(0, 9)}` : String(luck.pick(facts))
          fields[key] = within(own.additionalProperties, key)
        }
      return fields
    }
    default:
      return luck.pick(oddValues)
  }
}

function text(schema: Exclude<Schema, boolean>, { luck }: Drawing): string {
  if (schema.format === 'uuid') return luck.like(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
  if (schema.format === 'date') return luck.pick(days)
  if (schema.format === 'date-time') return `${luck.pick(days)}T00:00:00Z`
  if (schema.format === 'email') return luck.pick(emails)
  if (schema.format === 'uri') return luck.pick(['https://example.kr/hook', 'http://127.0.0.1:1/', 'https://10.0.0.1/'])
  if (schema.pattern) {
    const pattern = new RegExp(schema.pattern, 'u')
    if (!/\(\?!|\\p/.test(schema.pattern)) {
      const drawn = luck.like(pattern)
      const { maxLength = drawn.length } = schema
      // What is cut off may not be like the pattern any more; one sign mostly is.
      return (
        [drawn, drawn.slice(0, maxLength), drawn.slice(0, 1)].find(
          fits => fits.length <= maxLength && pattern.test(fits),
        ) ?? drawn
      )
    }
    return luck.pick(
      ['/desk', '가', ...oddTexts].filter(odd => pattern.test(odd) && odd.length >= (schema.minLength ?? 0)),
    )
  }
  const { minLength: min = 0, maxLength: max = 200 } = schema
  if (luck.once(20)) return 'ㄱ'.repeat(Math.min(max, 5_000))
  const odd = luck.pick(oddTexts)
  return (odd.length < min ? odd.padEnd(min, '가') : odd).slice(0, max)
}

/** The same, with one thing in it wrong: something else in its place, gone, or something more. */
export function spoilt(value: unknown, { luck }: Pick<Drawing, 'luck'>): unknown {
  const isHolder = typeof value === 'object' && value !== null
  const names = isHolder ? Object.keys(value) : []
  if (!isHolder || luck.once(8)) return luck.pick(oddValues)
  if (Array.isArray(value)) {
    if (names.length === 0 || luck.once(3)) return [...value, luck.pick(oddValues)]
    return value.map((item, index) => (String(index) === names[0] ? spoilt(item, { luck }) : item))
  }
  const fields = { ...(value as Record<string, unknown>) }
  const which = names.length > 0 ? luck.pick(names) : undefined
  const how = luck.whole(1, 5)
  if (which === undefined || how === 1) {
    const more = luck.pick(['more', '__proto__', 'constructor', 'prototype', 'id', 'role', 'agency', 'isAdmin'])
    Object.defineProperty(fields, more, { value: luck.pick(oddValues), enumerable: true, configurable: true })
  } else if (how === 2) delete fields[which]
  else fields[which] = spoilt(fields[which], { luck })
  return fields
}
