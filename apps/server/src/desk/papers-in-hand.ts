/**
 * Papers that are sent: what has come of all of them lies in memory, so it is bounded, together and for one person. Only what has come whole takes
 * its turn to be looked through or read: nobody waits for how slowly others send.
 */
import { TooBusy } from '../firm-work.ts'

export interface PapersInHand {
  /** What came of the work; null as soon as more than `most` bytes come. */
  take<T>(body: Request['body'], of: PaperOf, work: (content: Uint8Array) => Promise<T>): Promise<T | null>
}

export interface PaperOf {
  readonly person: string
  readonly most: number
}

export interface HandLimits {
  /** How many are worked on at a time; the others wait, whole. */
  readonly atOnce: number
  /** Of one person, on their way or waiting. */
  readonly ofOnePerson: number
  /** Of all, on their way or waiting. */
  readonly bytes: number
}

export function papersInHand({ atOnce, ofOnePerson, bytes: mostBytes }: HandLimits): PapersInHand {
  const byPerson = new Map<string, number>()
  const waiting: (() => void)[] = []
  let held = 0
  let worked = 0

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (worked < atOnce) worked += 1
    else await new Promise<void>(turn => waiting.push(turn))
    try {
      return await work()
    } finally {
      // The turn is handed on as it is.
      const next = waiting.shift()
      if (next) next()
      else worked -= 1
    }
  }

  return {
    async take(body, { person, most }, work) {
      const own = byPerson.get(person) ?? 0
      if (own >= ofOnePerson) throw new TooBusy()
      byPerson.set(person, own + 1)
      let length = 0
      try {
        const parts: Uint8Array[] = []
        for await (const part of (body ?? []) as unknown as AsyncIterable<Uint8Array>) {
          if (length + part.length > most) return null
          if (held + part.length > mostBytes) throw new TooBusy()
          length += part.length
          held += part.length
          parts.push(part)
        }
        const content = Buffer.concat(parts, length)
        return await inTurn(() => work(content))
      } finally {
        held -= length
        const left = byPerson.get(person)! - 1
        if (left > 0) byPerson.set(person, left)
        else byPerson.delete(person)
      }
    },
  }
}
