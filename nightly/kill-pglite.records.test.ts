import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openDatabase } from '@ieum/storage'
import { expect, inject, it, onTestFinished } from 'vitest'
import { inWords, quantile, reached, seconds } from './harness/reached.ts'
import { mostTime, rounds } from './harness/rounds.ts'
import { makeScene, writeScene } from './harness/scene.ts'
import { hearNothing, startWriter } from './harness/start-writer.ts'
import { lost } from './harness/whole.ts'

const times = rounds({ onPush: 6, nightly: 200 })

it(
  'C01 T7: nothing acknowledged is lost and nothing half written when the process is killed again and again (PGlite)',
  async context => {
    const folder = mkdtempSync(join(tmpdir(), 'ieum-kill-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const made = await openDatabase({ folder }, { prepared: inject('homes').dump })
    if (made.is !== 'open') throw new Error(JSON.stringify(made))
    const scene = await writeScene(await makeScene(made.database, { firms: 12 }))
    onTestFinished(scene.remove)
    await made.database.close()

    const heard = hearNothing()
    const work = { where: { folder }, scene: scene.file, desks: 1, checks: true }
    let opened = 0
    for (let round = 0; round <= times; round += 1) {
      const { looks, writes } = heard
      const writer = startWriter(work, heard)
      onTestFinished(writer.kill)
      // Some are killed while they open what the last one left, and so leave it to the next.
      if (round % 10 === 9 && round < times) await wait(Math.random() * 1_500)
      else {
        expect(await writer.opened).toBe('open')
        opened += 1
        const stands = await writer.stood
        expect(stands?.broken).toEqual([])
        expect(lost(stands!, heard.acknowledged)).toEqual([])
        expect(stands!.looks).toBeGreaterThanOrEqual(looks)
        // At some moment after it began to write, however busy the machine is.
        await expect.poll(() => heard.writes, { interval: 10 }).toBeGreaterThan(writes)
        await wait(Math.random() * 400)
      }
      await writer.kill()
    }
    expect(heard.failures).toEqual([])
    expect(heard.writes).toBeGreaterThan(times)
    expect(quantile(heard.openings, 1)).toBeLessThanOrEqual(mostTime(5_000))
    reached(context, {
      check: 'C01',
      rounds: times,
      figure: `0 of ${inWords(heard.writes)} acknowledged writes lost, 0 half written, trails whole, opened ${opened} of ${opened} times, within ${seconds(quantile(heard.openings, 1))}`,
    })
  },
  60_000 + times * 15_000,
)
