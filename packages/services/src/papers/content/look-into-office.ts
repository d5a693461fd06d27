/** Office documents (ECMA-376: docx, xlsx) and HWPX (KS X 6101): ZIP files of XML parts. */
import { contentTypes, isXmlType } from './content-types.ts'
import { refuseHwpScript } from './look-into-hwp.ts'
import { beginsAsXml, lookIntoXml } from './look-into-xml.ts'
import { isOle, refuseOleObject } from './ole-streams.ts'
import { refuseIf } from './refusal.ts'
import { refuseTestVirus } from './test-virus.ts'
import { type Allowance, unpackingAllowance, type ZipEntry, zipEntries } from './zip-entries.ts'

export type ZippedKind = 'docx' | 'xlsx' | 'hwpx'

const started = /\.(exe|dll|com|scr|bat|cmd|ps1|vbs?|jse?|wsf|hta|lnk|jar|msi|zip|rar|7z|chm|reg)$/i
const listOfTypes = '[content_types].xml'
const macros = /(^|\/)(vbaProject\w*\.bin|vbaData\.xml|macrosheets|intlMacrosheets|dialogsheets|activeX)(\/|$)/i

/** Which it is, or null when it is a ZIP file of another kind. Documents in documents are looked through once more, and no deeper. */
export async function lookIntoZipped(
  zip: Buffer,
  allowance: Allowance = unpackingAllowance(),
  isWithin = false,
): Promise<ZippedKind | null> {
  const entries = await zipEntries(zip, allowance)
  const kind = kindOf(entries)
  if (!kind) return null
  const types = entries.find(({ name }) => name.toLowerCase() === listOfTypes)
  // Two readers would take it for two things.
  refuseIf(kind === 'hwpx' && types !== undefined, 'two-kinds')
  const typeOf = types && (await contentTypes(types.content))
  for (const entry of entries) {
    const { name, content } = entry
    refuseTestVirus(content)
    refuseIf(started.test(name), 'packed-file')
    // In a HWPX as well: the same file may be taken for an Office document elsewhere.
    refuseIf(macros.test(name), 'program')
    if (isXml(entry, typeOf?.(name))) await lookIntoXml(content)
    else if (/^Scripts\//i.test(name)) refuseHwpScript(asText(content))
    else if (isOle(content) || isOle(content.subarray(4))) refuseOleObject(content)
    else if (content.length > 4 && content.readUInt32LE(0) === 0x04034b50) {
      refuseIf(isWithin, 'packed-file')
      refuseIf((await lookIntoZipped(content, allowance, true)) === null, 'packed-file')
    }
  }
  return kind
}

/** By its type, by its ending where a HWPX has no types, or by how it begins: a reader may go by any of them. */
const isXml = ({ name, content }: ZipEntry, type = ''): boolean =>
  isXmlType(type) || /\.(xml|rels|hpf|opf|rdf|vml)$/i.test(name) || beginsAsXml(content)

function kindOf(entries: readonly ZipEntry[]): ZippedKind | null {
  const has = (name: string) => entries.some(entry => entry.name === name)
  if (entries[0]?.name === 'mimetype' && entries[0].content.toString('latin1').trim() === 'application/hwp+zip')
    return has('Contents/content.hpf') ? 'hwpx' : null
  if (!has('[Content_Types].xml')) return null
  return has('word/document.xml') ? 'docx' : has('xl/workbook.xml') ? 'xlsx' : null
}

/** Scripts of HWPX are written in UTF-16 or UTF-8. */
const asText = (content: Buffer): string => content.toString(content.includes(0) ? 'utf16le' : 'utf8')
