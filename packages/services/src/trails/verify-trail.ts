/** Whether a trail is as it was written. Needs nothing but the lines, and for a cut end a checkpoint: no server and no database. */
import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Checkpoint } from './trail-lines.ts'

export type Verified =
  | {
      readonly is: 'whole'
      readonly entries: number
      readonly heads: Checkpoint['heads']
      /** Lanes that do not begin with their first entry, and the entry that they follow from: destroyed when due, or left out of an excerpt. */
      readonly after?: Checkpoint['heads']
    }
  | { readonly is: 'tampered'; readonly line: number; readonly lane: string; readonly seq: number; readonly why: Why }

export type Why =
  | 'not a line of a trail'
  /** An entry is missing, stands twice, or stands elsewhere. */
  | 'out of order'
  /** The columns do not say what the entry that was hashed says. */
  | 'columns changed'
  | 'hash does not follow'
  /** Fewer entries than the checkpoint saw, or others. */
  | 'end cut off'
  /** What the checkpoint saw is not among the entries: nothing can be said of it. */
  | 'begins after the checkpoint'

interface Head {
  readonly seq: number
  readonly hash: string
}

const first: Head = { seq: 0, hash: '' }

export async function verifyTrail(
  lines: AsyncIterable<string> | Iterable<string>,
  checkpoint?: Pick<Checkpoint, 'heads'>,
): Promise<Verified> {
  const heads = new Map<string, Head>()
  const after: Checkpoint['heads'][number][] = []
  const kept = new Map(checkpoint?.heads.map(({ lane, ...head }) => [lane, head]))
  let [line, entries] = [0, 0]
  for await (const text of lines) {
    if (text === '') continue
    line += 1
    const start = startIn(text)
    if (start) {
      const { lane, ...head } = start
      const checked = kept.get(lane)
      const found = (why: Why): Verified => ({ is: 'tampered', line, lane, seq: head.seq, why })
      if (heads.has(lane)) return found('out of order')
      if (checked && checked.seq < head.seq) return found('begins after the checkpoint')
      if (checked && checked.seq === head.seq && checked.hash !== head.hash) return found('end cut off')
      heads.set(lane, head)
      after.push(start)
      continue
    }
    const row = rowIn(text)
    if (!row) return { is: 'tampered', line, lane: '', seq: 0, why: 'not a line of a trail' }
    const { entry, hash, ...columns } = row
    const { lane, seq } = columns
    const found = (why: Why): Verified => ({ is: 'tampered', line, lane, seq, why })
    entries += 1
    const before = heads.get(lane) ?? first
    if (seq !== before.seq + 1) return found('out of order')
    if (createHash('sha256').update(before.hash).update(entry).digest('hex') !== hash)
      return found('hash does not follow')
    if (!isDeepStrictEqual(columns, jsonIn(entry))) return found('columns changed')
    const checked = kept.get(lane)
    if (checked && checked.seq === seq && checked.hash !== hash) return found('end cut off')
    heads.set(lane, { seq, hash })
  }
  for (const [lane, { seq }] of kept) {
    const reached = heads.get(lane)?.seq ?? 0
    if (reached < seq) return { is: 'tampered', line, lane, seq: reached + 1, why: 'end cut off' }
  }
  return {
    is: 'whole',
    entries,
    heads: [...heads].map(([lane, head]) => ({ lane, ...head })),
    ...(after.length > 0 && { after }),
  }
}

/** A line that says from which entry the next one of its lane follows. */
function startIn(text: string): Checkpoint['heads'][number] | undefined {
  if (!text.includes('"after"')) return undefined
  const line = jsonIn(text)
  if (typeof line !== 'object' || line === null || 'entry' in line) return undefined
  const { lane, after } = line as { lane?: unknown; after?: unknown }
  const { seq, hash } = (after ?? {}) as { seq?: unknown; hash?: unknown }
  return typeof lane === 'string' &&
    typeof seq === 'number' &&
    Number.isInteger(seq) &&
    seq > 0 &&
    typeof hash === 'string'
    ? { lane, seq, hash }
    : undefined
}

interface Row {
  readonly lane: string
  readonly seq: number
  readonly entry: string
  readonly hash: string
}

function rowIn(text: string): Row | undefined {
  const row = jsonIn(text)
  if (typeof row !== 'object' || row === null) return undefined
  const { lane, seq, entry, hash } = row as Record<string, unknown>
  const isRow =
    typeof lane === 'string' && typeof seq === 'number' && typeof entry === 'string' && typeof hash === 'string'
  return isRow ? (row as Row) : undefined
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
