import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetRulebook, renewRulebook, rulebook } from './fetch-rulebook.ts'

beforeEach(() => forgetRulebook())
afterEach(() => vi.unstubAllGlobals())

/** Each question is answered when the test says so. */
function asked() {
  const questions: PromiseWithResolvers<Response>[] = []
  vi.stubGlobal('fetch', () => {
    const question = Promise.withResolvers<Response>()
    questions.push(question)
    return question.promise
  })
  return (number: number, version: string | undefined) =>
    questions[number]!.resolve(version === undefined ? new Response(null, { status: 503 }) : Response.json(version))
}

describe('the rulebook', () => {
  it('of two renewals is that of the later, whichever comes first', async () => {
    for (const order of [
      [1, 2],
      [2, 1],
    ] as const) {
      forgetRulebook()
      const answer = asked()
      const first = rulebook()
      answer(0, 'as it was')
      await first
      const renewals = [renewRulebook(), renewRulebook()]
      for (const number of order) {
        answer(number, `renewal ${number}`)
        await renewals[number - 1]
      }
      expect(await rulebook()).toBe('renewal 2')
    }
  })

  it('that was renewed stays where the later renewal does not come', async () => {
    const answer = asked()
    const first = rulebook()
    answer(0, 'as it was')
    await first
    const renewals = [renewRulebook(), renewRulebook()]
    answer(2, undefined)
    answer(1, 'renewal 1')
    await Promise.all(renewals)
    expect(await rulebook()).toBe('renewal 1')
  })

  it('that is asked for anew is not replaced by a renewal that was begun before', async () => {
    const answer = asked()
    const renewal = renewRulebook()
    const anew = rulebook()
    answer(1, 'anew')
    answer(0, 'renewal before')
    await renewal
    expect(await anew).toBe('anew')
    expect(await rulebook()).toBe('anew')
  })
})
