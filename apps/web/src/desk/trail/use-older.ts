import { useState } from 'react'
import { ask, Refused } from '../client/ask.ts'
import { useAsked } from '../client/use-asked.ts'

interface Page {
  readonly next: number | null
}

/** A list that is read page by page; another address begins it anew. */
export function useOlder<P extends Page>(path: string | undefined, older: (after: number) => string) {
  const { value, refused, isAsking, again } = useAsked<P>(path)
  const [more, setMore] = useState<{ first: P; pages: readonly P[] }>()
  const [notMore, setNotMore] = useState<Refused>()
  const pages = value === undefined ? [] : [value, ...(more?.first === value ? more.pages : [])]
  const next = pages.at(-1)?.next ?? null
  const showOlder = async () => {
    if (next === null || value === undefined) return
    setNotMore(undefined)
    try {
      const page = await ask<P>(older(next))
      setMore({ first: value, pages: [...pages.slice(1), page] })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setNotMore(error)
    }
  }
  return { pages, refused, isAsking, again, next, showOlder, notMore }
}
