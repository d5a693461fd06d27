import type { Day } from '@ieum/catalogue/records'
import { useSearch } from '@tanstack/react-router'
import { today } from './today.ts'

/** The day that the page speaks of: `?on=2026-06-01`, else today. */
export function useOn(): Day {
  const { on } = useSearch({ strict: false })
  return on ?? today()
}
