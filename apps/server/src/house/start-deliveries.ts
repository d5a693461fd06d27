/** Delivers what is due for as long as the server runs. Several servers of one database share the work. */
import { setTimeout as wait } from 'node:timers/promises'
import { type Channel, type DeliveryNeeds, deliverDue } from '@ieum/services'

export interface Deliveries {
  /** Takes nothing new and waits for what is on its way. */
  stop(): Promise<void>
}

interface LoopNeeds extends DeliveryNeeds {
  readonly now?: () => Date
  readonly report: (error: Error) => void
  /** A sentence for whoever runs the server. */
  readonly say: (sentence: string) => void
}

const most = 8
const idleMilliseconds = 1_000
const troubledMilliseconds = 5_000

const withoutSender: Partial<Record<Channel, string>> = {
  mail: 'No mail server is set (IEUM_SMTP_URL, IEUM_MAIL_FROM): people are told in their inbox here, and letters wait.',
}

export function startDeliveries(needs: LoopNeeds): Deliveries {
  const { now = () => new Date(), report, say } = needs
  for (const [channel, sentence] of Object.entries(withoutSender)) if (!needs.senders[channel as Channel]) say(sentence)
  const stopping = new AbortController()
  const pause = (milliseconds: number) =>
    wait(milliseconds, undefined, { signal: stopping.signal }).catch(() => undefined)
  const ended = (async () => {
    while (!stopping.signal.aborted)
      try {
        const { taken } = await deliverDue(needs, { now: now(), most })
        if (taken < most && !stopping.signal.aborted) await pause(idleMilliseconds)
      } catch (error) {
        report(error as Error)
        await pause(troubledMilliseconds)
      }
  })()
  return {
    stop() {
      stopping.abort()
      return ended
    },
  }
}
