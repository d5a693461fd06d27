import type { Fact } from '@ieum/catalogue/records'
import { parseMoney } from '../../../facts/parse-money.ts'

type Bounded = Pick<Fact, 'unit' | 'min' | 'max'>

export type NotANumber =
  | { readonly is: 'no number' }
  | { readonly is: 'too small' | 'too large'; readonly bound: number }

export type Written = { readonly is: 'number'; readonly value: number } | NotANumber

export type NumbersWritten =
  | { readonly is: 'numbers'; readonly values: readonly number[] }
  /** A comma that may part two values, or mark the thousands of one. */
  | { readonly is: 'ambiguous'; readonly part: string }
  | NotANumber

/** A number as it was written for a fact: money in words, shares in percent, everything within the fact's bounds. */
export function readNumber(text: string, { unit, min, max }: Bounded): Written {
  const value = valueIn(text, unit)
  if (value === undefined) return { is: 'no number' }
  if (min !== undefined && value < min) return { is: 'too small', bound: min }
  if (max !== undefined && value > max) return { is: 'too large', bound: max }
  return { is: 'number', value }
}

function valueIn(text: string, unit: string | undefined): number | undefined {
  // The minus of a word processor, and the triangle of a Korean balance sheet.
  const plain = text.trim().replace(/^[−△▲]/, '-')
  return unit === 'KRW' ? parseMoney(plain) : unit === 'fraction' ? shareIn(plain) : plainNumber(plain)
}

function plainNumber(text: string): number | undefined {
  const tight = text.replaceAll(/\s/g, '')
  return /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/.test(tight) ? Number(tight.replaceAll(',', '')) : undefined
}

/** 12.5 percent is 0.125, not 0.12500000000000003. */
function shareIn(text: string): number | undefined {
  const percent = plainNumber(text.replace('%', ''))
  return percent === undefined ? undefined : Number((percent / 100).toPrecision(12))
}

/** Several numbers, the latest first, with commas between. None is read where a comma may stand within one of them. */
export function readNumbers(text: string, fact: Bounded): NumbersWritten {
  const part = ambiguousIn(text, fact.unit)
  if (part !== undefined) return { is: 'ambiguous', part }
  const values: number[] = []
  for (const one of text.split(/[,;·\n]/)) {
    if (one.trim() === '') continue
    const read = readNumber(one, fact)
    if (read.is !== 'number') return read
    values.push(read.value)
  }
  return { is: 'numbers', values }
}

const ratios = ['fraction', 'times']
/** No share in percent and no ratio is this large: `450,420` can only be two of them, `1,200` can be one. */
const neverReached = 10_000

/** Figures that look like thousands of one number: no space behind the comma and three digits, or a part that begins with 0. */
function ambiguousIn(text: string, unit = ''): string | undefined {
  const grouped = text.match(/(?<![\d.,])\d{1,3}(?:,\d{3})+(?!\d|,\d)/g) ?? []
  const isReached = (one: string): boolean => !ratios.includes(unit) || Number(one.replaceAll(',', '')) < neverReached
  return grouped.find(isReached) ?? text.match(/\d[\d,]*/g)?.find(one => /,0\d/.test(one))
}
