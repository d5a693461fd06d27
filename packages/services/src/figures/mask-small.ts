import type { LinkFigures } from './counts-of-link.ts'

/** Fewer firms than this can be told apart by who knows some of them. */
const least = 3

export const isSmall = (count: number): boolean => count > 0 && count < least

/** Small counts are hidden, and where counts add up, those too from which a small one could be worked out. Takes counts without gaps. */
export function maskSmall(figures: LinkFigures): LinkFigures {
  const n = (count: number | null): number => count ?? 0
  const sent = n(figures.sent)
  const answered = n(figures.answered)
  const hidesAnswered = isSmall(answered) || isSmall(sent - answered)
  const hidesTime = hidesAnswered || isSmall(n(figures.answeredInTime)) || isSmall(answered - n(figures.answeredInTime))
  const hidesAnswers = hidesAnswered || isSmall(n(figures.accepted)) || isSmall(n(figures.declined))
  const hidesReasons = hidesAnswers || Object.values(figures.declinedFor).some(count => isSmall(n(count)))
  const unless = (hides: boolean, count: number | null) => (hides ? null : count)
  return {
    ...figures,
    sent: unless(isSmall(sent), sent),
    answered: unless(hidesAnswered, answered),
    answeredInTime: unless(hidesTime, figures.answeredInTime),
    accepted: unless(hidesAnswers, figures.accepted),
    declined: unless(hidesAnswers, figures.declined),
    declinedFor: Object.fromEntries(
      Object.entries(figures.declinedFor).map(([reason, count]) => [reason, unless(hidesReasons, count)]),
    ),
    completed: unless(isSmall(n(figures.completed)), figures.completed),
    medianDays: unless(hidesAnswered, figures.medianDays),
    underWay: unless(isSmall(n(figures.underWay)), figures.underWay),
    expired: unless(isSmall(n(figures.expired)), figures.expired),
  }
}

/** What came, after acceptance, of cases whose firms have not agreed that the sending agency is told. */
export interface Untold {
  readonly completed: number
  readonly underWay: number
  readonly failed: number
}

/** For the sending agency, which knows the outcome of all others: what it could tell of fewer than three is hidden, whichever way it went. */
export function maskUntold(figures: LinkFigures, { completed, underWay, failed }: Untold): LinkFigures {
  const hides = [completed, underWay, failed].some(isSmall)
  return hides ? { ...figures, completed: null, underWay: null } : figures
}
