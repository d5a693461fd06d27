import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkCatalogue } from './check-catalogue.ts'

const programme = (expected: string, edition = '2026') => `id: machine
name: {ko: a, en: a}
agency: mss
stages: [equipment]
kind: grant
editions:
  - edition: "2026"
    windows: []
    criteria:
      - {id: head, when: employees >= 5, label: {ko: a, en: a}}
    exclusions: []
examples:
  - {name: nine, firm: {employees: 9}, on: 2026-06-01, expect: eligible}
  - name: three
    firm: {employees: 3}
    on: 2026-06-01
    edition: "${edition}"
    expect: ${expected}
`

async function checked(text: string, other?: string, rule?: string, holidays?: string) {
  const folder = await mkdtemp(join(tmpdir(), 'ieum-check-'))
  await mkdir(join(folder, 'programmes/mss'), { recursive: true })
  await writeFile(
    join(folder, 'facts.yaml'),
    'facts: {employees: {type: number, about: firm, ask: question, changes: by-firm, question: {ko: a, en: a}}}\n',
  )
  await writeFile(join(folder, 'agencies.yaml'), 'agencies: [{id: mss, kind: ministry, name: {ko: a, en: a}}]\n')
  await writeFile(join(folder, 'programmes/mss/machine.yaml'), text)
  if (rule) {
    await mkdir(join(folder, 'common-rules'))
    await writeFile(join(folder, 'common-rules/share.yaml'), rule)
  }
  if (holidays) await writeFile(join(folder, 'holidays.yaml'), holidays)
  if (other) await writeFile(join(folder, 'programmes/mss/other.yaml'), other)
  return { file: join(folder, 'programmes/mss/machine.yaml'), ...(await checkCatalogue(folder)) }
}

describe('the check of a catalogue', () => {
  it('holds when every example comes out as it says', async () => {
    const { faults, counts } = await checked(programme('not-eligible'))
    expect(faults).toEqual([])
    expect(counts).toMatchObject({ programmes: 1, editions: 1, examples: 2, sentences: 1, facts: 1, agencies: 1 })
  })

  it('runs the examples although the holidays are at fault: no sentence reads them', async () => {
    const { faults } = await checked(programme('eligible'), undefined, undefined, 'weekend: [saturday]\n')
    expect(faults.map(({ file }) => file.split('/').at(-1))).toEqual([
      ...Array(3).fill('holidays.yaml'),
      'machine.yaml',
    ])
  })

  it('names an example that comes out otherwise with its place, what it got and the lines that decided', async () => {
    const { faults, file } = await checked(programme('eligible'))
    expect(faults).toEqual([
      {
        file,
        line: 18,
        column: 13,
        wrong: 'the example "three" expects eligible and gets not-eligible (criterion head is unmet)',
        right: 'expect: not-eligible, or facts with which it is eligible',
      },
    ])
  })

  it('names an example of an edition that is not there', async () => {
    const { faults, file } = await checked(programme('not-eligible', '1999'))
    expect(faults).toMatchObject([{ file, line: 17, wrong: expect.stringContaining('1999'), right: '2026' }])
  })

  it('runs the examples of the programmes that have no fault themselves', async () => {
    const other = programme('eligible').replace('id: machine', 'id: other').replace('employees >= 5', 'emploees >= 5')
    const { faults } = await checked(programme('eligible'), other)
    expect(faults.map(({ wrong }) => wrong)).toEqual([
      expect.stringContaining('emploees'),
      expect.stringContaining('the example "three"'),
    ])
  })

  it('names a sentence that cannot be read, and runs no examples of that programme', async () => {
    const { faults, file } = await checked(programme('eligible').replace('employees >= 5', 'emploees >= 5'))
    expect(faults).toMatchObject([{ file, line: 10, column: 26, wrong: expect.stringContaining('emploees') }])
  })

  const rule = (expected: string, leaves: number) => `id: share
label: {ko: a, en: a}
source: {title: guide}
applies: {programmes: [machine]}
cap: {most: "10", used: [employees]}
examples:
  - {name: six, firm: {employees: 6}, on: 2026-06-01, expect: ${expected}, leaves: ${leaves}}
  - {name: none known, firm: {}, on: 2026-06-01, expect: unknown}
`

  it('runs the examples of common rules too', async () => {
    const { faults, counts } = await checked(programme('not-eligible'), undefined, rule('unmet', 4))
    expect(faults).toEqual([])
    expect(counts).toMatchObject({ commonRules: 1, examples: 4 })
  })

  it('names one that comes out otherwise, and a cap that leaves another amount', async () => {
    const { faults } = await checked(programme('not-eligible'), undefined, rule('met', 5))
    expect(faults).toMatchObject([
      {
        line: 7,
        column: 63,
        wrong: 'the example "six" expects met and gets unmet',
        right: 'expect: unmet, or facts with which it is met',
      },
      {
        line: 7,
        column: 76,
        wrong: 'in the example "six" the cap leaves 4',
        right: 'leaves: 4, or facts with which it is 5',
      },
    ])
  })
})
