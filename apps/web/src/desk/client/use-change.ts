import { useRef, useState } from 'react'
import { change, type Method, newKey, Refused } from './ask.ts'

export interface Changing<Answer> {
  readonly isSending: boolean
  readonly refused: Refused | undefined
  /** Undefined when it was refused, or when the same is under way already. */
  readonly send: (path: string, body?: unknown, method?: Method) => Promise<Answer | undefined>
  readonly forget: () => void
}

/**
 * Sends a change once. A second click while it is under way does nothing; a try after no answer came goes out under the same key, so that
 * what did arrive is not done twice.
 */
export function useChange<Answer>(): Changing<Answer> {
  const [isSending, setSending] = useState(false)
  const [refused, setRefused] = useState<Refused>()
  const underWay = useRef(false)
  const unanswered = useRef<{ request: string; key: string }>(undefined)

  const send = async (path: string, body?: unknown, method: Method = 'POST'): Promise<Answer | undefined> => {
    if (underWay.current) return undefined
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
