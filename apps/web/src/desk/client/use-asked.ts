import { useCallback, useEffect, useState } from 'react'
import { ask, Refused } from './ask.ts'

export interface Asked<T> {
  /** What was answered last; it stays while it is asked for anew. */
  readonly value: T | undefined
  readonly refused: Refused | undefined
  readonly isAsking: boolean
  readonly again: () => void
}

interface Answer<T> {
  readonly path?: string | undefined
  readonly round?: number
  readonly value?: T | undefined
  readonly refused?: Refused | undefined
}

/** Reads an address of the server; none is read while the path is undefined. */
export function useAsked<T>(path: string | undefined): Asked<T> {
  const [round, setRound] = useState(0)
  const [answer, setAnswer] = useState<Answer<T>>({})
  const again = useCallback(() => setRound(before => before + 1), [])

  useEffect(() => {
    if (path === undefined) return
    const leaving = new AbortController()
    ask<T>(path, leaving.signal).then(
      value => {
        if (!leaving.signal.aborted) setAnswer({ path, round, value })
      },
      (error: unknown) => {
        if (leaving.signal.aborted) return
        if (!(error instanceof Refused)) throw error
        setAnswer(({ value }) => ({ path, round, value, refused: error }))
      },
    )
    return () => leaving.abort()
  }, [path, round])

  const isAsking = path !== undefined && (answer.path !== path || answer.round !== round)
  return { value: answer.value, refused: isAsking ? undefined : answer.refused, isAsking, again }
}
