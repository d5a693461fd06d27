/** Indicators as they are typed, and what is wrong with them before they are sent. */
import { type Chosen, type Measure, measures } from '../client/shapes.ts'

export interface Typed {
  readonly isChosen: boolean
  readonly target: string
  readonly targetBy: string
  readonly baseline: string
  readonly baselineSource: string
}

export type TypedIndicators = Readonly<Record<Measure, Typed>>

export type WrongIndicator = {
  readonly measure: Measure
  readonly field: 'target' | 'baseline' | 'baselineSource'
  readonly wrong: 'numberWrong' | 'targetWrong' | 'sourceWrong'
}

export const typedFrom = (chosen: readonly Chosen[]): TypedIndicators =>
  Object.fromEntries(
    measures.map(measure => {
      const one = chosen.find(known => known.measure === measure)
      return [
        measure,
        {
          isChosen: one !== undefined,
          target: one?.target?.toString() ?? '',
          targetBy: one?.targetBy ?? '',
          baseline: one?.baseline?.toString() ?? '',
          baselineSource: one?.baselineSource ?? '',
        },
      ]
    }),
  ) as unknown as TypedIndicators

/** Thousands may be written with commas. */
const numberOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text.replaceAll(',', '')))
const isNumber = (text: string): boolean => numberOf(text) >= 0 && numberOf(text) <= 1_000_000_000

export function readTyped(
  typed: TypedIndicators,
):
  | { readonly is: 'read'; readonly indicators: readonly Chosen[] }
  | { readonly is: 'wrong'; readonly fields: readonly WrongIndicator[] } {
  const chosen = measures.filter(measure => typed[measure].isChosen)
  const fields = chosen.flatMap((measure): WrongIndicator[] => {
    const { target, targetBy, baseline, baselineSource } = typed[measure]
    const wrong: WrongIndicator[] = []
    if (target.trim() !== '' && !isNumber(target)) wrong.push({ measure, field: 'target', wrong: 'numberWrong' })
    else if (target.trim() === '' && targetBy !== '') wrong.push({ measure, field: 'target', wrong: 'targetWrong' })
    if (baseline.trim() !== '' && !isNumber(baseline)) wrong.push({ measure, field: 'baseline', wrong: 'numberWrong' })
    else if (baseline.trim() !== '' && baselineSource.trim() === '')
      wrong.push({ measure, field: 'baselineSource', wrong: 'sourceWrong' })
    return wrong
  })
  if (fields.length > 0) return { is: 'wrong', fields }
  return {
    is: 'read',
    indicators: chosen.map(measure => {
      const { target, targetBy, baseline, baselineSource } = typed[measure]
      const hasBaseline = baseline.trim() !== ''
      return {
        measure,
        target: target.trim() === '' ? null : numberOf(target),
        targetBy: targetBy || null,
        baseline: hasBaseline ? numberOf(baseline) : null,
        baselineSource: hasBaseline ? baselineSource.trim() : null,
      }
    }),
  }
}
