/** The XML parts of a document: nothing fetched when opened, no program started. */
import { Refused, refuseIf } from './refusal.ts'
import { readXml, type XmlElement, type XmlListener } from './xml-reader.ts'

/** UTF-8 or UTF-16, as XML has it without being told; another encoding could hide anything. */
export function xmlText(content: Buffer): string {
  try {
    const text = new TextDecoder(encodingOf(content), { fatal: true }).decode(content)
    const told = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(text.slice(0, 1_000))?.[1]
    refuseIf(told !== undefined && !/^(utf-?8|utf-?16([lb]e)?|us-ascii)$/i.test(told), 'broken')
    return text
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('broken')
  }
}

/** Whether a part reads as XML, whatever it is called or said to be. */
export const beginsAsXml = (content: Buffer): boolean =>
  /^\ufeff?[ \t\r\n]*</.test(new TextDecoder(encodingOf(content)).decode(content.subarray(0, 1_000)))

function encodingOf(content: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const mark = content.length >= 2 ? content.readUInt16BE(0) : 0
  return mark === 0xfffe || mark === 0x3c00 ? 'utf-16le' : mark === 0xfeff || mark === 0x003c ? 'utf-16be' : 'utf-8'
}

/**
 * Elements go by their local name in whatever namespace: a reader may know more namespaces than we do, and no other element that
 * documents have is called so.
 */
export async function lookIntoXml(content: Buffer): Promise<void> {
  const fields = fieldsSpread()
  await readXml(xmlText(content), {
    opens(element) {
      if (element.local === 'Relationship') refuseRelationship(element)
      refuseIf(element.local === 'ddeLink', 'program')
      fields.opens(element)
    },
    says: fields.says,
  })
  fields.refuseDde()
}

/** What says of a part, by its type or by how it is related to another, that it runs. */
const runs = /macroEnabled|vbaProject|vbaData|macrosheet|dialogsheet|activeX/i

export const refuseTypeThatRuns = (type: string): void => refuseIf(runs.test(type), 'program')

/** The two that ISO/IEC 29500 has, in its transitional and in its strict part. */
const links: ReadonlySet<string | undefined> = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink',
  'http://purl.oclc.org/ooxml/officeDocument/relationships/hyperlink',
])

/** Of an Office package: only a link that is clicked may lead outside. */
function refuseRelationship({ attributes }: XmlElement): void {
  const type = attributes.find(({ namespace, local }) => namespace === '' && local === 'Type')?.value
  refuseTypeThatRuns(type ?? '')
  const isOutside = attributes.some(({ local, value }) => local === 'TargetMode' && !/^\s*Internal\s*$/i.test(value))
  refuseIf(isOutside && !links.has(type), 'outside')
}

/** DDE starts a program from a field, whose words may be spread over several runs. */
function fieldsSpread(): Required<XmlListener> & { refuseDde(): void } {
  let spread = ''
  const inOne: string[] = []
  return {
    opens({ attributes }) {
      for (const { local, value } of attributes) if (local === 'instr') inOne.push(value)
    },
    says(text, { local }) {
      if (local === 'instrText') spread += text
    },
    refuseDde: () => refuseIf(/\bDDE(?:AUTO)?\b/i.test(`${spread} ${inOne.join(' ')}`), 'program'),
  }
}
