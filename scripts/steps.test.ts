import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { countTests, root } from './steps.ts'

const test = (fullName: string, status: string, ...failureMessages: string[]) => ({ fullName, status, failureMessages })
const report = (fileStatus: 'passed' | 'failed', message: string, ...assertionResults: ReturnType<typeof test>[]) => ({
  numPassedTests: assertionResults.filter(({ status }) => status === 'passed').length,
  numFailedTests: assertionResults.filter(({ status }) => status === 'failed').length,
  testResults: [{ name: join(root, 'e2e/room.test.ts'), status: fileStatus, message, assertionResults }],
})

describe('of a run of tests', () => {
  it('names those that failed, and those that passed on their second try only, with what was wrong at first', () => {
    const run = report(
      'failed',
      '',
      test('the room replaces a decision', 'passed', 'Error: two of them\n    at room.test.ts:139'),
      test('the room keeps a text', 'passed'),
      test(
        'the wall follows',
        'failed',
        'Error: late in node_modules/x\n    at f (node_modules/x/y.js:1)\n    at room.test.ts:80',
        'Error: later',
      ),
    )
    expect(countTests('walks', run, 1)).toEqual({
      passed: 2,
      failed: 1,
      faults: ['e2e/room.test.ts: the wall follows\nError: late in node_modules/x\n    at room.test.ts:80'],
      onlyThen: ['e2e/room.test.ts: the room replaces a decision (at first: Error: two of them)'],
    })
  })

  it('counts a bad end without a failed test as a failure, and so a run without a report', () => {
    const one = { failed: 1, faults: ['walks'] }
    expect(countTests('walks', report('passed', '', test('a', 'passed')), 1)).toMatchObject({ passed: 1, ...one })
    expect(countTests('walks', report('passed', '', test('a', 'passed')), null)).toMatchObject({ passed: 1, ...one })
    expect(countTests('walks', undefined, 0)).toMatchObject({ passed: 0, ...one })
  })

  it('names a file that failed beside its tests, and says why', () => {
    const faultOf = (...ran: Parameters<typeof report>) => countTests('walks', report(...ran), 1)
    expect(faultOf('failed', 'SyntaxError: no such export\n    at x')).toMatchObject({
      failed: 1,
      faults: ['e2e/room.test.ts: SyntaxError: no such export'],
    })
    expect(faultOf('failed', '', test('a', 'passed'))).toMatchObject({
      passed: 1,
      failed: 1,
      faults: ['e2e/room.test.ts: before or after its tests'],
    })
  })

  it('has nothing to tell of a run in which all passed', () => {
    expect(countTests('walks', report('passed', '', test('a', 'passed')), 0)).toEqual({
      passed: 1,
      failed: 0,
      faults: [],
      onlyThen: [],
    })
  })
})
