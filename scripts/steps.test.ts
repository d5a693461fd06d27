import { describe, expect, it } from 'vitest'
import { countTests } from './steps.ts'

const test = (fullName: string, status: string, ...failureMessages: string[]) => ({ fullName, status, failureMessages })
const report = (...assertionResults: ReturnType<typeof test>[]) => ({
  numPassedTests: assertionResults.filter(({ status }) => status === 'passed').length,
  numFailedTests: assertionResults.filter(({ status }) => status === 'failed').length,
  testResults: [{ assertionResults }],
})

describe('of a run of tests', () => {
  it('names those that passed on their second try only, with what was wrong at first', () => {
    const run = report(
      test('the room replaces a decision', 'passed', 'Error: two of them\n    at room.test.ts:139'),
      test('the room keeps a text', 'passed'),
      test('the wall follows', 'failed', 'Error: late', 'Error: late'),
    )
    expect(countTests(run, 1)).toEqual({
      passed: 2,
      failed: 1,
      onlyThen: ['the room replaces a decision (at first: Error: two of them)'],
    })
  })

  it('counts a bad end without a failed test as a failure, and so a run without a report', () => {
    expect(countTests(report(test('a', 'passed')), 1)).toMatchObject({ passed: 1, failed: 1 })
    expect(countTests(report(test('a', 'passed')), null)).toMatchObject({ passed: 1, failed: 1 })
    expect(countTests(undefined, 0)).toMatchObject({ passed: 0, failed: 1 })
  })
})
