import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ieum } from './run-ieum.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ieum-trail-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A chain as the records write it. */
function chain(count: number): { lines: string[]; hash: (seq: number) => string } {
  const hashes = ['']
  const lines = []
  for (let seq = 1; seq <= count; seq += 1) {
    const columns = { lane: 'tipa', seq, at: '2026-05-11T02:00:00+00:00', person_id: 'kim', firm_ids: [`firm ${seq}`] }
    const entry = JSON.stringify(columns)
    const hash = createHash('sha256').update(hashes.at(-1)!).update(entry).digest('hex')
    hashes.push(hash)
    lines.push(JSON.stringify({ ...columns, entry, hash }))
  }
  return { lines, hash: seq => hashes[seq]! }
}

const { lines, hash } = chain(5)

async function file(name: string, content: readonly string[] | object): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, Array.isArray(content) ? `${content.join('\n')}\n` : JSON.stringify(content))
  return path
}

const checkpoint = (seq: number, trail = 'access_entry') => ({
  taken: '2026-05-31',
  checkpoints: [{ trail, heads: [{ lane: 'tipa', seq, hash: hash(seq) }] }],
})

/** Where there are no records: the verifier asks for none. */
const verify = (...words: string[]) =>
  ieum(['trail', 'verify', ...words, '--lang', 'en'], { IEUM_HOME: join(folder, 'none'), DATABASE_URL: 'nonsense' })

describe('ieum trail verify', () => {
  it('C41: says that a chain holds, and that without a checkpoint a cut end cannot be seen', async () => {
    const trail = await file('whole.jsonl', lines)
    const plain = await verify(trail)
    expect(plain).toMatchObject({ code: 0, err: '' })
    expect(plain.out).toBe(
      'The chain holds: 5 entries in 1 lane.\nWithout --checkpoint an end that was cut off cannot be seen.\n',
    )
    const held = await verify(trail, '--checkpoint', await file('held.json', checkpoint(5)), '--json')
    expect(held.code).toBe(0)
    expect(JSON.parse(held.out)).toEqual({
      trail: 'access_entry',
      is: 'whole',
      entries: 5,
      heads: [{ lane: 'tipa', seq: 5, hash: hash(5) }],
    })
  })

  it('T6, C41: names the first bad number, and finds a tail that was cut off after a checkpoint', async () => {
    const edited = lines.map((line, index) =>
      index === 2 ? line.replace('"person_id":"kim"', '"person_id":"lee"') : line,
    )
    const found = await verify(await file('edited.jsonl', edited))
    expect(found).toMatchObject({ code: 1, err: '' })
    expect(found.out).toMatch(/^The chain is broken at entry 3 of tipa \(line 3\)\.\n/)
    const cut = await file('cut.jsonl', lines.slice(0, 3))
    expect((await verify(cut)).code).toBe(0)
    const seen = await verify(cut, '--checkpoint', await file('five.json', checkpoint(5)), '--json')
    expect(seen.code).toBe(1)
    expect(JSON.parse(seen.out)).toMatchObject({ is: 'tampered', lane: 'tipa', seq: 4, why: 'end cut off' })
  })

  it('C11: takes up a chain whose beginning was destroyed when due, and says so', async () => {
    const after = (from: string) => [
      JSON.stringify({ trail: 'access_entry', lane: 'tipa', after: { seq: 2, hash: from } }),
      ...lines.slice(2),
    ]
    const whole = await verify(await file('rest.jsonl', after(hash(2))))
    expect(whole.code).toBe(0)
    expect(whole.out).toContain('tipa: begins after entry 2')
    expect((await verify(await file('forged.jsonl', after(hash(1))))).code).toBe(1)
    const older = await file('older.json', checkpoint(1))
    const blind = await verify(await file('rest2.jsonl', after(hash(2))), '--checkpoint', older, '--json')
    expect(blind.code).toBe(1)
    expect(JSON.parse(blind.out)).toMatchObject({ why: 'begins after the checkpoint' })
  })

  it.each([
    ['no such file', async () => [join(folder, 'nowhere.jsonl')], /nowhere\.jsonl:1:1: no such file: .+/],
    ['a folder', async () => [folder], /:1:1: a folder, not a file: .+/],
    ['another file', async () => [await file('other.jsonl', ['hello'])], /:1:1: not a line of a trail: .+/],
    [
      'another checkpoint',
      async () => [await file('a.jsonl', lines), '--checkpoint', await file('b.json', { hello: 1 })],
      /b\.json:1:1: not a checkpoint: .+/,
    ],
    [
      'the checkpoint of the other trail',
      async () => [await file('c.jsonl', lines), '--checkpoint', await file('d.json', checkpoint(5, 'audit_entry'))],
      /d\.json:1:1: has nothing of access_entry: .+/,
    ],
    ['no file', async () => [], /^FILE: is missing: .+/],
  ])('refuses %s in one line', async (_, words, says) => {
    const { code, out, err } = await verify(...(await words()))
    expect({ code, out, lines: err.trimEnd().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 })
    expect(err).toMatch(says)
  })
})
