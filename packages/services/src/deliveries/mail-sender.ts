/** Letters are written when they are sent: the outbox holds what they tell of, and no address of one use. */
import type { Mailer } from '@ieum/delivery'
import { noticeLetter } from '@ieum/wording'
import type { Delivery, Sender } from './deliver-due.ts'

export interface MailNeeds {
  readonly mailer: Mailer
  /** Where people reach this installation: `https://ieum.agency.go.kr`. */
  readonly publicUrl: string
  /** Writes the letter with an address of one use. */
  readonly writeOneTime?: (delivery: Delivery, now: Date) => Promise<ReturnType<typeof noticeLetter> | undefined>
}

export function mailSender({ mailer, publicUrl, writeOneTime }: MailNeeds): Sender {
  return async (delivery, now) => {
    const { letter, kind, language: asked, path, number, side } = delivery.body as Record<string, string | undefined>
    const language = asked === 'en' ? 'en' : 'ko'
    const written =
      letter === 'one-time'
        ? await writeOneTime?.(delivery, now)
        : noticeLetter(kind ?? '', {
            language,
            link: `${publicUrl}${path ?? '/'}`,
            ...(number && { number }),
            ...(side && { side }),
          })
    if (!written) return { is: 'delivered', receipt: { is: 'nothing to send any more' } }
    const mailed = await mailer.mail({ ...written, to: delivery.address, language, event: delivery.event })
    return mailed.is === 'taken' ? { is: 'delivered' } : mailed
  }
}
