import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LoadOptions, loadCatalogue } from './load.ts'
import { allowedHere, fastest, processorTime } from './testing/pace.ts'

const facts = `facts:
  size: {type: enum, values: [micro, small], about: firm, ask: question, changes: by-firm, question: {ko: 규모, en: Size}}
  levels: {type: list, values: [basic, advanced], about: firm, ask: question, changes: by-firm, question: {ko: 수준, en: Levels}}
  big:
    type: boolean
    about: firm
    changes: by-firm
    derived: >-
      size in
      ("medium")
`
const agencies = `agencies:
  - {id: mss, kind: ministry, name: {ko: 중소벤처기업부, en: MSS}}
  - {id: tipa, kind: executing, ministry: mss, name: {ko: 기정원, en: TIPA}}
`
const programme = (
  id: string,
  edition = '{edition: 2026, criteria: [{id: size, when: size = "small"}]}',
  more = '',
) => `id: ${id}
name: {ko: 이름, en: Name}
agency: tipa
stages: [equipment]
kind: grant
editions:
  - ${edition}
${more}`
const link = 'id: a-b\nfrom: {programme: a}\nto: b\nkind: preferred\n'
const pathway = 'id: way\nname: {ko: 길, en: Way}\nwaypoints: [equipment, a, "fact:size = \\"small\\""]\n'
const good = {
  'facts.yaml': facts,
  'agencies.yaml': agencies,
  'programmes/tipa/a.yaml': programme('a'),
  'programmes/tipa/b.yaml': programme('b'),
}

let folder = ''
let count = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'catalogue-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** A catalogue of these files, loaded; faults and warnings as `file:line:column: wrong: right`. */
async function load(files: Record<string, string>, options?: LoadOptions) {
  const dir = join(folder, String(count++))
  await mkdir(dir)
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(dir, name)), { recursive: true })
    await writeFile(join(dir, name), text)
  }
  const loaded = await loadCatalogue(dir, options)
  const said = (all: typeof loaded.faults) =>
    all.map(({ file, line, column, wrong, right }) => `${relative(dir, file)}:${line}:${column}: ${wrong}: ${right}`)
  return { ...loaded, dir, faults: said(loaded.faults), warnings: said(loaded.warnings) }
}

describe('a catalogue', () => {
  it('is read from its folder; only facts, agencies and programmes must be there', async () => {
    const { catalogue, faults, warnings } = await load(good)
    expect(faults).toEqual([])
    expect(warnings.filter(warning => !warning.includes('no example'))).toEqual([])
    expect(catalogue.programmes.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(catalogue.programmes[0]?.editions[0]).toEqual({
      edition: '2026',
      windows: [],
      criteria: [{ id: 'size', when: 'size = "small"' }],
      exclusions: [],
    })
    expect(catalogue.facts.map(({ name }) => name)).toEqual(['size', 'levels', 'big'])
  })

  it('may be written in JSON, links one by one or in a list', async () => {
    const { catalogue, faults } = await load({
      ...good,
      'catalogue.json': '{"id": "test"}',
      'links/a-b.yaml': link,
      'links/more.json': '{"links": [{"id": "b-a", "from": {"programme": "b"}, "to": "a", "kind": "required"}]}',
      'pathways/way.yaml': pathway,
      'parameters/limit.json':
        '{"id": "limit", "type": "number", "editions": [{"source": {"title": "law"}, "value": 5}]}',
    })
    expect(faults).toEqual([])
    expect([catalogue.id, catalogue.links.length, catalogue.pathways.length, catalogue.parameters.length]).toEqual([
      'test',
      2,
      1,
      1,
    ])
  })

  it('tells where a sentence stands, and a character within it', async () => {
    const { place, dir } = await load(good)
    expect(place(['programmes', 'a', 'editions', 0, 'criteria', 0, 'when'], { line: 1, column: 6 })).toEqual({
      file: join(dir, 'programmes/tipa/a.yaml'),
      line: 7,
      column: 54,
    })
    expect(place(['facts', 'big', 'derived'], { offset: 'size in ('.length })).toMatchObject({ line: 10, column: 8 })
    expect(place(['agencies', 'tipa', 'ministry'])).toMatchObject({ line: 3, column: 43 })
  })

  it('that was cut down stays usable: what is missing is a warning', async () => {
    const files = { ...good, 'links/a-b.yaml': link, 'pathways/way.yaml': pathway.replace('equipment', 'export') }
    const { 'programmes/tipa/b.yaml': _, ...cut } = {
      ...files,
      'programmes/tipa/a.yaml': programme('a', '{edition: 2026, excludes: [b]}'),
    }
    const { faults, warnings } = await load(cut)
    expect(faults).toEqual([])
    expect(warnings.filter(warning => !warning.includes('no example'))).toEqual([
      'links/a-b.yaml:3:5: no programme b: did you mean a?',
      'pathways/way.yaml:3:13: export is no stage and no programme: one of equipment, a',
      'programmes/tipa/a.yaml:7:32: no programme b: did you mean a?',
    ])
  })

  it('has a stage that is nearly another pointed out', async () => {
    const { faults, warnings } = await load({
      ...good,
      'programmes/tipa/b.yaml': programme('b', '{edition: 2026}').replace('stages: [equipment]', 'stages: [equipmnt]'),
    })
    expect(faults).toEqual([])
    expect(warnings).toContain(
      'programmes/tipa/b.yaml:4:10: equipmnt stands in no other programme: did you mean equipment?',
    )
  })

  it('of a country must show what comes out, and may name nothing that is not there', async () => {
    const { faults } = await load({ ...good, 'links/a-b.yaml': link.replace('to: b', 'to: c') }, { thorough: true })
    expect(faults.filter(fault => fault.includes('no example'))).toHaveLength(2)
    expect(faults).toContain('links/a-b.yaml:3:5: no programme c: did you mean a?')
  })

  it.each<[string, Record<string, string>, string]>([
    ['a folder without facts', { 'facts.yaml': '' }, 'facts.yaml:1:1: null is not a record: a record'],
    [
      'an id unlike the file',
      { 'programmes/tipa/b.yaml': programme('c') },
      'programmes/tipa/b.yaml:1:5: the id c is not the name of the file: b',
    ],
    [
      'an agency that is not there',
      { 'programmes/tipa/b.yaml': programme('b').replace('tipa', 'tpia') },
      'programmes/tipa/b.yaml:3:9: no agency tpia: did you mean tipa?',
    ],
    [
      'a misspelt key',
      { 'programmes/tipa/b.yaml': programme('b').replace('stages', 'stage') },
      'programmes/tipa/b.yaml:4:1: unknown key stage: did you mean stages?',
    ],
    [
      'a day that is none',
      { 'programmes/tipa/b.yaml': programme('b', '{edition: 2026, windows: [{opens: 2026-02-30}]}') },
      'programmes/tipa/b.yaml:7:39: opens: "2026-02-30" is neither a day nor a month of the calendar: 2026-06-12, 2026-06 or 2026-06-12T16:00',
    ],
    [
      'a window that closes before it opens',
      { 'programmes/tipa/b.yaml': programme('b', '{edition: 2026, windows: [{opens: 2026-03, closes: 2026-02-03}]}') },
      'programmes/tipa/b.yaml:7:31: opens 2026-03, closes 2026-02-03: opens ≤ closes',
    ],
    [
      'an effect of the wrong type',
      {
        'programmes/tipa/b.yaml': programme(
          'b',
          '{edition: 2026, effects: [{on: completed, fact: levels, value: high}]}',
        ),
      },
      'programmes/tipa/b.yaml:7:68: levels: "high" is not one of its values: one of basic, advanced',
    ],
    [
      'a band that is never read',
      {
        'programmes/tipa/b.yaml': programme(
          'b',
          '{edition: 2026, support: {rate: [{rate: 0.5}, {when: "true", rate: 0.7}]}}',
        ),
      },
      'programmes/tipa/b.yaml:7:51: behind a band that always holds: the band without when last',
    ],
    [
      'a criterion that says nothing',
      { 'programmes/tipa/b.yaml': programme('b', '{edition: 2026, criteria: [{id: x}]}') },
      'programmes/tipa/b.yaml:7:32: x has no sentence and asks for no judgement: when, or judgement: true',
    ],
    [
      'an edition twice',
      { 'programmes/tipa/b.yaml': programme('b', '{edition: 2026}\n  - {edition: "2026"}') },
      'programmes/tipa/b.yaml:8:15: edition 2026 for the second time: each edition once',
    ],
    [
      'an example of unknown facts',
      {
        'programmes/tipa/b.yaml': programme(
          'b',
          '{edition: 2026}',
          'examples: [{name: x, firm: {siz: small}, on: 2026-01-01, expect: eligible}]\n',
        ),
      },
      'programmes/tipa/b.yaml:8:29: unknown fact siz: did you mean size?',
    ],
    [
      'a row that does not fit its columns',
      {
        'parameters/t.yaml':
          'id: t\ntype: table\ncolumns: {a: {type: number}, b: {type: text}}\neditions:\n  - {source: {title: law}, rows: [[1, x], [1], [y, x]]}\n',
      },
      'parameters/t.yaml:5:43: 1 cells: 2, one for each column',
    ],
    [
      'a parameter called like a fact',
      { 'parameters/size.yaml': 'id: size\ntype: number\neditions: [{source: {title: law}, value: 1}]\n' },
      'parameters/size.yaml:1:5: size is the name of a fact too: another name',
    ],
    [
      'a link that waives what is not asked',
      { 'links/a-b.yaml': `${link}waives: [sise]\n` },
      'links/a-b.yaml:5:10: b has no criterion sise: did you mean size?',
    ],
    [
      'an alias',
      { 'links/a-b.yaml': 'id: &x a-b\n' },
      'links/a-b.yaml:1:5: an anchor (&x), which is not read here: the plain value, or quotes',
    ],
  ])('with %s is faulty there', async (_, files, fault) => {
    const { faults } = await load({ ...good, ...files })
    expect(faults).toContain(fault)
  })

  it('is told from a folder that is not there, or misses what must be', async () => {
    expect((await loadCatalogue(join(folder, 'none'))).faults).toMatchObject([{ wrong: 'no such folder' }])
    const { faults } = await load({ 'facts.yaml': facts })
    expect(faults.map(fault => fault.split(':')[0])).toEqual(['agencies.yaml', 'programmes'])
  })

  it('of 240 programmes and 2 MB is loaded in seconds', async () => {
    const criteria = Array.from(
      { length: 20 },
      (_, index) =>
        `      - id: c${index}\n        when: size in ("micro", "small", "medium")\n        label: {ko: 국내 중소·중견 제조기업 및 공급기업 등, en: manufacturing firm of small or middle size}\n        source: 2. 지원대상 > 신청자격\n`,
    )
    const edition = `edition: 2026\n    windows: [{opens: 2026-05-20, closes: 2026-06-12}]\n    support: {max: 600000000, rate: 0.5}\n    criteria:\n${criteria.join('')}    exclusions:\n${criteria.join('')}`
    const expected = ['eligible', 'not-eligible', 'unknown']
    const examples = `examples:\n${expected.map(expect => `  - {name: ${expect}, firm: {size: small}, on: 2026-06-01, expect: ${expect}}\n`).join('')}`
    const first = await load({ ...good, 'programmes/tipa/p0.yaml': programme('p0', edition) })
    expect(first.faults).toEqual([])
    const dir = join(folder, 'large')
    await cp(first.dir, dir, { recursive: true })
    let bytes = 0
    for (let index = 1; index < 240; index++) {
      const text = programme(`p${index}`, edition, examples)
      bytes += Buffer.byteLength(text)
      await writeFile(join(dir, `programmes/tipa/p${index}.yaml`), text)
    }
    expect(bytes).toBeGreaterThan(2_000_000)
    const { value, taken } = await fastest(2_000, () => loadCatalogue(dir), processorTime)
    expect(value.faults).toEqual([])
    expect(value.catalogue.programmes).toHaveLength(242)
    expect(taken).toBeLessThan(allowedHere(2_000, taken, processorTime))
  })
})

const commonRule = (more: string) => `id: shared
label: {ko: 함께, en: Shared}
source: {title: guide}
${more}
`
const some = 'exclusion: {when: size = "small"}'

describe('a common rule', () => {
  it('is read, and needs no example unless all is demanded', async () => {
    const rule = commonRule(`applies: {programmes: [a, b]}\n${some}`)
    const { catalogue, faults } = await load({ ...good, 'common-rules/shared.yaml': rule })
    expect(faults).toEqual([])
    expect(catalogue.commonRules).toMatchObject([{ id: 'shared', applies: { programmes: ['a', 'b'] } }])
    const demanded = await load({ ...good, 'common-rules/shared.yaml': rule }, { thorough: true })
    expect(demanded.faults).toContainEqual(
      'common-rules/shared.yaml:1:1: no example that is met, unmet, unknown: one that is met, one unmet, one unknown',
    )
  })

  it.each([
    [
      'names no programme',
      `applies: {}\n${some}`,
      '4:10: for no programme: programmes: […], or listed_in: the name of a list parameter',
    ],
    [
      'names programmes in two ways',
      `applies: {programmes: [a], listed_in: family}\n${some}`,
      '4:10: both programmes and listed_in: programmes: […], or listed_in: the name of a list parameter',
    ],
    ['has an empty list', `applies: {programmes: []}\n${some}`, '4:23: programmes: is empty: at least one'],
    [
      'names one programme twice',
      `applies: {programmes: [a, a]}\n${some}`,
      '4:27: a for the second time: each programme once',
    ],
    [
      'reads a list that is not there',
      `applies: {listed_in: famly}\n${some}`,
      '4:22: no parameter famly: did you mean family?',
    ],
    [
      'reads a list of numbers',
      `applies: {listed_in: sums}\n${some}`,
      '4:22: sums is no list of texts: a list parameter of programme ids',
    ],
    [
      'says nothing',
      'applies: {programmes: [a]}',
      '1:1: neither an exclusion nor a cap: exclusion: {when: …}, or cap: {most: …, used: […]}',
    ],
    [
      'says two things',
      `applies: {programmes: [a]}\n${some}\ncap: {most: "1", used: ["1"]}`,
      '1:1: both an exclusion and a cap: exclusion: {when: …}, or cap: {most: …, used: […]}',
    ],
    [
      'ends before it begins',
      `applies: {programmes: [a]}\n${some}\nvalid: {from: 2026-02-01, to: 2026-01-01}`,
      '6:8: valid from 2026-02-01 to 2026-01-01: from ≤ to',
    ],
    [
      'has an example of an unknown fact',
      `applies: {programmes: [a]}\n${some}\nexamples: [{name: e, firm: {siz: small}, on: 2026-01-01, expect: met}]`,
      '6:29: unknown fact siz: did you mean size?',
    ],
    [
      'leaves something without a cap',
      `applies: {programmes: [a]}\n${some}\nexamples: [{name: e, firm: {}, on: 2026-01-01, expect: met, leaves: 3}]`,
      '6:61: leaves without a cap: expect alone',
    ],
  ])('that %s is refused with its place', async (_, more, fault) => {
    const { faults } = await load({
      ...good,
      'parameters/family.yaml': 'id: family\ntype: list\neditions: [{source: {title: law}, value: [a]}]\n',
      'parameters/sums.yaml': 'id: sums\ntype: list\nitems: number\neditions: [{source: {title: law}, value: [1]}]\n',
      'common-rules/shared.yaml': commonRule(more),
    })
    expect(faults).toEqual([`common-rules/shared.yaml:${fault}`])
  })

  it('that names a programme which is not there is warned of: a catalogue may be cut down', async () => {
    const rule = commonRule(`applies: {programmes: [a, bb]}\n${some}`)
    const { faults, warnings } = await load({ ...good, 'common-rules/shared.yaml': rule })
    expect(faults).toEqual([])
    expect(warnings).toContainEqual('common-rules/shared.yaml:4:27: no programme bb: did you mean b?')
    const none = commonRule(`applies: {listed_in: family}\n${some}`)
    const family = 'id: family\ntype: list\neditions: [{source: {title: law}, value: [old]}]\n'
    const listed = await load({ ...good, 'parameters/family.yaml': family, 'common-rules/shared.yaml': none })
    expect(listed.warnings).toContainEqual(
      'common-rules/shared.yaml:4:22: family names no programme of this catalogue: a list with at least one',
    )
  })

  it('has an id of its own, among the rules and in the editions', async () => {
    const rule = commonRule(`applies: {programmes: [a]}\n${some}`).replace('id: shared', 'id: size')
    const { faults } = await load({ ...good, 'common-rules/size.yaml': rule })
    expect(faults).toEqual([
      'common-rules/size.yaml:1:5: edition 2026 of a has a criterion size of its own: an id that none of the programmes uses',
    ])
    const again = commonRule(`applies: {programmes: [a]}\n${some}`)
    const twice = await load({ ...good, 'common-rules/shared.yaml': again, 'common-rules/x/shared.yaml': again })
    expect(twice.faults).toEqual([expect.stringContaining('shared stands in')])
  })

  it('may be waived by a link', async () => {
    const { faults } = await load({
      ...good,
      'common-rules/shared.yaml': commonRule(`applies: {programmes: [b]}\n${some}`),
      'links/a-b.yaml': `${link.replace('preferred', 'relaxes')}waives: [shared]\n`,
    })
    expect(faults).toEqual([])
  })
})
