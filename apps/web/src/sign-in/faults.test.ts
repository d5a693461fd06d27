import { describe, expect, it } from 'vitest'
import { faultOfEmail, faultOfNewPassword } from './faults.ts'

describe('before anything is sent', () => {
  it.each([
    ['', 'empty'],
    ['kim@', 'other'],
    ['kim@agency', 'other'],
    ['kim @agency.example', 'other'],
    ['kim@agency.example', false],
    ['김@기관.한국', false],
  ] as const)('the mail address "%s" is %s', (email, fault) => {
    expect(faultOfEmail(email)).toBe(fault)
  })

  it.each([
    ['', 'empty'],
    ['123456789', 'too short'],
    ['가나다라마바사아자', 'too short'],
    ['가나다라마바사아자차', false],
    ['🦭🦭🦭🦭🦭🦭🦭🦭🦭', 'too short'],
  ] as const)('the new password "%s" is %s', (password, fault) => {
    expect(faultOfNewPassword(password)).toBe(fault)
  })
})
