import { matcherOf } from '@ieum/matching'
import { plannerOf } from '@ieum/planning'
import type { Rulebook } from '@ieum/rules'
import { createApp, description } from './app.ts'

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
    sentences: [],
    derived: [],
  }
  const app = createApp({
    catalogue: { rulebook, matcher: matcherOf(rulebook), planner: plannerOf(rulebook), warnings: [] },
    today: () => '2026-01-01',
    report: () => {},
  })
  return `${JSON.stringify(app.getOpenAPI31Document(description), null, 2)}\n`
}
