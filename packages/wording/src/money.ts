import type { Language } from '@ieum/catalogue/records'

/** `6억 원`, `3,500만 원`, `1억 2,000만 원`; `KRW 600M`, `KRW 1.2B`, `KRW 35M`. Rounded to three figures in English, to 만 원 in Korean. */
export function sayMoney(won: number, language: Language): string {
  const said = language === 'ko' ? inKorean(Math.abs(won)) : inEnglish(Math.abs(won))
  return won < 0 ? `−${said}` : said
}

/** The exact figure: `600,000,000원` or `KRW 600,000,000`. */
export function sayExactMoney(won: number, language: Language): string {
  const figure = won.toLocaleString('en-US')
  return language === 'ko' ? `${figure}원` : `KRW ${figure}`
}

function inKorean(won: number): string {
  if (won < 10_000) return `${won.toLocaleString('en-US')}원`
  const man = Math.round(won / 10_000)
  const parts = [
    [Math.trunc(man / 100_000_000), '조'],
    [Math.trunc((man % 100_000_000) / 10_000), '억'],
    [man % 10_000, '만'],
  ] as const
  return `${parts
    .filter(([count]) => count !== 0)
    .map(([count, unit]) => `${count.toLocaleString('en-US')}${unit}`)
    .join(' ')} 원`
}

function inEnglish(won: number): string {
  const scales = [
    [1e12, 'T'],
    [1e9, 'B'],
    [1e6, 'M'],
    [1e3, 'K'],
  ] as const
  const rounded = Number(won.toPrecision(3))
  const scale = scales.find(([size]) => rounded >= size)
  return scale ? `KRW ${rounded / scale[0]}${scale[1]}` : `KRW ${rounded}`
}
