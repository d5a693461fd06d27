import { expect, it } from 'vitest'
import { makeBackupCodes } from './backup-codes.ts'

it('backup codes are ten, differ, and have no letter that looks like another', () => {
  const codes = makeBackupCodes()
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) expect(code).toMatch(/^[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}$/)
})
