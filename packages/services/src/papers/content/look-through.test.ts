import { randomBytes } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { allowedHere, fastest, processorTime } from '@ieum/catalogue/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type KindOfFile, lookThrough } from './look-through.ts'
import { paperName } from './paper-name.ts'
import type { Refusal } from './refusal.ts'
import { oleOf } from './testing/ole.ts'
import { docx, hwp, hwpx, jpeg, objectStream, pdf, png, xlsx } from './testing/papers.ts'
import { zipOf } from './testing/zip.ts'

const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD', 'ANTIVIRUS-TEST-FILE!$H+H*'].join('-')
const rels = (relationship: string) => ({
  name: 'word/_rels/document.xml.rels',
  content: `<Relationships>${relationship}</Relationships>`,
})

describe('a file is taken', () => {
  const sound: readonly [string, KindOfFile, Buffer][] = [
    ['a PDF', 'pdf', pdf()],
    ['a PDF with object streams', 'pdf', pdf(objectStream('4 0 << /Type /Page >>'))],
    ['a PNG', 'png', png()],
    ['a JPEG', 'jpeg', jpeg()],
    ['a JPEG after which the phone wrote something', 'jpeg', Buffer.concat([jpeg(), Buffer.from('SEFT')])],
    ['a DOCX', 'docx', docx()],
    [
      'a DOCX with a link to click',
      'docx',
      docx(
        rels(
          '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://a.kr" TargetMode="External"/>',
        ),
      ),
    ],
    ['a DOCX with a table in it', 'docx', docx({ name: 'word/embeddings/Sheet1.xlsx', content: xlsx() })],
    ['an XLSX', 'xlsx', xlsx()],
    ['a HWPX', 'hwpx', hwpx()],
    [
      'a HWPX with the scripts that every document has',
      'hwpx',
      hwpx({
        name: 'Scripts/sourceScripts',
        content: Buffer.from('function OnDocument_New()\r\n{\r\n\t//todo : \r\n}\r\n', 'utf16le'),
      }),
    ],
    ['a HWP', 'hwp', hwp()],
    [
      'a HWP with the scripts that every document has',
      'hwp',
      hwp({ script: 'function OnDocument_New()\r\n{\r\n\t//todo : \r\n}' }),
    ],
    ['Korean text', 'text', Buffer.from('이름,매출\r\n예시주물,8200000000\r\n')],
  ]
  it.each(sound)('%s', async (_, kind, content) => {
    expect(await lookThrough(content)).toEqual({ is: 'sound', kind })
  })
})

describe('C35 T9: a file is refused', () => {
  const bomb = Buffer.alloc(101_000_000)
  const half = { name: 'xl/media/a.dat', content: bomb.subarray(0, 45_000_000) }
  const refused: readonly [string, Refusal, Buffer][] = [
    ['the test file of virus scanners', 'virus', Buffer.from(eicar)],
    ['the same within a document', 'virus', docx({ name: 'word/media/a.txt', content: eicar })],
    ['nothing', 'kind', Buffer.from([0])],
    ['a program', 'kind', Buffer.concat([Buffer.from('MZ\u0090\u0000'), randomBytes(200)])],
    ['a ZIP file of another kind', 'kind', zipOf([{ name: 'a.txt', content: 'a' }])],
    ['text of another encoding', 'not-utf-8', Buffer.from('c0ccb8a72cb8c5c3e20a', 'hex')],
    ['text with control characters', 'kind', Buffer.from('a\u001b[2Jb')],
    ['an OLE file that is no HWP', 'kind', oleOf({ WordDocument: Buffer.alloc(5_000) })],
    // Two kinds at once
    ['a PDF that ends as a ZIP', 'two-kinds', Buffer.concat([pdf(), zipOf([{ name: 'a', content: 'a' }])])],
    ['a PNG that ends as a ZIP', 'two-kinds', Buffer.concat([png(), docx()])],
    ['a PNG with something after it', 'broken', Buffer.concat([png(), Buffer.from('<script>')])],
    ['a JPEG with a PDF in its first bytes', 'two-kinds', Buffer.concat([jpeg(), pdf()])],
    ['a ZIP with something before it', 'two-kinds', Buffer.concat([Buffer.from('#!/bin/sh\n'), docx()])],
    ['a ZIP with something after it', 'broken', Buffer.concat([docx(), Buffer.from('more')])],
    [
      'a ZIP whose entries are called otherwise inside',
      'broken',
      docx({ name: 'word/a.xml', localName: 'word/b.exe', content: 'a' }),
    ],
    // Ways out, and what does not fit
    ['a way up', 'broken', docx({ name: '../../etc/cron.d/x', content: 'a' })],
    ['a way up by backslashes', 'broken', docx({ name: 'word\\..\\..\\x', content: 'a' })],
    ['a way from the top', 'broken', docx({ name: '/etc/x', content: 'a' })],
    ['a drive', 'broken', docx({ name: 'C:/x', content: 'a' })],
    ['a NUL in a name', 'broken', docx({ name: 'word/a\u0000.xml', content: 'a' })],
    ['a name twice', 'broken', docx({ name: 'word/Document.xml', content: 'a' })],
    ['a ZIP bomb', 'bomb', docx({ name: 'word/media/a.bin', content: bomb })],
    [
      'a ZIP bomb in parts, each in a document of its own',
      'bomb',
      docx(...['a', 'b', 'c'].map(name => ({ name: `word/embeddings/${name}.xlsx`, content: xlsx(half) }))),
    ],
    [
      'a HWP with objects that grow so together',
      'bomb',
      hwp({
        more: Object.fromEntries(
          ['BIN0001.ole', 'BIN0002.ole', 'BIN0003.ole'].map(name => [name, deflateRawSync(half.content)]),
        ),
      }),
    ],
    [
      'too many entries',
      'bomb',
      docx(...Array.from({ length: 2_001 }, (_, index) => ({ name: `word/${index}`, content: '' }))),
    ],
    ['an entry with a password', 'locked', docx({ name: 'word/a.xml', content: 'a', flags: 1 })],
    ['half a document', 'broken', docx().subarray(0, 200)],
    // Programs and what lies outside
    ['an XLSX with a macro', 'program', xlsx({ name: 'xl/vbaProject.bin', content: 'a' })],
    ['an XLSX with a macro sheet', 'program', xlsx({ name: 'xl/macrosheets/sheet1.xml', content: '<a/>' })],
    [
      'an XLSX that starts a program by DDE',
      'program',
      xlsx({ name: 'xl/externalLinks/e.xml', content: '<ddeLink ddeService="cmd"/>' }),
    ],
    [
      'a DOCX that does so in parts',
      'program',
      docx({
        name: 'word/header1.xml',
        content:
          '<w:r xmlns:w="w"><w:instrText>DDE</w:instrText><w:r/><w:instrText xml:space="preserve">AUTO c:\\\\x</w:instrText></w:r>',
      }),
    ],
    [
      'a DOCX with an entity from outside',
      'outside',
      docx({ name: 'word/a.xml', content: '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>' }),
    ],
    [
      'the same in UTF-16',
      'outside',
      docx({ name: 'word/a.xml', content: Buffer.from('\ufeff<!DOCTYPE a><a/>', 'utf16le') }),
    ],
    [
      'XML of an encoding that hides',
      'broken',
      docx({ name: 'word/a.xml', content: '<?xml version="1.0" encoding="UTF-7"?><a/>' }),
    ],
    ['a HWPX with an entity', 'outside', hwpx({ name: 'Contents/header.xml', content: '<!DOCTYPE a><a/>' })],
    [
      'a DOCX whose template lies outside',
      'outside',
      docx(
        rels(
          '<Relationship Id="r1" Type="http://x/relationships/attachedTemplate" Target="https://a.kr/x.dotm" TargetMode="&#69;xternal"/>',
        ),
      ),
    ],
    [
      'a DOCX that says so behind a value with a sign that ends nothing',
      'outside',
      docx(
        rels('<Relationship Id="a>b" Type="http://x/attachedTemplate" Target="https://a.kr" TargetMode="External"/>'),
      ),
    ],
    [
      'a DOCX that starts a program from a field with such a value',
      'program',
      docx({
        name: 'word/f.xml',
        content: '<w:r xmlns:w="w"><w:instrText a=">">D</w:instrText><w:instrText a=">">DE x</w:instrText></w:r>',
      }),
    ],
    ['a DOCX with a packed program', 'packed-file', docx({ name: 'word/embeddings/x.exe', content: 'MZ' })],
    [
      'a DOCX with a packed file',
      'packed-file',
      docx({ name: 'word/embeddings/o.bin', content: oleOf({ '\u0001Ole10Native': Buffer.alloc(5_000) }) }),
    ],
    [
      'a DOCX with a macro in an object',
      'program',
      docx({ name: 'word/embeddings/o.bin', content: oleOf({ _VBA_PROJECT: Buffer.alloc(5_000) }) }),
    ],
    [
      'a DOCX in a DOCX in a DOCX',
      'packed-file',
      docx({ name: 'word/embeddings/a.docx', content: docx({ name: 'word/embeddings/b.docx', content: docx() }) }),
    ],
    [
      'a HWPX with a script',
      'program',
      hwpx({ name: 'Scripts/sourceScripts', content: 'function OnDocument_Open() { new ActiveXObject("x") }' }),
    ],
    ['a HWP with a script', 'program', hwp({ script: 'function OnDocument_Open() { new ActiveXObject("x") }' })],
    ['a HWP with a password', 'locked', hwp({ properties: 3 })],
    ['a HWP with PostScript in it', 'packed-file', hwp({ more: { 'BIN0001.eps': Buffer.alloc(10) } })],
    ['a PDF with a script', 'program', pdf('<< /S /JavaScript /JS (app.alert(1)) >>')],
    ['the same, spelt with codes', 'program', pdf('<< /S /J#61vaScr#69pt /JS (app.alert(1)) >>')],
    ['the same, in an object stream', 'program', pdf(objectStream('4 0 << /S /JavaScript /JS (x) >>'))],
    [
      'an object stream behind two filters',
      'broken',
      pdf(objectStream('4 0', '/Filter [/ASCIIHexDecode /FlateDecode]')),
    ],
    [
      'an object stream that does not end',
      'bomb',
      pdf({ dictionary: objectStream('').dictionary, stream: objectStream(' '.repeat(101_000_000)).stream }),
    ],
    ...Object.entries({
      'behind words that seem to begin an object': '/X (1 0 obj) /Filter /FlateDecode',
      'behind words that seem to end one': '/X (endstream) /Filter /FlateDecode',
      'behind words that seem to be its stream': '/X (>> stream\nendstream) /Filter /FlateDecode',
      'behind a comment': '% stream\n /Filter /FlateDecode',
      'with a filter that stands elsewhere': '/Filter 5 0 R',
      'with a filter by its short name': '/Filter /Fl',
      'with a predictor that stands elsewhere': '/Filter /FlateDecode /DecodeParms 5 0 R',
    }).map(([how, filter]): [string, Refusal, Buffer] => [
      `an object stream ${how}`,
      'broken',
      pdf(objectStream('4 0', filter)),
    ]),
    ['a PDF that starts a program', 'program', pdf('<< /S /Launch /F (cmd.exe) >>')],
    ['a PDF with a form from outside', 'program', pdf('<< /XFA 5 0 R >>')],
    ['a PDF with a file in it', 'packed-file', pdf('<< /Type /EmbeddedFile >>')],
    ['a PDF with a password', 'locked', pdf('<< /Encrypt 7 0 R >>')],
    ['a PDF that was cut off', 'broken', pdf().subarray(0, -8)],
  ]
  it.each(refused)('%s', async (_, because, content) => {
    expect(await lookThrough(content)).toEqual({ is: 'refused', because })
  })

  it('or taken, and never throws, whatever its bytes', async () => {
    const samples = [pdf(objectStream('4 0 << >>')), docx(), hwp({ script: '' }), hwpx(), png()]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...samples),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 12 }),
        fc.option(fc.nat(), { nil: undefined }),
        async (sample, changes, cut) => {
          const content = Buffer.from(sample)
          for (const [at, byte] of changes) content[at % content.length] = byte
          const { is } = await lookThrough(
            cut === undefined ? content : content.subarray(0, (cut % content.length) + 1),
          )
          expect(['sound', 'refused']).toContain(is)
        },
      ),
      { numRuns: 400 },
    )
  })
})

describe('the name of a paper', () => {
  it.each([
    ['사업자등록증.pdf', 'pdf', '사업자등록증.pdf'],
    ['사진.JPG', 'jpeg', '사진.jpg'],
    ['C:\\Users\\kim\\재무제표.xlsx', 'xlsx', '재무제표.xlsx'],
    ['../../etc/passwd', 'text', 'passwd.txt'],
    ['report\u202efdp.exe', 'pdf', 'reportfdp.exe.pdf'],
    ['a\u0000b\r\nc.pdf', 'pdf', 'abc.pdf'],
    ['setup.exe', 'pdf', 'setup.exe.pdf'],
    ['list.csv', 'text', 'list.csv'],
    ['CON.pdf', 'pdf', '_CON.pdf'],
    ['a<b>:"|?*.png', 'png', 'a_b______.png'],
    ['한글.hwp', 'hwp', '한글.hwp'],
    ['\ud800.pdf', 'pdf', '\ufffd.pdf'],
    ['...', 'pdf', null],
    ['\u200b\u2066', 'pdf', null],
  ] as const)('T9: of %j that is %s is %j', (given, kind, name) => {
    expect(paperName(given, kind)).toBe(name)
  })

  it('is cut where it is longer than a folder takes', () => {
    expect(paperName(`${'가'.repeat(500)}.pdf`, 'pdf')).toBe(`${'가'.repeat(120)}.pdf`)
  })
})

describe('C35 T9: is soon done, whatever is sent', () => {
  it.each([
    ['streams and no object', 'stream\n'],
    ['object streams that do not end', '/ObjStm stream\n'],
    ['kinds of object without a stream', '/ObjStm '],
    ['objects without a stream', '1 0 obj << /Type /ObjStm >>'],
    ['empty object streams', '1 0 obj<</Type/ObjStm>>stream\nendstream '],
  ])('2 MB of a PDF with %s, within 300 ms of processor time', async (_, part) => {
    const paper = pdf(part.repeat(Math.ceil(2_000_000 / part.length)))
    await lookThrough(pdf())
    const { taken } = await fastest(300, () => lookThrough(paper), processorTime)
    expect(taken).toBeLessThan(allowedHere(300, taken, processorTime))
  })
})
