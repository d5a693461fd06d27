/** What a desk needs of a country besides its programmes: holidays, texts of consent, the number of a firm. None of it must be there. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadCatalogue } from './load.ts'

let folder = ''
let count = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'catalogue-desk-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** A catalogue without programmes and with these files; faults as `file:line:column: wrong: right`. */
async function load(files: Record<string, string>) {
  const dir = join(folder, String(count++))
  await mkdir(join(dir, 'programmes'), { recursive: true })
  const all = { 'facts.yaml': 'facts: {}\n', 'agencies.yaml': 'agencies: []\n', ...files }
  for (const [name, text] of Object.entries(all)) await writeFile(join(dir, name), text)
  const loaded = await loadCatalogue(dir)
  const faults = loaded.faults.map(
    ({ file, line, column, wrong, right }) => `${relative(dir, file)}:${line}:${column}: ${wrong}: ${right}`,
  )
  return { ...loaded, dir, faults }
}

const year = (number: number, days = '') => `  - year: ${number}\n    source: {title: law}\n    days:${days || ' []'}\n`
const off = (day: string, more = '') => `\n      - {day: ${day}, name: {ko: ${more || '쉬는 날'}, en: off}}`
const holidays = (years: string, from = 2026, through = 2026) =>
  `weekend: [saturday, sunday]\ncomplete_from: ${from}\ncomplete_through: ${through}\nyears:\n${years}`

const hours = (opens: string, closes: string, zone: string) =>
  holidays(year(2026)).replace(
    'complete_from',
    `office_hours: {opens: '${opens}', closes: '${closes}', time_zone: ${zone}, source: {title: law}}\ncomplete_from`,
  )

describe('holidays', () => {
  it('are left out where there is no file of them', async () => {
    const { catalogue, faults } = await load({})
    expect(faults).toEqual([])
    expect(Object.keys(catalogue)).not.toEqual(expect.arrayContaining(['holidays', 'consents', 'identifiers']))
  })

  it('are read; two may fall on one day', async () => {
    const text = holidays(year(2026, off('2026-05-05', '어린이날') + off('2026-05-05', '부처님 오신 날')))
    const { catalogue, faults, place, dir } = await load({ 'holidays.yaml': text })
    expect(faults).toEqual([])
    expect(catalogue.holidays?.years[0]?.days.map(({ name }) => name.ko)).toEqual(['어린이날', '부처님 오신 날'])
    expect(place(['holidays', 'years', 0, 'days', 1])).toEqual({ file: join(dir, 'holidays.yaml'), line: 9, column: 9 })
  })

  it.each([
    [
      'end before they begin',
      holidays(year(2026), 2026, 2025),
      '3:19: complete from 2026 through 2025: from ≤ through',
    ],
    [
      'promise a year that is not there',
      holidays(year(2026), 2026, 2028),
      '3:19: 2027 is said to be complete and is not listed: the years from complete_from through complete_through under years',
    ],
    [
      'close before they open',
      hours('18:00', '09:00', 'Asia/Seoul'),
      '2:40: closes at 09:00, opens at 18:00: opens before it closes',
    ],
    [
      'are of no clock',
      hours('9:00', '18:00', 'Asia/Seoul'),
      '2:23: opens: "9:00" is not a time of day: a time such as 09:00',
    ],
    [
      'are nowhere',
      hours('09:00', '18:00', 'Asia/Nowhere'),
      '2:60: time_zone: "Asia/Nowhere" is not a time zone: a name such as Europe/Paris',
    ],
    ['list a year twice', holidays(year(2026) + year(2026)), '8:11: 2026 behind 2026: each year once, oldest first'],
    [
      'have a day of another year',
      holidays(year(2026, off('2027-01-01'))),
      '8:15: 2027-01-01 under 2026: a day of 2026',
    ],
    [
      'are out of order',
      holidays(year(2026, off('2026-03-01') + off('2026-01-01'))),
      '9:15: 2026-01-01 behind 2026-03-01: in the order of the days',
    ],
    [
      'name one twice',
      holidays(year(2026, off('2026-03-01') + off('2026-03-01'))),
      '9:15: 2026-03-01 for the second time: each holiday once',
    ],
    [
      'put a substitute on a weekend',
      holidays(year(2026, off('2026-03-01').replace('}}', '}, kind: substitute}'))),
      '8:15: a substitute holiday on a sunday: a day on which one would work',
    ],
    [
      'have a day that is none',
      holidays(year(2026, off('2026-02-30'))),
      '8:15: day: "2026-02-30" is not a day of the calendar: a day such as 2026-11-25',
    ],
    [
      'leave no day to work on',
      holidays(year(2026)).replace(
        '[saturday, sunday]',
        '[monday, tuesday, wednesday, thursday, friday, saturday, sunday]',
      ),
      '1:10: weekend: a list is too large: at most 6',
    ],
  ])('that %s are refused with the place', async (_, text, fault) => {
    const { faults } = await load({ 'holidays.yaml': text })
    expect(faults).toEqual([`holidays.yaml:${fault}`])
  })

  it('stand in one file', async () => {
    const { faults } = await load({ 'holidays.yaml': holidays(year(2026)), 'holidays.json': '{}' })
    expect(faults).toContain('holidays.yaml:1:1: there are 2 files of holidays: one file')
  })
})

const words = '{recipient} {purpose} {items} {until} {refusal}'
const consent = (change: Record<string, unknown> = {}) => ({
  id: 'papers',
  version: 1,
  from: '2026-01-01',
  kind: 'papers',
  required: false,
  law: 'law',
  text: { ko: words, en: words },
  refusal: { ko: '그대로', en: 'nothing' },
  ...change,
})
/** One record a line, so that a fault tells which. */
const consents = (...all: object[]) => `{"consents": [\n${all.map(one => JSON.stringify(one)).join(',\n')}]}`

describe('texts of consent', () => {
  it('are read in their versions', async () => {
    const text = consents(consent(), consent({ version: 2, from: '2026-07-01' }))
    const { catalogue, faults, place } = await load({ 'consents.yaml': text })
    expect(faults).toEqual([])
    expect(catalogue.consents?.map(({ version }) => version)).toEqual([1, 2])
    expect(place(['consents', 'papers@2', 'from'])).toMatchObject({ line: 3, column: 35 })
  })

  it.each<[string, object[], RegExp]>([
    ...['recipient', 'purpose', 'items', 'until', 'refusal'].map((item): [string, object[], RegExp] => [
      `do not say {${item}}`,
      [consent({ text: { ko: words, en: words.replace(`{${item}}`, '') } })],
      new RegExp(`^2:\\d+: a text of consent without \\{${item}\\}: `),
    ]),
    [
      'have a place that nothing fills',
      [consent({ text: { ko: `${words} {recipent}`, en: words } })],
      /^2:106: nothing stands for \{recipent\}: did you mean recipient\?$/,
    ],
    [
      'have a place in what stands for one',
      [consent({ refusal: { ko: '{until}', en: 'x' } })],
      /^2:\d+: a place to fill in: plain words$/,
    ],
    [
      'ask for papers as a must',
      [consent({ required: true })],
      /^2:\d+: consent to papers is nothing that a hand-off needs: required: false$/,
    ],
    [
      'let a hand-off do without',
      [consent({ id: 'hand-off', kind: 'hand-off' })],
      /^2:\d+: a hand-off without consent to it: required: true$/,
    ],
    ['stand twice', [consent(), consent()], /^3:\d+: papers@1 stands in .*consents\.yaml too: each id once$/],
    [
      'have an older version behind',
      [consent({ version: 2 }), consent({ from: '2026-07-01' })],
      /^3:\d+: version 1 from 2026-07-01 behind version 2 from 2026-01-01: oldest first/,
    ],
    [
      'have a newer version of the same day',
      [consent(), consent({ version: 2 })],
      /^3:\d+: version 2 from 2026-01-01 behind version 1 from 2026-01-01: oldest first/,
    ],
    [
      'become another kind',
      [consent(), consent({ version: 2, from: '2026-07-01', kind: 'outcome' })],
      /^3:\d+: outcome was papers before: papers$/,
    ],
  ])('that %s are refused with the place', async (_, all, fault) => {
    const { faults } = await load({ 'consents.yaml': consents(...all) })
    expect(faults).toHaveLength(1)
    expect(faults[0]!.replace('consents.yaml:', '')).toMatch(fault)
  })

  it('of Korea are one for each thing asked, and say of what is optional that nothing depends on it', async () => {
    const { catalogue } = await loadCatalogue(fileURLToPath(new URL('../../../catalogue/kr', import.meta.url)))
    const texts = catalogue.consents ?? []
    expect(texts.map(({ kind, required }) => [kind, required])).toEqual([
      ['hand-off', true],
      ['papers', false],
      ['outcome', false],
    ])
    for (const { text, refusal } of texts.filter(({ required }) => !required)) {
      expect([text.ko, text.en]).toEqual([
        expect.stringContaining('선택입니다'),
        expect.stringContaining('is optional'),
      ])
      expect(refusal.ko).toContain('다른 어떤 것도 달라지지 않습니다')
      expect(refusal.en).toContain('nothing else depends on it')
    }
  })
})

const scheme = (change = {}) =>
  `id: test\nidentifiers:\n  firm: ${JSON.stringify({
    name: { ko: '번호', en: 'number' },
    digits: 3,
    written: '0-00',
    check: { weights: [1, 3] },
    ...change,
  })}\n`

describe('the number of a firm', () => {
  it('is described', async () => {
    const { catalogue, faults } = await load({ 'catalogue.yaml': scheme() })
    expect(faults).toEqual([])
    expect([catalogue.id, catalogue.identifiers?.firm?.check]).toEqual(['test', { weights: [1, 3] }])
  })

  it.each([
    ['is written with other digits', { written: '0-0' }, '3:64: 0-0 has 2 zeros: a 0 for each of 3 digits'],
    ['has a digit in its picture', { written: '1-000' }, '3:64: 1-000 holds another digit: a 0 for each of 3 digits'],
    ['has a weight too many', { check: { weights: [1, 3, 7] } }, '3:90: 3 weights: 2, one for each digit but the last'],
  ])('that %s is refused with the place', async (_, change, fault) => {
    const { faults } = await load({ 'catalogue.yaml': scheme(change) })
    expect(faults).toEqual([`catalogue.yaml:${fault}`])
  })
})
