/**
 * A rulebook kept as the JSON that a folder came to, so that the next start need not read its YAML again, which takes most of a start.
 * Kept under a digest of every file of the folder and of the program that read them: another text anywhere is another name.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Fault } from '@ieum/catalogue/records'
import type { Rulebook } from '@ieum/rules'

export interface Kept {
  readonly rulebook: Rulebook
  readonly warnings: readonly Fault[]
}

export interface KeptRulebook {
  /** Undefined when nothing is kept of it, or nothing that can be read. */
  read(): Kept | undefined
  /** Only what was found without fault. Where nothing can be written, nothing is kept. */
  keep(kept: Kept): void
}

/** More than this is rather read anew than kept. */
const mostBytes = 50_000_000
/** Of older ones the place is cleared. */
const mostKept = 4

const packages = join(import.meta.dirname, '../..')
/** What makes a rulebook of a folder. */
const readers = [
  join(packages, 'catalogue/src'),
  join(packages, 'rules/src'),
  join(packages, 'services/src/open-catalogue.ts'),
  join(packages, '../package-lock.json'),
]

/** Undefined when the folder is none, or too large. */
export function keptRulebook(dir: string, place: string): KeptRulebook | undefined {
  const name = nameOf(dir)
  if (name === undefined) return undefined
  const file = join(place, name)
  return {
    read() {
      try {
        return JSON.parse(readFileSync(file, 'utf8')) as Kept
      } catch {
        return undefined
      }
    },
    keep(kept) {
      try {
        mkdirSync(place, { recursive: true })
        const unfinished = `${file}.${process.pid}`
        writeFileSync(unfinished, JSON.stringify(kept))
        renameSync(unfinished, file)
        clear(place)
      } catch {
        // A place that cannot be written to, or a full disk: it is read again the next time.
      }
    },
  }
}

function nameOf(dir: string): string | undefined {
  const digest = createHash('sha256').update(JSON.stringify([dir, process.version]))
  try {
    let bytes = 0
    for (const file of [...readers.flatMap(sourcesIn), ...filesIn(dir, /\.(?:ya?ml|json|md)$/)]) {
      const text = readFileSync(file)
      bytes += text.byteLength
      if (bytes > mostBytes) return undefined
      digest.update(`\n${relative(dir, file)} ${text.byteLength}\n`).update(text)
    }
  } catch {
    return undefined
  }
  return `rulebook-${digest.digest('hex').slice(0, 32)}.json`
}

const sourcesIn = (path: string): readonly string[] =>
  statSync(path).isFile() ? [path] : filesIn(path, /(?<!\.test)\.ts$/)

const filesIn = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && ending.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()

function clear(place: string): void {
  const kept = readdirSync(place)
    .filter(name => name.startsWith('rulebook-'))
    .map(name => ({ file: join(place, name), at: statSync(join(place, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at)
  for (const { file } of kept.slice(mostKept)) rmSync(file, { force: true })
}
