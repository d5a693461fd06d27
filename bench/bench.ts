/** `npm run bench`, `npm run bench -- --json`: what the goals for speed are measured with. Results of record: docs/benchmarks.md. */

import { readFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { readFirm } from '@ieum/catalogue'
import { openCatalogue } from '@ieum/services'
import { overHttp } from './http.ts'
import { timedTogether } from './measure.ts'
import { planTimes } from './plans.ts'
import { printed } from './print.ts'
import { taskOf } from './task.ts'
import { verdictTimes } from './verdicts.ts'

const on = '2026-06-01'
const root = new URL('..', import.meta.url)
const firmFile = 'examples/firms/gyeongbuk-foundry.yaml'

const opening = await openCatalogue(fileURLToPath(new URL('catalogue/kr', root)))
if (opening.is === 'faulty') throw new Error('the catalogue has faults: npx ieum check lists them')
const { matcher } = opening.catalogue
const reading = readFirm(await readFile(new URL(firmFile, root)), firmFile, matcher.rulebook.facts)
if (!('firm' in reading)) throw new Error(`${firmFile} has faults`)
const { firm } = reading

const task = taskOf(matcher.rulebook, firm, on, 2000)
const verdicts = await verdictTimes(task, 25)
const match = await timedTogether(
  [
    { name: 'match of the catalogue, with changes', run: () => matcher.match(firm, on), calls: 10 },
    {
      name: 'match of the catalogue, without changes',
      run: () => matcher.match(firm, on, { withoutChanges: true }),
      calls: 10,
    },
  ],
  20,
)
const plans = await planTimes(opening.catalogue.planner, new URL('examples/firms/', root), on, 2_000)
const http = await overHttp(firm, 50, 20)

const results = {
  machine: { processor: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.version },
  on,
  firm: firm.id,
  verdicts,
  match: { programmes: matcher.rulebook.programmes.length, timings: match },
  plans,
  http,
}
process.stdout.write(process.argv.includes('--json') ? `${JSON.stringify(results)}\n` : printed(results))
