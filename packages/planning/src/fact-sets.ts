/** Sets of facts as bits, since labels compare them again and again. */
import type { FactName } from '@ieum/catalogue/records'

export type FactSet = bigint

export interface FactSets {
  of(names: readonly FactName[]): FactSet
  size(set: FactSet): number
}

export const noFacts: FactSet = 0n

export const isWithin = (a: FactSet, b: FactSet): boolean => (a & ~b) === 0n

export function factSets(): FactSets {
  const bits = new Map<FactName, bigint>()
  const sizes = new Map<FactSet, number>()
  return {
    of(names) {
      let set = noFacts
      for (const name of names) {
        const bit = bits.get(name) ?? 1n << BigInt(bits.size)
        bits.set(name, bit)
        set |= bit
      }
      return set
    },
    size(set) {
      const known = sizes.get(set)
      if (known !== undefined) return known
      let size = 0
      for (let rest = set; rest !== noFacts; rest &= rest - 1n) size++
      sizes.set(set, size)
      return size
    },
  }
}
