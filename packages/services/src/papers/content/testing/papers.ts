/** Small files of each kind that is taken, and what can be wrong with them. */
import { crc32, deflateRawSync, deflateSync } from 'node:zlib'
import { oleOf } from './ole.ts'
import { type Entry, zipOf } from './zip.ts'

/** Of objects, with a stream where one is given. */
export const pdf = (...objects: readonly (string | { dictionary: string; stream: Buffer })[]): Buffer =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1'),
    ...['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>', ...objects].map((object, index) =>
      typeof object === 'string'
        ? Buffer.from(`${index + 1} 0 obj\n${object}\nendobj\n`)
        : Buffer.concat([
            Buffer.from(`${index + 1} 0 obj\n${object.dictionary}\nstream\n`),
            object.stream,
            Buffer.from('\nendstream\nendobj\n'),
          ]),
    ),
    Buffer.from('trailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF\n'),
  ])

export const objectStream = (
  text: string,
  filter = '/Filter /FlateDecode',
): { dictionary: string; stream: Buffer } => ({
  dictionary: `<< /Type /ObjStm /N 1 /First 4 ${filter} >>`,
  stream: deflateSync(Buffer.from(text)),
})

const chunk = (name: string, content: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name), content])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

export const png = (): Buffer =>
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.from('00000001000000010800000000', 'hex')),
    chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    chunk('IEND', Buffer.alloc(0)),
  ])

export const jpeg = (): Buffer => Buffer.from(`ffd8ffe000104a46494600010100000100010000${'00'.repeat(40)}ffd9`, 'hex')

const types = (type: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="${type}"/></Types>`

/** With its own types where they are given. */
const office = (main: Entry, more: readonly Entry[]): Buffer => {
  const typed = more.some(({ name }) => name === '[Content_Types].xml')
  return zipOf([...(typed ? [] : [{ name: '[Content_Types].xml', content: types('application/xml') }]), main, ...more])
}

export const docx = (...more: readonly Entry[]): Buffer =>
  office({ name: 'word/document.xml', content: '<w:document xmlns:w="w"><w:t>사업계획서</w:t></w:document>' }, more)

export const xlsx = (...more: readonly Entry[]): Buffer =>
  office({ name: 'xl/workbook.xml', content: '<workbook/>' }, more)

export const hwpx = (...more: readonly Entry[]): Buffer =>
  zipOf([
    { name: 'mimetype', content: 'application/hwp+zip', stored: true },
    { name: 'Contents/content.hpf', content: '<opf:package xmlns:opf="opf"/>' },
    { name: 'Contents/section0.xml', content: '<hs:sec xmlns:hs="hs"/>' },
    ...more,
  ])

const hwpFrame = 'var Documents = XHwpDocuments;\r\nvar Document = Documents.Active_XHwpDocument;\r\n'

export function hwp({
  properties = 1,
  script,
  more = {},
}: {
  properties?: number
  script?: string
  more?: Record<string, Buffer>
} = {}): Buffer {
  const header = Buffer.alloc(256)
  header.write('HWP Document File')
  header.writeUInt32LE(0x05010000, 32)
  header.writeUInt32LE(properties, 36)
  return oleOf({
    FileHeader: header,
    DocInfo: Buffer.alloc(5_000, 1),
    ...(script !== undefined && {
      DefaultJScript: deflateRawSync(
        Buffer.concat([...[hwpFrame, script, '', ''].map(counted), Buffer.from('ffffffff', 'hex')]),
      ),
    }),
    ...more,
  })
}

function counted(text: string): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(text.length)
  return Buffer.concat([length, Buffer.from(text, 'utf16le')])
}
