/** Files that are handed to the browser to keep: sent for by POST where the server asks what for, else by GET. */
import { useRef, useState } from 'react'
import { offerBlob } from '../../parts/offer-file.ts'
import { Refused, refusalOf } from './ask.ts'

export interface Taking {
  readonly isSending: boolean
  readonly refused: Refused | undefined
  /** The name of the file; undefined when it was refused. */
  readonly take: (path: string, body?: unknown) => Promise<string | undefined>
}

export function useTaking(): Taking {
  const [isSending, setSending] = useState(false)
  const [refused, setRefused] = useState<Refused>()
  const underWay = useRef(false)
  const take = async (path: string, body?: unknown): Promise<string | undefined> => {
    if (underWay.current) return undefined
    underWay.current = true
    setSending(true)
    setRefused(undefined)
    try {
      return await takeFile(path, body)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefused(error)
      return undefined
    } finally {
      underWay.current = false
      setSending(false)
    }
  }
  return { isSending, refused, take }
}

const sent = (body: unknown): RequestInit =>
  body === undefined
    ? {}
    : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }

async function takeFile(path: string, body: unknown): Promise<string> {
  const reply = await fetch(path, sent(body)).catch((error: unknown) => {
    throw new Refused({ status: 0, title: String(error), code: 'unreachable' })
  })
  if (!reply.ok) throw await refusalOf(reply)
  const name = nameIn(reply.headers.get('content-disposition') ?? '')
  offerBlob(name, await reply.blob())
  return name
}

/** RFC 6266: the name in all its letters before the one for programs that know few. */
function nameIn(disposition: string): string {
  const whole = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1]
  return whole === undefined ? (/filename="([^"]+)"/.exec(disposition)?.[1] ?? 'ieum') : decodeURIComponent(whole)
}
