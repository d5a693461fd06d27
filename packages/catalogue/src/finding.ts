import type { Pointer } from './places.ts'

/** Something wrong in data, before its place in a file is looked up. */
export interface Finding {
  readonly pointer: Pointer
  /** Whether the key or the value is to blame; the value when left out. */
  readonly at?: 'key'
  readonly wrong: string
  readonly right?: string | undefined
  /** It stops nothing. */
  readonly isWarning?: true
}

/** A value as it may stand in a message: short, on one line. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'a record'
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 57)}…"` : text
}
