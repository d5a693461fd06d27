/** `ieum trail verify FILE`: whether a trail is as it was written. Needs no server, no records and no catalogue: the file alone, and a checkpoint. */
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Checkpoint } from '@ieum/services'
import { verifyTrail } from '@ieum/services/verify-trail'
import { languageOf } from '../language.ts'
import type { CommonOptions } from '../options.ts'
import { faultLine, Refused } from '../refused.ts'
import { wordsIn } from '../words/index.ts'

export interface TrailVerifyCommand extends CommonOptions {
  readonly checkpoint?: string
}

const ofTrail = 'the lines of ieum trail export'
const ofCheckpoint = 'the checkpoint that was taken with a trail'

const refused = (file: string, wrong: string, right: string): Refused =>
  new Refused(faultLine({ file, line: 1, column: 1, wrong, right }))

export async function trailVerify(file: string, options: TrailVerifyCommand): Promise<0 | 1> {
  await mustBeFile(file, ofTrail)
  const trail = await trailIn(file)
  const heads = options.checkpoint === undefined ? undefined : await headsOf(options.checkpoint, trail)
  const found = await verifyTrail(linesOf(file), heads && { heads })
  if (options.json) process.stdout.write(`${JSON.stringify({ trail, ...found })}\n`)
  else {
    const words = wordsIn(languageOf(options.lang, process.env)).trail
    const lines =
      found.is === 'whole'
        ? [
            words.whole(found.entries.toLocaleString('en-US'), found.heads.length),
            ...(found.after ?? []).map(({ lane, seq }) => words.after(lane, seq)),
            ...(heads ? [] : [words.noCheckpoint]),
          ]
        : [words.tampered(found.lane, found.seq, found.line), words.why[found.why]]
    process.stdout.write(`${lines.join('\n')}\n`)
  }
  return found.is === 'whole' ? 0 : 1
}

async function mustBeFile(file: string, right: string): Promise<void> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw refused(
      file,
      error.code === 'ENOENT' ? 'no such file' : `cannot be read (${error.code ?? error.message})`,
      right,
    )
  })
  if (found.isDirectory()) throw refused(file, 'a folder, not a file', right)
}

const linesOf = (file: string): AsyncIterable<string> =>
  createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })

/** Which of the two trails it is: the log of looks names firms. An empty file could be either. */
async function trailIn(file: string): Promise<Checkpoint['trail'] | undefined> {
  const lines = linesOf(file)
  for await (const text of lines) {
    if (text === '') continue
    const line = objectIn(text)
    if (!line || !('lane' in line)) throw refused(file, 'not a line of a trail', ofTrail)
    if (line.trail === 'access_entry' || line.trail === 'audit_entry') return line.trail
    return 'firm_ids' in line ? 'access_entry' : 'audit_entry'
  }
  return undefined
}

async function headsOf(file: string, trail: Checkpoint['trail'] | undefined): Promise<Checkpoint['heads']> {
  await mustBeFile(file, ofCheckpoint)
  const read = objectIn(await readFile(file, 'utf8'))
  const checkpoints = (read?.checkpoints ?? [read]) as readonly unknown[]
  const kept = (Array.isArray(checkpoints) ? checkpoints : []).filter(isCheckpoint)
  if (kept.length === 0) throw refused(file, 'not a checkpoint', ofCheckpoint)
  const ofThis = kept.filter(one => trail === undefined || one.trail === trail)
  if (ofThis.length === 0) throw refused(file, `has nothing of ${trail}`, 'the checkpoint of the same trail')
  return ofThis.flatMap(({ heads }) => heads)
}

function isCheckpoint(one: unknown): one is Checkpoint {
  const { trail, heads } = (one ?? {}) as { trail?: unknown; heads?: unknown }
  return (
    (trail === 'access_entry' || trail === 'audit_entry') &&
    Array.isArray(heads) &&
    heads.every(
      head =>
        typeof head?.lane === 'string' && Number.isInteger(head.seq) && head.seq > 0 && typeof head.hash === 'string',
    )
  )
}

function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
