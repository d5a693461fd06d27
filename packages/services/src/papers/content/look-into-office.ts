/** Office documents (ECMA-376: docx, xlsx) and HWPX (KS X 6101): ZIP files of XML parts. */

import { refuseHwpScript } from './look-into-hwp.ts'
import { lookIntoFields, lookIntoRelationships, lookIntoXml } from './look-into-xml.ts'
import { isOle, refuseOleObject } from './ole-streams.ts'
import { refuseIf } from './refusal.ts'
import { refuseTestVirus } from './test-virus.ts'
import { type ZipEntry, zipEntries } from './zip-entries.ts'

export type ZippedKind = 'docx' | 'xlsx' | 'hwpx'

const started = /\.(exe|dll|com|scr|bat|cmd|ps1|vbs?|jse?|wsf|hta|lnk|jar|msi|zip|rar|7z|chm|reg)$/i
const macros = /(^|\/)(vbaProject\w*\.bin|vbaData\.xml|macrosheets|intlMacrosheets|dialogsheets|activeX)(\/|$)/i

/** Which it is, or null when it is a ZIP file of another kind. Documents in documents are looked through once more, and no deeper. */
export async function lookIntoZipped(zip: Buffer, isWithin = false): Promise<ZippedKind | null> {
  const entries = await zipEntries(zip)
  const kind = kindOf(entries)
  if (!kind) return null
  for (const entry of entries) {
    const { name, content } = entry
    refuseTestVirus(content)
    refuseIf(started.test(name), 'packed-file')
    // In a HWPX as well: the same file may be taken for an Office document elsewhere.
    refuseIf(macros.test(name), 'program')
    if (/\.(xml|rels|hpf|opf|rdf|vml)$/i.test(name)) lookIntoPart(entry, kind)
    else if (/^Scripts\//i.test(name)) refuseHwpScript(asText(content))
    else if (isOle(content) || isOle(content.subarray(4))) refuseOleObject(content)
    else if (content.length > 4 && content.readUInt32LE(0) === 0x04034b50) {
      refuseIf(isWithin, 'packed-file')
      refuseIf((await lookIntoZipped(content, true)) === null, 'packed-file')
    }
  }
  return kind
}

function lookIntoPart({ name, content }: ZipEntry, kind: ZippedKind): void {
  const text = lookIntoXml(content)
  if (kind === 'hwpx') return
  if (name === '[Content_Types].xml') refuseIf(/macroEnabled|vbaProject/i.test(text), 'program')
  if (name.endsWith('.rels')) lookIntoRelationships(text)
  else lookIntoFields(text)
}

function kindOf(entries: readonly ZipEntry[]): ZippedKind | null {
  const has = (name: string) => entries.some(entry => entry.name === name)
  if (entries[0]?.name === 'mimetype' && entries[0].content.toString('latin1').trim() === 'application/hwp+zip')
    return has('Contents/content.hpf') ? 'hwpx' : null
  if (!has('[Content_Types].xml')) return null
  return has('word/document.xml') ? 'docx' : has('xl/workbook.xml') ? 'xlsx' : null
}

/** Scripts of HWPX are written in UTF-16 or UTF-8. */
const asText = (content: Buffer): string => content.toString(content.includes(0) ? 'utf16le' : 'utf8')
