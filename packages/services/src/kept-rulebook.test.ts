import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCatalogue } from './open-catalogue.ts'

const files = {
  'facts.yaml':
    'facts: {employees: {type: number, about: firm, ask: question, changes: by-firm, question: {ko: 몇, en: how many}}}',
  'agencies.yaml': 'agencies: [{id: tipa, kind: executing, name: {ko: 기관, en: agency}}]',
  'catalogue.yaml': 'id: small',
  'notes.yaml': 'seen: true',
  'programmes/tipa/one.yaml': `
id: one
name: {ko: 하나, en: one}
agency: tipa
stages: [equipment]
kind: grant
editions:
  - edition: "2026"
    windows: [{opens: 2026-05-01, closes: 2026-12-31}]
    criteria: [{id: size, when: employees < 300, label: {ko: 규모, en: size}}]
    exclusions: []
`,
}
let folder: string
let dir: string
let keptIn: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ieum-kept-'))
  dir = join(folder, 'small')
  keptIn = join(folder, 'kept')
  mkdirSync(join(dir, 'programmes/tipa'), { recursive: true })
  for (const [file, text] of Object.entries(files)) writeFileSync(join(dir, file), text)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const kept = () => readdirSync(keptIn).sort()
const opened = async (options: { keptIn?: string } = { keptIn }) => {
  const opening = await openCatalogue(dir, options)
  if (opening.is === 'faulty') return opening.faults.map(({ file, wrong }) => `${file}: ${wrong}`)
  const { rulebook, warnings } = opening.catalogue
  return { rulebook, warnings }
}
const rulebook = async () => {
  const read = await opened()
  if ('rulebook' in read) return read.rulebook
  throw new Error(read.join('; '))
}

describe('a kept rulebook', () => {
  it('is what the folder came to, warnings and all', async () => {
    const read = await opened({})
    expect(await opened()).toEqual(read)
    expect(kept().length).toBe(1)
    expect(await opened()).toEqual(read)
    expect(read).toMatchObject({ warnings: expect.arrayContaining([expect.objectContaining({ wrong: 'not read' })]) })
  })

  it('is taken instead of reading', async () => {
    writeFileSync(
      join(keptIn, kept()[0]!),
      JSON.stringify({ rulebook: { ...(await rulebook()), id: 'kept' }, warnings: [] }),
    )
    expect(await rulebook()).toMatchObject({ id: 'kept' })
  })

  it('is another after any change of the folder, and none when there are faults', async () => {
    const [first] = kept()
    writeFileSync(join(dir, 'catalogue.yaml'), 'id: another\n')
    expect(await rulebook()).toMatchObject({ id: 'another' })
    const before = kept()
    expect(before.length).toBe(2)
    expect(before).toContain(first)
    writeFileSync(join(dir, 'links.yaml'), 'links: [{id: 3}]\n')
    expect(await opened()).toEqual(expect.arrayContaining([expect.stringContaining('links.yaml')]))
    expect(kept()).toEqual(before)
    rmSync(join(dir, 'links.yaml'))
    expect(await rulebook()).toMatchObject({ id: 'another' })
    expect(kept()).toEqual(before)
  })

  it('that cannot be read is read from the folder, and written anew', async () => {
    for (const name of kept()) writeFileSync(join(keptIn, name), '{"rulebook":')
    expect(await rulebook()).toMatchObject({ id: 'another' })
    expect(await rulebook()).toMatchObject({ id: 'another' })
  })

  it('is left away where nothing can be written', async () => {
    writeFileSync(join(folder, 'a-file'), '')
    expect(await opened({ keptIn: join(folder, 'a-file') })).toEqual(await opened({}))
  })

  it('makes room for newer ones', async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) {
      for (const name of kept()) utimesSync(join(keptIn, name), 1, 1)
      writeFileSync(join(dir, 'catalogue.yaml'), `id: ${id}\n`)
      expect(await rulebook()).toMatchObject({ id })
    }
    expect(kept().length).toBe(4)
    expect(await rulebook()).toMatchObject({ id: 'f' })
  })
})
