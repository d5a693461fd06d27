/** Where the bars of a small chart stand, in its own units. */
import type { Indicator } from '../client/shapes.ts'

export const width = 240
export const height = 80
const gap = 4

export interface Bar {
  readonly until: string
  readonly x: number
  readonly y: number
  readonly wide: number
  readonly tall: number
  /** Where nothing was measured there is a gap, never a bar of no height. */
  readonly isMeasured: boolean
}

export function barsOf({ months, target, baseline }: Pick<Indicator, 'months' | 'target' | 'baseline'>): {
  readonly bars: readonly Bar[]
  readonly levelOf: (value: number) => number
} {
  const values = months.flatMap(({ count }) => (count.is === 'counted' ? count.value : []))
  const most = Math.max(1, ...values, target ?? 0, baseline ?? 0)
  const levelOf = (value: number) => height - Math.round((value / most) * (height - 4))
  const wide = (width - gap * (months.length - 1)) / months.length
  const bars = months.map(({ until, count }, index) => {
    const isMeasured = count.is === 'counted'
    // A nought is seen, too.
    const y = isMeasured ? Math.min(levelOf(count.value), height - 1) : height
    return { until, x: index * (wide + gap), y, wide, tall: height - y, isMeasured }
  })
  return { bars, levelOf }
}
