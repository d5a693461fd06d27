import { join } from 'node:path'
import { loadCatalogue } from '@ieum/catalogue/node'
import type { Agency } from '@ieum/catalogue/records'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { linesOfDocument } from './lines-of-document.ts'
import { linesOfText } from './paper-lines.ts'
import { plainDraft, readCouncilPaper } from './read-council-paper.ts'
import { asDocx, asHwpx } from './testing/as-document.ts'
import { asText, councilPapers } from './testing/council-papers.ts'
import { shortDraft } from './testing/short-draft.ts'

let agencies: readonly Agency[]
beforeAll(async () => {
  agencies = (await loadCatalogue(join(import.meta.dirname, '../../../../catalogue/kr'))).catalogue.agencies
})

describe('a draft of a session is read from', () => {
  describe.each(councilPapers.map(paper => [paper.name, paper] as const))('%s', (_, paper) => {
    const { blocks, expected, secrets } = paper
    it.each([
      ['text', async () => linesOfText(asText(blocks))],
      ['HWPX', async () => linesIn(await asHwpx(blocks))],
      ['DOCX', async () => linesIn(await asDocx(blocks))],
    ])('as %s, and no person of it', async (_, lines) => {
      const draft = readCouncilPaper(await lines(), agencies)
      expect(shortDraft(draft)).toEqual(expected)
      const out = JSON.stringify(draft)
      for (const secret of secrets) expect(out).not.toContain(secret)
      expect(JSON.stringify(plainDraft(draft))).not.toContain('○○○')
    })
  })

  it('each field with the line that it stands in', () => {
    const lines = linesOfText(asText(councilPapers[0]!.blocks))
    const { session, tasks } = readCouncilPaper(lines, agencies)
    expect(session.date).toEqual({ value: '2025-03-14', line: 7, source: '가. 일시: 2025. 3. 14.(금) 14:00 ~ 15:30' })
    expect(tasks[0]).toMatchObject({ line: 12, source: '1 녹색 소재 새싹기업 실증 공간 개방 중기부 20분' })
  })

  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t\n '],
    ['one very long line', '정책협의회 '.repeat(200_000)],
    ['many lines', '가. 일시: 2026. 1. 1.(목) 10:00~11:00\n'.repeat(30_000)],
    ['brackets without an end', '(((([[[[【【【'.repeat(20_000)],
    ['digits', '1. 2. 3. 4. '.repeat(50_000)],
  ])('%s, within seconds', (_, text) => {
    const started = performance.now()
    readCouncilPaper(linesOfText(text), agencies)
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})

async function linesIn(content: Uint8Array) {
  const read = await linesOfDocument(content)
  if (read.is !== 'read') throw new Error(read.because)
  return read.lines
}

describe('of persons', () => {
  const surname = fc.constantFrom(...'김이박최정강조윤장임한오서신권황안송홍')
  const syllable = fc.constantFrom(...'가나도라마보사아자차하민준서윤지현수진우영호성희')
  const name = fc.tuple(surname, syllable, syllable).map(signs => signs.join(''))
  const figures = (count: number) =>
    fc.array(fc.nat(9), { minLength: count, maxLength: count }).map(all => all.join(''))
  const phone = fc
    .tuple(
      fc.constantFrom('044', '02', '010', '(042) ', '+82-2'),
      fc.constantFrom('-', '.', ' ', ') '),
      figures(4),
      figures(4),
    )
    .map(([area, join, one, two]) => `${area}${join.startsWith(')') && area.startsWith('(') ? ' ' : join}${one}-${two}`)
  const mail = fc
    .tuple(fc.stringMatching(/^[a-z][a-z0-9._]{2,8}[a-z0-9]$/), fc.constantFrom('korea.kr', 'example.go.kr'))
    .map(([who, where]) => `${who}@${where}`)
  const post = fc.constantFrom('사무관', '과장', '국장', '주무관', '정책관', '차관')

  it('whom one asks, speaks or signs, nothing comes out: no name, telephone or address', () => {
    fc.assert(
      fc.property(name, name, name, phone, mail, post, (asked, speaks, signs, phone, mail, post) => {
        const paper = [
          '중기부-산업부 정책협의회 알림',
          `일시: 2026. 6. 18.(목) 14:00~15:00 (문의 ${post} ${asked} ${phone})`,
          `장소: 세종 회의실 (${asked} ${post}, ${phone})`,
          `□ 안건`,
          `- 로봇 지원 확대 (담당: ${asked} ${post} ${phone})`,
          `- 수출 지원 (산업부, ${mail})`,
          '□ 일정',
          `- 14:00~14:10 인사말씀 (${speaks} ${post})`,
          `- 14:10~15:00 논의 (진행: ${post} ${speaks})`,
          '담당 부서',
          `산업통상자원부 산업정책과\t책임자\t${post}\t${asked} (${phone})`,
          `\t담당자\t${signs}\t${mail}`,
          `기안자 ${post} ${signs}`,
        ].join('\n')
        const out = JSON.stringify(readCouncilPaper(linesOfText(paper), agencies))
        for (const person of [asked, speaks, signs, mail, phone, phone.slice(-9)]) expect(out).not.toContain(person)
      }),
      { numRuns: 300 },
    )
  })
})
