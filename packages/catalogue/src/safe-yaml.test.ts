import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placesIn } from './places.ts'
import { firmLimits, readYaml } from './safe-yaml.ts'
import { allowedHere, fastest } from './testing/pace.ts'

const valueIn = (text: string | Uint8Array) => {
  const reading = readYaml(text, 'test.yaml')
  return reading.is === 'read' ? reading.value : reading.fault.wrong
}

describe('readYaml', () => {
  it.each([
    ['a day stays a text', 'a: 2026-06-01', { a: '2026-06-01' }],
    ['yes and no are texts', 'a: [yes, no, on]', { a: ['yes', 'no', 'on'] }],
    ['a key is a text', '2024: a', { '2024': 'a' }],
    ['nothing is null', 'a:\nb: ~', { a: null, b: null }],
    ['an empty file is null', '', null],
    ['a byte order mark and CRLF do not matter', '\ufeffa: 1\r\nb:\r\n  - 2\r\n', { a: 1, b: [2] }],
    [
      'stars and exclamation marks may stand in a text',
      'a: 2 * 3! & more\nb: |\n  * one\n  ! two\n',
      { a: '2 * 3! & more', b: '* one\n! two\n' },
    ],
    ['a document may be opened and closed', '---\na: 1\n...\n', { a: 1 }],
    [
      'JSON is YAML, tabs and escapes included',
      '{\n\t"a": ["\\ud83d\\ude00", 1.5e3, true]\n}',
      { a: ['😀', 1500, true] },
    ],
    ['40 levels are allowed', `${'['.repeat(40)}${']'.repeat(40)}`, expect.any(Array)],
  ])('%s', (_, text, value) => {
    expect(valueIn(text)).toEqual(value)
  })

  it('reads any JSON as JSON.parse does', () => {
    const key = fc
      .string({ minLength: 1 })
      .filter(text => !['__proto__', 'constructor', 'prototype', '<<'].includes(text) && !text.includes('\0'))
    const leaf = fc.oneof(fc.boolean(), fc.constant(null), fc.integer(), fc.string({ unit: 'grapheme' }))
    const { tree } = fc.letrec(tie => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
      ),
    }))
    fc.assert(
      fc.property(tree, value => {
        const text = JSON.stringify(value)
        expect(valueIn(text)).toEqual(JSON.parse(text))
      }),
    )
  })

  it('answers to any text in bounded time, with a value or a place', async () => {
    const piece = fc.constantFrom(
      'a',
      ': ',
      '- ',
      '\n',
      '  ',
      '[',
      ']',
      '{',
      '}',
      ',',
      '"',
      "'",
      '|',
      '>',
      '&a',
      '*a',
      '!t',
      '? ',
      '#',
      '\t',
      '%',
      '---',
      '가',
      '\\',
    )
    const texts = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 200 }).map(pieces => pieces.join('')),
    )
    await fc.assert(
      fc.asyncProperty(texts, async text => {
        const { value: reading, taken } = await fastest(1_000, () => readYaml(text, 'any.yaml', firmLimits))
        expect(taken).toBeLessThan(allowedHere(1_000, taken))
        if (reading.is === 'refused') {
          expect(reading.fault.line).toBeGreaterThan(0)
          expect(reading.fault.column).toBeGreaterThan(0)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('answers to any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        expect(readYaml(bytes, 'any.yaml').is).toMatch(/^(?:read|refused)$/)
      }),
    )
  })
})

describe('places', () => {
  const text = `a: 1
plain: size in
  ("x")
single: 'it''s "a" b'
double: "\\u00e9 \\"q\\" end"
literal: |
  first
  second
folded: >-
  one
  two

  three
list:
  - {deep: [1, 22]}
`
  const value = Object(valueIn(text))
  const places = placesIn(text)
  const at = (place: { line: number; column: number }) => `${place.line}:${place.column}`

  it('are those of values and keys', () => {
    expect(at(places.value(['list', 0, 'deep', 1]))).toBe('15:16')
    expect(at(places.key(['list', 0, 'deep']))).toBe('15:6')
    expect(at(places.value([]))).toBe('1:1')
  })

  it('of what is not there are those of the nearest thing above', () => {
    expect(at(places.value(['list', 0, 'missing']))).toBe('15:5')
    expect(at(places.value(['literal', 'missing', 3]))).toBe('6:10')
  })

  it.each([
    ['plain', '("x")', '3:3'],
    ['single', '"a"', '4:16'],
    ['double', 'end', '5:23'],
    ['literal', 'second', '8:3'],
    ['folded', 'two', '11:3'],
    ['folded', 'three', '13:3'],
  ])('of a character in a %s text are found (%s)', (key, part, place) => {
    expect(at(places.value([key], { offset: value[key].indexOf(part) }))).toBe(place)
  })

  it('take lines and columns within a text too', () => {
    expect(at(places.value(['literal'], { line: 2, column: 4 }))).toBe('8:6')
  })
})
