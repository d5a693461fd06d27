import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LinkFigures } from './counts-of-link.ts'
import { maskSmall } from './mask-small.ts'

const figures = (more: Partial<LinkFigures>): LinkFigures => ({
  link: 'a',
  fromAgency: 'tipa',
  fromProgramme: 'p',
  toAgency: 'kpic',
  toProgramme: 'q',
  sent: 30,
  answered: 20,
  answeredInTime: 15,
  accepted: 10,
  declined: 10,
  declinedFor: { 'places-full': 10 },
  completed: 5,
  medianDays: 7,
  underWay: 8,
  expired: 4,
  ...more,
})

describe('small counts', () => {
  it('leave all as it is when there are none', () => {
    expect(maskSmall(figures({}))).toEqual(figures({}))
    const zeros = figures({ completed: 0, expired: 0, underWay: 0 })
    expect(maskSmall(zeros)).toEqual(zeros)
  })

  it('are hidden together with what they could be worked out from', () => {
    expect(maskSmall(figures({ accepted: 18, declined: 2, declinedFor: { 'places-full': 2 } }))).toMatchObject({
      answered: 20,
      accepted: null,
      declined: null,
      declinedFor: { 'places-full': null },
    })
    expect(maskSmall(figures({ declinedFor: { 'places-full': 9, 'criterion-unmet': 1 } }))).toMatchObject({
      declined: 10,
      declinedFor: { 'places-full': null, 'criterion-unmet': null },
    })
    expect(maskSmall(figures({ answeredInTime: 19 }))).toMatchObject({ answered: 20, answeredInTime: null })
    expect(maskSmall(figures({ sent: 21 }))).toMatchObject({
      sent: 21,
      answered: null,
      accepted: null,
      medianDays: null,
    })
  })

  it('T1: stand nowhere in what is shown, by themselves or as a difference', () => {
    const few = fc.integer({ min: 0, max: 6 })
    fc.assert(
      fc.property(few, few, few, few, few, few, (a, b, waiting, late, completed, expired) => {
        const answered = a + b
        const shown = maskSmall(
          figures({
            sent: answered + waiting,
            answered,
            answeredInTime: Math.max(0, answered - late),
            accepted: a,
            declined: b,
            declinedFor: b > 2 ? { one: 2, other: b - 2 } : b > 0 ? { one: b } : {},
            completed,
            expired,
          }),
        )
        const less = (x: number | null, y: number | null) => (x === null || y === null ? null : x - y)
        const told = [
          shown.sent,
          shown.answered,
          shown.answeredInTime,
          shown.accepted,
          shown.declined,
          shown.completed,
          shown.expired,
          ...Object.values(shown.declinedFor),
          less(shown.sent, shown.answered),
          less(shown.answered, shown.answeredInTime),
          less(shown.answered, shown.accepted),
          less(shown.answered, shown.declined),
        ]
        expect(told.filter(count => count === 1 || count === 2)).toEqual([])
      }),
    )
  })
})
