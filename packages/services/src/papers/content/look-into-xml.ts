/** The XML parts of a document: no entity of its own, nothing fetched when opened. Nothing here is parsed as XML, so nothing is resolved. */
import { Refused, refuseIf } from './refusal.ts'

export function lookIntoXml(content: Buffer): string {
  const text = decoded(content)
  refuseIf(/<!(?:DOCTYPE|ENTITY)/i.test(text), 'outside')
  return text
}

/** UTF-8 or UTF-16, as XML has it without being told; another encoding could hide anything. */
function decoded(content: Buffer): string {
  const mark = content.length >= 2 ? content.readUInt16BE(0) : 0
  const encoding =
    mark === 0xfffe || mark === 0x3c00 ? 'utf-16le' : mark === 0xfeff || mark === 0x003c ? 'utf-16be' : 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(content)
    const told = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1]
    refuseIf(told !== undefined && !/^(utf-?8|utf-?16([lb]e)?|us-ascii)$/i.test(told), 'broken')
    return text
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('broken')
  }
}

/** Of an Office package: only a link that is clicked may lead outside. */
export function lookIntoRelationships(text: string): void {
  // To the next `<`, which no value of an attribute may hold: `>` may stand in one.
  for (const [relationship] of text.matchAll(/<(?:\w+:)?Relationship\b[^<]*/g)) {
    const plain = withoutReferences(relationship)
    if (/TargetMode\s*=\s*["']\s*External/i.test(plain))
      refuseIf(!/Type\s*=\s*["'][^"']*\/hyperlink["']/.test(plain), 'outside')
  }
}

/** With its attributes, in whose values `>` may stand. */
const instruction = /<w:instrText(?:\s+[^\s=<>"']+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*>([^<]*)/g

/** DDE starts a program from a field, whose words may be spread over several runs. */
export function lookIntoFields(text: string): void {
  refuseIf(/<(?:\w+:)?ddeLink\b/.test(text), 'program')
  const spread = [...text.matchAll(instruction)].map(([, words]) => words).join('')
  const inOne = [...text.matchAll(/w:instr\s*=\s*["']([^"']*)["']/g)].map(([, words]) => words).join(' ')
  refuseIf(/\bDDE(?:AUTO)?\b/i.test(withoutReferences(`${spread} ${inOne}`)), 'program')
}

const withoutReferences = (text: string): string =>
  text.replaceAll(/&#(x?)([0-9a-f]{1,6});/gi, (all, isHex: string, code: string) => {
    const point = Number.parseInt(code, isHex ? 16 : 10)
    return point <= 0x10ffff ? String.fromCodePoint(point) : all
  })
