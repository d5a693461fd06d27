/** PDF, typeset in a thread that starts with the first paper and ends when none has come for a while: nobody else waits for it. */
import { Worker } from 'node:worker_threads'
import type { Paper } from '../paper.ts'
import type { Asked, Told } from './pdf-thread.ts'

/** Papers that wait: each takes a second or less. */
const mostWaiting = 20
const idleMs = 60_000
/** A paper that takes longer will take for ever. */
const mostMs = 30_000
const memory = { maxOldGenerationSizeMb: 512 }

export type PdfMade = { readonly is: 'made'; readonly content: Uint8Array } | { readonly is: 'too busy' }

interface Waiting {
  readonly done: (content: Uint8Array) => void
  readonly failed: (error: Error) => void
}

let thread: Worker | undefined
let asked = 0
let idle: NodeJS.Timeout | undefined
const waiting = new Map<number, Waiting>()

export async function pdfOf(paper: Paper): Promise<PdfMade> {
  if (waiting.size >= mostWaiting) return { is: 'too busy' }
  clearTimeout(idle)
  thread ??= start()
  const worker = thread
  asked += 1
  const number = asked
  const limit = setTimeout(() => void worker.terminate(), mostMs * (waiting.size + 1))
  try {
    const content = await new Promise<Uint8Array>((done, failed) => {
      waiting.set(number, { done, failed })
      worker.ref()
      worker.postMessage({ number, paper } satisfies Asked)
    })
    return { is: 'made', content }
  } finally {
    clearTimeout(limit)
    waiting.delete(number)
    if (waiting.size === 0) rest(worker)
  }
}

function start(): Worker {
  const worker = new Worker(new URL('./pdf-thread.ts', import.meta.url), { resourceLimits: memory })
  worker.on('message', (told: Told) => {
    const one = waiting.get(told.number)
    if ('made' in told) one?.done(told.made)
    else one?.failed(new Error(told.failed))
  })
  const ended = (error: Error) => {
    if (thread === worker) thread = undefined
    for (const { failed } of waiting.values()) failed(error)
  }
  worker.on('error', ended)
  worker.on('exit', code => ended(new Error(`the thread that typesets ended (${code})`)))
  return worker
}

/** It keeps no program running, and gives its memory back. */
function rest(worker: Worker): void {
  worker.unref()
  idle = setTimeout(() => void worker.terminate(), idleMs)
  idle.unref()
}
