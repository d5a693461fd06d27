import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    testTimeout: 20_000,
    projects: [
      {
        test: {
          name: 'fast',
          setupFiles: ['scripts/same-luck.ts'],
          include: ['packages/**/*.test.ts', 'apps/**/*.test.ts', 'bench/**/*.test.ts', 'scripts/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'chromium',
          include: ['e2e/**/*.test.ts'],
          globalSetup: 'e2e/harness/start.ts',
          testTimeout: 40_000,
          hookTimeout: 40_000,
          // A page on a busy machine may take its time: what counts is that it comes.
          expect: { poll: { timeout: 8_000 } },
        },
      },
    ],
  },
})
