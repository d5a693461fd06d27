/** The shapes of what follows from decisions: papers of councils, findings, changes of programmes. */
import { z } from '@hono/zod-openapi'
import { sessionStates } from '@ieum/council'
import { DayShape } from '../schemas.ts'
import { Id } from './referral-shapes.ts'
import { Said, Slug } from './said-shapes.ts'

// Findings

const Why = z
  .discriminatedUnion('is', [
    z.strictObject({ is: z.literal('no link') }),
    z.strictObject({
      is: z.literal('too late'),
      closes: DayShape,
      ready: DayShape,
      days: z.int().min(1).max(40_000),
    }),
    z.strictObject({ is: z.literal('excluded'), by: Slug }),
    z.strictObject({ is: z.literal('no window'), lastClosed: DayShape.optional() }),
    z.strictObject({
      is: z.literal('shut'),
      edition: Slug,
      criteria: z.array(Slug).max(100),
      exclusions: z.array(Slug).max(100),
    }),
  ])
  .openapi('StepWhy')

const Opens = z
  .discriminatedUnion('is', [
    z.strictObject({ is: z.literal('link') }),
    z.strictObject({ is: z.literal('window'), edition: Slug, opens: DayShape, closes: DayShape }),
  ])
  .openapi('StepOpens', { description: 'The single change that would open it' })

const BrokenStep = z
  .strictObject({
    is: z.literal('step'),
    from: Slug.nullable(),
    to: Slug,
    waypoint: z.string().min(1).max(300),
    pathway: Slug.optional(),
    why: Why,
    opens: Opens.optional(),
    on: DayShape,
  })
  .openapi('BrokenStep')

/** Told apart by `is`: findings over a whole population have a place, and are not taken yet. */
export const FindingShape = z
  .discriminatedUnion('is', [
    BrokenStep,
    z
      .looseObject({ is: z.literal('population') })
      .refine(() => false, 'findings over a whole population are not taken yet: send one of a step'),
  ])
  .openapi('Finding', {
    description:
      'What was found of a broken step, kept as it stood on the day. Figures that the catalogue has are looked up again; `ready` is that of the plan. `population` is kept for findings over many firms and refused today.',
  })

export const BreakQuery = z.strictObject({ from: Slug.optional(), to: Slug })

export const AgendasShape = z
  .object({
    agendas: z.array(
      z.object({
        council: z.object({ id: z.string(), name: Said }),
        because: z.enum(['task', 'agencies']).openapi({ description: 'Why it is a matter of this council' }),
        may: z.boolean().openapi({ description: 'Whether who asks may put it there' }),
        next: z.object({ id: Id, number: z.int(), on: DayShape }).nullable(),
        stands: z.array(
          z.object({
            item: Id,
            session: Id,
            number: z.int(),
            on: DayShape,
            state: z.enum(sessionStates),
            why: z.enum(['no link', 'too late', 'excluded', 'no window', 'shut']),
            decisions: z.array(z.string()),
          }),
        ),
      }),
    ),
  })
  .openapi('AgendasForBreak')

// Changes of programmes

const Limit = z.number().min(-1e15).max(1e15)

export const ProgrammeChangeShape = z
  .discriminatedUnion('is', [
    z.strictObject({ is: z.literal('window'), edition: Slug, opens: DayShape, closes: DayShape }),
    z.strictObject({ is: z.literal('limit'), edition: Slug, rule: Slug, from: Limit, to: Limit }),
    z.strictObject({ is: z.literal('without'), edition: Slug, rule: Slug }),
  ])
  .openapi('ProgrammeChange', {
    description: 'One change that can be tried: one more window, a limit moved, or a rule left out',
  })

// Papers

export const CouncilPaperShape = z
  .object({
    id: Id,
    name: z.string(),
    mediaType: z.string(),
    bytes: z.int(),
    state: z.enum(['waiting', 'clean', 'refused']),
    checkedBy: z
      .enum(['structure', 'clamav'])
      .nullable()
      .openapi({ description: 'structure: looked through by its form alone' }),
    agency: z.string(),
    uploadedAt: z.iso.datetime(),
    item: Id.nullable(),
  })
  .openapi('CouncilPaper')

export const CouncilPapersShape = z.object({ papers: z.array(CouncilPaperShape) }).openapi('CouncilPapers')
