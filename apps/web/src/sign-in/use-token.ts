import { useLocation } from '@tanstack/react-router'
import { useState } from 'react'

/**
 * The token of a letter, from the part of the address behind `#`, which no browser sends. It is kept when that part is overwritten, as by
 * the link to the content; another letter opened in the same window brings its own.
 */
export function useToken(name: 'token' | 'firm'): string | undefined {
  const { hash } = useLocation()
  const [kept, setKept] = useState<string>()
  const given = new URLSearchParams(hash.replace(/^#/, '')).get(name) ?? undefined
  if (given !== undefined && given !== kept) setKept(given)
  return given ?? kept
}
