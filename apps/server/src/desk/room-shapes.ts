/** The shapes of a sitting as it is followed from second to second: the room of who keeps it, and the screen on its wall. */
import { z } from '@hono/zod-openapi'
import { measures } from '@ieum/services'
import { DayShape, orNull } from '../schemas.ts'
import { CountShape, Position, SessionShape, SessionState, TaskState, Votes } from './council-shapes.ts'
import { Id } from './referral-shapes.ts'
import { Said, Slug } from './said-shapes.ts'

const Mark = z.string().max(64)

export const SeenShape = z.object({
  seen: Mark.optional().openapi({
    description: 'The mark of the last answer: when nothing has changed, the answer is short',
  }),
})

const Followed = {
  mark: Mark,
  now: z.iso.datetime().openapi({ description: 'By the clock of the server: clocks in rooms are fast and slow' }),
}

const Side = z.object({ agency: Slug, position: orNull(Position), reason: z.string().nullable() })
const Measure = z.enum(measures)

const RoomTask = z
  .object({
    id: Id,
    code: z.string(),
    title: Said,
    needs: orNull(Said),
    proposedBy: z.array(Slug),
    state: TaskState,
    sides: z.array(Side).openapi({ description: 'The last answer of each other side; null: it has not answered' }),
    moves: z.array(z.enum(['adopt', 'complete', 'stop'])),
    indicators: z.array(
      z.object({
        measure: Measure,
        count: CountShape,
        few: z.boolean().openapi({ description: 'Of so few firms that they could be told apart' }),
        target: z.number().nullable(),
        targetBy: DayShape.nullable(),
        baseline: z.number().nullable(),
        baselineSource: z.string().nullable(),
      }),
    ),
  })
  .openapi('TaskInRoom')

export const RoomShape = z
  .object({
    ...Followed,
    room: orNull(
      SessionShape.extend({
        timeZone: z.string(),
        openedAt: z.iso.datetime().nullable(),
        endedAt: z.iso.datetime().nullable(),
        seats: z.array(
          z.object({ id: Id, agency: Slug.nullable(), title: Said, kind: z.enum(['chair', 'member', 'observer']) }),
        ),
        tasks: z.array(RoomTask),
        posts: z
          .array(z.object({ id: Id, agency: Slug, name: Said }))
          .openapi({ description: 'That an action may be given to; for who keeps the council' }),
        earlier: z
          .array(z.object({ id: Id, number: z.string(), text: Said, on: DayShape, task: Id.nullable() }))
          .openapi({
            description:
              'Decisions of other sittings that still stand and may be replaced, newest first; for who keeps the council',
          }),
      }).openapi('SessionInRoom'),
    ).openapi({ description: 'Null: nothing has changed since `seen`' }),
  })
  .openapi('CouncilRoom')

export const ScreenShape = z
  .object({
    ...Followed,
    screen: z
      .object({
        council: Said,
        number: z.int(),
        on: DayShape,
        state: SessionState,
        items: z.array(z.object({ id: Id, title: Said, minutes: z.int() })),
        current: z
          .object({
            id: Id,
            began: z.iso.datetime(),
            proposedBy: z.array(Slug),
            proposal: orNull(Said),
            decisions: z.array(z.object({ number: z.string(), text: Said, votes: Votes.nullable() })),
            task: z
              .object({
                code: z.string(),
                title: Said,
                proposedBy: z.array(Slug),
                state: TaskState,
                sides: z.array(Side),
                indicators: z.array(
                  z.object({
                    measure: Measure,
                    count: z.union([CountShape, z.object({ is: z.literal('too few to tell') })]),
                    target: z.number().nullable(),
                  }),
                ),
              })
              .nullable(),
          })
          .nullable(),
      })
      .nullable(),
  })
  .openapi('CouncilScreen')
