/** Compares beside the page, so that the page never stands still. */
import type { Firm } from '@ieum/catalogue/records'
import {
  type ChangeFault,
  changedProgramme,
  compareChange,
  type FirmCompared,
  type ProgrammeChange,
} from '@ieum/planning'
import type { Rulebook } from '@ieum/rules'

export interface TrialAsked {
  readonly rulebook: Rulebook
  readonly programme: string
  readonly change: ProgrammeChange
  readonly via: readonly string[]
  readonly on: string
  readonly firms: readonly Firm[]
}

export type TrialTold =
  | { readonly is: 'compared'; readonly row: FirmCompared }
  | { readonly is: 'done' }
  | { readonly is: 'not there'; readonly what: ChangeFault }

/** Milliseconds for one plan. */
const longest = 3_000

addEventListener('message', ({ data }: MessageEvent<TrialAsked>) => {
  const tell = (told: TrialTold): void => postMessage(told)
  const { rulebook, programme, change, ...asked } = data
  const changed = changedProgramme(rulebook, programme, change)
  if (changed.is === 'not there') return tell(changed)
  const timeIsUp = () => {
    const end = performance.now() + longest
    return () => performance.now() > end
  }
  for (const row of compareChange({ before: rulebook, after: changed.rulebook }, { ...asked, programme, timeIsUp }))
    tell({ is: 'compared', row })
  tell({ is: 'done' })
})
