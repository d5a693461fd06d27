/**
 * CP949 (Unified Hangul Code), in which Excel in Korea writes a CSV. EUC-KR is the part of it in which both bytes are 0xA1 or more, and the
 * only part that Node reads. The other 8,822 syllables stand in the free places around it, in the order of Unicode.
 */

const syllables = { first: 0xac00, last: 0xd7a3 }

/** Of the second byte, in the order in which places are filled. */
const trails = [...span(0x41, 0x5a), ...span(0x61, 0x7a), ...span(0x81, 0xfe)]
/** Where EUC-KR begins, only the places below it are free. */
const trailsBesideEucKr = trails.filter(trail => trail <= 0xa0)

const addedLater = [
  [0xa2e6, '€'],
  [0xa2e7, '®'],
] as const

let made: ReadonlyMap<number, string> | undefined

/** Undefined where the bytes are no CP949. */
export function decodeCp949(bytes: Uint8Array): string | undefined {
  const eucKr = new TextDecoder('euc-kr', { fatal: true })
  made ??= extension(eucKr)
  let text = ''
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at]!
    if (lead < 0x80) {
      text += String.fromCharCode(lead)
      continue
    }
    at += 1
    const trail = bytes[at]
    const sign = trail === undefined ? undefined : (made.get(lead * 256 + trail) ?? pair(eucKr, lead, trail))
    if (sign === undefined) return undefined
    text += sign
  }
  return text
}

function pair(eucKr: TextDecoder, lead: number, trail: number): string | undefined {
  if (lead < 0xa1 || trail < 0xa1) return undefined
  try {
    const sign = eucKr.decode(new Uint8Array([lead, trail]))
    // Places left to each user: nobody else knows what stands there.
    return /\p{Co}/u.test(sign) ? undefined : sign
  } catch {
    return undefined
  }
}

function extension(eucKr: TextDecoder): ReadonlyMap<number, string> {
  const inEucKr = new Set<string>()
  for (const lead of span(0xb0, 0xc8))
    for (const trail of span(0xa1, 0xfe)) {
      const sign = pair(eucKr, lead, trail)
      if (sign !== undefined) inEucKr.add(sign)
    }
  const others = span(syllables.first, syllables.last)
    .map(code => String.fromCharCode(code))
    .filter(sign => !inEucKr.has(sign))
  const places = span(0x81, 0xc6).flatMap(lead =>
    (lead < 0xa1 ? trails : trailsBesideEucKr).map(trail => lead * 256 + trail),
  )
  return new Map([...others.map((sign, index) => [places[index]!, sign] as const), ...addedLater])
}

function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
