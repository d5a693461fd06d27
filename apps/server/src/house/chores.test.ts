import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { startChores } from './chores.ts'

it('goes on after a round that failed, one round at a time, and ends with the one under way', async () => {
  const errors: string[] = []
  let [begun, done, together] = [0, 0, 0]
  const chores = startChores(
    [
      {
        everySeconds: 0.01,
        run: async () => {
          begun += 1
          together = Math.max(together, begun - done)
          await wait(30)
          done += 1
          if (done === 1) throw new Error('the first')
        },
      },
    ],
    error => errors.push(error.message),
  )
  while (begun < 3) await wait(5)
  await chores.stop()
  expect([done, together, errors]).toEqual([begun, 1, ['the first']])
  await wait(40)
  expect(begun).toBe(done)
})
