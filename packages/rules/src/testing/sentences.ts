import fc from 'fast-check'

/** Random sentences over the small vocabulary, of the kinds that rules are made of. `depth` bounds how far conditions nest. */

const numbers = fc.integer({ min: -3, max: 60 })
const days = fc.constantFrom('2019-02-28', '2020-02-29', '2023-06-01', '2025-12-31', '2026-01-31', '2026-06-01')
const spans = fc.constantFrom('P1Y', 'P3Y', 'P7Y', 'P6M', 'P1M', 'P18M', 'P14D', 'P1D', 'P400D')
const orders = fc.constantFrom('=', '!=', '<', '<=', '>', '>=')
const regions = fc.constantFrom('"서울"', '"경북"', '"부산"')
const certificates = fc.constantFrom('"venture"', '"root-company"', '"inno-biz"')
const forms = fc.constantFrom('"sole"', '"corporation"', '"pre-founder"')
const codes = fc.constantFrom('"C"', '"C24"', '"C2431"', '"J58"', '""')

const number: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('employees', 'sales', 'debt_ratio') },
  { weight: 2, arbitrary: numbers.map(String) },
  fc.constantFrom(
    'count(certificates)',
    'count(sites)',
    'sum(debt_history)',
    'max(debt_history)',
    'min(debt_history)',
    'debt_history[1]',
    'debt_history[-1]',
  ),
  fc.constantFrom(
    'sum(sites.area)',
    'string length(industry)',
    'on.year',
    'founded.month',
    'abs(debt_ratio)',
    'floor(debt_ratio)',
    'ceiling(debt_ratio)',
  ),
  fc
    .tuple(fc.constantFrom('employees', 'sales'), fc.constantFrom('+', '-', '*'), numbers)
    .map(([a, by, b]) => `(${a} ${by} ${b < 0 ? `(${b})` : b})`),
  regions.map(region => `count(sites[region = ${region}])`),
)

const day: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('on', 'founded', 'visited_on'),
  days.map(each => `date("${each}")`),
  fc
    .tuple(fc.constantFrom('on', 'founded'), fc.constantFrom('+', '-'), spans)
    .map(([a, by, b]) => `${a} ${by} duration("${b}")`),
)

const simple: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(number, orders, number).map(parts => parts.join(' ')) },
  { weight: 3, arbitrary: fc.tuple(day, orders, day).map(parts => parts.join(' ')) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('tax_arrears', 'closed'), fc.constantFrom('= true', '= false', '!= true', ''))
      .map(([a, b]) => `${a} ${b}`.trim()),
  },
  fc.tuple(certificates).map(([a]) => `(${a} in certificates)`),
  certificates.map(a => `list contains(certificates, ${a})`),
  fc.tuple(forms, fc.constantFrom('=', '!=')).map(([a, by]) => `form ${by} ${a}`),
  fc.array(forms, { minLength: 1, maxLength: 3 }).map(values => `form in (${values.join(', ')})`),
  fc
    .tuple(numbers, numbers, fc.constantFrom('[', '('), fc.constantFrom(']', ')'))
    .map(([a, b, open, close]) => `employees in ${open}${Math.min(a, b)}..${Math.max(a, b)}${close}`),
  fc.tuple(numbers, numbers).map(([a, b]) => `employees between ${Math.min(a, b)} and ${Math.max(a, b)}`),
  codes.map(code => `starts with(industry, ${code})`),
  codes.map(code => `contains(industry, ${code})`),
  codes.map(code => `ends with(industry, ${code})`),
  fc.tuple(fc.integer({ min: 1, max: 3 }), codes).map(([start, code]) => `substring(industry, ${start}, 2) = ${code}`),
  fc.constantFrom('matches(industry, "^C2[0-9]")', 'upper case(region) = region', 'lower case(industry) = "c2431"'),
  fc
    .tuple(fc.constantFrom('some', 'every'), regions, numbers)
    .map(([is, region, area]) => `(${is} s in sites satisfies s.region = ${region} and s.area > ${area})`),
  fc
    .tuple(fc.constantFrom('some', 'every'), certificates)
    .map(([is, value]) => `(${is} c in certificates satisfies c != ${value})`),
  fc
    .tuple(fc.constantFrom('some', 'every'), numbers)
    .map(([is, value]) => `(${is} d in debt_history satisfies d >= ${value})`),
)

const condition: fc.Memo<string> = fc.memo(depth =>
  depth <= 1
    ? simple
    : fc.oneof(
        { weight: 2, arbitrary: simple },
        fc
          .tuple(condition(depth - 1), fc.constantFrom('and', 'or'), condition(depth - 1))
          .map(([a, by, b]) => `(${a}) ${by} (${b})`),
        condition(depth - 1).map(a => `not(${a})`),
        fc
          .tuple(condition(depth - 1), condition(depth - 1), condition(depth - 1))
          .map(([a, b, c]) => `if ${a} then (${b}) else (${c})`),
      ),
)

export const sentence = condition(3)

/** Sentences whose answer depends on the day. */
export const datedSentence: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(day, orders, day).map(parts => parts.join(' ')),
  fc
    .tuple(
      fc.constantFrom('on', 'visited_on'),
      fc.constantFrom('<', '>='),
      spans,
      fc.constantFrom('founded', 'visited_on'),
    )
    .map(([a, by, span, b]) => `${a} ${by} ${b} + duration("${span}") + duration("P20D")`),
  fc.tuple(orders, fc.integer({ min: 1, max: 9 })).map(([by, years]) => `years ${by} ${years}`),
  fc.tuple(orders, fc.integer({ min: 1, max: 30 })).map(([by, day]) => `on.day ${by} ${day} and on.month > 2`),
  fc.tuple(orders, fc.integer({ min: 300, max: 2_000 })).map(([by, days]) => `(on - founded).days ${by} ${days}`),
  fc
    .tuple(orders, spans)
    .map(([by, span]) => `some s in [founded, visited_on] satisfies s + duration("${span}") ${by} on`),
  fc
    .tuple(orders, fc.integer({ min: 0, max: 11 }))
    .map(([by, months]) => `years and months duration(founded, on).months ${by} ${months} or size = "small"`),
)

const values = {
  employees: numbers,
  sales: fc.integer({ min: 0, max: 60 }),
  debt_ratio: fc.integer({ min: -8, max: 40 }).map(quarter => quarter / 4),
  founded: days,
  visited_on: days,
  tax_arrears: fc.boolean(),
  closed: fc.boolean(),
  industry: fc.constantFrom('C2431', 'C25', 'J58', 'C'),
  region: fc.constantFrom('서울', '경북', '부산'),
  form: fc.constantFrom('sole', 'corporation', 'pre-founder'),
  certificates: fc.subarray(['venture', 'root-company', 'inno-biz']),
  debt_history: fc.array(numbers, { minLength: 1, maxLength: 3 }),
  sites: fc.array(
    fc.record({ region: fc.constantFrom('서울', '경북'), kind: fc.constantFrom('factory', 'branch'), area: numbers }),
    { minLength: 1, maxLength: 3 },
  ),
}

const none = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null, freq: 9 })

/** A firm of which everything is known; of some facts, that they have no value. */
export const wholeFirm = fc.record({
  ...values,
  employees: none(values.employees),
  debt_ratio: none(values.debt_ratio),
  tax_arrears: none(values.tax_arrears),
  region: none(values.region),
  form: none(values.form),
})

/** A firm of which some is known: the rest was never asked. */
export const partOfFirm = fc.record(values, { requiredKeys: [] })

export const someDay = days
