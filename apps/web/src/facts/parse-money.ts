/** Sums as people write them: `82억`, `3억 5,000만원`, `8.2B`, `600m`, `8,200,000,000`. Undefined when it is no sum. */
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

export function parseMoney(text: string): number | undefined {
  const tight = text
    .toLowerCase()
    .replaceAll(/[\s,_]|원|krw|₩|won/g, '')
    .trim()
  if (!/^\d/.test(tight)) return undefined
  const parts = [...tight.matchAll(/(\d+(?:\.\d+)?)(천만|백만|조|억|만|천|bn|[tbmk])?/gy)]
  if (parts.map(([part]) => part).join('') !== tight) return undefined
  let sum = 0
  let last = Number.POSITIVE_INFINITY
  for (const [, digits, unit] of parts) {
    const size = unit === undefined ? 1 : units[unit]!
    // `5만 3억` is not a sum that anyone writes.
    if (size >= last) return undefined
    last = size
    sum += Number(digits) * size
  }
  return Math.round(sum)
}
