/** `npm test`: everything that must hold, in a real Chromium and on a real PostgreSQL too. */
import { ensureChromium } from './chromium.ts'
import { ensurePostgres } from './postgres.ts'
import {
  browserTests,
  build,
  catalogue,
  fastTests,
  format,
  generated,
  recordsTests,
  runSteps,
  types,
  unused,
} from './steps.ts'

for (const program of [ensureChromium(), ensurePostgres()])
  if (program.is === 'missing') process.stderr.write(`${program.why}\n`)

// Their tests run even without a Chromium or a PostgreSQL: they then fail, for a check that was left out must not look passed.
process.exitCode = await runSteps([
  [build, unused, catalogue, generated, types, format],
  fastTests,
  recordsTests,
  browserTests,
])
