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
  return typeof value === 'string' ? JSON.stringify(short(value)) : String(value)
}

export const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)

/** No more is reported of one file: nobody corrects more at a time, and a hostile file must not make work. */
export const mostFindings = 50

/** The first few; what comes after them is not even looked for. */
export function first(findings: Iterable<Finding>, most: number): Finding[] {
  const found: Finding[] = []
  if (most > 0)
    for (const finding of findings) {
      found.push(finding)
      if (found.length >= most) break
    }
  return found
}
