import type { z } from '@hono/zod-openapi'
import type { Firm, Value } from '@ieum/catalogue/records'
import type { Match } from '@ieum/matching'
import type { ExplainedPlan } from '@ieum/planning'
import { describe, expectTypeOf, it } from 'vitest'
import type { FirmShape, MatchShape, PlanShape } from './schemas.ts'

/** The fields of a type, all the way down; values of facts are any JSON and end there. */
type Fields<T> = unknown extends T
  ? 'value'
  : [Value] extends [T]
    ? 'value'
    : T extends string | number | boolean | null
      ? 'plain'
      : T extends readonly (infer Item)[]
        ? { item: Fields<Item> }
        : { -readonly [Name in keyof T]-?: Fields<Exclude<T[Name], undefined>> }

describe('the shapes that OpenAPI describes', () => {
  it('have the fields of what matching, planning and firm files hold, no more and no fewer', () => {
    expectTypeOf<Fields<z.infer<typeof MatchShape>>>().toEqualTypeOf<Fields<Match>>()
    expectTypeOf<Fields<z.infer<typeof PlanShape>>>().toEqualTypeOf<Fields<ExplainedPlan>>()
    expectTypeOf<Fields<z.infer<typeof FirmShape>>>().toEqualTypeOf<Fields<Firm>>()
  })
})
