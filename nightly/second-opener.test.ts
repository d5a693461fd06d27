import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@ieum/storage'
import { expect, inject, it, onTestFinished } from 'vitest'
import { inWords, quantile, reached, seconds } from './harness/reached.ts'
import { rounds } from './harness/rounds.ts'
import { makeScene, writeScene } from './harness/scene.ts'
import { hearNothing, startWriter } from './harness/start-writer.ts'
import { lost } from './harness/whole.ts'

const times = rounds({ onPush: 3, nightly: 100 })
const main = join(import.meta.dirname, '../apps/cli/src/main.ts')

async function ieum(words: readonly string[], env: Record<string, string> = {}) {
  const start = performance.now()
  const child = spawn(process.execPath, [main, ...words], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '', LC_MESSAGES: '', DATABASE_URL: '', ...env },
  })
  let said = ''
  child.stderr.on('data', text => {
    said += text
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, said, after: performance.now() - start }
}

it(
  'C03 T7: whoever else would open the folder, server or command line, is refused in a sentence, and after kill -9 it opens without help',
  async context => {
    const folder = mkdtempSync(join(tmpdir(), 'ieum-second-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const made = await openDatabase({ folder }, { prepared: inject('homes').dump })
    if (made.is !== 'open') throw new Error(JSON.stringify(made))
    const scene = await writeScene(await makeScene(made.database, { firms: 8 }))
    onTestFinished(scene.remove)
    await made.database.close()

    const heard = hearNothing()
    const refusals: number[] = []
    const second = [
      () => ieum(['serve', '--port', '0'], { IEUM_HOME: folder }),
      () => ieum(['desk', 'move-to', 'postgresql://nobody@127.0.0.1:1/none'], { IEUM_HOME: folder }),
    ]
    for (let round = 0; round < times; round += 1) {
      const holder = startWriter({ where: { folder }, scene: scene.file, desks: 1, checks: true }, heard)
      onTestFinished(holder.kill)
      expect([await holder.opened, heard.failures]).toEqual(['open', []])
      const stands = await holder.stood
      expect(stands?.broken).toEqual([])
      expect(lost(stands!, heard.acknowledged)).toEqual([])
      const { code, said, after } = await second[round % second.length]!()
      expect(code).not.toBe(0)
      expect(said).toMatch(/is used by another program \(process \d+, since .+\)/)
      refusals.push(after)
      await holder.kill()
    }
    expect(heard.openings).toHaveLength(times)
    reached(context, {
      check: 'C03',
      rounds: times,
      figure: `${times} of ${times} refused, within ${seconds(quantile(refusals, 1))} of typing it; ${times} of ${times} opened again after kill -9, 0 of ${inWords(heard.writes)} acknowledged writes lost`,
    })
    expect(quantile(refusals, 1)).toBeLessThanOrEqual(2_000)
  },
  60_000 + times * 20_000,
)
