/** One thread that typesets, paper by paper. */
import { parentPort } from 'node:worker_threads'
import type { Paper } from '../paper.ts'
import { typeset } from './typeset.ts'

export interface Asked {
  readonly number: number
  readonly paper: Paper
}

export type Told =
  | { readonly number: number; readonly made: Uint8Array }
  | { readonly number: number; readonly failed: string }

let turn = Promise.resolve()

parentPort!.on('message', ({ number, paper }: Asked) => {
  turn = turn.then(async () => {
    try {
      parentPort!.postMessage({ number, made: await typeset(paper) } satisfies Told)
    } catch (error) {
      parentPort!.postMessage({ number, failed: String(error) } satisfies Told)
    }
  })
})
