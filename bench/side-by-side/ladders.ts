/**
 * Every side on twice the size each time, until it does not come to its end within the limit. The planner answers the same question
 * beside it, and a difference between the two ends the run.
 */
import { Worker } from 'node:worker_threads'
import type { Question } from './question.ts'

export type Side = 'exhaustive' | 'milp, soonest arrival' | 'milp, Pareto set'

export interface Rung {
  readonly programmes: number
  /** Milliseconds; left out when it did not end. Reading and multiplying the catalogue is not counted, setting up the question is. */
  readonly took?: number
  /** Of the planner on the same question, asked again, its construction included; left out with the other. */
  readonly planner?: number
  /** Itineraries in the answer that both give. */
  readonly itineraries?: number
  /** Of the model. */
  readonly columns?: number
  readonly rows?: number
}

export interface Ladder extends Pick<Question, 'via' | 'horizon' | 'maxLegs'> {
  readonly side: Side
  readonly limit: number
  readonly rungs: readonly Rung[]
}

export interface Asked extends Pick<Question, 'via' | 'horizon' | 'maxLegs'> {
  readonly side: Side
  readonly programmes: number
}

const twoStages = ['equipment', 'export']
const threeStages = ['equipment', 'digital', 'export']

/** `to`: with twice as many, the solver loses one of fifteen points within its tolerance; that it is there the exhaustive search confirms. */
const all: readonly (Omit<Asked, 'programmes'> & { readonly from: number; readonly to?: number })[] = [
  { side: 'exhaustive', via: twoStages, horizon: 'P1Y', maxLegs: 2, from: 4 },
  { side: 'exhaustive', via: twoStages, horizon: 'P5Y', maxLegs: 3, from: 2 },
  { side: 'milp, soonest arrival', via: threeStages, horizon: 'P5Y', maxLegs: 3, from: 64 },
  { side: 'milp, Pareto set', via: twoStages, horizon: 'P5Y', maxLegs: 2, from: 32, to: 128 },
]

/** Throws when a side answers otherwise than the planner. */
export async function ladders(limit: number): Promise<Ladder[]> {
  const found: Ladder[] = []
  for (const { from, to = 16_000, ...asked } of all) {
    const rungs: Rung[] = []
    for (let programmes = from; programmes <= to; programmes *= 2) {
      const rung = await withinTime({ ...asked, programmes }, limit)
      rungs.push(rung)
      if (rung.took === undefined) break
    }
    found.push({ ...asked, limit, rungs })
  }
  return found
}

/** What the thread says: the catalogue is read, the side has its answer, the planner has the same. */
export type Step = 'ready' | 'answered' | Rung

/**
 * What a side answers of one question; nothing but the size when it takes longer than the limit. Throws when the planner then does:
 * nothing is quoted that was not compared.
 */
async function withinTime(asked: Asked, limit: number): Promise<Rung> {
  const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: asked })
  let clock: NodeJS.Timeout | undefined
  try {
    return await new Promise<Rung>((answered, failed) => {
      const tooLong = new Error(
        `${asked.side}, ${asked.programmes} programmes: the planner takes longer than ${limit} ms`,
      )
      worker.on('message', (step: Step) => {
        clearTimeout(clock)
        if (step === 'ready') clock = setTimeout(() => answered({ programmes: asked.programmes }), limit)
        else if (step === 'answered') clock = setTimeout(() => failed(tooLong), limit)
        else answered(step)
      })
      worker.on('error', failed)
    })
  } finally {
    clearTimeout(clock)
    await worker.terminate()
  }
}
