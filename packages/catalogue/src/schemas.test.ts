import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, expectTypeOf, it } from 'vitest'
import type { z } from 'zod'
import { jsonSchemaFiles } from './json-schema.ts'
import type {
  Agency,
  ClosingDays,
  ConsentText,
  Council,
  Fact,
  Holidays,
  Identifiers,
  Link,
  Parameter,
  Pathway,
  Programme,
  Value,
} from './records.ts'
import {
  type agenciesFile,
  type catalogueFile,
  type closingDaysFile,
  type consentsFile,
  type councilFile,
  type factsFile,
  type holidaysFile,
  type link,
  type parameterFile,
  type pathwayFile,
  programmeFile,
} from './schemas.ts'

/** Records are read-only all the way down; what zod gives is not. */
type Frozen<T> = [Value] extends [T] ? T : T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T
type Of<S extends z.ZodType> = Frozen<z.output<S>>

describe('schemas', () => {
  it('agree with the record types', () => {
    expectTypeOf<Of<typeof factsFile>['facts'][string]>().toEqualTypeOf<Frozen<Omit<Fact, 'name'>>>()
    expectTypeOf<Of<typeof agenciesFile>['agencies'][number]>().toEqualTypeOf<Frozen<Agency>>()
    expectTypeOf<Of<typeof parameterFile>>().toEqualTypeOf<Frozen<Parameter>>()
    expectTypeOf<Of<typeof programmeFile>>().toEqualTypeOf<Frozen<Programme>>()
    expectTypeOf<Of<typeof link>>().toEqualTypeOf<Frozen<Link>>()
    expectTypeOf<Of<typeof pathwayFile>>().toEqualTypeOf<Frozen<Pathway>>()
    expectTypeOf<Of<typeof holidaysFile>>().toEqualTypeOf<Frozen<Holidays>>()
    expectTypeOf<Of<typeof consentsFile>['consents'][number]>().toEqualTypeOf<Frozen<ConsentText>>()
    expectTypeOf<Of<typeof closingDaysFile>>().toEqualTypeOf<Frozen<ClosingDays>>()
    expectTypeOf<Of<typeof councilFile>>().toEqualTypeOf<Frozen<Council>>()
    expectTypeOf<NonNullable<Of<typeof catalogueFile>['identifiers']>>().toEqualTypeOf<Frozen<Identifiers>>()
  })

  it('keep an edition that YAML reads as a number as its text, and fill in lists left out', () => {
    const words = { ko: '이름', en: 'name' }
    const programme = {
      id: 'a',
      name: words,
      agency: 'b',
      stages: ['export'],
      kind: 'grant',
      editions: [{ edition: 2026 }],
    }
    expect(programmeFile.parse(programme).editions).toEqual([
      { edition: '2026', windows: [], criteria: [], exclusions: [] },
    ])
  })
})

describe('JSON Schemas', () => {
  const folder = fileURLToPath(new URL('../../../catalogue/schemas/', import.meta.url))
  const files = jsonSchemaFiles()

  it('in the repository are those that the code gives (npm run generate)', () => {
    expect(readdirSync(folder).sort()).toEqual(Object.keys(files).sort())
    for (const [name, text] of Object.entries(files)) expect(readFileSync(`${folder}${name}`, 'utf8')).toBe(text)
  })

  it('refuse unknown keys and explain what editors complete', () => {
    const schema = JSON.parse(files['programme.schema.json'] ?? '{}')
    expect(schema.additionalProperties).toBe(false)
    expect(schema.properties.editions.items.properties.criteria.description).toBe('All must hold.')
    expect(schema.required).toEqual(['id', 'name', 'agency', 'stages', 'kind', 'editions'])
  })
})
