import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createApp, workHere } from '@ieum/server'
import { openCatalogue } from '@ieum/services'
import { beforeAll, describe, expect, it } from 'vitest'
import { programIn } from './program.ts'
import { lineFor } from './refused.ts'
import { folderOf, ieum } from './run-ieum.ts'

const root = join(import.meta.dirname, '../../..')
const firms = join(root, 'examples/firms')
const foundry = join(firms, 'gyeongbuk-foundry.yaml')

const words = (text: string) => ({ ko: text, en: text })
const asked = { about: 'firm', ask: 'question', changes: 'by-firm', question: words('?') }
const facts = {
  size: { ...asked, type: 'enum', values: ['small', 'medium', 'large'] },
  employees: { ...asked, type: 'number', unit: 'persons' },
  founded: { ...asked, type: 'date', changes: 'never' },
  certificates: { ...asked, type: 'list', values: ['venture', 'root-company'], changes: 'by-agency' },
  tax_arrears: { type: 'boolean', about: 'firm', ask: 'declaration', changes: 'by-firm', question: words('?') },
  level: { ...asked, type: 'enum', values: ['basic', 'high'], about: 'application' },
}
const agencies = [
  { id: 'mss', kind: 'ministry', name: words('MSS') },
  { id: 'tipa', kind: 'executing', ministry: 'mss', name: words('TIPA') },
]
const label = words('a line')
const rule = (id: string, when?: string) => ({ id, label, ...(when === undefined ? { judgement: true } : { when }) })
const edition = (name: string, parts: object = {}) => ({
  edition: name,
  source: { title: 'notice', dated: `${name.slice(0, 4)}-03-05`, confidence: 'high' },
  windows: [{ opens: '2026-05-20', closes: '2026-06-12' }],
  criteria: [],
  exclusions: [],
  ...parts,
})
const programme = (id: string, ...editions: object[]) => ({
  id,
  name: words(id),
  agency: 'tipa',
  stages: ['equipment'],
  kind: 'grant',
  editions: editions.length > 0 ? editions : [edition('2026')],
})
const windows = (...windows: object[]) => edition('2026', { windows })

const programmes = [
  programme(
    'row-open',
    edition('2025', { windows: [{ opens: '2025-05-01', closes: '2025-05-31' }] }),
    edition('2026-1'),
    edition('2026-2', { windows: [{ opens: '2026-09-01', closes: '2026-09-30' }] }),
  ),
  programme(
    'row-next',
    edition('2025', { windows: [{ opens: '2025-05-01', closes: '2025-05-31' }] }),
    edition('2026-2', { windows: [{ opens: '2026-09-01', closes: '2026-09-30' }] }),
    edition('2026-1', { windows: [{ opens: '2026-08-01', closes: '2026-08-31' }] }),
  ),
  programme(
    'row-last',
    edition('2024', { windows: [{ opens: '2024-05-01', closes: '2024-05-31' }] }),
    edition('2025', { windows: [{ opens: '2025-05-01', closes: '2025-05-31' }] }),
  ),
  programme('window-month', windows({ opens: '2026-06', closes: '2026-06' })),
  programme('window-no-opening', windows({ closes: '2026-07-31' })),
  programme('window-no-closing', windows({ opens: '2026-02-01' })),
  programme('window-budget', windows({ rolling: true, opens: '2026-02-01', until: 'budget' })),
  programme('window-time', windows({ opens: '2026-05-20T10:00', closes: '2026-06-01T16:00' })),
  programme('window-none', windows()),
  programme('verdict-eligible', edition('2026', { criteria: [rule('size', 'size in ("small","medium")')] })),
  programme('verdict-not', edition('2026', { criteria: [rule('size', 'size = "large"'), rule('plan')] })),
  programme('verdict-unknown', edition('2026', { criteria: [rule('head', 'employees >= 10'), rule('plan')] })),
  programme('verdict-judgement', edition('2026', { criteria: [rule('size', 'size = "small"'), rule('plan')] })),
  programme('verdict-condition', edition('2026', { criteria: [rule('level', 'level = "high"')] })),
  programme('verdict-kleene', edition('2026', { criteria: [rule('both', 'employees > 5 and size = "large"')] })),
  programme('verdict-either', edition('2026', { criteria: [rule('either', 'employees > 5 or size = "small"')] })),
  programme('verdict-shut', edition('2026', { exclusions: [rule('tax', 'tax_arrears = true')] })),
  programme('verdict-null', edition('2026', { criteria: [rule('venture', 'list contains(certificates, "venture")')] })),
  programme(
    'band-small',
    edition('2026', { support: { max: 600, rate: [{ when: 'size = "small"', rate: 0.7 }, { rate: 0.5 }] } }),
  ),
  programme(
    'band-unknown',
    edition('2026', { support: { max: 600, rate: [{ when: 'employees < 10', rate: 0.7 }, { rate: 0.5 }] } }),
  ),
  programme('capped', edition('2026', { support: { max: 600 } })),
  programme('change-wait', edition('2026', { criteria: [rule('age', 'founded <= on - duration("P3Y")')] })),
]
const small = {
  'facts.json': { facts },
  'agencies.yaml': { agencies },
  ...Object.fromEntries(
    programmes.map(one => [`programmes/tipa/${one.id}.${one.id.length % 2 ? 'yaml' : 'json'}`, one]),
  ),
  'pathways/way.yaml': { id: 'way', name: words('way'), waypoints: ['equipment', 'verdict-eligible'] },
  'common-rules/share.yaml': {
    id: 'share',
    label: words('share'),
    source: { title: 'a guide', where: 'page 3', confidence: 'high' },
    applies: { programmes: ['capped', 'row-open'] },
    cap: { most: '500', used: ['0'] },
  },
  'firm.yaml': 'id: small-firm\nfacts: {size: small, founded: 2024-02-29, tax_arrears: true, certificates: null}\n',
}

describe('ieum on a catalogue of one page', () => {
  interface Row {
    programme: string
    edition: string
    verdict: string
    window: object
    support: object
    criteria: { id: string; verdict: string; because: object[]; choices?: object[] }[]
    missing: string[]
    changes: object[][]
  }
  let folder: string
  let rows: Map<string, Row>
  let answer: { on: string; firm: string; results: Row[]; nextQuestion: object }

  beforeAll(async () => {
    folder = await folderOf(small)
    const { firm, ...catalogue } = { firm: join(folder, 'firm.yaml'), folder }
    const ran = await ieum(['match', '--firm', firm, '--catalogue', catalogue.folder, '--on', '2026-06-01', '--json'])
    expect([ran.code, ran.err]).toEqual([0, ''])
    answer = JSON.parse(ran.out)
    rows = new Map(answer.results.map(row => [row.programme, row]))
  })
  const row = (id: string): Row => rows.get(id)!

  it('says which rule several programmes share, where it was read, and what its cap leaves', async () => {
    expect(row('capped').support).toEqual({ max: 500, cappedBy: 'share' })
    const about = [
      'explain',
      '--firm',
      join(folder, 'firm.yaml'),
      '--catalogue',
      folder,
      '--on',
      '2026-06-01',
      'capped',
    ]
    const { out } = await ieum([...about, '--lang', 'en'])
    expect(out).toContain('(what is left of a cap over several programmes)')
    expect(out).toMatch(/share — does not apply · common rule: a guide · page 3 · .*high/)
    expect((await ieum([...about, '--lang', 'ko'])).out).toContain('공통 규정: a guide · page 3 · 신뢰도 높음')
  })

  it('gives a row a programme: the open edition, else the next to open, else the last', () => {
    expect([answer.on, answer.firm, answer.results.length]).toEqual(['2026-06-01', 'small-firm', programmes.length])
    expect(['row-open', 'row-next', 'row-last'].map(id => row(id).edition)).toEqual(['2026-1', '2026-1', '2025'])
  })

  it.each([
    ['row-open', { state: 'open', opens: '2026-05-20', closes: '2026-06-12' }],
    ['row-next', { state: 'upcoming', opens: '2026-08-01', closes: '2026-08-31' }],
    ['row-last', { state: 'closed', opens: '2025-05-01', closes: '2025-05-31' }],
    ['window-month', { state: 'open', opens: '2026-06-01', closes: '2026-06-30', approximate: true }],
    [
      'window-no-opening',
      { state: 'open', opens: '2026-03-05', closes: '2026-07-31', approximate: true, exact: 'closes' },
    ],
    [
      'window-no-closing',
      { state: 'open', opens: '2026-02-01', closes: '2026-12-31', approximate: true, exact: 'opens' },
    ],
    [
      'window-budget',
      {
        state: 'rolling',
        opens: '2026-02-01',
        closes: '2026-12-31',
        approximate: true,
        exact: 'opens',
        until: 'budget',
      },
    ],
    ['window-time', { state: 'open', opens: '2026-05-20', opensAt: '10:00', closes: '2026-06-01', closesAt: '16:00' }],
    ['window-none', { state: 'unannounced' }],
  ])('shows the window of %s', (id, window) => expect(row(id).window).toEqual(window))

  it.each([
    ['verdict-eligible', 'eligible', ['met']],
    ['verdict-not', 'not-eligible', ['unmet', 'judgement']],
    ['verdict-unknown', 'unknown', ['unknown', 'judgement']],
    ['verdict-judgement', 'judgement', ['met', 'judgement']],
    ['verdict-condition', 'eligible', ['condition']],
    ['verdict-kleene', 'not-eligible', ['unmet']],
    ['verdict-either', 'eligible', ['met']],
    ['verdict-shut', 'not-eligible', ['met']],
    ['verdict-null', 'not-eligible', ['unmet']],
  ])('finds %s to be %s', (id, verdict, criteria) => {
    expect([row(id).verdict, row(id).criteria.map(({ verdict }) => verdict)]).toEqual([verdict, criteria])
  })

  it('proves with the facts that decide, and lists what is missing', () => {
    expect(row('verdict-eligible').criteria[0]!.because).toEqual([{ fact: 'size', value: 'small' }])
    expect(row('verdict-unknown').criteria[0]).toEqual({
      id: 'head',
      verdict: 'unknown',
      because: [{ fact: 'employees' }],
    })
    expect(row('verdict-unknown').missing).toEqual(['employees'])
    expect(row('verdict-condition').criteria[0]!.choices).toEqual([[{ fact: 'level', values: ['high'] }]])
    expect(row('verdict-shut').criteria[0]).toMatchObject({
      exclusion: true,
      because: [{ fact: 'tax_arrears', value: true }],
    })
    expect(answer.nextQuestion).toEqual({ fact: 'employees', decides: 1 })
  })

  it('reads the bands of support', () => {
    expect(row('band-small').support).toEqual({ max: 600, rate: 0.7 })
    expect(row('band-unknown').support).toEqual({ max: 600, rate: 0.5, depends: ['employees'] })
  })

  it('says what would have to change, and on which day waiting is enough', () => {
    expect(row('verdict-not').changes).toEqual([[{ fact: 'size', from: 'small', to: 'large', how: 'by-firm' }]])
    expect(row('change-wait').changes).toEqual([
      [{ fact: 'on', from: '2026-06-01', to: '2027-03-01', how: 'with-time', on: '2027-03-01' }],
    ])
    expect(row('verdict-eligible').changes).toEqual([])
  })

  it('gives a row an edition when asked, plans along a named pathway, explains an edition', async () => {
    const about = ['--firm', join(folder, 'firm.yaml'), '--catalogue', folder, '--on', '2026-06-01', '--json']
    const [all, plan, explained] = await Promise.all([
      ieum(['match', ...about, '--editions', 'all']),
      ieum(['plan', ...about, '--pathway', 'way', '--horizon', 'P2Y', '--max-legs', '3']),
      ieum(['explain', ...about, 'row-open', '--edition', '2025']),
    ])
    expect(JSON.parse(all.out).results).toHaveLength(programmes.length + 5)
    expect(JSON.parse(plan.out)).toMatchObject({
      on: '2026-06-01',
      firm: 'small-firm',
      via: ['equipment', 'verdict-eligible'],
    })
    expect(JSON.parse(explained.out)).toMatchObject({ result: { programme: 'row-open', edition: '2025' } })
  })

  it('reports each fault of a catalogue with its place, and answers 1', async () => {
    const faulty = await folderOf({
      ...small,
      'programmes/tipa/verdict-eligible.json': `{"id": "verdict-eligible", "name": {"ko": "a", "en": "a"}, "agency": "tipa", "stages": ["x"], "kind": "grant",
"editions": [{"edition": "2026", "windows": [], "criteria": [{"id": "a", "when": "sise = 1", "label": {"ko": "a", "en": "a"}}], "exclusions": []}]}`,
    })
    const [asText, asJson, matched] = await Promise.all([
      ieum(['check', faulty]),
      ieum(['check', faulty, '--json']),
      ieum(['match', '--firm', foundry, '--catalogue', faulty]),
    ])
    const place = `${join(faulty, 'programmes/tipa/verdict-eligible.json')}:2:83: `
    expect([asText.code, asJson.code, matched.code]).toEqual([1, 1, 2])
    expect(asText.out.split('\n').filter(line => line.startsWith(place))).toHaveLength(1)
    expect(JSON.parse(asJson.out).faults).toMatchObject([
      { line: 2, column: 83, wrong: expect.stringContaining('sise') },
    ])
    expect(matched.err).toMatch(/:\d+:\d+: .+: .+\n$/)
  })
})

describe('ieum refuses', () => {
  it('in one line on standard error with exit code 2, whatever is wrong', async () => {
    const folder = await folderOf({
      ...small,
      'value.yaml': 'facts: {size: smal}\n',
      'type.yaml': 'facts:\n  employees: "32"\n',
      'name.json': '{"facts":\n {"emploees": 32}}',
      'far.yaml': 'facts: {qqqqqqqq: 1}\n',
      'day.yaml': 'facts: {founded: 2026-02-30}\n',
      'broken.yaml': 'facts: {size: [small\n',
      'bomb.yaml': 'a: &a [x, x]\nfacts: *a\n',
      'proto.yaml': 'facts: {__proto__: {size: small}}\n',
      'empty.yaml': '',
      'deep.json': '['.repeat(100_000),
      'large.yaml': ' '.repeat(1_000_000),
      'good.yaml': 'facts: {}\n',
    })
    const good = join(folder, 'good.yaml')
    const firm = (name: string) => ['match', '--catalogue', folder, '--firm', join(folder, name)]
    const cases: [words: string[], line: RegExp][] = [
      [firm('value.yaml'), /value\.yaml:1:15: .*"smal".*: did you mean small\?$/],
      [firm('type.yaml'), /type\.yaml:2:14: employees: "32" is not a number: 32$/],
      [firm('name.json'), /name\.json:2:3: unknown fact emploees: did you mean employees\?$/],
      [firm('far.yaml'), /far\.yaml:1:9: unknown fact qqqqqqqq: .+$/],
      [firm('day.yaml'), /day\.yaml:1:18: .+: .+$/],
      [firm('broken.yaml'), /broken\.yaml:\d+:\d+: .+: .+$/],
      [firm('bomb.yaml'), /bomb\.yaml:1:4: .+: .+$/],
      [firm('proto.yaml'), /proto\.yaml:1:9: .+: .+$/],
      [firm('empty.yaml'), /empty\.yaml:1:1: .+: .+$/],
      [firm('deep.json'), /deep\.json:1:41: .+: .+$/],
      [firm('large.yaml'), /large\.yaml:1:1: .+: .+$/],
      [firm('nowhere.yaml'), /nowhere\.yaml:1:1: no such file: .+$/],
      [['match', '--catalogue', folder, '--firm', folder], /:1:1: a folder, not a file: .+$/],
      [['match'], /^--firm: is missing: .+$/],
      [['mtach'], /^ieum: there is no command "mtach": did you mean match\?$/],
      [['match', '--firm', good, '--vai', 'x'], /^--vai: there is no such option: did you mean --via\?$/],
      [['match', '--firm', good, '--on', '2026-02-30'], /^--on: .+: .+$/],
      [['match', '--firm', good, '--catalogue', join(folder, 'x')], /:1:1: no such folder: .+$/],
      [['check', join(folder, 'x')], /x:1:1: no such folder: .+$/],
      [['explain', '--catalogue', folder, '--firm', good], /^PROGRAMME: is missing: .+$/],
      [['explain', '--catalogue', folder, '--firm', good, 'nope'], /^PROGRAMME: .+: .+$/],
      [['plan', '--catalogue', folder, '--firm', good], /^--via: .+$/],
      [['plan', '--catalogue', folder, '--firm', good, '--via', 'fact:nope = 1'], /^--via: .+: .+$/],
      [['plan', '--catalogue', folder, '--firm', good, '--pathway', 'nope'], /^--pathway: .+: .+$/],
      [['plan', '--catalogue', folder, '--firm', good, '--via', 'export', '--max-legs', '0'], /^--max-legs: .+: .+$/],
      [['serve', '--catalogue', folder, '--port', 'eighty'], /^--port: .+: .+$/],
    ]
    const wrong: object[] = []
    for (const [words, line] of cases) {
      const said = await refusalOf(words)
      if (said?.includes('\n') !== false || !line.test(said)) wrong.push({ words, said })
    }
    expect(wrong).toEqual([])

    // The program itself prints nothing but that line.
    const ran = await Promise.all([
      ieum(firm('name.json')),
      ieum(['mtach']),
      ieum(['serve', '--catalogue', folder], { PORT: 'eighty' }),
    ])
    expect(ran.map(({ code, out }) => [code, out])).toEqual([2, 2, 2].map(code => [code, '']))
    for (const { err } of ran) expect(err).toMatch(/^[^\n]+: [^\n]+: [^\n]+\n$/)
  })
})

async function refusalOf(words: readonly string[]): Promise<string | undefined> {
  const program = programIn('en', () => {})
  try {
    await program.parseAsync(words, { from: 'user' })
    return undefined
  } catch (error) {
    return lineFor(error, program)
  }
}

describe('ieum on the catalogue of Korea', () => {
  it('answers as HTTP does', async () => {
    const opening = await openCatalogue(join(root, 'catalogue/kr'))
    if (opening.is !== 'open') throw new Error(opening.is)
    const { catalogue } = opening
    const app = createApp({ catalogue, work: workHere(catalogue), today: () => '2026-06-01', report: () => {} })
    const post = async (path: string) =>
      await (await app.request(path, { method: 'POST', body: await readFile(foundry) })).json()
    const about = ['--firm', foundry, '--on', '2026-06-01', '--json']
    const [match, plan] = await Promise.all([ieum(['match', ...about]), ieum(['plan', ...about, '--pathway', 'root'])])
    expect(JSON.parse(match.out)).toEqual(await post('/api/match?on=2026-06-01'))
    const [typed, posted] = [JSON.parse(plan.out), (await post('/api/plan?on=2026-06-01&pathway=root')) as object]
    expect(typed).toEqual(posted)
    expect(typed.itineraries.length).toBeGreaterThan(0)
  })

  it('reads every example firm, and can be cut down to one agency', async () => {
    const opening = await openCatalogue(join(root, 'catalogue/kr'))
    if (opening.is !== 'open') throw new Error(opening.is)
    const { readFirm } = await import('@ieum/catalogue')
    const { rulebook, matcher } = opening.catalogue
    const names = (await readdir(firms)).filter(name => name.endsWith('.yaml'))
    expect(names.length).toBeGreaterThanOrEqual(8)
    for (const name of names) {
      const reading = readFirm(await readFile(join(firms, name)), name, rulebook.facts)
      if ('faults' in reading) throw new Error(JSON.stringify(reading.faults))
      const seen = matcher.match(reading.firm, '2026-06-01').results.map(({ programme }) => programme)
      expect([name, seen]).toEqual([name, rulebook.programmes.map(({ id }) => id)])
    }

    const folder = await folderOf({ 'note.txt': '' })
    await cp(join(root, 'catalogue/kr'), folder, { recursive: true })
    for (const agency of await readdir(join(folder, 'programmes')))
      if (agency !== 'tipa') await rm(join(folder, 'programmes', agency), { recursive: true, force: true })
    await writeFile(join(folder, 'firm.json'), '{"facts": {}}')
    const [check, match] = await Promise.all([
      ieum(['check', folder, '--json']),
      ieum(['match', '--firm', join(folder, 'firm.json'), '--catalogue', folder, '--json']),
    ])
    expect([check.code, match.code, match.err]).toEqual([0, 0, ''])
    expect(JSON.parse(check.out).warnings.length).toBeGreaterThan(0)
    const kept = rulebook.programmes.filter(({ agency }) => agency === 'tipa').length
    expect(JSON.parse(match.out).results.length).toBeLessThanOrEqual(kept + 20)
  })
})

describe('ieum for a person', () => {
  it('speaks the language asked for, lists its commands, and colours only a terminal', async () => {
    const folder = await folderOf(small)
    const [korean, english, match, inFront] = await Promise.all([
      ieum([], { LANG: 'ko_KR.UTF-8' }),
      ieum(['--help'], { LANG: 'en_GB.UTF-8' }),
      ieum(
        ['match', '--catalogue', folder, '--firm', join(folder, 'firm.yaml'), '--on', '2026-06-01', '--lang', 'ko'],
        {
          NO_COLOR: '',
        },
      ),
      ieum(['--lang', 'en', 'match', '--catalogue', folder, '--firm', join(folder, 'firm.yaml')], { LANG: 'ko_KR' }),
    ])
    expect([korean.code, english.code, match.code]).toEqual([0, 0, 0])
    expect(korean.out).toMatch(/쓰는 법: ieum[\s\S]*명령:[\s\S]*match/)
    expect(english.out).toMatch(/Usage: ieum[\s\S]*Commands:[\s\S]*match/)
    expect(match.out).toContain('지금 가능')
    expect(inFront.out).toContain('Not possible')
    expect(match.out).not.toContain('\u001b')
  })

  it('draws a plan as lanes, in either language, with the legs by number below', async () => {
    const about = ['plan', '--firm', foundry, '--pathway', 'root', '--on', '2026-04-01']
    const [korean, english] = await Promise.all(['ko', 'en'].map(language => ieum([...about, '--lang', language])))
    for (const { code, out } of [korean!, english!]) {
      expect(code).toBe(0)
      expect(out).not.toContain('\u001b')
      expect(out).toMatch(/┬─+┬[─┬]+▶/)
      expect(out.match(/\d┄+●░+◎/g)).toHaveLength(2)
      expect(out.match(/^ {2}[123] .+2\d{3}/gm)).toHaveLength(3)
    }
    expect(korean!.out).toMatch(/^ {2}산업통상부 +◎·2┄+●░+◎$/m)
    expect(korean!.out).toContain('◎ 부처 갈아타기')
    expect(english!.out).toMatch(/^ {2}Ministry of SMEs and Startups +1┄+●░+◎ +◎3┄+●$/m)
    expect(english!.out).toContain('◎ change of ministry')
  })
})
