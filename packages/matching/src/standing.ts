/** Where a programme stands for a firm, in the five words that pages and tables use. */
import { isOpen } from '@ieum/catalogue/windows'
import type { RuledProgramme } from '@ieum/rules'
import type { Result } from './result.ts'

/** `now`: can apply today · `soon`: will be able to · `after-change`: once something changes · `to-check`: not enough is known · `not`: no way in sight. */
export type Standing = 'now' | 'soon' | 'after-change' | 'to-check' | 'not'

export const standings: readonly Standing[] = ['now', 'soon', 'after-change', 'to-check', 'not']

/** Whether the windows of an edition come back: those of the last edition of a programme that recurs yearly. */
export const comesBack = (
  { recurs, editions }: Pick<RuledProgramme, 'recurs' | 'editions'>,
  edition: string,
): boolean => recurs === 'yearly' && editions.at(-1)?.edition === edition

/** An edition whose windows are over for good stands at `not`, whatever the firm. */
export function standingOf(
  result: Pick<Result, 'verdict' | 'window' | 'changes' | 'edition'>,
  programme: Pick<RuledProgramme, 'recurs' | 'editions'>,
): Standing {
  if (result.window.state === 'closed' && !comesBack(programme, result.edition)) return 'not'
  switch (result.verdict) {
    case 'not-eligible':
      return result.changes.length > 0 ? 'after-change' : 'not'
    case 'unknown':
      return 'to-check'
    case 'judgement':
    case 'eligible':
      return isOpen(result.window.state) ? 'now' : 'soon'
  }
}
