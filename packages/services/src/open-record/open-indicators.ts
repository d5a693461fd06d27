/**
 * What is counted of a task, as everyone may see it. Fewer than five firms could be told apart by who knows some of them, so such a count is
 * not told, nor one from which it could be worked out: what is left of a whole, and what would follow from two counts beside each other.
 */
import type { Count, Measure } from '../council/count-indicators.ts'

/** Larger than between agencies, which know their own cases: here everyone reads. */
export const fewestTold = 5

export type OpenCount =
  | Count
  | { readonly is: 'fewer than'; readonly than: typeof fewestTold }
  /** Fewer than five could be worked out from it. */
  | { readonly is: 'withheld' }

const isSmall = (count: number): boolean => count > 0 && count < fewestTold
const figureOf = (count: Count): number => (count.is === 'counted' ? count.value : 0)
const wholeOf = (count: Count): number => (count.is === 'counted' ? (count.of ?? 0) : 0)

export function openIndicators(counts: Readonly<Record<Measure, Count>>): Readonly<Record<Measure, OpenCount>> {
  const referred = figureOf(counts['firms-referred'])
  const answered = wholeOf(counts.accepted)
  const hidesAnswered = isSmall(referred) || isSmall(answered) || isSmall(Math.abs(referred - answered))
  const answers = told(counts.accepted, hidesAnswered)
  const hidesCompleted = hidesAnswered || (counts.accepted.is === 'counted' && answers.is !== 'counted')
  const completed = told(counts.completed, hidesCompleted)
  const days = counts['days-to-selection']
  return {
    'firms-referred': told(counts['firms-referred'], false),
    'answered-in-time': told(counts['answered-in-time'], hidesAnswered),
    accepted: answers,
    completed,
    // A median of few would tell of each: no fewer were selected than have completed.
    'days-to-selection':
      days.is === 'counted' && !(completed.is === 'counted' && completed.value >= fewestTold)
        ? { is: 'withheld' }
        : days,
    // Of links and steps, of no firm.
    'links-in-force': counts['links-in-force'],
    'steps-joined': counts['steps-joined'],
  }
}

function told(count: Count, hides: boolean): OpenCount {
  if (count.is !== 'counted') return count
  const { value, of } = count
  if (of === undefined) return isSmall(value) ? { is: 'fewer than', than: fewestTold } : count
  const isHidden = hides || isSmall(value) || isSmall(of - value) || isSmall(of)
  return isHidden ? { is: 'withheld' } : count
}
