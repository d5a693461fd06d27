import { describe, expect, it } from 'vitest'
import { decodeCp949 } from './cp949.ts'

const decoded = (...bytes: readonly number[]) => decodeCp949(new Uint8Array(bytes))

describe('CP949', () => {
  it.each([
    // The first and the last of the free places, and what stands at each turn between them.
    [0x81, 0x41, '갂'],
    [0x81, 0x5a, '갴'],
    [0x81, 0x61, '갵'],
    [0xa0, 0xfe, '좤'],
    [0xa1, 0x41, '좥'],
    [0xc6, 0x52, '힣'],
    // EUC-KR
    [0xb0, 0xa1, '가'],
    [0xc8, 0xfe, '힝'],
    [0xa1, 0xb8, '「'],
    [0xa2, 0xe6, '€'],
  ])('reads %i %i as %s', (lead, trail, sign) => expect(decoded(lead, trail)).toBe(sign))

  it('reads each syllable of Unicode at one place', () => {
    const signs = new Set<string>()
    for (let lead = 0x81; lead <= 0xc8; lead += 1)
      for (let trail = 0x41; trail <= 0xfe; trail += 1) {
        const sign = decoded(lead, trail)
        if (sign && /^[\uac00-\ud7a3]$/.test(sign)) signs.add(sign)
      }
    expect(signs.size).toBe(0xd7a3 - 0xac00 + 1)
  })

  it.each([[[0xc6, 0x53]], [[0x80]], [[0xff, 0xa1]], [[0xb0]], [[0xb0, 0x20]], [[0x8c]], [[0xc9, 0xa1]]])(
    'does not read %j',
    bytes => expect(decoded(...bytes)).toBeUndefined(),
  )
})
