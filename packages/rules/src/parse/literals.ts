import { dayNumberOf, daysInMonth, parseDay, printDay } from '@ieum/catalogue/day-numbers'
import { type Duration, parseDuration } from '../durations.ts'
import { Refusal } from './refusal.ts'

export function readNumber(written: string, at: number): number {
  const value = Number(written.replace(/\s+/g, ''))
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER)
    throw new Refusal(
      at,
      `${written} is larger than 9007199254740991 (2^53 - 1)`,
      'write a smaller number: larger ones lose their last digits',
    )
  const digits = written.split(/[eE]/, 1)[0]!.replace(/\D/g, '').replace(/^0+/, '')
  if (!Number.isInteger(value) && digits.length > 15)
    throw new Refusal(at, `${written} has more than 15 digits`, 'round it to 15 digits')
  return value
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '"': '"',
  "'": "'",
  '\\': '\\',
  '/': '/',
}

/** The text between the quotes, escapes undone. */
export function readText(written: string, at: number): string {
  return written
    .slice(1, -1)
    .replace(/\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{6})|(.))/gs, (whole, four, six, one, index) => {
      const code = four ?? six
      if (code !== undefined) {
        const point = Number.parseInt(code, 16)
        if (point <= 0x10ffff) return String.fromCodePoint(point)
      } else if (Object.hasOwn(escapes, one)) return escapes[one]!
      throw new Refusal(at + 1 + index, `\`${whole}\` stands for no character`, 'write a backslash as `\\\\`')
    })
}

export function readDay(written: string, at: number): string {
  const day = parseDay(written)
  if (day !== undefined) return printDay(day)
  throw new Refusal(at, `there is no day "${written}"`, likelyDay(written) ?? 'write a day as date("2026-11-25")')
}

/** 2026-02-30 was meant to be the last day of February more likely than anything else. */
function likelyDay(written: string): string | undefined {
  const found = /^(\d{4})[-./]?(\d{1,2})(?:[-./]?(\d{1,2}))?/.exec(written)
  if (!found) return undefined
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3] ?? 1)]
  if (year < 1 || month < 1 || month > 12) return undefined
  const meant = dayNumberOf(year, month, Math.max(1, Math.min(day, daysInMonth(year, month))))
  return `write date("${printDay(meant)}")`
}

export function readDuration(written: string, at: number): Duration {
  const duration = parseDuration(written)
  if (duration) return duration
  if (/^-?P.*T/.test(written))
    throw new Refusal(at, `the duration "${written}" has a time of day`, 'rules count whole days: write "P1D"')
  if (/^-?P(?:\d+Y)?(?:\d+M)?\d+D$/.test(written))
    throw new Refusal(
      at,
      `the duration "${written}" mixes months with days, which have no common length`,
      'add the one and then the other: on + duration("P1M") + duration("P2D")',
    )
  if (/^-?P\d+W$/.test(written))
    throw new Refusal(
      at,
      `the duration "${written}" counts weeks`,
      `write "P${Number.parseInt(written.slice(1), 10) * 7}D"`,
    )
  throw new Refusal(at, `"${written}" is no duration`, 'write "P3Y", "P6M" or "P14D"')
}
