/** What the commands have in common: the catalogue, the day, the firm. */
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { firmLimits, readFirm } from '@ieum/catalogue'
import { isDayToAskAbout } from '@ieum/catalogue/days'
import type { Day, Firm } from '@ieum/catalogue/records'
import { type OpenCatalogue, openCatalogue } from '@ieum/services'
import type { Language } from '@ieum/wording'
import { languageOf } from './language.ts'
import { faultLine, Refused, refusedFor } from './refused.ts'
import { today } from './today.ts'

export interface CommonOptions {
  readonly catalogue?: string
  readonly on?: string
  readonly json?: boolean
  readonly lang?: string
}

const root = join(import.meta.dirname, '../../..')
const ownCatalogue = join(root, 'catalogue/kr')
/** Beside what else is made of the checkout and may be thrown away with it. */
const keptIn = join(root, 'node_modules/.cache/ieum')

export const catalogueDir = (options: CommonOptions): string => options.catalogue ?? ownCatalogue

export const language = (options: CommonOptions): Language => languageOf(options.lang, process.env)

export function dayAsked({ on }: CommonOptions): Day {
  if (on === undefined) return today()
  if (!isDayToAskAbout(on))
    throw new Refused(`--on: "${on}" is not a day that one can ask about: write it as 2026-11-25, years 1900 to 2199`)
  return on
}

/** A catalogue that can be used, whatever warnings it has. */
export async function catalogueAsked(options: CommonOptions): Promise<OpenCatalogue> {
  const dir = catalogueDir(options)
  const opening = await openCatalogue(dir, { keptIn })
  if (opening.is === 'faulty') throw refusedFor(opening.faults, `: ieum check ${dir}`)
  return opening.catalogue
}

/** A firm file, checked against the facts of the catalogue. */
export async function firmAsked(path: string, { rulebook }: OpenCatalogue): Promise<Firm> {
  const reading = readFirm(await bytesOf(path, 'a YAML or JSON file with the facts of a firm'), path, rulebook.facts)
  if ('faults' in reading) throw refusedFor(reading.faults)
  return reading.firm
}

/** A JSON file, such as a plan that was kept. */
export async function jsonAsked(path: string): Promise<unknown> {
  const bytes = await bytesOf(path, 'the JSON of ieum plan --json')
  const wrong = (what: string) =>
    new Refused(faultLine({ file: path, line: 1, column: 1, wrong: what, right: 'the JSON of ieum plan --json' }))
  if (bytes.length > firmLimits.bytes) throw wrong('too large')
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw wrong('not JSON')
  }
}

/** Of a file that is too large, only a little more than may be read: enough to be refused for its size. */
async function bytesOf(path: string, right: string): Promise<Uint8Array> {
  const refuse = (why: string) => new Refused(faultLine({ file: path, line: 1, column: 1, wrong: why, right }))
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw refuse(error.code === 'ENOENT' ? 'no such file' : `cannot be read (${error.code ?? error.message})`)
  })
  // A pipe such as <(…) is read to its end; a folder or a device is no firm.
  if (found.isDirectory()) throw refuse('a folder, not a file')
  if (found.size > firmLimits.bytes) return new Uint8Array(firmLimits.bytes + 1)
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw refuse(`cannot be read (${error.code ?? error.message})`)
  })
}
