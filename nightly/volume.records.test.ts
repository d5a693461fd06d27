import { createHash } from 'node:crypto'
import { verifyTrail } from '@ieum/services'
import { expect, it } from 'vitest'
import { inWords, reached, seconds } from './harness/reached.ts'
import { mostTime, rounds } from './harness/rounds.ts'

const entries = 10_000 * rounds({ onPush: 5, nightly: 100 })
const lanes = ['tipa', 'kpic', 'kised', 'kosmes', 'firms']
const pages = 5_000

/** Lines as `trailLines` gives them, made a page at a time, so that a million need little memory. */
function* lines(count: number, meanwhile: { spent: number }): Generator<string> {
  const heads = lanes.map(() => ({ seq: 0, hash: '' }))
  for (let from = 0; from < count; from += pages) {
    const start = performance.now()
    const page: string[] = []
    for (let index = from; index < Math.min(count, from + pages); index += 1) {
      const lane = index % lanes.length
      const head = heads[lane]!
      head.seq += 1
      const row = {
        at: '2026-06-01T00:00:00.000001+00:00',
        seq: head.seq,
        lane: lanes[lane],
        basis: 'consent 7d0f1e0c-3b8e-4d5a-9d42-0d8a3f1b2c4d',
        place: '192.0.2.1',
        reason: null,
        post_id: '5b1c7b1e-6f0b-4a55-8a1b-2f6f1a0d9b11',
        firm_ids: ['0f9e8d7c-6b5a-4c3d-9e1f-a0b1c2d3e4f5'],
        operation: 'read referral',
        person_id: `person-${index % 977}`,
      }
      const entry = JSON.stringify(row)
      head.hash = createHash('sha256').update(head.hash).update(entry).digest('hex')
      page.push(JSON.stringify({ ...row, entry, hash: head.hash }))
    }
    meanwhile.spent += performance.now() - start
    yield* page
  }
}

it(`C41 T6: a trail of ${inWords(entries)} entries is verified in seconds`, async context => {
  const making = { spent: 0 }
  const start = performance.now()
  const verified = await verifyTrail(lines(entries, making))
  const took = performance.now() - start - making.spent
  expect(verified).toMatchObject({ is: 'whole', entries })
  expect(took).toBeLessThanOrEqual(mostTime(10_000))
  reached(context, { check: 'C41', rounds: 1, figure: `${inWords(entries)} entries verified in ${seconds(took)}` })
}, 120_000)
