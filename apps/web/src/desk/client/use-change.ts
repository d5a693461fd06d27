import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { change, type Method, newKey, Refused } from './ask.ts'

export interface Changing<Answer> {
  readonly isSending: boolean
  readonly refused: Refused | undefined
  /** Undefined when it was refused, when the same is under way already, or while what it changes is being read anew. */
  readonly send: (path: string, body?: unknown, method?: Method) => Promise<Answer | undefined>
  readonly forget: () => void
}

/** What is changed, as the page has read it. */
interface WasRead {
  /** It is being read anew: what would be sent now counts with how it stood before. */
  readonly isStale: boolean
  /** It is not as it was read: it is to be read anew. */
  readonly onChanged: () => void
}

/**
 * Sends a change once. A second click while it is under way does nothing; a try after no answer came goes out under the same key, so that
 * what did arrive is not done twice. Whatever is refused because of how things stand is read anew, and nothing is sent until it is there.
 */
export function useChange<Answer>({ isStale = false, onChanged }: Partial<WasRead> = {}): Changing<Answer> {
  const [isSending, setSending] = useState(false)
  const [refused, setRefused] = useState<Refused>()
  const underWay = useRef(false)
  const unanswered = useRef<{ request: string; key: string }>(undefined)

  const readAnew = useEffectEvent(() => onChanged?.())
  // After what tells of the refusal has taken the focus, which a button that is held then would lose.
  useEffect(() => {
    if (refused?.status === 409) readAnew()
  }, [refused])

  const send = async (path: string, body?: unknown, method: Method = 'POST'): Promise<Answer | undefined> => {
    if (underWay.current || isStale) return undefined
    underWay.current = true
    setSending(true)
    setRefused(undefined)
    const request = `${method} ${path}\n${JSON.stringify(body)}`
    if (unanswered.current?.request !== request) unanswered.current = { request, key: newKey() }
    try {
      const answer = await change<Answer>(path, body, unanswered.current.key, method)
      unanswered.current = undefined
      return answer
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      if (isAnswer(error)) unanswered.current = undefined
      setRefused(error)
      return undefined
    } finally {
      underWay.current = false
      setSending(false)
    }
  }
  return { isSending, refused, send, forget: () => setRefused(undefined) }
}

const isAnswer = ({ status, code }: Refused): boolean =>
  status > 0 && status < 500 && status !== 429 && code !== 'still-under-way'
