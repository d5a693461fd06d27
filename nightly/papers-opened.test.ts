/** Papers opened by programs that know nothing of us: DOCX by LibreOffice, PDF by Poppler. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writePaper } from '@ieum/papers'
import { bare, fullPaper, hostilePaper, textsOf } from '@ieum/papers/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensurePaperReaders, told } from '../scripts/paper-readers.ts'

const scratch = mkdtempSync(join(tmpdir(), 'ieum-papers-'))
const at = (name: string) => join(scratch, name)
const papers = { full: fullPaper, hostile: hostilePaper }

beforeAll(async () => {
  ensurePaperReaders()
  for (const [name, paper] of Object.entries(papers))
    for (const format of ['docx', 'pdf'] as const) {
      const made = await writePaper(paper, format)
      if (made.is === 'written') writeFileSync(at(`${name}.${format}`), made.content)
    }
}, 600_000)
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

function expectInOrder(words: string, texts: readonly string[]): void {
  let rest = bare(words)
  for (const text of texts) {
    const found = rest.indexOf(bare(text))
    expect(found, text).toBeGreaterThanOrEqual(0)
    rest = rest.slice(found + bare(text).length)
  }
}

describe('a paper opened by LibreOffice', () => {
  const convert = (name: string, to: string, ending: string) => {
    const profile = `-env:UserInstallation=file://${at('profile')}`
    told('soffice', [profile, '--headless', '--convert-to', to, '--outdir', scratch, at(`${name}.docx`)])
    return readFileSync(at(`${name}.${ending}`), 'utf8')
  }

  it('has every heading, cell and figure, in their order', () => {
    expectInOrder(convert('full', 'txt:Text (encoded):UTF8', 'txt'), textsOf(fullPaper))
  }, 120_000)

  it('is words and never markup, whatever signs are in it', () => {
    expectInOrder(convert('hostile', 'txt:Text (encoded):UTF8', 'txt'), textsOf(hostilePaper))
  }, 120_000)

  it('has its outline and its tables', () => {
    const html = convert('full', 'html', 'html')
    expect([1, 2, 3].map(level => html.match(new RegExp(`<h${level}\\b`, 'g'))?.length)).toEqual([1, 2, 1])
    expect(html.match(/<table\b/g)).toHaveLength(2)
    expect(html).toMatch(/<thead>/)
  }, 120_000)
})

describe('a paper opened by Poppler', () => {
  it('has every heading, cell and figure, in their order', () => {
    expectInOrder(told('pdftotext', ['-raw', at('full.pdf'), '-']), textsOf(fullPaper))
    const hostile = bare(told('pdftotext', ['-raw', at('hostile.pdf'), '-']))
    for (const text of textsOf(hostilePaper)) expect(hostile).toContain(bare(text))
  })

  it('has its fonts in it, tags, a title and a language', () => {
    const fonts = told('pdffonts', [at('full.pdf')])
      .split('\n')
      .slice(2, -1)
    expect(fonts).toHaveLength(2)
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+Pretendard-\S+ +CID.* yes yes yes /)
    const info = told('pdfinfo', [at('full.pdf')])
    expect(info).toMatch(/Title: +제2차 정책협의회 회의록/)
    expect(info).toMatch(/Tagged: +yes/)
    expect(info).toMatch(/Page size: .*A4/)
    expect(readFileSync(at('full.pdf'), 'latin1')).toMatch(/\/Lang\s*\(ko-KR\)/)
  })

  it('has a tree of what each thing is, with headings of tables as such', () => {
    const tree = told('pdfinfo', ['-struct-text', at('full.pdf')])
    expect(tree).toMatch(/^Document\n {2}H1 /m)
    for (const tag of ['H2', 'H3', 'Table', 'THead', 'TBody', 'L ', 'LI', 'Lbl', 'LBody'])
      expect(tree).toContain(`${tag}`)
    expect(tree.match(/\bTH\b/g)!.length).toBeGreaterThanOrEqual(3)
    expect(bare(tree.replaceAll(/^ *"|"$/gm, ''))).toContain(bare('두 기관은 자동화에서'))
  })
})
