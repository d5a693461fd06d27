/** The shapes of what was read out of a paper of a council, and of what a person says yes to. */
import { z } from '@hono/zod-openapi'
import { doubts } from '@ieum/wording/papers/doubts'
import { DayShape } from '../schemas.ts'
import { SessionToPlanShape } from './council-shapes.ts'
import { Id } from './referral-shapes.ts'

const origin = {
  line: z.int().openapi({ description: 'Of the paper, counted from 1' }),
  source: z.string().openapi({ description: 'The line, without names of persons, telephones and addresses' }),
}
const said = z.object({ value: z.string(), ...origin }).nullable()
const clock = z.string().nullable()

export const PaperReadShape = z
  .object({
    draft: z.object({
      session: z.object({
        date: z.object({ value: DayShape, ...origin }).nullable(),
        from: said,
        to: said,
        place: said,
      }),
      agencies: z.array(z.object({ value: z.string(), ...origin })),
      schedule: z.array(z.object({ from: clock, to: clock, title: z.string(), ...origin })),
      tasks: z.array(z.object({ title: z.string(), proposedBy: z.array(z.string()), ...origin })),
      posts: z.array(z.object({ agency: z.string().nullable(), title: z.string(), ...origin })),
      unsure: z.array(
        z.object({
          field: z.string().openapi({ example: 'tasks.2.proposedBy' }),
          line: z.int().nullable(),
          may: z.array(z.string()).openapi({ description: 'What it might be' }),
          why: z.enum(doubts as readonly [string, ...string[]]),
        }),
      ),
    }),
    seated: z.array(z.string()).openapi({ description: 'Agencies with a seat' }),
    there: z
      .array(z.object({ at: z.int(), task: Id, code: z.string() }))
      .openapi({ description: 'Tasks of the draft, by their place, that the council has already' }),
  })
  .openapi('CouncilPaperRead')

const Title = z.string().trim().min(1).max(300)
const Minutes = z.int().min(1).max(600)
const Place = z.int().min(0).max(199)

export const DraftToTakeUpShape = z
  .strictObject({
    session: SessionToPlanShape,
    tasks: z
      .array(
        z.strictObject({
          title: Title,
          needs: z.string().trim().min(1).max(10_000).optional(),
          proposedBy: z.array(z.string().min(1).max(200)).min(1).max(20),
        }),
      )
      .max(100),
    items: z
      .array(
        z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('opening'), title: Title, minutes: Minutes }),
          z.strictObject({ kind: z.literal('other'), title: Title, minutes: Minutes }),
          z.strictObject({ kind: z.literal('closing'), title: Title, minutes: Minutes }),
          z.strictObject({ kind: z.literal('task'), task: Place, minutes: Minutes }),
          z.strictObject({ kind: z.literal('standing task'), task: Id, minutes: Minutes }),
        ]),
      )
      .max(200)
      .openapi({ description: 'In their order; a task by its place in `tasks`, or one that is there already' }),
  })
  .openapi('CouncilDraftToTakeUp', { description: 'What a person said yes to' })

export const TakenUpShape = z
  .object({
    session: Id,
    number: z.int(),
    items: z.int(),
    tasks: z.array(z.object({ task: Id, code: z.string() })),
  })
  .openapi('CouncilDraftTakenUp')
