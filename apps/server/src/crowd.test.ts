import fc from 'fast-check'
import { Hono } from 'hono'
import { beforeEach, describe, expect, it } from 'vitest'
import { crowdOf, tokenBuckets, tooOften } from './crowd.ts'

describe('C18: of many who ask at once', () => {
  function waiting(mostUnderWay: number, mostWaiting?: number) {
    const app = new Hono()
    const ends: (() => void)[] = []
    const { turnAway, letIn } = crowdOf({ mostUnderWay, ...(mostWaiting !== undefined && { mostWaiting }) })
    app.use(turnAway)
    app.use(async (c, next) => {
      read.push(c.req.path)
      return next()
    })
    app.use(letIn)
    app.get('/', async c => {
      await new Promise<void>(end => ends.push(end))
      return c.text('done')
    })
    app.get('/fails', () => {
      throw new Error('it failed')
    })
    app.onError((_, c) => c.text('failed', 500))
    return { app, ends }
  }
  let read: string[] = []
  beforeEach(() => {
    read = []
  })

  it('some wait, are answered in the order in which they came, and nothing is read of those who are told to come again', async () => {
    const { app, ends } = waiting(2, 3)
    const done: number[] = []
    const asked = Array.from({ length: 5 }, async (_, number) => {
      const { status } = await app.request('/')
      done.push(number)
      return status
    })
    expect((await app.request('/')).status).toBe(503)
    expect(read).toHaveLength(5)
    for (let turn = 0; turn < 5; turn += 1) {
      await expect.poll(() => ends.length).toBeGreaterThan(turn)
      expect(ends.length).toBeLessThanOrEqual(turn + 2)
      ends[turn]?.()
      await expect.poll(() => done).toHaveLength(turn + 1)
    }
    expect(await Promise.all(asked)).toEqual([200, 200, 200, 200, 200])
    expect(done).toEqual([0, 1, 2, 3, 4])
    const next = app.request('/')
    await expect.poll(() => ends).toHaveLength(6)
    ends[5]?.()
    expect((await next).status).toBe(200)
  })

  it('so many are answered, and the others told at once to come again', async () => {
    const { app, ends } = waiting(3)
    const asked = Array.from({ length: 16 }, () => app.request('/'))
    const refused = await Promise.all(asked.slice(3))
    expect(refused.map(({ status }) => status)).toEqual(Array(13).fill(503))
    expect(refused[0]?.headers.get('retry-after')).toBe('1')
    for (const end of ends) end()
    expect((await Promise.all(asked.slice(0, 3))).map(({ status }) => status)).toEqual([200, 200, 200])
  })

  it('more are answered once others have been, also when those failed', async () => {
    const { app, ends } = waiting(1)
    for (let turn = 0; turn < 3; turn += 1) expect((await app.request('/fails')).status).toBe(500)
    const first = app.request('/')
    expect((await app.request('/')).status).toBe(503)
    ends[0]?.()
    expect((await first).status).toBe(200)
    const second = app.request('/')
    ends[1]?.()
    expect((await second).status).toBe(200)
  })
})

describe('C18 T4: one who asks very often', () => {
  it('is told how many seconds to wait from the stated count on, however many ask at once', async () => {
    const app = new Hono()
    const buckets = tokenBuckets({ atOnce: 20, aSecond: 0.5 }, () => 0)
    app.get('/', c => {
      const seconds = buckets.take('kim')
      return seconds > 0 ? tooOften(c, seconds) : c.text('done')
    })
    const answers = await Promise.all(Array.from({ length: 16 * 4 }, () => app.request('/')))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(20)
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused).toHaveLength(44)
    expect(refused[0]?.headers.get('retry-after')).toBe('2')
  })

  it('keeps nobody else waiting', () => {
    const buckets = tokenBuckets({ atOnce: 1, aSecond: 1 }, () => 0)
    expect([buckets.take('kim'), buckets.take('kim'), buckets.take('lee')]).toEqual([0, 1, 0])
  })

  it('never comes through more often than a second brings, and always after the told wait', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3_000), { maxLength: 200 }), pauses => {
        let now = 0
        let through = 0
        const buckets = tokenBuckets({ atOnce: 5, aSecond: 2 }, () => now)
        for (const pause of pauses) {
          now += pause
          const wait = buckets.take('kim')
          if (wait === 0) through += 1
          else {
            now += wait * 1_000
            expect(buckets.take('kim')).toBe(0)
            through += 1
          }
          expect(through).toBeLessThanOrEqual(5 + (now / 1_000) * 2 + 1e-6)
        }
      }),
    )
  })

  it('is forgotten once there is nothing to remember', () => {
    let now = 0
    const buckets = tokenBuckets({ atOnce: 2, aSecond: 1 }, () => now)
    for (let person = 0; person < 5_000; person += 1) {
      now += 1_000
      expect(buckets.take(`person-${person}`)).toBe(0)
    }
  })
})
