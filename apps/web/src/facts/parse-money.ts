/**
 * Sums as people write them: `82억`, `3억 5,000만원`, `3억 5천`, `-3억`, `8.2B`, `600m`, `8,200,000,000`. Undefined when it is
 * no sum; a comma stands only before three digits.
 */
const units: Readonly<Record<string, number>> = {
  조: 1e12,
  억: 1e8,
  천만: 1e7,
  백만: 1e6,
  만: 1e4,
  천: 1e3,
  t: 1e12,
  b: 1e9,
  bn: 1e9,
  m: 1e6,
  k: 1e3,
}

/** Directly behind a larger unit 천 counts in the next one down: `3억 5천` is 3억 5천만, `1조 5천` is 1조 5천억. */
const thousandsBehind: Readonly<Record<string, number>> = { 조: 1e11, 억: 1e7 }

export function parseMoney(text: string): number | undefined {
  const tight = text.toLowerCase().replaceAll(/[\s_]|원|krw|₩|won/g, '')
  const isNegative = tight.startsWith('-')
  const written = isNegative ? tight.slice(1) : tight
  if (!/^\d/.test(written)) return undefined
  const parts = [
    ...written.matchAll(/(\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)(천만|백만|조|억|만|천|bn|[tbmk])?/gy),
  ]
  if (parts.map(([part]) => part).join('') !== written) return undefined
  let sum = 0
  let last = Number.POSITIVE_INFINITY
  let before = ''
  for (const [, digits, unit = ''] of parts) {
    const size = (unit === '천' && thousandsBehind[before]) || (units[unit] ?? 1)
    // `5만 3억` is not a sum that anyone writes.
    if (size >= last) return undefined
    last = size
    before = unit
    sum += Number(digits!.replaceAll(',', '')) * size
  }
  const won = Math.round(sum)
  return isNegative && won > 0 ? -won : won
}
