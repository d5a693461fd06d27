import { join } from 'node:path'
import { loadCatalogue } from '@ieum/catalogue/node'
import type { Agency } from '@ieum/catalogue/records'
import { beforeAll, describe, expect, it } from 'vitest'
import { linesOfText } from './paper-lines.ts'
import { plainDraft, readCouncilPaper } from './read-council-paper.ts'
import { asText, councilPapers } from './testing/council-papers.ts'
import { shortDraft } from './testing/short-draft.ts'

let agencies: readonly Agency[]
beforeAll(async () => {
  agencies = (await loadCatalogue(join(import.meta.dirname, '../../../../catalogue/kr'))).catalogue.agencies
})

describe('a draft of a session is read from', () => {
  it.each(councilPapers.map(paper => [paper.name, paper] as const))('%s', (_, { blocks, expected, secrets }) => {
    const draft = readCouncilPaper(linesOfText(asText(blocks)), agencies)
    expect(shortDraft(draft)).toEqual(expected)
    const out = JSON.stringify(draft)
    for (const secret of secrets) expect(out).not.toContain(secret)
    expect(JSON.stringify(plainDraft(draft))).not.toContain('○○○')
  })
})
