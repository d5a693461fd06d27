import { parseDay, printDay } from '@ieum/catalogue/day-numbers'
import type { Value } from '@ieum/catalogue/records'
import type { Comparator, Type } from '../form.ts'

/** The value nearest to what it is now for which `value by target` just holds. */
export function just(by: Comparator, target: Value, from: Value | undefined, type: Type): readonly Value[] {
  if (by === '=' || by === '>=' || by === '<=') return [target]
  if (type.is === 'number' && typeof target === 'number') {
    const step = stepOf(target, from)
    if (by === '>') return [rounded(target + step)]
    if (by === '<') return [rounded(target - step)]
    return [rounded(target + step), rounded(target - step)]
  }
  if (type.is === 'date' && typeof target === 'string') {
    const day = parseDay(target)
    if (day === undefined) return []
    if (by === '>') return [printDay(day + 1)]
    if (by === '<') return [printDay(day - 1)]
    return [printDay(day + 1), printDay(day - 1)]
  }
  return []
}

/** Whole numbers move by one; others by a hundredth, or by the last place that is written. */
function stepOf(target: number, from: Value | undefined): number {
  const isWhole = Number.isInteger(target) && (typeof from !== 'number' || Number.isInteger(from))
  if (isWhole) return 1
  return 10 ** -Math.max(2, placesOf(target), typeof from === 'number' ? placesOf(from) : 0)
}

function placesOf(value: number): number {
  return /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0
}

function rounded(value: number): number {
  return Number(value.toPrecision(15))
}
