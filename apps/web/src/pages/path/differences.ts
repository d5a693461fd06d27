/** The figures of an itinerary in the order in which they stand, and how a difference in time is told. */
export const measures = ['arrives', 'support', 'ownCost', 'legs', 'transfers', 'unknowns'] as const
export type Measure = (typeof measures)[number]

/** From two months on, days are told as months. */
export const daysOrMonths = (days: number): { readonly in: 'days' | 'months'; readonly count: number } =>
  Math.abs(days) < 60
    ? { in: 'days', count: Math.abs(days) }
    : { in: 'months', count: Math.round(Math.abs(days) / 30.44) }
