import { expect, it } from 'vitest'
import { isAway, RecordsAway } from './away.ts'

it.each([
  [new RecordsAway(), true],
  [Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' }), true],
  [Object.assign(new Error('the database system is starting up'), { code: '57P03' }), true],
  [Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }), true],
  [
    Object.assign(new Error('could not read block 3 in file "base/5/2619": Input/output error'), { code: '58030' }),
    true,
  ],
  [Object.assign(new Error('EIO: i/o error, write'), { code: 'EIO' }), true],
  [
    Object.assign(new Error('could not write to file "pg_wal/xlogtemp.42"'), { code: '53100', severity: 'PANIC' }),
    true,
  ],
  [new Error('timeout exceeded when trying to connect'), true],
  [new Error('Connection terminated unexpectedly'), true],
  [Object.assign(new Error('duplicate key value'), { code: '23505' }), false],
  [new Error('Cannot read properties of undefined'), false],
])('%s: asked again later, it may answer: %s', (error, away) => {
  expect(isAway(error)).toBe(away)
})
