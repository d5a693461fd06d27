/** `npm run check`: what must hold before each commit, in under a minute or two. */
import { catalogue, fastTests, format, generated, quickRecordsTests, runSteps, types, unused } from './steps.ts'

process.exitCode = await runSteps([[unused, catalogue, generated, types, format], fastTests, quickRecordsTests])
