/**
 * Apart from the other full disks: each round opens the engine three times, and Node ends a process that opened too many of them
 * (https://github.com/nodejs/node/issues/64500).
 */
import { join } from 'node:path'
import { inTheHouse } from '@ieum/services/testing'
import { openDatabase } from '@ieum/storage'
import { expect, inject, it } from 'vitest'
import { quantile, reached, seconds } from './harness/reached.ts'
import { rounds } from './harness/rounds.ts'
import { makeScene } from './harness/scene.ts'
import { smallDisk } from './harness/small-disk.ts'
import { untilPanic } from './harness/until-panic.ts'
import { whole } from './harness/whole.ts'

const times = rounds({ onPush: 1, nightly: 20 })

it(
  'C05 T7: a folder whose log finds no room any more says so and ends, does not open while the disk is full, and opens whole when there is room again',
  async context => {
    // The log keeps up to 96 MB of itself, and opening takes 40 beside the rows: what is freed must be no less.
    const disk = smallDisk(256)
    const home = join(disk.folder, 'home')
    const open = () => openDatabase({ folder: home }, { prepared: inject('homes').dump })
    let acknowledged = 0
    const toldWithin: number[] = []
    for (let round = 0; round < times; round += 1) {
      const opened = await open()
      if (opened.is !== 'open') throw new Error(JSON.stringify(opened))
      const { database } = opened
      const scene = await makeScene(database, { firms: 1 })
      acknowledged += 1
      expect((await whole(database)).broken).toEqual([])
      // Room for rows, and none for the next log.
      disk.fill(3_000_000)
      const client = await database.pool.connect()
      const begun = performance.now()
      expect(await untilPanic(client)).toMatchObject({ severity: 'PANIC', code: '53100' })
      client.release(true)
      expect((await database.lost).message).toMatch(/its disk is full/)
      toldWithin.push(performance.now() - begun)
      await database.close()
      const full = await open()
      // It may find room for what it needs to open; then it closes as it was.
      if (full.is === 'open') await full.database.close()
      else expect(full).toMatchObject({ is: 'unreachable', why: expect.stringMatching(/MB are left on its disk/) })
      disk.free()
      const again = await open()
      if (again.is !== 'open') throw new Error(JSON.stringify(again))
      const there = await inTheHouse(again.database, tx => tx.selectFrom('firm').select('id').execute())
      expect(there.map(({ id }) => id)).toContain(scene.firms[0]!.capacity.firm)
      expect(there.length).toBeGreaterThanOrEqual(acknowledged)
      expect((await whole(again.database)).broken).toEqual([])
      await again.database.close()
    }
    reached(context, {
      check: 'C05',
      rounds: times,
      figure: `folder, no room for its log: told within ${seconds(quantile(toldWithin, 1))}, opened whole ${times} of ${times} times once there was room`,
    })
  },
  120_000 + times * 60_000,
)
