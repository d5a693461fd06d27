import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadCatalogue } from '../load.ts'

let folder = ''
let count = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'closing-days-'))
})
afterAll(() => rm(folder, { recursive: true }))

const table = `id: places
type: table
columns: {code: {type: text}, name: {type: text}}
editions: [{source: {title: t}, rows: [['11110', 가], ['11140', 나]]}]
`
const head = (places = 'places') => `municipalities: ${places}
law: {name: {ko: 법, en: act}, says: [{ko: 이틀, en: two days}], source: {title: t}}
known:
`
const entry = (id: string, code: string, more: string) =>
  `  - {id: ${id}, municipalities: ['${code}'], source: {title: t}, ${more}}\n`

async function faultsOf(text: string): Promise<string[]> {
  const dir = join(folder, String(count++))
  await mkdir(join(dir, 'programmes'), { recursive: true })
  await mkdir(join(dir, 'parameters'))
  const files = { 'facts.yaml': 'facts: {}\n', 'agencies.yaml': 'agencies: []\n', 'closing-days.yaml': text }
  for (const [name, content] of Object.entries(files)) await writeFile(join(dir, name), content)
  await writeFile(join(dir, 'parameters/places.yaml'), table)
  const { faults } = await loadCatalogue(dir)
  return faults.map(({ line, wrong }) => `${line}: ${wrong}`)
}

const wednesdays = 'status: switched, rule: "FREQ=MONTHLY;BYDAY=2WE,4WE"'

describe('closing days of a catalogue', () => {
  it('are read where everything fits', async () => {
    const two = entry('a', '11110', wednesdays) + entry('b', '11140', 'status: planned')
    expect(await faultsOf(head() + two)).toEqual([])
  })

  it.each([
    ['a table that is not there', head('districts') + entry('a', '11110', wednesdays), '1: no table districts'],
    ['a municipality that is in no table', head() + entry('a', '99999', wednesdays), '4: no municipality 99999'],
    [
      'a municipality with two entries',
      head() + entry('a', '11110', wednesdays) + entry('b', '11110', wednesdays),
      '5: 11110 stands in a too',
    ],
    ['an id given twice', head() + entry('a', '11110', wednesdays) + entry('a', '11140', wednesdays), '5: a twice'],
    [
      'a rule that is not supported',
      head() + entry('a', '11110', 'status: switched, rule: "FREQ=WEEKLY;BYDAY=WE"'),
      'is not a recurrence that is supported',
    ],
    [
      'a rule with a comma at its end',
      head() + entry('a', '11110', 'status: switched, rule: "FREQ=MONTHLY;BYDAY=2WE,"'),
      'is not a recurrence that is supported',
    ],
    [
      'a weekday beside a rule',
      head() + entry('a', '11110', `${wednesdays}, weekday: wednesday`),
      '4: a weekday beside',
    ],
    [
      'a day where none is set any more',
      head() + entry('a', '11110', 'status: abolished, weekday: monday'),
      '4: abolished, with a day',
    ],
    [
      'a switch to a weekday that is Sunday',
      head() + entry('a', '11110', 'status: switched, rule: "FREQ=MONTHLY;BYDAY=2SU,4SU"'),
      '4: switched, and closed on Sundays',
    ],
    [
      'a day that does not say of what',
      head() + entry('a', '11110', `${wednesdays}, from: 2024-02-01`),
      '4: a day that does not say of what',
    ],
    [
      'an exception that changes nothing',
      head() + entry('a', '11110', `${wednesdays}, exceptions: [{why: {ko: 설, en: Seollal}}]`),
      '4: an exception that changes nothing',
    ],
    [
      'an exception to no day',
      head() + entry('a', '11110', 'status: planned, exceptions: [{add: 2026-02-17}]'),
      '4: an exception to no day',
    ],
  ])('are not read with %s', async (_, text, wrong) => {
    const faults = await faultsOf(text)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(wrong)
  })
})
