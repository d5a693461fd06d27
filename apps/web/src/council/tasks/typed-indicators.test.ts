import { describe, expect, it } from 'vitest'
import { readTyped, type Typed, typedFrom } from './typed-indicators.ts'

const accepted = (change: Partial<Typed>) => {
  const empty = typedFrom([])
  return { ...empty, accepted: { ...empty.accepted, isChosen: true, ...change } }
}

describe('indicators as they are typed', () => {
  it('are read back as they were kept', () => {
    const kept = [
      { measure: 'accepted', target: 1200, targetBy: '2026-12-31', baseline: 3, baselineSource: '보도자료' },
      { measure: 'completed', target: null, targetBy: null, baseline: null, baselineSource: null },
    ] as const
    expect(readTyped(typedFrom(kept))).toEqual({ is: 'read', indicators: kept })
  })

  it('take thousands with commas, and leave a source without a figure', () => {
    expect(readTyped(accepted({ target: '1,200', baselineSource: '보도자료' }))).toMatchObject({
      indicators: [{ target: 1200, baseline: null, baselineSource: null }],
    })
  })

  it.each([
    [{ target: '스물' }, 'target', 'numberWrong'],
    [{ target: '-1' }, 'target', 'numberWrong'],
    [{ targetBy: '2026-12-31' }, 'target', 'targetWrong'],
    [{ baseline: 'x', baselineSource: 'y' }, 'baseline', 'numberWrong'],
    [{ baseline: '3' }, 'baselineSource', 'sourceWrong'],
  ] as const)('with %j are wrong at %s: %s', (change, field, wrong) => {
    expect(readTyped(accepted(change))).toEqual({ is: 'wrong', fields: [{ measure: 'accepted', field, wrong }] })
  })
})
