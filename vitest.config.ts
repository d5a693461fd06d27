import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './scripts/longest-first.ts'

/** Tests that need the records in both their homes, and with them a PostgreSQL. */
const recordsTests = '{packages,apps,scripts,nightly}/**/*.records.test.ts'

/** Of these, tests that start several processes and hold them to seconds of real time: one file at a time, when the others are done. */
const inSeconds = ['packages/storage/src/folder-lock.records.test.ts', 'apps/cli/src/serve.records.test.ts']

const records = {
  setupFiles: ['scripts/same-luck.ts'],
  globalSetup: 'scripts/records-setup.ts',
  env: { IEUM_ROUNDS: 'on push' },
}

export default defineConfig({
  test: {
    // Beside others on two cores each takes its time: what counts is that it ends.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What fails by chance is tried once more, and named at the end of the run: docs/adr/0024-tests-may-be-tried-twice.md.
    retry: 1,
    expect: { poll: { timeout: 20_000 } },
    // All cores: with the vitest default of one fewer, a machine with two works with half of itself.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'fast',
          setupFiles: ['scripts/same-luck.ts'],
          include: ['{packages,apps,bench,scripts}/**/*.test.ts', 'nightly/rules/**/*.test.ts'],
          exclude: ['**/node_modules/**', recordsTests],
          env: { IEUM_ROUNDS: 'on push' },
        },
      },
      {
        test: { ...records, name: 'records', include: [recordsTests], exclude: ['**/node_modules/**', ...inSeconds] },
      },
      {
        test: { ...records, name: 'records in seconds', include: inSeconds, maxWorkers: 1 },
      },
      {
        // All rounds of what is tried again and again, and the load: `npm run test:nightly`. IEUM_ROUNDS=20 does fewer.
        test: {
          name: 'nightly',
          setupFiles: ['scripts/same-luck.ts'],
          include: ['nightly/**/*.test.ts'],
          globalSetup: 'scripts/records-setup.ts',
          hookTimeout: 120_000,
          retry: 0,
        },
      },
      {
        test: {
          name: 'chromium',
          include: ['e2e/**/*.test.ts'],
          globalSetup: 'e2e/harness/start.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
