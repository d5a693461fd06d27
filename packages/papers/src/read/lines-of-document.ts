/**
 * The lines of a document, read in a thread of its own that is ended when it takes too long or too much: the files come from anywhere. They
 * have been looked through for locks, programs and what grows when unpacked before they come here.
 */
import { Worker } from 'node:worker_threads'
import { linesOfText, type PaperLine } from './paper-lines.ts'

export type DocumentRead =
  | { readonly is: 'read'; readonly lines: readonly PaperLine[] }
  | { readonly is: 'not read'; readonly because: Unreadable }

export const unreadables = ['broken', 'locked', 'bomb', 'no text', 'too slow'] as const
export type Unreadable = (typeof unreadables)[number]

/** A thread that needs more is ended, and whoever asked goes on. */
const limits = { milliseconds: 20_000, megabytes: 512, pages: 200 }

export interface WorkAsked {
  readonly content: Uint8Array
  readonly pages: number
}

export type WorkDone = { readonly text: string } | { readonly because: Unreadable }

export async function linesOfDocument(
  content: Uint8Array,
  { milliseconds = limits.milliseconds } = {},
): Promise<DocumentRead> {
  const done = await worked(content, milliseconds)
  if ('because' in done) return { is: 'not read', because: done.because }
  const lines = linesOfText(done.text)
  return lines.some(({ text }) => text !== '') ? { is: 'read', lines } : { is: 'not read', because: 'no text' }
}

function worked(content: Uint8Array, milliseconds: number): Promise<WorkDone> {
  const asked: WorkAsked = { content, pages: limits.pages }
  const worker = new Worker(new URL('./document-thread.ts', import.meta.url), {
    workerData: asked,
    // No secrets of whoever runs this, and no addresses: nothing is fetched for a paper.
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes, maxYoungGenerationSizeMb: 64 },
  })
  return new Promise<WorkDone>(resolve => {
    const late = setTimeout(() => resolve({ because: 'too slow' }), milliseconds)
    const settle = (done: WorkDone) => {
      clearTimeout(late)
      resolve(done)
    }
    worker.once('message', settle)
    worker.once('error', (error: NodeJS.ErrnoException) =>
      settle({ because: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'bomb' : 'broken' }),
    )
    worker.once('exit', () => settle({ because: 'broken' }))
  }).finally(() => worker.terminate())
}
