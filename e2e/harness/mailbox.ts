/** A real mail server that keeps what comes, for whoever waits for a letter. */
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'

export interface Mailbox {
  readonly port: number
  /** The address of ours in the next letter to someone that leads to this page; each letter is handed out once. */
  readonly linkTo: (page: string, to: string) => Promise<string>
  /** How many letters to someone came and were not handed out. */
  readonly waitingFor: (to: string) => number
  readonly close: () => Promise<void>
}

/** A letter that did not go out is tried again after up to 25 s. */
const patience = 45_000

export async function openMailbox(): Promise<Mailbox> {
  const letters: { readonly to: string; readonly text: string }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      let raw = ''
      stream.on('data', part => {
        raw += part
      })
      stream.on('end', () => {
        for (const { address } of session.envelope.rcptTo) letters.push({ to: address, text: textIn(raw) })
        done()
      })
    },
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  return {
    port: (server.server.address() as AddressInfo).port,
    async linkTo(page, to) {
      for (const since = Date.now(); Date.now() - since < patience; await wait(50)) {
        const at = letters.findIndex(letter => letter.to === to && linkIn(letter.text, page))
        if (at !== -1) return linkIn(letters.splice(at, 1)[0]!.text, page)!
      }
      throw new Error(`No letter to ${to} led to ${page}: ${JSON.stringify(letters)}`)
    },
    waitingFor: to => letters.filter(letter => letter.to === to).length,
    close: () => new Promise(closed => server.close(() => closed())),
  }
}

const linkIn = (text: string, page: string): string | undefined =>
  text.match(/https?:\/\/\S+/g)?.find(link => new URL(link).pathname === page)

/** The plain text of a letter in two forms (RFC 2045: base64 or quoted-printable). */
function textIn(raw: string): string {
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1]
  const part = boundary ? raw.split(`--${boundary}`).find(part => /content-type: text\/plain/i.test(part)) : raw
  const [head = '', ...body] = (part ?? '').trimStart().split('\r\n\r\n')
  const text = body.join('\r\n\r\n')
  if (/encoding: base64/i.test(head)) return Buffer.from(text, 'base64').toString()
  if (!/encoding: quoted-printable/i.test(head)) return text
  const bytes = text
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([\dA-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
