/** What the app on a phone shows for a setup key (RFC 6238 with its usual thirty seconds and six digits). */
import { createHmac } from 'node:crypto'

const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** `later`: thirty seconds on, since a code counts once. */
export function codeOf(key: string, { later = 0 } = {}): string {
  const bits = [...key.replaceAll(/[\s=]/g, '').toUpperCase()]
    .map(sign => signs.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later))
  const hash = createHmac('sha1', secret).update(counter).digest()
  const at = hash.at(-1)! & 15
  return String((hash.readUInt32BE(at) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0')
}
