/** `ieum trail export`: a whole trail as lines, from the running server or from the records themselves, and a checkpoint to be kept elsewhere. */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { atKeepersDesk } from '@ieum/server'
import { type CommonOptions, catalogueAsked, language } from '../options.ts'
import { Refused } from '../refused.ts'
import { settingsAsked } from '../settings-asked.ts'
import { today } from '../today.ts'
import { wordsIn } from '../words/index.ts'

export interface TrailExportCommand extends CommonOptions {
  readonly trail: 'accesses' | 'changes'
  readonly reason: string
  readonly out?: string
  readonly checkpoint?: string
}

const trails = { accesses: 'access_entry', changes: 'audit_entry' } as const

export async function trailExport(options: TrailExportCommand): Promise<0> {
  const { out, checkpoint, reason } = options
  if (reason.trim().length < 5)
    throw new Refused(`--reason: "${reason}" says too little: what the trail is taken for, in at least 5 letters`)
  if (options.json && out === undefined) throw new Refused('--json: the lines themselves go there: give --out FILE')
  const settings = settingsAsked()
  const needs = { catalogue: () => catalogueAsked(options), today }
  const file = out === undefined ? undefined : await newFile('--out', out)
  const taken = await atKeepersDesk(settings, needs, async desk => {
    // First: what is written meanwhile is then in the lines and not in the checkpoint, never the other way round.
    const ends = checkpoint === undefined ? undefined : await desk.checkpoint()
    const trail = await desk.takeTrail({ trail: trails[options.trail], reason })
    if (trail.is === 'faulty') throw new Refused(`--reason: ${trail.fields[0]?.wrong ?? 'is not right'}`)
    const entries = await writeLines(trail.lines, file ?? process.stdout)
    return { ends, entries }
  }).catch(async error => {
    if (out !== undefined) await rm(out, { force: true })
    throw error
  })
  if (file) await ended(file)
  if (taken.is === 'refused') {
    if (out !== undefined) await rm(out, { force: true })
    throw new Refused(taken.why)
  }
  const { ends, entries } = taken.answer
  if (checkpoint !== undefined)
    await writeFile(checkpoint, `${JSON.stringify(ends, null, 2)}\n`, { flag: 'wx' }).catch(error =>
      refuseFile('--checkpoint', checkpoint, error),
    )
  if (out === undefined) return 0
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ trail: trails[options.trail], entries, out })}\n`
      : `${wordsIn(language(options)).trail.exported(entries.toLocaleString('en-US'), out)}\n`,
  )
  return 0
}

/** What was taken before is never written over. */
async function newFile(option: string, path: string): Promise<Writable> {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 })
  await once(file, 'open').catch(error => refuseFile(option, path, error))
  return file
}

function refuseFile(option: string, path: string, { code, message }: NodeJS.ErrnoException): never {
  throw new Refused(
    code === 'EEXIST'
      ? `${option}: ${path}: there is such a file already: give a new name`
      : `${option}: ${path}: cannot be written (${code ?? message}): give a file in a folder that is there`,
  )
}

async function writeLines(lines: AsyncIterable<string>, to: Writable): Promise<number> {
  let entries = 0
  for await (const line of lines) {
    if (!line.includes('"after":') || 'entry' in JSON.parse(line)) entries += 1
    if (!to.write(`${line}\n`)) await once(to, 'drain')
  }
  return entries
}

async function ended(file: Writable): Promise<void> {
  file.end()
  await once(file, 'finish')
}
