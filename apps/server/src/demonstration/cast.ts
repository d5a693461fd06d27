/** Who and what the demonstration of a country is made of: `examples/demonstration/<catalogue>.json`. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { measures } from '@ieum/services'
import { z } from 'zod'

const Words = z.strictObject({ ko: z.string(), en: z.string() })
const Days = z.int().min(0).max(400)

const CastSession = z.strictObject({
  daysAgo: z.int().min(-400).max(400),
  begins: z.string(),
  place: z.string(),
  host: z.string(),
  calledDaysAgo: Days,
  items: z.array(
    z.strictObject({
      by: z.string(),
      kind: z.enum(['opening', 'task', 'report', 'finding', 'other', 'closing']),
      title: z.string(),
      minutes: z.int(),
      task: z.string().optional(),
      proposal: z.string().optional(),
      gist: z.string().optional(),
      decision: z
        .strictObject({
          text: z.string(),
          task: z.enum(['adopt', 'complete', 'stop']).optional(),
          actions: z.array(
            z.strictObject({
              title: z.string(),
              owner: z.string(),
              dueInDays: z.int(),
              proofWanted: z.string(),
              asks: z
                .discriminatedUnion('is', [
                  z.strictObject({ is: z.literal('link'), fromProgramme: z.string(), toProgramme: z.string() }),
                  z.strictObject({
                    is: z.literal('programme change'),
                    programme: z.string(),
                    change: z.string(),
                    to: z
                      .strictObject({
                        is: z.literal('limit'),
                        edition: z.string(),
                        rule: z.string(),
                        from: z.number(),
                        to: z.number(),
                      })
                      .optional(),
                  }),
                ])
                .optional(),
              reported: z.strictObject({ daysAgo: Days, text: z.string() }).optional(),
              nodded: z.strictObject({ by: z.string(), daysAgo: Days }).optional(),
            }),
          ),
        })
        .optional(),
    }),
  ),
  /** It was held, and its minutes were closed so many days ago. */
  closedDaysAgo: Days.optional(),
})

/** Of a council in the catalogue: what it has done since somebody set it up, each so many days ago; days to come are negative. */
const CastCouncil = z.strictObject({
  id: z.string(),
  /** Who sets it up and keeps it. */
  secretary: z.string(),
  /** Which of the posts here take which of its seats. */
  seats: z.array(z.strictObject({ agency: z.string(), post: z.string(), as: z.string() })),
  began: z.array(z.strictObject({ task: z.string(), by: z.string(), daysAgo: Days })),
  /** What is kept of a task: who owns it, its milestones, and the figures that it shows. */
  kept: z.array(
    z.strictObject({
      task: z.string(),
      owners: z.array(z.string()).min(1),
      daysAgo: Days,
      milestones: z.array(
        z.strictObject({ title: z.string(), titleEn: z.string(), dueInDays: z.int(), reachedDaysAgo: Days.optional() }),
      ),
      indicators: z.array(
        z.strictObject({ measure: z.enum(measures), target: z.number().nullable(), targetInDays: z.int().optional() }),
      ),
    }),
  ),
  tasks: z.array(
    z.strictObject({
      code: z.string(),
      by: z.string(),
      daysAgo: Days,
      title: z.string(),
      titleEn: z.string(),
      needs: z.string(),
      proposedBy: z.array(z.string()),
      programmes: z.array(z.string()),
      pathways: z.array(z.string()),
      answer: z
        .strictObject({
          by: z.string(),
          position: z.enum(['agree', 'agree-with-changes', 'study', 'cannot']),
          reason: z.string().optional(),
        })
        .optional(),
    }),
  ),
  sessions: z.array(CastSession),
})

export type CastCouncil = z.infer<typeof CastCouncil>

/** Of a body of large and small retail that one municipality keeps: no catalogue knows of it. Each so many days ago, or months from now. */
const CastClosing = z.strictObject({
  id: z.string(),
  name: Words,
  municipality: z.string(),
  secretary: z.string(),
  founded: Days,
  seats: z.array(
    z.strictObject({
      /** Left out: an association that is no agency. */
      agency: z.string().optional(),
      as: z.string().optional(),
      post: Words,
      side: z.enum(['large', 'small', 'public']),
    }),
  ),
  sessions: z.array(CastSession),
  agreements: z.array(
    z.strictObject({
      by: z.string(),
      daysAgo: Days,
      rule: z.string(),
      onHoliday: z.enum(['closed', 'open', 'next-day']),
      /** From the first of a month. */
      fromInMonths: z.int().min(-24).max(24),
      /** Of the closing days after today, the one that is moved, the first being 0, and by how many days. */
      moved: z.strictObject({ which: z.int().min(0), byDays: z.int(), why: z.string() }).optional(),
      storesIn: z.string(),
      storesOut: z.string().optional(),
      gets: z.string(),
      /** By the Korean title of the seat. */
      positions: z.array(
        z.strictObject({
          seat: z.string(),
          by: z.string(),
          daysAgo: Days,
          position: z.enum(['agree', 'agree-with-changes', 'study', 'cannot']),
          reason: z.string().optional(),
        }),
      ),
      /** By the last decision of the body. */
      agreedDaysAgo: Days.optional(),
    }),
  ),
})

export type CastClosing = z.infer<typeof CastClosing>

const Cast = z.strictObject({
  posts: z.array(
    z.strictObject({
      as: z.string(),
      person: z.string(),
      agency: z.string(),
      role: z.enum(['desk-officer', 'programme-owner', 'approver', 'agency-administrator', 'secretary', 'auditor']),
      name: Words,
    }),
  ),
  firms: z.array(
    z.strictObject({
      /** A file of examples/firms. */
      file: z.string(),
      number: z.string(),
      member: z.strictObject({ as: z.string(), person: z.string() }),
      adviser: z.strictObject({ as: z.string(), person: z.string() }).optional(),
      /** Where a fact comes from, by its name; entered by the firm when left out. */
      registry: z.record(z.string(), z.string()),
      /** What an agency's own programme gave it, so many days ago. */
      supported: z.array(
        z.strictObject({
          agency: z.string(),
          programme: z.string(),
          edition: z.string(),
          outcome: z.enum(['selected', 'completed']),
          daysAgo: Days,
        }),
      ),
    }),
  ),
  links: z.array(
    z.strictObject({
      id: z.string(),
      from: z.string(),
      to: z.string(),
      outcome: z.enum(['selected', 'completed']),
      kind: z.enum(['required', 'preferred', 'relaxes', 'follow-on', 'raises']),
      daysToAnswer: z.int(),
      places: z.int().nullable(),
      /** Criteria on which the sending agency's decision is taken as it is. */
      accepts: z.array(z.string()).default([]),
      basis: z.string(),
      purpose: Words,
      /** The task of a council that it was agreed in. */
      councilTask: z.string().optional(),
    }),
  ),
  /** Signed before anything is handed on. */
  decisions: z
    .array(
      z.strictObject({
        by: z.string(),
        firm: z.string(),
        programme: z.string(),
        criterion: z.string(),
        verdict: z.enum(['met', 'unmet']),
        reason: z.string(),
        daysAgo: Days,
      }),
    )
    .default([]),
  referrals: z.array(
    z.strictObject({
      firm: z.string(),
      link: z.string(),
      by: z.string(),
      reason: z.string(),
      drafted: Days,
      /** Each by whom, so many days ago. */
      moves: z.array(
        z.strictObject({
          by: z.string(),
          move: z.string(),
          daysAgo: Days,
          reason: z.string().optional(),
          note: z.string().optional(),
        }),
      ),
    }),
  ),
  council: CastCouncil.optional(),
  closing: CastClosing.optional(),
})

export type Cast = z.infer<typeof Cast>

const examples = join(import.meta.dirname, '../../../../examples')

export const firmFile = (file: string): string => join(examples, 'firms', file)

/** undefined: there is no demonstration of this catalogue. */
export async function castOf(catalogue: string | undefined): Promise<Cast | undefined> {
  const file = join(examples, 'demonstration', `${catalogue ?? ''}.json`)
  if (!/^[a-z-]+$/.test(catalogue ?? '') || !existsSync(file)) return undefined
  return Cast.parse(JSON.parse(await readFile(file, 'utf8')))
}
