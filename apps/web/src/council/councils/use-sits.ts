/** Whether the agency of a post has anything to do with councils, asked once a visit: the desk's own navigation waits for it on every page. */
import { useEffect, useState } from 'react'
import { ask } from '../../desk/client/ask.ts'

const asked = new Map<string, Promise<boolean>>()

/** A council was set up: it is asked anew. */
export const forgetSits = (): void => asked.clear()

interface Councils {
  readonly councils: readonly unknown[]
  readonly catalogue: readonly unknown[]
}

function sits(post: string): Promise<boolean> {
  const known = asked.get(post)
  if (known !== undefined) return known
  const answer = ask<Councils>(`/api/posts/${encodeURIComponent(post)}/councils`).then(
    ({ councils, catalogue }) => councils.length + catalogue.length > 0,
    () => {
      // No answer is no no: the next page asks again.
      asked.delete(post)
      return false
    },
  )
  asked.set(post, answer)
  return answer
}

/** No as long as it is not known. */
export function useSits(post: string): boolean {
  const [of, setOf] = useState<string>()
  useEffect(() => {
    let isHere = true
    void sits(post).then(does => {
      if (isHere && does) setOf(post)
    })
    return () => {
      isHere = false
    }
  }, [post])
  return of === post
}
