import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, expectTypeOf, it } from 'vitest'
import type { z } from 'zod'
import { jsonSchemaFiles } from './json-schema.ts'
import type { Agency, Fact, Link, Parameter, Pathway, Programme, Value } from './records.ts'
import type { agenciesFile, factsFile, link, parameterFile, pathwayFile, programmeFile } from './schemas.ts'

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
  })
})
