import { describe, expect, it } from 'vitest'
import { secretIn } from './otpauth.ts'

describe('the secret of an authenticator', () => {
  it.each([
    ['otpauth://totp/Ieum:kim%40agency.example?secret=JBSWY3DPEHPK3PXP&issuer=Ieum', 'JBSW Y3DP EHPK 3PXP'],
    ['otpauth://totp/Ieum:kim%40agency.example?issuer=Ieum&secret=JBSWY3DPEH', 'JBSW Y3DP EH'],
    ['otpauth://totp/Ieum', ''],
  ])('of %s is read as %s', (uri, secret) => {
    expect(secretIn(uri)).toBe(secret)
  })
})
