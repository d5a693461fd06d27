import type { Rulebook } from '@ieum/rules'
import { catalogueOf } from '@ieum/services'
import { type App, createApp, documentOf } from './app.ts'
import { workHere } from './firm-work.ts'

/** With every route there can be: to be described, not to be asked. The routes do not depend on what stands in the catalogue. */
export function describedApp(): App {
  const rulebook: Rulebook = {
    id: 'empty',
    facts: [],
    agencies: [],
    parameters: [],
    links: [],
    pathways: [],
    programmes: [],
    commonRules: [],
    sentences: [],
    derived: [],
  }
  const catalogue = catalogueOf(rulebook)
  const work = workHere(catalogue)
  const today = () => '2026-01-01'
  const report = () => {}
  return createApp({
    catalogue,
    work,
    today,
    report,
    desk: {
      catalogue,
      work,
      today,
      report,
      personOf: async () => null,
      database: undefined as never,
      signer: undefined as never,
      sealer: undefined as never,
      papers: undefined as never,
    },
  })
}

/** The OpenAPI document as it is committed. */
export const openApiText = (): string => `${JSON.stringify(documentOf(describedApp()), null, 2)}\n`
