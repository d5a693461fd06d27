import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isMailAddress, type Letter, type Mailer, mailerOf } from './mail.ts'

let server: SMTPServer
let mailer: Mailer
let received: { to: string[]; raw: string }[]
let refuse: string | undefined

beforeEach(async () => {
  received = []
  refuse = undefined
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) =>
      refuse ? done(Object.assign(new Error('no'), { responseCode: Number(refuse) })) : done(),
    onData(stream, session, done) {
      let raw = ''
      stream.on('data', part => {
        raw += part
      })
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw })
        done()
      })
    },
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.server.address() as AddressInfo
  mailer = mailerOf({ url: `smtp://127.0.0.1:${port}`, from: 'ieum@agency.example' })
})
afterEach(() => {
  mailer.close()
  return new Promise<void>(done => server.close(done))
})

const letter = (more: Partial<Letter> = {}): Letter => ({
  to: 'officer@agency.example',
  subject: '새 연계 건이 왔습니다',
  text: '확인해 주세요.',
  html: '<p>확인해 주세요.</p>',
  language: 'ko',
  event: 'referral-1',
  ...more,
})

const header = (name: string) =>
  received.map(({ raw }) => raw.match(new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, 'im'))?.[1])

describe('a letter', () => {
  it('goes out in Korean, as text and as a page, marked as sent by a machine', async () => {
    expect(await mailer.mail(letter())).toEqual({ is: 'taken' })
    expect(received[0]!.to).toEqual(['officer@agency.example'])
    expect(received[0]!.raw).toMatch(/multipart\/alternative/)
    expect(header('subject')[0]).toContain('=?UTF-8?')
    expect(header('auto-submitted')).toEqual(['auto-generated'])
    expect(header('content-language')).toEqual(['ko'])
  })

  it('C08: has the same Message-ID when it is sent again, and another one for other news or another reader', async () => {
    for (const one of [letter(), letter(), letter({ event: 'referral-2' }), letter({ to: 'b@agency.example' })])
      await mailer.mail(one)
    const ids = header('message-id')
    expect(ids[0]).toMatch(/^<[0-9a-f]{40}@agency\.example>$/)
    expect(ids[1]).toBe(ids[0])
    expect(new Set(ids).size).toBe(3)
  })

  it('lets nobody smuggle in a header or a second reader', async () => {
    await mailer.mail(letter({ subject: 'a\r\nBcc: thief@example.com\r\n\r\nbody' }))
    expect(received[0]!.to).toEqual(['officer@agency.example'])
    expect(header('bcc')).toEqual([undefined])
    for (const to of ['a@b.example\r\nBcc: c@d.example', 'a@b.example, c@d.example', 'A <a@b.example>', 'nobody', ''])
      expect(await mailer.mail(letter({ to }))).toMatchObject({ is: 'never' })
    expect(received).toHaveLength(1)
  })

  it('tells an address that is refused for good from a server that cannot take it now', async () => {
    refuse = '550'
    expect(await mailer.mail(letter())).toMatchObject({ is: 'never' })
    refuse = '451'
    expect(await mailer.mail(letter())).toMatchObject({ is: 'not now' })
    const { port } = server.server.address() as AddressInfo
    const nobody = mailerOf({ url: `smtp://127.0.0.1:${port === 1 ? 2 : 1}`, from: 'ieum@agency.example' })
    expect(await nobody.mail(letter())).toMatchObject({ is: 'not now' })
  })
})

it('knows a mail address', () => {
  expect(['a@b.kr', 'first.last+tag@sub.agency.go.kr'].every(isMailAddress)).toBe(true)
  expect(['a', 'a@b', '@b.kr', 'a b@c.kr', 'a@b.kr\n', 'a@b.kr;c@d.kr'].some(isMailAddress)).toBe(false)
})
