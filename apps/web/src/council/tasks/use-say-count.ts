import { useTranslation } from 'react-i18next'
import type { Count, Measure } from '../client/shapes.ts'

interface SayCount {
  (count: Count): string
  /** A figure of the measure by itself. */
  readonly value: (value: number) => string
}

/** `12건 / 20건 가운데`, `38 days`, `not measured`. */
export function useSayCount(measure: Measure): SayCount {
  const { t } = useTranslation()
  const value = (figure: number) => t(`councilDesk.indicator.unit.${measure}`, { value: figure.toLocaleString('en') })
  const say = (count: Count): string => {
    if (count.is === 'not measured') return t('councilDesk.indicator.notMeasured')
    return count.of === undefined
      ? value(count.value)
      : t('councilDesk.indicator.outOf', { value: value(count.value), of: value(count.of) })
  }
  return Object.assign(say, { value })
}
