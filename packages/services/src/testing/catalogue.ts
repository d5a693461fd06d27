import { join } from 'node:path'
import { type OpenCatalogue, openCatalogue } from '../open-catalogue.ts'

const root = join(import.meta.dirname, '../../../..')

let opened: Promise<OpenCatalogue> | undefined

/** The catalogue of Korea, opened once for a test file; its YAML is read by the first that finds it changed, or the program that reads it. */
export function koreanCatalogue(): Promise<OpenCatalogue> {
  opened ??= openCatalogue(join(root, 'catalogue/kr'), { keptIn: join(root, 'node_modules/.cache/ieum') }).then(
    opening => {
      if (opening.is !== 'open') throw new Error(JSON.stringify(opening.faults[0]))
      return opening.catalogue
    },
  )
  return opened
}
