/**
 * `npm run bench`: what the goals for speed are measured with. `-- plans` measures plans alone, `--json` gives the figures to
 * programs, `-- plot FILE` draws docs/images/plan-cost.svg from such figures and gives the tables for docs/benchmarks.md, where the
 * results of record stand.
 */

import { readFile, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { readFirm } from '@ieum/catalogue'
import { openCatalogue } from '@ieum/services'
import { overHttp } from './http.ts'
import { timedTogether } from './measure.ts'
import { planBench } from './plan-bench.ts'
import { plot } from './plot.ts'
import { markdownOfPlans, type PlanResults, printed, printedPlans } from './print.ts'
import { taskOf } from './task.ts'
import { verdictTimes } from './verdicts.ts'

const on = '2026-06-01'
const root = new URL('..', import.meta.url)
const firmFile = 'examples/firms/gyeongbuk-foundry.yaml'
const machine = { processor: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.version }
const [what, file] = process.argv.slice(2).filter(word => !word.startsWith('--'))

if (what === 'plot') {
  if (file === undefined) throw new Error('npm run bench -- plot FILE')
  const results = JSON.parse(await readFile(file, 'utf8')) as PlanResults
  await writeFile(new URL('docs/images/plan-cost.svg', root), plot(results.plans))
  process.stdout.write(markdownOfPlans(results))
} else if (what === 'plans') {
  const results = { machine, on, plans: await planBench(root, on) }
  tell(results, printedPlans(results))
} else {
  const results = await everything()
  tell(results, printed(results))
}

function tell(results: object, text: string): void {
  process.stdout.write(process.argv.includes('--json') ? `${JSON.stringify(results)}\n` : text)
}

async function everything() {
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
  const http = await overHttp(firm, 50, 20)
  const plans = await planBench(root, on)
  return {
    machine,
    on,
    firm: firm.id,
    verdicts,
    match: { programmes: matcher.rulebook.programmes.length, timings: match },
    plans,
    http,
  }
}
