import { allowedHere, fastest } from '@ieum/catalogue/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limits } from '../limits.ts'
import { faultOfPattern, regExpOf } from '../pattern.ts'
import { add, evaluator, faultOf, vocabulary } from '../testing/small-catalogue.ts'
import { readSentence } from './read.ts'

/** C30: nothing that one can write takes longer than this to be read or refused. */
const most = 100

/** Milliseconds. */
const timed = async (run: () => void) => (await fastest(most, run)).taken

const inTime = (milliseconds: number) => expect(milliseconds).toBeLessThan(allowedHere(most, milliseconds))

const deep = (open: string, inner: string, close: string, times: number) =>
  open.repeat(times) + inner + close.repeat(times)

const corpus: Readonly<Record<string, string>> = {
  '5,000 brackets': deep('(', 'closed', ')', 5_000),
  '1,900 brackets': deep('(', 'closed', ')', 1_900),
  '1,900 brackets that are not closed': '('.repeat(1_900),
  '100 times not': deep('not(', 'closed', ')', 100),
  '1,300 lists': deep('[', '1', ']', 1_300),
  'filters in filters': `sites${'[sites'.repeat(300)}[1]${']'.repeat(300)} = null`,
  '1,400 minus signs': `employees = ${'- '.repeat(1_400)}1`,
  '600 plus signs': `employees = ${'1 + '.repeat(600)}1`,
  '400 powers': `employees = ${'9 ** '.repeat(400)}9`,
  '150 ifs in a row': `${'if closed then true else '.repeat(150)}true`,
  '100 ifs inside each other': deep('if ', 'closed', ' then true else true', 100),
  'ifs without an end': 'if '.repeat(1_200),
  '360 ands': `${'closed and '.repeat(360)}closed`,
  '400 ins': `${'"a" in '.repeat(400)}certificates`,
  'loops inside loops': `${'some a in sites satisfies '.repeat(60)}closed`,
  'words without a sign': 'a '.repeat(1_400),
  'one long word': 'a'.repeat(4_000),
  'one long text': `region = "${'\\u0041'.repeat(600)}"`,
  'one long number': `employees = ${'9'.repeat(3_900)}`,
  'a number with a long fraction': `employees = 0.${'1'.repeat(3_000)}`,
  dots: `employees${'.a'.repeat(1_500)}`,
  commas: `employees in (${'1,'.repeat(700)}1)`,
  'a list of 1,000': `employees in [${Array.from({ length: 1_000 }, (_, i) => i).join(',')}]`,
  'a megabyte': 'closed and '.repeat(100_000),
  signs: '=<>!'.repeat(500),
  'a zero byte': 'closed\u0000and closed',
  'half a surrogate': 'region = "\ud800" \ud800',
  'Hangul jamo': 'ㄱㄴㄷ'.repeat(400),
  'every keyword': 'some every in satisfies for return if then else and or between instance of function '.repeat(45),
  'a range of everything': `employees in [${'1..'.repeat(300)}2]`,
  'at signs': `${'@'.repeat(1_000)}"2026-01-01" = on`,
}

describe('C30 T10: hostile sentences', () => {
  it.each(Object.entries(corpus))('%s: read or refused in 100 ms, with a place', async (_, text) => {
    let outcome: ReturnType<typeof readSentence> | undefined
    readSentence('closed', vocabulary)
    inTime(await timed(() => (outcome = readSentence(text, vocabulary))))
    if (outcome?.is === 'refused') {
      expect(outcome.fault.wrong.length).toBeGreaterThan(0)
      expect(outcome.fault.wrong.length).toBeLessThan(400)
      expect(outcome.fault.offset).toBeLessThanOrEqual(text.length)
    }
  })

  it('reads or refuses any text in 100 ms without ever throwing', async () => {
    const words = fc.constantFrom(
      'some',
      'every',
      'in',
      'satisfies',
      'and',
      'or',
      'not(',
      '(',
      ')',
      '[',
      ']',
      'if',
      'then',
      'else',
      'sites',
      'employees',
      'on',
      '"a"',
      '"경북"',
      '5',
      '-',
      '+',
      '..',
      '.',
      ',',
      '=',
      '<=',
      'between',
      'for',
      'return',
      'duration("P1Y")',
      'count(',
      'null',
      '@"P1D"',
      'function(',
      'instance of',
      'date',
      'item',
      'matches(',
      '**',
      '{',
      '}',
      'x',
      '?',
      'true',
      '\n',
    )
    const soup = fc.array(words, { maxLength: 300 }).map(all => all.join(' '))
    let slowest = 0
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(soup, fc.string({ maxLength: 500, unit: 'binary' }), fc.string({ maxLength: 300 })),
        async text => {
          slowest = Math.max(slowest, await timed(() => readSentence(text, vocabulary)))
        },
      ),
      { numRuns: 1_500 },
    )
    inTime(slowest)
  })

  it('evaluates whatever it has read in 100 ms, over lists of any length', async () => {
    const own = evaluator()
    const sites = Array.from({ length: 20_000 }, (_, index) => ({ region: String(index), area: index }))
    const loops = add(own, 'some a in sites, b in sites, c in sites satisfies a.area + b.area + c.area = -1')
    const anew = () => own.situation({ sites }, '2026-06-01')
    expect(own.truth(loops, anew())).toBe(undefined)
    inTime(await timed(() => own.truth(loops, anew())))
    inTime(await timed(() => own.proof(loops, anew())))
  })
})

describe('limits, each with its own error', () => {
  it.each([
    ['closed and '.repeat(1_000), `at most ${limits.length} are read`],
    [deep('(', 'closed', ')', limits.nesting + 1), `more than ${limits.nesting} deep`],
    [`employees = ${'1+'.repeat(800)}1`, `more than ${limits.tokens} words and signs`],
    [`employees = ${'1 + '.repeat(200)}1`, 'nested more than'],
    [`employees in [${Array.from({ length: 301 }, () => 1).join(',')}]`, `at most ${limits.items} are read`],
    [`${'some a in sites satisfies '.repeat(4)}closed`, `more than ${limits.loops} lists`],
    [`matches(industry, "${'a'.repeat(201)}")`, `more than ${limits.pattern} characters`],
    [`matches(industry, "a*b*c*d*")`, 'so many repeats'],
    [`employees in (${'1,'.repeat(300)}1)`, `at most ${limits.items} are read`],
    [`employees in (${'1,'.repeat(190)}1) or sales in (${'1,'.repeat(190)}1)`, `at most ${limits.nodes} are read`],
    ['employees in [1..2..3]', 'second `..`'],
  ])('%#', (text, wrong) => {
    expect(faultOf(text).wrong).toContain(wrong)
  })
})

describe('patterns', () => {
  it.each(['^C2[0-9]{2}$', 'C(24|25)', '^\\d{3}-\\d{2}$', '[가-힣]+', 'a?b?', '(abc)?d', '\\.', '^[^a-z]*$'])(
    'takes %s',
    pattern => {
      expect(faultOfPattern(pattern)).toBe(undefined)
      expect(regExpOf(pattern, '')).toBeInstanceOf(RegExp)
    },
  )

  it.each([
    '(a+)+',
    '(a|aa)*',
    '(a*)*b',
    '(.*)\\1',
    '(?=a)a',
    '(?<!a)b',
    'a*+',
    'a{3,1}',
    '*a',
    '(a',
    'a)',
    '[',
    '[]',
    'a**',
    '\\',
    'x{1001}',
    '((a?){9}){9}',
    '.*.*.*=',
    '(?<n>a)',
  ])('refuses %s', pattern => {
    expect(faultOfPattern(pattern)?.wrong).toBeTruthy()
  })

  it('runs any pattern that it takes in 100 ms on the longest text it is tried on', async () => {
    const bits = fc.constantFrom('a', 'b', '.', '[ab]', '\\d', '(', ')', '|', '*', '+', '?', '{2,9}', '^', '$', '(?:')
    const patterns = fc
      .array(bits, { maxLength: 14 })
      .map(all => all.join(''))
      .filter(pattern => faultOfPattern(pattern) === undefined)
    const texts = [
      'a'.repeat(limits.subject),
      `${'ab'.repeat(limits.subject / 2 - 1)}c`,
      `${'a'.repeat(limits.subject - 1)}!`,
    ]
    await fc.assert(
      fc.asyncProperty(patterns, async pattern => {
        const made = regExpOf(pattern, '')
        for (const text of texts) inTime(await timed(() => made.test(text)))
      }),
      { numRuns: 300 },
    )
  })
})
