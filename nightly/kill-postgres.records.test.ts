import { setTimeout as wait } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { openFor, ownPostgres } from './harness/own-postgres.ts'
import { inWords, quantile, reached, seconds } from './harness/reached.ts'
import { mostTime, rounds } from './harness/rounds.ts'
import { makeScene, writeScene } from './harness/scene.ts'
import { hearNothing, startWriter } from './harness/start-writer.ts'
import { lost, whole } from './harness/whole.ts'

const times = rounds({ onPush: 4, nightly: 200 })
const patience = mostTime(10_000)

// The program is not started again: it has to find its way back by itself.
it(
  'C02 T7: nothing acknowledged is lost and nothing half written when PostgreSQL and all its processes are killed again and again',
  async context => {
    const { postgres, url } = await ownPostgres()
    const database = await openFor(url)
    const scene = await writeScene(await makeScene(database, { firms: 24 }))
    onTestFinished(scene.remove)
    const heard = hearNothing()
    const writer = startWriter({ where: { url }, scene: scene.file, desks: 3, checks: false }, heard)
    onTestFinished(writer.kill)
    expect(await writer.opened).toBe('open')

    const readyAfter: number[] = []
    for (let round = 0; round < times; round += 1) {
      await writesAgain(heard, performance.now())
      await wait(Math.random() * 300)
      await postgres.crash()
      const restarted = performance.now()
      await postgres.restart()
      await writesAgain(heard, restarted)
      readyAfter.push(heard.lastWrite - restarted)
      const [acknowledged, looks] = [new Map(heard.acknowledged), heard.looks]
      const stands = await whole(database)
      expect(stands.broken).toEqual([])
      expect(lost(stands, acknowledged)).toEqual([])
      expect(stands.looks).toBeGreaterThanOrEqual(looks)
    }
    await writer.kill()
    // Each that failed was cut off by the killing, or asked while nobody was there.
    expect(heard.failures.filter(failure => !cutOff.test(failure))).toEqual([])
    expect(heard.writes).toBeGreaterThan(times)
    expect(quantile(readyAfter, 1)).toBeLessThanOrEqual(mostTime(5_000))
    reached(context, {
      check: 'C02',
      rounds: times,
      figure: `0 of ${inWords(heard.writes)} acknowledged writes lost, 0 half written, trails whole; writes again within ${seconds(quantile(readyAfter, 1))} (median ${seconds(quantile(readyAfter, 0.5))})`,
    })
  },
  60_000 + times * 15_000,
)

const cutOff =
  /ECONNRE|ENOENT|EPIPE|terminat|Connection|starting up|shutting down|recovery mode|not queryable|socket hang up|Client/i

async function writesAgain(heard: { lastWrite: number }, since: number): Promise<void> {
  const deadline = performance.now() + patience
  while (heard.lastWrite <= since) {
    if (performance.now() > deadline) throw new Error('nothing was written any more')
    await wait(5)
  }
}
