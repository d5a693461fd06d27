/** The single place that knows of `nodemailer`: letters go out by SMTP. */
import { createHash } from 'node:crypto'
import { createTransport } from 'nodemailer'

export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly language: 'ko' | 'en'
  /** What it tells of: the same for each try, so that mail programs show a repeated letter once. */
  readonly event: string
}

export type Mailed =
  | { readonly is: 'taken' }
  | { readonly is: 'not now'; readonly why: string }
  /** The address is refused for good. */
  | { readonly is: 'never'; readonly why: string }

export interface Mailer {
  mail(letter: Letter): Promise<Mailed>
  close(): void
}

/** One address and nothing else: no list, no name, no line break, so no header can be smuggled in. */
export const isMailAddress = (text: string): boolean =>
  text.length <= 254 && /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\da-z-]+(\.[\da-z-]+)+$/i.test(text)

/** `url` is `smtp://user:password@host:587` or `smtps://…`; `from` an address of the house. */
export function mailerOf({ url, from }: { readonly url: string; readonly from: string }): Mailer {
  if (!isMailAddress(from)) throw new Error(`"${from}" is no mail address`)
  const transport = createTransport(
    { url, pool: true, maxConnections: 2, connectionTimeout: 8_000, greetingTimeout: 8_000, socketTimeout: 15_000 },
    { from: { name: '이음 Ieum', address: from } },
  )
  return {
    async mail({ to, subject, text, html, language, event }) {
      if (!isMailAddress(to)) return { is: 'never', why: 'no mail address' }
      try {
        await transport.sendMail({
          to: { name: '', address: to },
          subject,
          text,
          html,
          messageId: messageIdOf(event, to, from),
          headers: { 'Content-Language': language, 'Auto-Submitted': 'auto-generated' },
          disableFileAccess: true,
          disableUrlAccess: true,
        })
        return { is: 'taken' }
      } catch (error) {
        const { responseCode = 0, code, message } = error as Error & { responseCode?: number; code?: string }
        const isRefused = code === 'EENVELOPE' && responseCode >= 550
        return { is: isRefused ? 'never' : 'not now', why: message }
      }
    },
    close: () => transport.close(),
  }
}

const messageIdOf = (event: string, to: string, from: string): string =>
  `<${createHash('sha256').update(`${event}\n${to}`).digest('hex').slice(0, 40)}@${from.slice(from.lastIndexOf('@') + 1)}>`
