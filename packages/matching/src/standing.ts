/** Where a programme stands for a firm, in the five words that pages and tables use. */
import type { Programme } from '@ieum/catalogue/records'
import type { Result } from './result.ts'

/** `now`: can apply today · `soon`: will be able to · `after-change`: once something changes · `to-check`: not enough is known · `not`: no way in sight. */
export type Standing = 'now' | 'soon' | 'after-change' | 'to-check' | 'not'

export const standings: readonly Standing[] = ['now', 'soon', 'after-change', 'to-check', 'not']

/** A programme whose windows are over for good stands at `not`, whatever the firm; one that recurs yearly will open again. */
export function standingOf(
  result: Pick<Result, 'verdict' | 'window' | 'changes'>,
  programme: Pick<Programme, 'recurs'>,
): Standing {
  if (result.window.state === 'closed' && !programme.recurs) return 'not'
  switch (result.verdict) {
    case 'not-eligible':
      return result.changes.length > 0 ? 'after-change' : 'not'
    case 'unknown':
      return 'to-check'
    case 'judgement':
    case 'eligible':
      return result.window.state === 'open' || result.window.state === 'rolling' ? 'now' : 'soon'
  }
}
