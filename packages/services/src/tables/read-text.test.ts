import { describe, expect, it } from 'vitest'
import { readText } from './read-text.ts'

const bytes = (...codes: readonly number[]) => new Uint8Array(codes)
const utf8 = (text: string) => new TextEncoder().encode(text)

describe('a table that is brought', () => {
  it.each<[string, Uint8Array, string]>([
    ['UTF-8', utf8('번호,답'), '번호,답'],
    ['UTF-8 as Excel marks it', bytes(0xef, 0xbb, 0xbf, ...utf8('번호')), '번호'],
    ['EUC-KR', bytes(0xb9, 0xf8, 0xc8, 0xa3, 0x2c, 0xb4, 0xe4), '번호,답'],
    // 똠, which EUC-KR does not have and CP949 does.
    ['CP949, as Excel in Korea writes', bytes(0x8c, 0x63, 0xb9, 0xe6), '똠방'],
    ['UTF-16 as Excel marks it', bytes(0xff, 0xfe, 0x88, 0xbc, 0x38, 0xd6), '번호'],
    ['plain letters', utf8('number,answer'), 'number,answer'],
    ['nothing', bytes(), ''],
  ])('is read as %s', (_, brought, text) => expect(readText(brought)).toEqual({ is: 'text', text }))

  it.each<[string, Uint8Array, string]>([
    ['a workbook', bytes(0x50, 0x4b, 0x03, 0x04, 1, 2), 'workbook'],
    ['an old workbook', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'workbook'],
    ['Japanese letters that are no Korean ones', bytes(0x83, 0xff, 0x82, 0xff), 'unknown letters'],
    ['UTF-16 cut in the middle', bytes(0xff, 0xfe, 0x88), 'unknown letters'],
    ['bytes of no table', bytes(0x00, 0x01, 0x02), 'unknown letters'],
  ])('is refused as %s', (_, brought, is) => expect(readText(brought)).toEqual({ is }))
})
