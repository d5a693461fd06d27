/** What the commands have in common: the catalogue, the day, the firm. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readFirm } from '@ieum/catalogue'
import { isDay } from '@ieum/catalogue/days'
import type { Day, Firm } from '@ieum/catalogue/records'
import { type OpenCatalogue, openCatalogue } from '@ieum/services'
import type { Language } from '@ieum/wording'
import { languageOf } from './language.ts'
import { Refused, refusedFor } from './refused.ts'
import { today } from './today.ts'

export interface CommonOptions {
  readonly catalogue?: string
  readonly on?: string
  readonly json?: boolean
  readonly lang?: string
}

const ownCatalogue = join(import.meta.dirname, '../../../catalogue/kr')

export const catalogueDir = (options: CommonOptions): string => options.catalogue ?? ownCatalogue

export const language = (options: CommonOptions): Language => languageOf(options.lang, process.env)

export function dayAsked({ on }: CommonOptions): Day {
  if (on === undefined) return today()
  if (!isDay(on)) throw new Refused(`--on: "${on}" is not a day of the calendar: write it as 2026-11-25`)
  return on
}

/** A catalogue that can be used, whatever warnings it has. */
export async function catalogueAsked(options: CommonOptions): Promise<OpenCatalogue> {
  const dir = catalogueDir(options)
  const opening = await openCatalogue(dir)
  if (opening.is === 'faulty') throw refusedFor(opening.faults, `: ieum check ${dir}`)
  return opening.catalogue
}

/** A firm file, checked against the facts of the catalogue. */
export async function firmAsked(path: string, { rulebook }: OpenCatalogue): Promise<Firm> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Refused(
      `${path}: cannot be read (${error.code ?? error.message}): give a YAML or JSON file with the facts of a firm`,
    )
  })
  const reading = readFirm(bytes, path, rulebook.facts)
  if ('faults' in reading) throw refusedFor(reading.faults)
  return reading.firm
}
