/** Random lines over a vocabulary so small that everything can be tried. */
import type { Fact, FactName, Value } from '@ieum/catalogue/records'
import fc from 'fast-check'

const asked = { about: 'firm', ask: 'question', changes: 'by-firm' } as const

export const facts: readonly Fact[] = [
  { name: 'region', type: 'enum', values: ['p', 'q', 'r'], ...asked },
  { name: 'employees', type: 'number', ...asked },
  { name: 'exports', type: 'boolean', ...asked },
  { name: 'certificates', type: 'list', values: ['x', 'y', 'z'], ...asked, changes: 'by-agency' },
  { name: 'founded', type: 'date', ...asked, changes: 'never' },
  { name: 'large', type: 'boolean', ...asked, derived: 'employees > 6' },
]

const texts = ['x', 'y', 'z']
const subsets = [[], ...texts.flatMap((a, i) => [[a], ...texts.slice(i + 1).map(b => [a, b])]), texts]

/** Every value that counts: the numbers stand closer than any two bounds of the sentences. */
export const domains: Readonly<Record<FactName, readonly Value[]>> = {
  region: ['p', 'q', 'r'],
  employees: Array.from({ length: 11 }, (_, number) => number),
  exports: [true, false],
  certificates: subsets,
}

export const foundedDays = ['2023-05-31', '2024-06-15', '2025-01-15', '2026-01-31'] as const
export const ages = [6, 12, 24, 36] as const

const letter = fc.constantFrom(...texts)
const region = fc.constantFrom('"p"', '"q"', '"r"')
const whole = fc.integer({ min: 1, max: 8 })

const atom = fc.oneof(
  fc.subarray(['"p"', '"q"', '"r"'], { minLength: 1, maxLength: 2 }).map(values => `region in (${values.join(', ')})`),
  fc.tuple(fc.constantFrom('=', '!='), region).map(([by, value]) => `region ${by} ${value}`),
  fc.tuple(fc.constantFrom('<', '<=', '>', '>=', '='), whole).map(([by, n]) => `employees ${by} ${n}`),
  fc.boolean().map(value => `exports = ${value}`),
  letter.map(value => `list contains(certificates, "${value}")`),
  fc
    .tuple(fc.constantFrom('>=', '<='), fc.integer({ min: 1, max: 2 }))
    .map(([by, n]) => `count(certificates) ${by} ${n}`),
  fc.constantFrom('some', 'every').map(is => `(${is} c in ["x", "y"] satisfies list contains(certificates, c))`),
  fc.constant('large = true'),
  fc.tuple(region, whole, whole).map(([value, a, b]) => `(if region = ${value} then ${a} else ${b}) <= employees`),
  fc
    .tuple(fc.constantFrom(...ages), fc.constantFrom('<= on', '> on'))
    .map(([months, order]) => `founded + duration("P${months}M") ${order}`),
)

const sentence = (depth: number): fc.Arbitrary<string> =>
  depth === 0
    ? atom
    : fc.oneof(
        atom,
        fc
          .tuple(sentence(depth - 1), fc.constantFrom('and', 'or'), sentence(depth - 1))
          .map(([a, by, b]) => `(${a}) ${by} (${b})`),
        sentence(depth - 1).map(a => `not(${a})`),
        fc.tuple(atom, sentence(depth - 1), sentence(depth - 1)).map(([a, b, c]) => `if ${a} then (${b}) else (${c})`),
      )

export const lines = (most: number, depth: number) =>
  fc
    .array(sentence(depth), { maxLength: most })
    .map(texts => Object.fromEntries(texts.map((text, index) => [`l${index}`, text])))

export const wholeFirm = fc.record({
  region: fc.constantFrom('p', 'q', 'r'),
  employees: fc.integer({ min: 0, max: 9 }),
  exports: fc.boolean(),
  certificates: fc.constantFrom(...subsets),
  founded: fc.constantFrom(...foundedDays),
})
