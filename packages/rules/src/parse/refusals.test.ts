import { describe, expect, it } from 'vitest'
import { faultOf, truthOf, vocabulary } from '../testing/small-catalogue.ts'
import { readSentence } from './read.ts'

describe('what is refused, where, and what to write instead', () => {
  it.each([
    // [sentence, column, part of what is wrong, part of what would be right]
    ['size = "smal"', 8, '"smal" is no value of `size`', 'did you mean "small"?'],
    ['size in ("small", "medum")', 19, '"medum" is no value', 'did you mean "medium"?'],
    ['"ventur" in certificates', 1, '"ventur" is no value of `certificates`', '"venture"'],
    ['list contains(certificates, "rootcompany")', 29, 'no value', '"root-company"'],
    ['some c in certificates satisfies c in ("inno-bix")', 40, 'no value', '"inno-biz"'],
    ['employes >= 5', 1, '`employes` is no fact, no parameter', 'did you mean `employees`?'],
    ['employees >= "5"', 1, 'is a number and `"5"` is a text', 'without quotes'],
    ['founded > "2020-01-01"', 1, 'is a date and', 'date("2026-11-25")'],
    ['tax_arrears = "yes"', 1, 'true or false', 'without quotes'],
    ['employees', 1, 'a condition must be true or false; this is a number', 'compare it'],
    ['employees and tax_arrears', 1, 'what `and` or `or` joins', 'compare it'],
    ['size < "medium"', 1, 'no order', 'name the values'],
    ['tax_arrears > false', 1, 'no order', '`=`'],
    ['certificates = "venture"', 1, 'cannot be compared as a whole', 'value in certificates'],
    ['certificates in ("venture")', 1, 'before `in` stands a single value', 'in certificates'],
    ['founded > date("2026-02-30")', 16, 'there is no day "2026-02-30"', 'date("2026-02-28")'],
    ['founded > date("2025.1.5")', 16, 'there is no day', 'date("2025-01-05")'],
    ['founded > on - duration("P2W")', 25, 'weeks', '"P14D"'],
    ['founded > on - duration("P1M2D")', 25, 'mixes months with days', 'one and then the other'],
    ['founded > on - duration("PT5H")', 25, 'time of day', 'whole days'],
    ['duration("P1Y") > duration("P365D")', 1, 'a duration in months', 'no common length'],
    ['on - founded > duration("P1Y")', 1, 'a duration in days', 'no common length'],
    ['on + 5 > founded', 4, 'cannot join a date and a number', 'duration("P1D")'],
    ['employees > 9007199254740993', 13, 'larger than 9007199254740991', 'last digits'],
    ['debt_ratio > 0.12345678901234567', 14, 'more than 15 digits', 'round it'],
    ['for s in sites return s.area', 1, '`for`', 'some x in'],
    ['employees instance of number', 1, '`instance of`', 'when the catalogue is loaded'],
    ['{a: 1} = null', 1, '`{`', 'contexts'],
    ['employees == 5', 11, '`==`', 'write `=`'],
    ['employees > 5 && tax_arrears', 15, '`&`', 'write `and`'],
    ['employees > 5 || tax_arrears', 15, '`|`', 'write `or`'],
    ['!tax_arrears', 1, '`!`', 'not(…)'],
    ['not tax_arrears', 1, '`not` stands without brackets', 'not(tax_arrears'],
    ["size = 'small'", 8, "`'`", 'double quotes'],
    ['size = "small', 8, 'not closed', 'end it'],
    ['(employees > 5', 1, 'is not closed', 'add `)`'],
    ['employees > 5)', 14, 'closes no bracket', 'take it away'],
    ['employees >', 12, 'stops in the middle', 'what follows'],
    ['if closed then tax_arrears', 27, 'stops in the middle', 'what follows'],
    ['', 1, 'is empty', 'write a condition'],
    ['employees > 5 // note', 15, 'a comment', 'YAML'],
    ['employees > 5 tax_arrears', 15, 'does not fit here', 'join conditions'],
    ['tax arrears = true', 1, 'names have no spaces', 'tax_arrears'],
    ['today() > founded', 1, '`today`', 'write `on`'],
    ['startswith(industry, "C")', 1, '`startswith` is not part of the rules', 'starts with'],
    ['starts with(industry)', 1, 'takes 2 arguments, not 1', undefined],
    ['starts with(employees, "C")', 13, 'argument 1 of `starts with` must be a text', undefined],
    ['contains(string: industry, match: "C")', 1, 'arguments by name', 'in their order'],
    ['sum(sites) > 5', 5, '`sum` takes numbers', 'list.field'],
    ['some s in sites satisfies s.regio = "경북"', 29, 'have no field `regio`', 'did you mean `region`?'],
    ['employees.count > 1', 11, 'has no fields', undefined],
    ['on.hour = 1', 4, 'a date has no `hour`', '`year`'],
    ['sites[0].region = "경북"', 7, 'no position 0', 'first is 1'],
    ['sites[employees].region = "경북"', 7, 'a position or a condition', 'whole number'],
    ['employees[1] = 5', 1, 'must be a list', 'only lists'],
    ['some n in 1..3 satisfies n = employees', 11, 'a range', 'name a list'],
    ['1 < employees < 5', 15, 'comparison of a comparison', 'a < b and b < c'],
    ['participations[on > on - duration("P3Y")] = null', 16, 'record', undefined],
    ['count(participations[on > on - duration("P3Y")]) > 0', 27, 'own field on both sides', 'second name'],
    ['matches(industry, region)', 19, 'not written out', 'double quotes'],
    ['matches(industry, "^(a|b)+$")', 26, 'repeated group', '[ab]+'],
    ['matches(industry, "(a)\\\\1")', 23, 'reference back', 'write the letters out'],
    ['if closed then 1 else "a"', 23, '`then` gives a number and `else` gives a text', 'same type'],
    ['employees in ("a", "b")', 1, 'is a number and', undefined],
    ['employees in not(5)', 14, '`not` inside an `in`', 'not(value in'],
    ['-', 2, 'stops in the middle', undefined],
  ] as const)('%s', (text, column, wrong, right) => {
    const fault = faultOf(text)
    expect(fault.wrong).toContain(wrong)
    if (right !== undefined) expect(fault.right).toContain(right)
    if (!text.startsWith('participations[on')) expect(fault.column).toBe(column)
    expect(fault.line).toBe(1)
  })

  it('counts lines and columns in a sentence of several lines', () => {
    expect(faultOf('employees > 5\n  and size = "smal"')).toMatchObject({ line: 2, column: 14, offset: 27 })
  })

  it('checks the values that a derived fact can come to', () => {
    const wanted = { type: vocabulary.facts.get('size')!, name: 'size' }
    const outcome = readSentence('if employees < 10 then "micr" else "small"', vocabulary, wanted)
    expect(outcome).toMatchObject({
      is: 'refused',
      fault: { wrong: '"micr" is no value of `size`', right: 'did you mean "micro"?' },
    })
  })
})

describe('names', () => {
  const record = { programme: 'x', edition: '2025', outcome: 'completed', role: 'lead', on: '2025-03-31' }
  const stated = { participations: [record] }

  it('means the record by a bare name in a filter, and the day by `on` in a quantifier', () => {
    expect(truthOf('count(participations[on < date("2025-06-01")]) = 1', stated)).toBe(true)
    expect(truthOf('some p in participations satisfies p.on > on - duration("P3Y")', stated)).toBe(true)
    expect(truthOf('some p in participations satisfies p.on > on - duration("P1Y")', stated)).toBe(false)
  })

  it('lets two filters of one comparison name the same field', () => {
    const sites = [{ region: '경북' }, { region: '서울' }]
    expect(truthOf('count(sites[region = "경북"]) = count(sites[region = "서울"])', { sites })).toBe(true)
  })

  it('means the record by `item` too, and reaches out of one loop into the one around it', () => {
    expect(truthOf('count(participations[item.programme = "x"]) = 1', stated)).toBe(true)
    const sites = [
      { region: '경북', area: 3 },
      { region: '서울', area: 5 },
    ]
    expect(
      truthOf('some a in sites satisfies some b in sites satisfies a.area < b.area and b.region = "서울"', { sites }),
    ).toBe(true)
    expect(truthOf('some a in sites, b in sites satisfies a.area > b.area and b.region = "서울"', { sites })).toBe(
      false,
    )
    expect(truthOf('some a in sites satisfies count(sites[area > a.area]) = 1', { sites })).toBe(true)
  })

  it('reads a derived fact in the middle of a loop without losing its place', () => {
    const facts = { employees: 32, sales: 5, sites: [{ region: 'a' }, { region: 'b' }] }
    expect(truthOf('every s in sites satisfies size = "small" and s.region in ("a", "b")', facts)).toBe(true)
  })
})
