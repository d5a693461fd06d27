/** One question to one side and to the planner, in a thread that can be ended. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { readFirm } from '@ieum/catalogue'
import { loadCatalogue } from '@ieum/catalogue/node'
import { atStages } from '../multiplied.ts'
import { rulebookOf } from '../plans.ts'
import type { Asked, Step } from './ladders.ts'
import { answered } from './sides.ts'

const root = new URL('../..', import.meta.url)
const file = 'examples/firms/gyeongbuk-foundry.yaml'
const { side, programmes, ...asked } = workerData as Asked
const { catalogue } = await loadCatalogue(fileURLToPath(new URL('catalogue/kr', root)))
const reading = readFirm(await readFile(new URL(file, root)), file, catalogue.facts)
if (!('firm' in reading)) throw new Error(`${file} has faults`)
// The exhaustive search knows nothing of which programmes matter: it is given those of the stages first.
const rulebook = rulebookOf(atStages(catalogue, asked.via), programmes)
const say = (step: Step) => parentPort!.postMessage(step)
say('ready')
say(await answered(side, rulebook, { ...asked, firm: reading.firm, on: '2026-06-01' }, () => say('answered')))
