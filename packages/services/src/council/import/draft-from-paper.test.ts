import { deflateRawSync } from 'node:zlib'
import type { Agency } from '@ieum/catalogue/records'
import { plainDraft } from '@ieum/papers/read'
import { describe, expect, it } from 'vitest'
import { oleOf } from '../../papers/content/testing/ole.ts'
import { docx, hwp, hwpx, pdf, png, xlsx } from '../../papers/content/testing/papers.ts'
import { zipOf } from '../../papers/content/testing/zip.ts'
import { twoAgencies } from '../../testing/two-agencies.ts'
import { draftFromPaper, readablePaperLimits } from './draft-from-paper.ts'

const words = (text: string) => ({ ko: text, en: text })
const { rulebook } = twoAgencies()
const agencies: readonly Agency[] = [
  { id: 'mss', kind: 'ministry', name: words('중소벤처기업부') },
  { id: 'motie', kind: 'ministry', name: words('산업통상부') },
]
const catalogue = { rulebook: { ...rulebook, agencies } }

const text = [
  '중기부-산업부 정책협의회',
  '(일시) 2026. 6. 18.(목) 14:00~15:00',
  '(장소) 세종 회의실',
  '□ 안건',
  '- 똠방각하 지원 (중기부)',
  '□ 일정',
  '- 14:00~15:00 논의',
].join('\n')
const expected = {
  session: { date: '2026-06-18', from: '14:00', to: '15:00', place: '세종 회의실' },
  agencies: ['mss', 'motie'],
  schedule: [{ from: '14:00', to: '15:00', title: '논의' }],
  tasks: [{ title: '똠방각하 지원', proposedBy: ['mss'] }],
  unsure: [],
}

/** What Hancom's published format (5.0, revision 1.3) says of a paragraph: its head, and its letters. */
function hwpOf(paragraphs: readonly string[], flags = 1): Buffer {
  const record = (tag: number, level: number, data: Buffer) => {
    const head = Buffer.alloc(4)
    head.writeUInt32LE((tag | (level << 10) | (Math.min(data.length, 0xfff) << 20)) >>> 0)
    return Buffer.concat([head, data])
  }
  const section = Buffer.concat(
    paragraphs.flatMap(paragraph => {
      const letters = Buffer.from(`${paragraph}\r`, 'utf16le')
      const head = Buffer.alloc(22)
      head.writeUInt32LE((0x80000000 | (letters.length / 2)) >>> 0, 0)
      return [record(66, 0, head), record(67, 1, letters)]
    }),
  )
  const header = Buffer.alloc(256)
  header.write('HWP Document File')
  header.writeUInt32LE(0x05000300, 32)
  header.writeUInt32LE(flags, 36)
  return oleOf({
    FileHeader: header,
    DocInfo: deflateRawSync(Buffer.alloc(26)),
    'BodyText/Section0': deflateRawSync(section),
  })
}

/** EUC-KR and what CP949 adds to it, of the letters here. */
const cp949 = (written: string): Buffer => {
  const bytes: number[] = []
  const table = new Map<string, number>()
  const decoder = new TextDecoder('euc-kr')
  for (let lead = 0xa1; lead <= 0xfe; lead += 1)
    for (let trail = 0xa1; trail <= 0xfe; trail += 1)
      table.set(decoder.decode(new Uint8Array([lead, trail])), lead * 256 + trail)
  table.set('똠', 0x8c63)
  for (const sign of written) {
    const code = sign.codePointAt(0)! < 0x80 ? sign.codePointAt(0)! : table.get(sign)!
    if (code > 0xff) bytes.push(code >> 8, code & 0xff)
    else bytes.push(code)
  }
  return Buffer.from(bytes)
}

describe('a draft is read', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark and the ends of lines of Windows', Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`)],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, the other way round', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['CP949', cp949(text)],
    ['HWP 5', hwpOf(text.split('\n'))],
  ])('from %s', async (_, content) => {
    const read = await draftFromPaper(catalogue, content)
    if (read.is !== 'drafted') throw new Error(JSON.stringify(read))
    expect(plainDraft(read.draft)).toEqual(expected)
  })
})

const entity = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>'

describe('C35 T9: a paper is not read', () => {
  it.each([
    ['with nothing in it', Buffer.alloc(0), { is: 'empty' }],
    ['that is too large', Buffer.alloc(readablePaperLimits.bytes + 1, 'a'), { is: 'too large' }],
    ['of more text than a paper has', Buffer.alloc(readablePaperLimits.text + 1, 'a'), { is: 'too large' }],
    ['that is a program', Buffer.from('MZ\u0090\u0000\u0001'), { is: 'refused', because: 'kind' }],
    ['that is a picture', png(), { is: 'refused', because: 'kind' }],
    ['that is a workbook', xlsx(), { is: 'refused', because: 'kind' }],
    [
      'that grows to gigabytes, a DOCX',
      docx(...Array.from({ length: 12 }, (_, at) => ({ name: `word/m${at}.bin`, content: Buffer.alloc(10_000_000) }))),
      { is: 'refused', because: 'bomb' },
    ],
    [
      'that grows to gigabytes, a HWPX',
      hwpx(...Array.from({ length: 12 }, (_, at) => ({ name: `BinData/m${at}`, content: Buffer.alloc(10_000_000) }))),
      { is: 'refused', because: 'bomb' },
    ],
    [
      'with an entity from outside, a DOCX',
      docx({ name: 'word/footer1.xml', content: `${entity}<w:ftr xmlns:w="w">&y;</w:ftr>` }),
      { is: 'refused', because: 'outside' },
    ],
    [
      'with an entity from outside, a HWPX',
      hwpx({ name: 'Contents/section1.xml', content: `${entity}<hs:sec xmlns:hs="hs">&y;</hs:sec>` }),
      { is: 'refused', because: 'outside' },
    ],
    [
      'with a macro',
      docx({ name: 'word/vbaProject.bin', content: Buffer.from('x') }),
      { is: 'refused', because: 'program' },
    ],
    ['cut off, a DOCX', docx().subarray(0, -30), { is: 'refused', because: 'broken' }],
    ['cut off, a PDF', pdf().subarray(0, -30), { is: 'refused', because: 'broken' }],
    ['cut off, a HWP', hwpOf(text.split('\n')).subarray(0, 1_200), { is: 'refused', because: 'broken' }],
    ['locked, a HWP', hwpOf(text.split('\n'), 3), { is: 'refused', because: 'locked' }],
    ['without text, a HWPX', hwpx(), { is: 'refused' }],
    ['without text, a PDF', pdf(), { is: 'refused' }],
    ['whose parts are none, a HWP', hwp(), { is: 'refused' }],
    [
      'that climbs out of its folder',
      zipOf([{ name: '../../word/document.xml', content: '' }]),
      { is: 'refused', because: 'broken' },
    ],
  ])('%s', async (_, content, outcome) => {
    const started = performance.now()
    expect(await draftFromPaper(catalogue, content)).toMatchObject(outcome)
    expect(performance.now() - started).toBeLessThan(15_000)
  })
})
