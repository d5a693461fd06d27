/** The catalogue and the example firms as the tests' own process reads them: what the pages are held against. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readFirm } from '@ieum/catalogue'
import type { Firm } from '@ieum/catalogue/records'
import { type Standing, standingOf, standings } from '@ieum/matching'
import { type OpenCatalogue, openCatalogue } from '@ieum/services'
import { root } from './site.ts'
import { day } from './visitor.ts'

let opened: Promise<OpenCatalogue> | undefined

export function theCatalogue(): Promise<OpenCatalogue> {
  opened ??= openCatalogue(join(root, 'catalogue/kr')).then(opening => {
    if (opening.is === 'faulty') throw new Error(`The catalogue has ${opening.faults.length} faults: ieum check`)
    return opening.catalogue
  })
  return opened
}

export const firmPath = (name: string): string => join(root, 'examples/firms', `${name}.yaml`)

export async function firmNamed(name: string): Promise<Firm> {
  const { rulebook } = await theCatalogue()
  const reading = readFirm(readFileSync(firmPath(name)), `${name}.yaml`, rulebook.facts)
  if ('faults' in reading) throw new Error(reading.faults.map(({ wrong }) => wrong).join('; '))
  return reading.firm
}

export type Counts = Readonly<Record<Standing, number>>

/** How many programmes stand where for a firm, as `ieum match` counts them. */
export async function countsFor(firm: Firm, on = day): Promise<Counts> {
  const { matcher, rulebook } = await theCatalogue()
  const programmes = new Map(rulebook.programmes.map(programme => [programme.id, programme]))
  const stand = matcher.match(firm, on).results.map(result => standingOf(result, programmes.get(result.programme)!))
  return Object.fromEntries(standings.map(one => [one, stand.filter(standing => standing === one).length])) as Counts
}
