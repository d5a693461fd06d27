import { z } from 'zod'
import type { Link } from './records.ts'
import { link } from './schemas/link.ts'

/** The links in data from outside, or nothing when any of them is none. */
export function readLinks(value: unknown): readonly Link[] | undefined {
  const read = z.array(link).safeParse(value)
  return read.success ? (read.data as readonly Link[]) : undefined
}
