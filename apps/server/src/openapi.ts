import type { Rulebook } from '@ieum/rules'
import { catalogueOf } from '@ieum/services'
import { createApp, description } from './app.ts'
import { workHere } from './firm-work.ts'

/** The OpenAPI document as it is committed: the routes do not depend on what stands in the catalogue, so an empty one will do. */
export function openApiText(): string {
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
  const app = createApp({
    catalogue,
    work,
    today,
    report,
    // Described, not asked: the routes do not touch what they are given here.
    desk: {
      catalogue,
      work,
      today,
      report,
      personOf: async () => null,
      database: undefined as never,
      signer: undefined as never,
      papers: undefined as never,
    },
  })
  return `${JSON.stringify(app.getOpenAPI31Document(description), null, 2)}\n`
}
