import { describe, expect, it } from 'vitest'
import { lookThrough } from './look-through.ts'
import type { Refusal } from './refusal.ts'
import { docx, hwpx, xlsx } from './testing/papers.ts'
import type { Entry } from './testing/zip.ts'

const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const hyperlink = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink'
const template = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate'

const rels = (relationship: string, prefix = ''): Entry => ({
  name: 'word/_rels/settings.xml.rels',
  content: `<${prefix}Relationships xmlns${prefix && ':'}${prefix.slice(0, -1)}="${relationships}">${relationship}</${prefix}Relationships>`,
})
const words = (content: string, prefix = 'w'): Entry => ({
  name: 'word/footer1.xml',
  content: `<${prefix}:ftr xmlns:${prefix}="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${content}</${prefix}:ftr>`,
})
const types = (more: string): Entry => ({
  name: '[Content_Types].xml',
  content: `<t:Types xmlns:t="http://schemas.openxmlformats.org/package/2006/content-types"><t:Default Extension="xml" ContentType="application/xml"/>${more}</t:Types>`,
})

const looked = async (document: Buffer) => {
  const found = await lookThrough(document)
  return found.is === 'refused' ? found.because : found.kind
}

describe('C35 T9: of the XML parts of a document', () => {
  const refused: readonly [string, Refusal, Buffer][] = [
    [
      'a template from outside whose address says that it is a link',
      'outside',
      docx(
        rels(
          `<Relationship Id="r" Type="${template}" Target="https://a.kr/x?Type='/hyperlink'" TargetMode="External"/>`,
        ),
      ),
    ],
    [
      'a template from outside, which another attribute calls a link',
      'outside',
      docx(
        rels(
          `<Relationship xmlns:a="a" Id="r" Type="${template}" a:Type="${hyperlink}" Target="https://a.kr" TargetMode="External"/>`,
        ),
      ),
    ],
    [
      'a template from outside behind a prefix with a hyphen',
      'outside',
      docx(rels(`<a-b:Relationship Id="r" Type="${template}" Target="https://a.kr" TargetMode="External"/>`, 'a-b:')),
    ],
    [
      'a template from outside whose quotation marks are single, over several lines',
      'outside',
      docx(
        rels(
          `<Relationship\n Type\n=\n'${template}' TargetMode = '&#x45;xternal' Target='https://a.kr'></Relationship>`,
        ),
      ),
    ],
    ['a field of another prefix', 'program', docx(words('<x:instrText>DDEAUTO c:\\\\x</x:instrText>', 'x'))],
    [
      'a field of the namespace without a prefix',
      'program',
      docx({
        name: 'word/footer1.xml',
        content:
          '<ftr xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><instrText>DDEAUTO c</instrText></ftr>',
      }),
    ],
    ['a field in CDATA', 'program', docx(words('<w:instrText><![CDATA[DDEAUTO c:\\\\x]]></w:instrText>'))],
    [
      'a field in pieces of CDATA, comments and codes',
      'program',
      docx(words('<w:instrText>&#68;<![CDATA[D]]><!-- - --><?a b?>E&#x41;UTO c</w:instrText>')),
    ],
    ['a simple field of another prefix', 'program', docx(words('<x:fldSimple x:instr="DDE&#x41;UTO c"/>', 'x'))],
    [
      'a link by DDE behind a prefix with a hyphen',
      'program',
      xlsx({ name: 'xl/externalLinks/e.xml', content: '<a-b:ddeLink xmlns:a-b="a" ddeService="cmd"/>' }),
    ],
    [
      'a part that is XML by its type and not by its ending',
      'program',
      docx(types('<t:Override PartName="/word/footer1.dat" ContentType="application/vnd.x.footer+xml"/>'), {
        ...words('<w:instrText>DDEAUTO c</w:instrText>'),
        name: 'word/footer1.dat',
      }),
    ],
    [
      'a part that is XML by neither, but begins as one',
      'program',
      docx({ ...words('<w:instrText>DDEAUTO c</w:instrText>'), name: 'word/footer1.dat' }),
    ],
    [
      'a document with macros, as codes tell',
      'program',
      docx(
        types(
          '<t:Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macro&#69;nabled.main+xml"/>',
        ),
      ),
    ],
    [
      'a sheet of macros under another name',
      'program',
      xlsx(types('<t:Override PartName="/xl/a.xml" ContentType="application/vnd.ms-excel.macrosheet+xml"/>')),
    ],
    [
      'a store of macros under another name',
      'program',
      docx(
        rels(
          '<Relationship Id="r" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="a.dat"/>',
        ),
      ),
    ],
    ['a DTD', 'outside', docx({ name: 'word/a.xml', content: '<!DOCTYPE a><a/>' })],
    ['one that is not well-formed', 'broken', docx({ name: 'word/a.xml', content: '<a><b></a>' })],
    ['one with a prefix that means nothing', 'broken', docx(rels('<x:Relationship/>'))],
    ['one with an entity that nobody defined', 'broken', docx(words('&dde;'))],
    ['types that are told twice', 'broken', docx(types('<t:Default Extension="XML" ContentType="image/png"/>'))],
    ['a HWPX that has the types of an Office document as well', 'two-kinds', hwpx(types(''))],
  ]
  it.each(refused)('%s is refused', async (_, because, document) => {
    expect(await looked(document)).toBe(because)
  })

  const taken: readonly [string, Buffer][] = [
    [
      'links to click, in the words of either edition of the standard',
      docx(
        rels(
          [hyperlink, 'http://purl.oclc.org/ooxml/officeDocument/relationships/hyperlink']
            .map(
              (type, at) =>
                `<Relationship Id="r${at}" Type="${type}" Target="https://a.kr/?a=1&amp;b" TargetMode="External"/>`,
            )
            .join(''),
        ),
      ),
    ],
    [
      'a field that numbers pages, and words about DDE',
      docx(words('<w:instrText>PAGE</w:instrText><w:t>DDEAUTO</w:t>')),
    ],
    ['a comment about a DTD', docx({ name: 'word/a.xml', content: '<!-- <!DOCTYPE a> --><a/>' })],
    [
      'UTF-16',
      docx({
        name: 'word/a.xml',
        content: Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><가/>', 'utf16le'),
      }),
    ],
    ['a picture that no type names', docx({ name: 'word/media/a.png', content: Buffer.from('89504e47', 'hex') })],
  ]
  it.each(taken)('%s is taken', async (_, document) => {
    expect(await looked(document)).toMatch(/^(docx|xlsx|hwpx)$/)
  })
})
