/** The text of a table that somebody brings, in whichever letters a spreadsheet of the country wrote it. */
import { decodeCp949 } from './cp949.ts'

export type TextRead =
  | { readonly is: 'text'; readonly text: string }
  /** A workbook (`xlsx`, `xls`), where a CSV is asked for. */
  | { readonly is: 'workbook' }
  /** Neither UTF-8, with or without its mark, nor UTF-16 with its mark, nor CP949 (of which EUC-KR is a part). */
  | { readonly is: 'unknown letters' }

const begins = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte)

export function readText(bytes: Uint8Array): TextRead {
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04) || begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { is: 'workbook' }
  const text = begins(bytes, 0xff, 0xfe)
    ? decoded(bytes, 'utf-16le')
    : begins(bytes, 0xfe, 0xff)
      ? decoded(bytes, 'utf-16be')
      : // CP949 text is hardly ever UTF-8 by chance.
        (decoded(bytes, 'utf-8') ?? decodeCp949(bytes))
  // No table has a sign in it that nobody can type.
  return text === undefined || text.includes('\0') ? { is: 'unknown letters' } : { is: 'text', text }
}

/** Without the byte order mark, which the decoder takes away. */
function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
