import type { Day } from '@ieum/catalogue/records'
import { useLocation } from '@tanstack/react-router'

/** `on=2026-06-01`, where the address names a day; else nothing, and the server, which answers with its day, takes today. */
export function useAskedDay(): string {
  const { on } = useLocation().search as { readonly on?: Day }
  return on === undefined ? '' : `on=${on}`
}
