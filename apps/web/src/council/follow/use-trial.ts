import type { Firm } from '@ieum/catalogue/records'
import type { FirmCompared, ProgrammeChange } from '@ieum/planning'
import { useEffect, useRef, useState } from 'react'
import { useOn } from '../../day/use-on.ts'
import { useRulebook } from '../../rulebook/use-rulebook.ts'
import { exampleFirms } from './example-firms.ts'
import type { TrialAsked, TrialTold } from './trial-worker.ts'

export interface Trial {
  readonly is: 'not asked' | 'running' | 'done' | 'not there'
  readonly firms: readonly Firm[]
  readonly rows: readonly FirmCompared[]
}

const none: Trial = { is: 'not asked', firms: [], rows: [] }

/** Runs one comparison at a time; another one ends it. */
export function useTrial(programme: string): [Trial, (change: ProgrammeChange, via: readonly string[]) => void] {
  const rulebook = useRulebook()
  const on = useOn()
  const [trial, setTrial] = useState(none)
  const worker = useRef<Worker>(undefined)
  useEffect(() => () => worker.current?.terminate(), [])

  const run = async (change: ProgrammeChange, via: readonly string[]) => {
    worker.current?.terminate()
    const mine = new Worker(new URL('./trial-worker.ts', import.meta.url), { type: 'module', name: 'trial' })
    worker.current = mine
    setTrial({ ...none, is: 'running' })
    const firms = await exampleFirms(rulebook.facts)
    if (worker.current !== mine) return
    setTrial({ ...none, is: 'running', firms })
    mine.addEventListener('message', ({ data }: MessageEvent<TrialTold>) => {
      if (data.is === 'compared') setTrial(before => ({ ...before, rows: [...before.rows, data.row] }))
      else setTrial(before => ({ ...before, is: data.is }))
      if (data.is !== 'compared') mine.terminate()
    })
    mine.postMessage({ rulebook, programme, change, via, on, firms } satisfies TrialAsked)
  }
  return [trial, (change, via) => void run(change, via)]
}
