import { validateHwpx } from 'kordoc'
import { describe, expect, it } from 'vitest'
import { type Paper, type PaperFormat, paperFormats } from './paper.ts'
import { fullPaper, hostilePaper, longWord } from './testing/papers.ts'
import {
  bare,
  openHwpx,
  partOf,
  textsOf,
  wordsOfDocx,
  wordsOfHwpx,
  wordsOfMarkdown,
  wordsOfPdf,
} from './testing/words-of.ts'
import { writePaper } from './write-paper.ts'

async function written(paper: Paper, format: PaperFormat) {
  const made = await writePaper(paper, format)
  if (made.is !== 'written') throw new Error(made.is)
  return made
}

const wordsIn: Record<PaperFormat, (content: Uint8Array) => string | Promise<string>> = {
  docx: wordsOfDocx,
  hwpx: wordsOfHwpx,
  pdf: wordsOfPdf,
  md: content => wordsOfMarkdown(new TextDecoder().decode(content)),
}

describe('a paper', () => {
  it.each(['hwpx', 'docx', 'md'] as const)('has every heading, cell and figure in %s, in their order', async format => {
    const { content } = await written(fullPaper, format)
    let rest = bare(await wordsIn[format](content))
    for (const text of textsOf(fullPaper)) {
      const at = rest.indexOf(bare(text))
      expect(at, text).toBeGreaterThanOrEqual(0)
      rest = rest.slice(at + bare(text).length)
    }
  })

  it('has every heading, cell and figure in PDF, where what reads it puts tables elsewhere', async () => {
    const words = bare(await wordsOfPdf((await written(fullPaper, 'pdf')).content))
    for (const text of textsOf(fullPaper)) expect(words).toContain(bare(text))
  })

  it.each(paperFormats)('is words and never markup in %s, whatever signs are in it', async format => {
    const { content } = await written(hostilePaper, format)
    const words = bare(await wordsIn[format](content))
    for (const text of textsOf(hostilePaper)) expect(words).toContain(bare(text))
  })

  it('is called what its template says, without what a file system takes for its own', async () => {
    expect((await written(fullPaper, 'hwpx')).name).toBe('제2차 정책협의회 회의록.hwpx')
    expect((await written(hostilePaper, 'md')).name).toBe('#제목 이상한 파일 이름.md')
    expect((await written({ ...fullPaper, file: ' .. ' }, 'pdf')).name).toBe('paper.pdf')
    expect((await written({ ...fullPaper, file: '긴'.repeat(300) }, 'md')).name).toBe(`${'긴'.repeat(80)}.md`)
  })

  it('is the same bytes when it is made again', async () => {
    for (const format of ['hwpx', 'md', 'pdf'] as const) {
      const [one, other] = [await written(fullPaper, format), await written(fullPaper, format)]
      expect(Buffer.from(one.content).equals(Buffer.from(other.content)), format).toBe(true)
    }
  })

  it('is made beside others that are asked for at once, each its own', async () => {
    const papers = [1, 2, 3, 4, 5].map(
      (number): Paper => ({ ...fullPaper, blocks: [{ is: 'title', text: `${number}번째 문서` }] }),
    )
    const all = await Promise.all(papers.map(async paper => wordsOfPdf((await written(paper, 'pdf')).content)))
    for (const [index, words] of all.entries()) expect(bare(words)).toContain(`${index + 1}번째문서`)
  })
})

describe('too many papers at once', () => {
  it('are refused, and those that wait are made', async () => {
    const small: Paper = { ...fullPaper, blocks: [{ is: 'title', text: '문서' }] }
    const all = await Promise.all(Array.from({ length: 25 }, () => writePaper(small, 'pdf')))
    expect(all.map(({ is }) => is).sort()).toEqual([...Array(5).fill('too busy'), ...Array(20).fill('written')])
  })
})

describe('a paper as HWPX', () => {
  it('is a whole container, by a check of what Hancom Office demands of it', async () => {
    for (const paper of [fullPaper, hostilePaper])
      expect(await validateHwpx((await written(paper, 'hwpx')).content)).toMatchObject({ ok: true, issues: [] })
  })

  it('has tables whose headings stand on each page, and its words in the outline', async () => {
    const { content } = await written(fullPaper, 'hwpx')
    const read = openHwpx(content)
    expect(read.pageCount()).toBe(2)
    const section = partOf(content, 'Contents/section0.xml')
    expect(
      [...section.matchAll(/repeatHeader="(\d)" rowCnt="(\d+)" colCnt="(\d)"/g)].map(found => found.slice(1)),
    ).toEqual([
      ['0', '3', '2'],
      ['1', '41', '3'],
    ])
    expect(section.match(/<hp:tc name="" header="1"/g)).toHaveLength(3)
    expect(section).toContain('<hp:pageNum pos="BOTTOM_CENTER" formatType="DIGIT" sideChar="-"/>')
    expect(section).toContain('내부용 · 비공개 안건이 들어 있음')
    // Every shape that is named is there.
    const header = partOf(content, 'Contents/header.xml')
    for (const [name, kind] of [
      ['charPrIDRef', 'charPr'],
      ['paraPrIDRef', 'paraPr'],
      ['styleIDRef', 'style'],
      ['borderFillIDRef', 'borderFill'],
    ])
      for (const [, id] of section.matchAll(new RegExp(`${name}="(\\d+)"`, 'g')))
        expect(header).toContain(`<hh:${kind} id="${id}"`)
  })
})

describe('a paper as DOCX', () => {
  it('has headings for its outline, rows that repeat, the language and the number of each page', async () => {
    const { content } = await written(fullPaper, 'docx')
    const body = partOf(content, 'word/document.xml')
    expect([...body.matchAll(/<w:pStyle w:val="(Heading\d)"\/>/g)].map(([, style]) => style)).toEqual([
      'Heading1',
      'Heading2',
      'Heading2',
      'Heading3',
    ])
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(partOf(content, 'word/styles.xml')).toContain('w:val="ko-KR"')
    expect(partOf(content, 'docProps/core.xml')).toContain('제2차 정책협의회 회의록')
    expect(partOf(content, 'word/footer1.xml')).toContain('PAGE')
    expect(partOf(content, 'word/header1.xml')).toContain('내부용')
  })
})

describe('a paper as PDF', () => {
  it('has tags, the language, its title and its fonts in it', async () => {
    const pdf = Buffer.from((await written(fullPaper, 'pdf')).content).toString('latin1')
    expect(pdf).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/)
    expect(pdf).toMatch(/\/Lang\s*\(ko-KR\)/)
    expect(pdf).toContain('/StructTreeRoot')
    for (const tag of ['/H1', '/H2', '/H3', '/Table', '/THead', '/TH', '/L', '/LI']) expect(pdf).toContain(`/S ${tag}`)
    const fonts = [...pdf.matchAll(/\/BaseFont \/([\w+-]+)/g)].map(([, name]) => name!)
    expect(fonts.length).toBeGreaterThanOrEqual(2)
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+Pretendard-(?:Regular|Bold)/)
    const english = await written({ ...fullPaper, language: 'en' }, 'pdf')
    expect(Buffer.from(english.content).toString('latin1')).toMatch(/\/Lang\s*\(en-GB\)/)
  })

  it('breaks a word of four hundred letters, so that nothing leaves the page', async () => {
    const words = await wordsOfPdf((await written(hostilePaper, 'pdf')).content)
    expect(words).not.toContain(longWord)
    expect(bare(words)).toContain(longWord)
  })
})

describe('a paper as Markdown', () => {
  it('escapes what would be read as a mark, and nothing else', async () => {
    const blocks = ['# a', '1. b', '*c* [d](e) <f> `g` | $h$', '- i', '가(나), 다. 라! 50%'].map(
      text => ({ is: 'paragraph', text }) as const,
    )
    const { content } = await written({ ...fullPaper, mark: '', blocks }, 'md')
    expect(new TextDecoder().decode(content).trim().split('\n\n')).toEqual([
      '\\# a',
      '1\\. b',
      '\\*c\\* \\[d\\](e) \\<f\\> \\`g\\` \\| \\$h\\$',
      '\\- i',
      '가(나), 다. 라\\! 50%',
    ])
  })
})
