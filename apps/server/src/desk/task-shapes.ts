/** What is kept of a task over time, as OpenAPI describes it: milestones, the figures that it shows, and the posts that own it. */
import { z } from '@hono/zod-openapi'
import { measures } from '@ieum/services'
import { DayShape } from '../schemas.ts'
import { CountShape } from './council-shapes.ts'
import { Id } from './referral-shapes.ts'
import { Changed, Title } from './said-shapes.ts'

export const MilestoneToAddShape = z
  .strictObject({ title: Title, titleEn: Title.optional(), due: DayShape })
  .openapi('MilestoneToAdd')

export const MilestoneChangeShape = z
  .strictObject({
    changed: Changed,
    title: Title.optional(),
    due: DayShape.optional(),
    reachedOn: DayShape.nullable().optional().openapi({ description: 'Null: it was not reached after all' }),
  })
  .openapi('MilestoneChange')

const Figure = z.number().min(0).max(1_000_000_000).nullable()

const ChosenShape = {
  measure: z.enum(measures),
  target: Figure,
  targetBy: DayShape.nullable(),
  baseline: Figure,
  baselineSource: z.string().trim().max(300).nullable().openapi({ description: 'Where the baseline is from' }),
}

export const IndicatorsToChooseShape = z
  .strictObject({ indicators: z.array(z.strictObject(ChosenShape)).max(measures.length) })
  .openapi('IndicatorsToChoose', { description: 'What they come to is counted, and cannot be sent' })

export const OwnersShape = z.strictObject({ posts: z.array(Id).min(1).max(20) }).openapi('TaskOwners')

export const IndicatorsShape = z
  .object({
    keeps: z.boolean(),
    indicators: z.array(
      z.object({
        ...ChosenShape,
        count: CountShape,
        months: z
          .array(z.object({ until: DayShape, count: CountShape }))
          .openapi({ description: 'What had been counted by the end of each month, oldest first' }),
      }),
    ),
  })
  .openapi('TaskIndicators')
