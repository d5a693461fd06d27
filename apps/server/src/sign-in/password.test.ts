import { describe, expect, it } from 'vitest'
import { letter } from './letters.ts'
import { faultOfPassword } from './password.ts'

const whose = { email: 'kim.ieum@agency.example', name: 'Kim Ieum Officer' }

describe('a password', () => {
  it.each<[string, string | undefined]>([
    ['ten signs!', undefined],
    ['nine sign', 'too short'],
    ['열 글자로 된 비밀', undefined],
    ['💥💥💥💥💥', 'too short'],
    ['x'.repeat(129), 'too long'],
    ['KIM.IEUM@agency.example', 'is the e-mail address'],
    [' kimieumofficer ', 'is the name'],
    ['ｋｉｍ ieum officer', 'is the name'],
    ['aaaaaaaaaaaa', 'is one sign repeated'],
    ['my-kim.ieum-2026', 'holds the e-mail address'],
    ['KimIeumOfficer7!', 'holds the name'],
    ['password12345', 'is too common'],
    ['P@ssw0rd2026!', 'is too common'],
    ['1234567890', 'is too common'],
    ['qwertyuiop', 'is too common'],
    ['1q2w3e4r5t!', 'is too common'],
    ['비밀번호비밀번호1234', 'is too common'],
    ['qlalfqjsgh1!', 'is too common'],
    ['a long enough password', undefined],
    ['correct horse battery staple', undefined],
    ['네 낱말을 이어 쓴 비밀번호', undefined],
  ])('%s: %s', (password, fault) => {
    expect(faultOfPassword(password, whose)).toBe(fault)
  })

  it('is not the part of the address before the @', () => {
    expect(faultOfPassword('longlocalpart', { ...whose, email: 'LongLocalPart@agency.example' })).toBe(
      'is the e-mail address',
    )
  })
})

describe('a letter', () => {
  it('greets by a name that cannot carry a message of its own', () => {
    const { text } = letter(
      'confirm',
      { email: 'a@b.example', name: 'Win\nhttps://evil.example/now and more and more and more', locale: 'en' },
      'https://ieum.example/sign-in/confirm#token=x',
    )
    expect(text.match(/https?:/g)).toHaveLength(1)
    expect(text.split('\n')[0]!.length).toBeLessThanOrEqual(40)
  })
})
