/** `npm test`: everything that must hold, in a real Chromium too. */
import { ensureChromium } from './chromium.ts'
import { browserTests, build, catalogue, fastTests, format, generated, runSteps, types, unused } from './steps.ts'

const chromium = ensureChromium()
if (chromium.is === 'missing') process.stderr.write(`${chromium.why}\n`)

// The browser tests run even without a Chromium: they then fail, for a check that was left out must not look passed.
process.exitCode = runSteps([format, types, unused, catalogue, generated, fastTests, build, browserTests])
