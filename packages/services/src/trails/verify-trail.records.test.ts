import type { Database } from '@ieum/storage'
import { describeInBothHomes, superuserOf } from '@ieum/storage/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atDesk } from '../acting/at-desk.ts'
import { addFirm, addOfficer } from '../testing/world.ts'
import { checkpointOf, trailLines } from './trail-lines.ts'
import { verifyTrail } from './verify-trail.ts'

async function writeTrail(database: Database, count: number): Promise<void> {
  const officers = [
    await addOfficer(database, 'tipa', 'desk-officer'),
    await addOfficer(database, 'kpic', 'desk-officer'),
  ]
  const { capacity } = await addFirm(database)
  for (let index = 0; index < count; index += 1)
    await atDesk({ database }, officers[index % 2]!, async desk => {
      desk.changed('record fact', capacity.firm, { index, text: '가나다 "따옴표" \\ \n', share: 0.1 })
      desk.looked({ firm: capacity.firm, operation: 'read dossier', basis: 'own programme', reason: '확인' })
    })
}

async function linesOf(database: Database, trail: 'audit_entry' | 'access_entry'): Promise<string[]> {
  const lines: string[] = []
  for await (const line of trailLines(database, trail)) lines.push(line)
  return lines
}

describeInBothHomes('a trail', open => {
  it('is whole as it was written, and says where each lane ends', async () => {
    await writeTrail(open(), 20)
    for (const trail of ['audit_entry', 'access_entry'] as const) {
      const { heads } = await checkpointOf(open(), trail)
      const verified = await verifyTrail(await linesOf(open(), trail), { heads })
      expect(verified).toEqual({ is: 'whole', entries: 20, heads })
      expect(heads.map(({ lane, seq }) => [lane, seq])).toEqual([
        ['kpic', 10],
        ['tipa', 10],
      ])
    }
  })

  it('T6, C41: shows each of 1,000 changes, and names the entry', async () => {
    await writeTrail(open(), 30)
    const lines = await linesOf(open(), 'access_entry')
    const { heads } = await checkpointOf(open(), 'access_entry')
    const at = fc.integer({ min: 0, max: lines.length - 1 })
    const change = fc.oneof(
      fc.record({ is: fc.constant('deleted' as const), at }),
      fc.record({ is: fc.constant('swapped' as const), at, with: at }),
      fc.record({ is: fc.constant('doubled' as const), at, to: at }),
      fc.record({ is: fc.constant('cut' as const), at }),
      fc.record({
        is: fc.constant('edited' as const),
        at,
        column: fc.constantFrom(
          'at',
          'person_id',
          'place',
          'operation',
          'basis',
          'reason',
          'firm_ids',
          'entry',
          'hash',
          'seq',
          'lane',
        ),
      }),
    )
    await fc.assert(
      fc.asyncProperty(change, async done => {
        const changed = [...lines]
        if (done.is === 'deleted') changed.splice(done.at, 1)
        if (done.is === 'cut') changed.length = done.at
        if (done.is === 'doubled') changed.splice(done.to, 0, lines[done.at]!)
        if (done.is === 'swapped') {
          if (done.at === done.with) return
          changed[done.at] = lines[done.with]!
          changed[done.with] = lines[done.at]!
        }
        if (done.is === 'edited') {
          const row = JSON.parse(lines[done.at]!)
          const was = row[done.column]
          row[done.column] = typeof was === 'number' ? was + 1 : Array.isArray(was) ? [] : `${was}x`
          changed[done.at] = JSON.stringify(row)
        }
        const verified = await verifyTrail(changed, { heads })
        expect(verified.is).toBe('tampered')
        if (verified.is === 'tampered' && done.is === 'edited' && done.column !== 'lane' && done.column !== 'seq')
          expect(verified.line).toBe(done.at + 1)
      }),
      { numRuns: 1_000 },
    )
  })

  it('C41 T6: shows a cut end only to who kept a checkpoint: without one it reads as whole', async () => {
    await writeTrail(open(), 6)
    const cut = (await linesOf(open(), 'audit_entry')).slice(0, 5)
    expect((await verifyTrail(cut)).is).toBe('whole')
    expect(await verifyTrail(cut, await checkpointOf(open(), 'audit_entry'))).toMatchObject({
      why: 'end cut off',
      lane: 'tipa',
      seq: 3,
    })
  })

  describe('in the hands of a superuser', () => {
    it.each([
      [`update access_entry set reason = 'none' where lane = 'tipa' and seq = 2`, 'columns changed'],
      [`delete from access_entry where lane = 'tipa' and seq = 2`, 'out of order'],
      [
        `update access_entry set entry = replace(entry, 'own', 'one'), basis = 'one programme' where lane = 'tipa' and seq = 2`,
        'hash does not follow',
      ],
    ])('is found out after: %s', async (statement, why) => {
      const database = open()
      await writeTrail(database, 8)
      const { rows } = await database.pool.query<{ name: string }>('select current_database() as name')
      const superuser = database.home === 'embedded' ? database.pool : await superuserOf(rows[0]!.name)
      await superuser.query(
        `set session_replication_role = replica; ${statement}; set session_replication_role = origin`,
      )
      if (superuser !== database.pool) await superuser.end()
      expect(await verifyTrail(await linesOf(database, 'access_entry'))).toMatchObject({
        is: 'tampered',
        lane: 'tipa',
        why,
      })
    })
  })
})
