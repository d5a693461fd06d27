/** Templates of papers in the folder of a catalogue: what is wrong in one is said with its file, its line and the names that there are. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadCatalogue } from './load.ts'
import { paperKinds } from './papers/names.ts'

let folder = ''
let count = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'catalogue-papers-'))
})
afterAll(() => rm(folder, { recursive: true }))

const template = (body: string) => `---\nfile: 문서\n---\n# 제목\n${body}\n`
const whole = Object.fromEntries(paperKinds.map(kind => [`papers/${kind}.ko.md`, template('')]))
const agencies = 'agencies:\n  - {id: mss, kind: ministry, name: {ko: 부, en: ministry}}\n'

async function load(files: Record<string, string | Buffer>) {
  const dir = join(folder, String(count++))
  await mkdir(join(dir, 'programmes'), { recursive: true })
  for (const [name, text] of Object.entries({ 'facts.yaml': 'facts: {}\n', 'agencies.yaml': agencies, ...files })) {
    await mkdir(dirname(join(dir, name)), { recursive: true })
    await writeFile(join(dir, name), text)
  }
  const loaded = await loadCatalogue(dir)
  const faults = loaded.faults.map(
    ({ file, line, column, wrong, right }) => `${relative(dir, file)}:${line}:${column}: ${wrong}: ${right}`,
  )
  return { ...loaded, faults }
}

describe('templates of papers', () => {
  it('are read for everybody, and for one agency', async () => {
    const { catalogue, faults, warnings } = await load({ ...whole, 'papers/mss/agenda.ko.md': template('우리') })
    expect([faults, warnings]).toEqual([[], []])
    expect(catalogue.papers?.map(({ kind, language, agency }) => [agency, kind, language])).toEqual(
      expect.arrayContaining([
        [undefined, 'minutes', 'ko'],
        ['mss', 'agenda', 'ko'],
      ]),
    )
  })

  it('are left out where there are none', async () => {
    const { catalogue, faults } = await load({})
    expect(faults).toEqual([])
    expect(catalogue).not.toHaveProperty('papers')
  })

  it.each([
    [
      { 'papers/agenda.ko.md': template('{{plase}}') },
      'papers/agenda.ko.md:5:1: nothing is called plase here: did you mean',
    ],
    [
      { 'papers/agenta.ko.md': template('') },
      'papers/agenta.ko.md:1:1: no paper is called agenta: did you mean agenda?',
    ],
    [{ 'papers/agenda.fr.md': template('') }, 'papers/agenda.fr.md:1:1: no language fr: agenda.ko.md or agenda.en.md'],
    [{ 'papers/nobody/agenda.ko.md': template('') }, 'papers/nobody/agenda.ko.md:1:1: no agency nobody: '],
    [{ 'papers/agenda.ko.md': Buffer.from([0xbe, 0xc8]) }, 'papers/agenda.ko.md:1:1: not UTF-8: a text file in UTF-8'],
  ])('say what is wrong: %#', async (files, fault) => {
    const { faults } = await load({ ...whole, ...files } as Record<string, string | Buffer>)
    expect(faults.filter(one => one.startsWith(fault))).toHaveLength(1)
  })

  it('are there in Korean for each kind, where there are any', async () => {
    const { 'papers/press.ko.md': _, ...others } = whole
    const { faults } = await load(others)
    expect(faults).toEqual([expect.stringContaining('no template of press: papers/press.ko.md')])
  })
})
