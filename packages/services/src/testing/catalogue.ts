import { join } from 'node:path'
import { type OpenCatalogue, openCatalogue } from '../open-catalogue.ts'

let opened: Promise<OpenCatalogue> | undefined

/** The catalogue of Korea, opened once for a test file. */
export function koreanCatalogue(): Promise<OpenCatalogue> {
  opened ??= openCatalogue(join(import.meta.dirname, '../../../../catalogue/kr')).then(opening => {
    if (opening.is !== 'open') throw new Error(JSON.stringify(opening.faults[0]))
    return opening.catalogue
  })
  return opened
}
