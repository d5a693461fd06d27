import type { Fact } from '@ieum/catalogue/records'
import { parseMoney } from '../../../facts/parse-money.ts'

export type Written =
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'no number' }
  | { readonly is: 'too small' | 'too large'; readonly bound: number }

/** A number as it was written for a fact: money in words, shares in percent, everything within the fact's bounds. */
export function readNumber(text: string, { unit, min, max }: Pick<Fact, 'unit' | 'min' | 'max'>): Written {
  const value = unit === 'KRW' ? parseMoney(text) : unit === 'fraction' ? shareIn(text) : plainNumber(text)
  if (value === undefined) return { is: 'no number' }
  if (min !== undefined && value < min) return { is: 'too small', bound: min }
  if (max !== undefined && value > max) return { is: 'too large', bound: max }
  return { is: 'number', value }
}

function plainNumber(text: string): number | undefined {
  const tight = text.replaceAll(/[\s,]/g, '')
  return /^-?\d+(?:\.\d+)?$/.test(tight) ? Number(tight) : undefined
}

/** 12.5 percent is 0.125, not 0.12500000000000003. */
function shareIn(text: string): number | undefined {
  const percent = plainNumber(text.replace('%', ''))
  return percent === undefined ? undefined : Number((percent / 100).toPrecision(12))
}

/** Several numbers, the latest first, with commas or semicolons between; a comma within `8,200` does not part two numbers. */
export function readNumbers(text: string, fact: Pick<Fact, 'unit' | 'min' | 'max'>): readonly number[] | undefined {
  const parts = text
    .split(/[;·\n]|,(?!\d{3}(?!\d))/)
    .map(part => part.trim())
    .filter(part => part !== '')
  const read = parts.map(part => readNumber(part, fact))
  return read.every(one => one.is === 'number') ? read.map(one => one.value) : undefined
}
