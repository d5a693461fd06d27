import { describe, expect, it } from 'vitest'
import { readFirm } from './firm.ts'
import type { Fact } from './records.ts'
import { catalogueLimits, firmLimits, readYaml } from './safe-yaml.ts'
import { allowedHere, fastest, processorTime } from './testing/pace.ts'

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n')
const bytes = (...values: number[]) => new Uint8Array(values)
const nestedBlock = (depth: number) => lines(depth, level => `${' '.repeat(level)}a:`)
const aliasBomb = `a: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\nd: [*c, *c, *c]`

/** Each with what its refusal must speak of. */
const corpus: readonly (readonly [name: string, text: string | Uint8Array, about: RegExp])[] = [
  ['an alias bomb', aliasBomb, /anchor/],
  ['an alias to nothing', 'a: *b', /alias/],
  ['an anchor that contains itself', 'a: &a [*a]', /anchor/],
  ['brackets 100,000 deep', '['.repeat(100_000), /nested/],
  ['braces 100,000 deep', '{a: '.repeat(50_000), /nested|keys/],
  ['JSON 100,000 deep', '{"a":'.repeat(50_000), /nested|keys/],
  ['block maps 300 deep', nestedBlock(300), /nested/],
  ['lists 1,000 deep on a line', `${'- '.repeat(1000)}a`, /nested/],
  ['keys 1,000 deep on a line', 'a: '.repeat(1000), /nested|mappings/],
  ['20,000 keys', lines(20_000, index => `k${index}: 1`), /keys|tokens|larger/],
  ['200,000 keys', lines(200_000, index => `k${index}: 1`), /keys|larger|tokens/],
  ['100,000 list items', lines(100_000, () => '- a'), /larger|tokens/],
  ['100,000 commas', `[${','.repeat(100_000)}]`, /tokens|unexpected/],
  ['100,000 blank lines', `a: 1\n${'\n'.repeat(100_000)}b: [`, /tokens|flow/],
  ['100,000 comments', `${'#\n'.repeat(100_000)}a: [`, /tokens|flow/],
  ['a body of 50 MB', 'a'.repeat(50_000_000), /larger/],
  ['50 MB of bytes', new Uint8Array(50_000_000), /larger/],
  ['many bytes in few characters', '가'.repeat(700_000), /larger/],
  ['a tag', 'a: !!js/function "x"', /tag/],
  ['many tags', '!!str '.repeat(5000), /tag/],
  ['a tag of its own', 'a: !evil {b: 1}', /tag/],
  ['a directive', '%TAG ! tag:evil,2000:\n---\na: 1', /directive/],
  ['a merge key', 'a: 1\n<<: {b: 2}', /<</],
  ['a key that is a list', '{[a, b]: 1}', /key/],
  ['a key that is a map', '{a: 1}: 2', /key/],
  ['marked keys within one another', '? '.repeat(30), /key/],
  ['a key for the second time', 'a: 1\nb: 2\na: 3', /second time/],
  ['a JSON key for the second time', '{"a": 1, "a": 2}', /second time/],
  ['__proto__', '__proto__: {polluted: true}', /__proto__/],
  ['__proto__ in JSON', '{"__proto__": {"polluted": true}}', /__proto__/],
  ['constructor deep down', 'a: [{constructor: {prototype: {polluted: true}}}]', /constructor/],
  ['two documents', 'a: 1\n---\nb: 2', /second document/],
  ['6,000 documents', '---\n'.repeat(6000), /second document/],
  ['bytes that are not UTF-8', bytes(0x61, 0x3a, 0x20, 0xff, 0xfe), /UTF-8/],
  ['UTF-16', bytes(0xff, 0xfe, 0x61, 0x00), /UTF-8/],
  ['a cut character', bytes(0x61, 0x3a, 0x20, 0xea, 0xb0), /UTF-8/],
  ['a NUL', 'a: b\0c', /NUL/],
  ['tabs as indentation', 'a:\n\tb: 1', /[Tt]abs/],
  ['an unclosed quote', `a: "${'x\n'.repeat(20_000)}`, /quote|larger/i],
  ['an unclosed brace', '{"a": 1', /}/],
  ['closing brackets', ']'.repeat(50_000), /unexpected|tokens/],
  ['20,000 errors', lines(20_000, () => '- {a: b c: d}'), /larger|keys|tokens|flow/],
  ['steps backwards', lines(500, index => `${' '.repeat(500 - index)}a: 1`), /./],
  ['a number too long', 'a: 12345678901234567890', /digits/],
  ['infinity', 'a: .inf', /number/],
  ['a number that loses its zeros', 'a: 01110', /01110/],
]

// Warmed up, as a server is: the first text pays for compiling the parser.
for (const limits of [firmLimits, catalogueLimits])
  readYaml(
    lines(2000, index => `k${index}: {a: [1, "b"]}`),
    'warm',
    limits,
  )

describe('C29 T10: hostile YAML', () => {
  for (const [kind, limits] of [
    ['firm', firmLimits],
    ['catalogue', catalogueLimits],
  ] as const)
    it.each(corpus)(`${kind}: %s is refused in time, with a place`, async (_, text, about) => {
      const before = process.memoryUsage.rss()
      readYaml(text, 'hostile.yaml', limits)
      const grown = process.memoryUsage.rss() - before
      const reading = await timed(() => readYaml(text, 'hostile.yaml', limits))
      if (reading.value.is !== 'refused') throw new Error('it was read')
      expect(reading.value.fault.wrong).toMatch(about)
      expect(reading.value.fault).toMatchObject({
        file: 'hostile.yaml',
        line: expect.any(Number),
        column: expect.any(Number),
      })
      expect(grown).toBeLessThan(100_000_000)
      inTime(reading.taken)
    })

  it('leaves the prototype of objects alone', () => {
    for (const [, text] of corpus) readYaml(text, 'hostile.yaml')
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('names the place of what it refuses', () => {
    expect(readYaml('a: 1\nb:\n  - {c: 1, c: 2}', 'x.yaml')).toEqual({
      is: 'refused',
      fault: { file: 'x.yaml', line: 3, column: 12, wrong: 'the key c for the second time', right: 'each key once' },
    })
    expect(readYaml(bytes(0x61, 0x3a, 0x0a, 0x62, 0x3a, 0x20, 0xff), 'x.yaml')).toMatchObject({
      fault: { line: 2, column: 4 },
    })
  })
})

describe('C33 firms full of faults', () => {
  const facts: Fact[] = Array.from({ length: 300 }, (_, index) => ({
    name: `fact_number_${index}`,
    type: 'number',
    about: 'firm',
    changes: 'by-firm',
  }))
  it.each([
    ['unknown facts', `facts:\n${lines(4000, index => `  fact_numbre_${index}: 1`)}`],
    ['facts of the wrong type', `facts:\n${lines(300, index => `  fact_number_${index}: [a]`)}`],
    ['participations with unknown fields', `facts:\n  participations:\n${lines(2000, () => '  - programm: a')}`],
  ])('%s are told in time, and only as many as one can correct', async (_, text) => {
    const reading = await timed(() => readFirm(text, 'firm.yaml', facts))
    if (!('faults' in reading.value)) throw new Error('it was read')
    expect(reading.value.faults).toHaveLength(50)
    inTime(reading.taken)
  })
})

const most = 100
/** Processor time. */
const timed = <Value>(work: () => Value) => fastest(most, work, processorTime)
const inTime = (taken: number) => expect(taken).toBeLessThan(allowedHere(most, taken, processorTime))
