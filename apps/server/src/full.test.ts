import { expect, it } from 'vitest'
import { isFull } from './full.ts'

it.each([
  [Object.assign(new Error('could not extend file "base/5/2619": No space left on device'), { code: '53100' }), true],
  [Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }), true],
  [Object.assign(new Error('EDQUOT: disk quota exceeded, write'), { code: 'EDQUOT' }), true],
  [new Error('it was not kept', { cause: Object.assign(new Error('write'), { code: 'ENOSPC' }) }), true],
  [
    Object.assign(new Error('could not write to file "pg_wal/xlogtemp.42"'), { code: '53100', severity: 'PANIC' }),
    false,
  ],
  [Object.assign(new Error('terminating connection'), { code: '57P01' }), false],
  [new Error('No space left on device, says somebody in a note'), false],
])('C05: %s: there is no room left: %s', (error, full) => {
  expect(isFull(error)).toBe(full)
})
