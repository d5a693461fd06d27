import { Agent } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { inTheHouse } from '@ieum/services/testing'
import { expect, it, onTestFinished } from 'vitest'
import { type Answer, ask } from './harness/ask.ts'
import { openFor, ownPostgres } from './harness/own-postgres.ts'
import { inWords, quantile, reached, seconds } from './harness/reached.ts'
import { rounds } from './harness/rounds.ts'
import { makeScene, writeScene } from './harness/scene.ts'
import { startServer } from './harness/start-server.ts'

const times = rounds({ onPush: 2, nightly: 50 })
const aSecond = 50
const perRound = 100

it(
  'C04 T7: a server that is told to stop under 50 requests a second answers all it took, loses none, and ends within 10 s',
  async context => {
    const { url } = await ownPostgres()
    const database = await openFor(url)
    const made = await makeScene(database, { firms: (times * perRound) / 2 })
    const scene = await writeScene(made)
    onTestFinished(scene.remove)
    const crowd = { mostUnderWay: 48, ofOnePerson: { atOnce: 10_000, aSecond: 10_000 } }
    const path = `/api/posts/${made.sender.capacity.post}/referrals`
    const headers = { 'x-person': made.sender.person.id }

    const acknowledged: string[] = []
    const ends: number[] = []
    let answered = 0
    let refused = 0
    let next = 0
    for (let round = 0; round < times; round += 1) {
      const server = await startServer({ where: { url }, scene: scene.file, port: 0, on: '2026-06-01', crowd })
      onTestFinished(() => server.kill('SIGKILL').then(() => undefined))
      const agent = new Agent({ keepAlive: true, maxSockets: 8 })
      const asked: Promise<Answer>[] = []
      let ending: ReturnType<typeof server.kill> | undefined
      // Half of them write, half read; it is told to stop somewhere in the first second, and they go on.
      const stopAt = 10 + Math.floor(Math.random() * 40)
      for (let number = 0; number < perRound; number += 1) {
        if (number === stopAt) ending = server.kill('SIGTERM')
        const body = {
          agreement: made.agreement,
          firm: made.firms[next % made.firms.length]!.capacity.firm,
          reason: '다음',
        }
        const writes = number % 2 === 0
        if (writes) next += 1
        asked.push(
          ask({ port: server.port, agent, headers, path, ...(writes ? { method: 'POST', body } : { method: 'GET' }) }),
        )
        await wait(1_000 / aSecond)
      }
      const { code, after } = await ending!
      ends.push(after)
      expect(code).toBe(0)
      expect(server.errors).toEqual([])
      for (const { status, failed, text } of await Promise.all(asked)) {
        // Nobody listens any more: whoever asks then is told so by the system, and asks another server.
        if (failed) expect(failed).toBe('ECONNREFUSED')
        if (failed) refused += 1
        else {
          expect([200, 201, 503]).toContain(status)
          answered += 1
          if (status === 201) acknowledged.push(JSON.parse(text).referral)
        }
      }
      agent.destroy()
    }
    const there = new Set(
      (await inTheHouse(database, tx => tx.selectFrom('referral').select('id').execute())).map(({ id }) => id),
    )
    expect(acknowledged.filter(id => !there.has(id))).toEqual([])
    expect(acknowledged.length).toBeGreaterThan(times)
    expect(quantile(ends, 1)).toBeLessThanOrEqual(10_000)
    reached(context, {
      check: 'C04',
      rounds: times,
      figure: `0 of ${inWords(acknowledged.length)} acknowledged lost, 0 of ${inWords(answered)} taken cut off, ${inWords(refused)} came when nobody listened; ended within ${seconds(quantile(ends, 1))}`,
    })
  },
  60_000 + times * 20_000,
)
