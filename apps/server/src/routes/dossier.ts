/** The dossier of a firm: for the firm itself, and the part of it that an agency may see and add to. */
import { createRoute, z } from '@hono/zod-openapi'
import { checkFacts, type Finding, jsonPointer, vocabularyOf } from '@ieum/catalogue'
import type { Firm, Value } from '@ieum/catalogue/records'
import {
  type Acting,
  enterFacts,
  enterParticipation,
  type FactsEntered,
  type FirmCapacity,
  firmOf,
  type ParticipationAdded,
  readDossier,
  recordFacts,
  recordParticipation,
  type TakenBack,
  takeBackFact,
  takeBackParticipation,
  takeDossierAway,
  whoLooked,
} from '@ieum/services'
import type { Context } from 'hono'
import { attachment } from '../desk/attachment.ts'
import { answer, json } from '../desk/described.ts'
import { answers, type DeskApp, nothingHere } from '../desk/desk-app.ts'
import {
  DossierShape,
  DossierTakenShape,
  FactsEnteredShape,
  FactsToEnterShape,
  FactsToRecordShape,
  LooksShape,
  MatchOfDossierShape,
  ParticipationAddedShape,
  ParticipationToEnterShape,
  ParticipationToRecordShape,
  PlanOfDossierShape,
} from '../desk/dossier-shapes.ts'
import { Id } from '../desk/referral-shapes.ts'
import type { DeskNeeds } from '../needs.ts'
import { problem, problems } from '../problem.ts'
import { MatchShape, PlanShape, wholeInQuery } from '../schemas.ts'
import { answerMatch } from './match.ts'
import { answerPlan } from './plan.ts'

const ofFirm = z.object({ firm: Id })
const ofPost = z.object({ post: Id, firm: Id })
const gone = { description: 'It no longer stands' }
const Reason = z
  .string()
  .trim()
  .min(2)
  .max(200)
  .optional()
  .openapi({ description: 'What it is looked at for; the firm sees it' })

const read = createRoute({
  method: 'get',
  path: '/api/firms/{firm}/dossier',
  tags: ['firm'],
  summary: 'What is known of the firm, each with its source and day',
  request: { params: ofFirm },
  responses: { 200: answer('The dossier', DossierShape), ...problems(401, 404, 422) },
})

const take = createRoute({
  method: 'get',
  path: '/api/firms/{firm}/dossier/export',
  tags: ['firm'],
  summary: 'Everything that is kept of the firm, to take along',
  request: { params: ofFirm },
  responses: { 200: answer('One file', DossierTakenShape), ...problems(401, 404, 422) },
})

const looks = createRoute({
  method: 'get',
  path: '/api/firms/{firm}/looks',
  tags: ['firm'],
  summary: 'Who looked at the firm, when, what at, why and on what basis',
  description: 'Names the agency and the post. The newest first.',
  request: {
    params: ofFirm,
    query: z.strictObject({
      after: z.string().max(200).optional(),
      most: wholeInQuery(1, 200).default(50),
    }),
  },
  responses: { 200: answer('One page', LooksShape), ...problems(401, 404, 422) },
})

const enter = createRoute({
  method: 'post',
  path: '/api/firms/{firm}/facts',
  tags: ['firm'],
  summary: 'State facts: all of them are kept, or none',
  request: { params: ofFirm, body: json(FactsToEnterShape) },
  responses: { 201: answer('They stand', FactsEnteredShape), ...problems(401, 404, 413, 422) },
})

const takeBack = createRoute({
  method: 'delete',
  path: '/api/firms/{firm}/facts/{fact}',
  tags: ['firm'],
  summary: 'Take back a fact that the firm stated',
  request: { params: ofFirm.extend({ fact: Id }) },
  responses: { 204: gone, ...problems(401, 404, 422) },
})

const takePart = createRoute({
  method: 'post',
  path: '/api/firms/{firm}/participations',
  tags: ['firm'],
  summary: 'State a support that the firm took part in',
  request: { params: ofFirm, body: json(ParticipationToEnterShape) },
  responses: { 201: answer('It stands', ParticipationAddedShape), ...problems(401, 404, 409, 413, 422) },
})

const takePartBack = createRoute({
  method: 'delete',
  path: '/api/firms/{firm}/participations/{participation}',
  tags: ['firm'],
  summary: 'Take back a participation that the firm stated',
  request: { params: ofFirm.extend({ participation: Id }) },
  responses: { 204: gone, ...problems(401, 404, 422) },
})

const match = createRoute({
  method: 'post',
  path: '/api/firms/{firm}/match',
  tags: ['firm'],
  summary: 'The firm, as its dossier has it, against every programme',
  description: 'Answers as /api/match does.',
  request: { params: ofFirm, body: json(MatchOfDossierShape) },
  responses: { 200: answer('The verdicts with their proofs', MatchShape), ...problems(400, 401, 404, 413, 422, 503) },
})

const plan = createRoute({
  method: 'post',
  path: '/api/firms/{firm}/plan',
  tags: ['firm'],
  summary: 'Dated ways of the firm, as its dossier has it',
  description: 'Answers as /api/plan does.',
  request: { params: ofFirm, body: json(PlanOfDossierShape) },
  responses: { 200: answer('The itineraries', PlanShape), ...problems(400, 401, 404, 413, 422, 503) },
})

const readAsAgency = createRoute({
  method: 'get',
  path: '/api/posts/{post}/firms/{firm}/dossier',
  tags: ['desk'],
  summary: 'What consents that stand show of a firm, and what the agency recorded itself',
  request: { params: ofPost, query: z.strictObject({ reason: Reason }) },
  responses: { 200: answer('That part of the dossier', DossierShape), ...problems(401, 403, 404, 422) },
})

const record = createRoute({
  method: 'post',
  path: '/api/posts/{post}/firms/{firm}/facts',
  tags: ['desk'],
  summary: 'Write down what a registry says of a firm, or what the agency decided',
  request: { params: ofPost, body: json(FactsToRecordShape) },
  responses: { 201: answer('They stand', FactsEnteredShape), ...problems(401, 403, 404, 413, 422) },
})

const recordBack = createRoute({
  method: 'delete',
  path: '/api/posts/{post}/firms/{firm}/facts/{fact}',
  tags: ['desk'],
  summary: 'Take back a fact that the agency recorded',
  request: { params: ofPost.extend({ fact: Id }) },
  responses: { 204: gone, ...problems(401, 403, 404, 422) },
})

const recordPart = createRoute({
  method: 'post',
  path: '/api/posts/{post}/firms/{firm}/participations',
  tags: ['desk'],
  summary: 'Record what became of a firm in a programme of the agency',
  request: { params: ofPost, body: json(ParticipationToRecordShape) },
  responses: { 201: answer('It stands', ParticipationAddedShape), ...problems(401, 403, 404, 409, 413, 422) },
})

const recordPartBack = createRoute({
  method: 'delete',
  path: '/api/posts/{post}/firms/{firm}/participations/{participation}',
  tags: ['desk'],
  summary: 'Take back a participation that the agency recorded',
  request: { params: ofPost.extend({ participation: Id }) },
  responses: { 204: gone, ...problems(401, 403, 404, 422) },
})

export function dossierRoutes(app: DeskApp, needs: DeskNeeds): void {
  answers(app, read, async c => {
    const outcome = await readDossier(needs, c.get('firm'), c.get('firm').capacity.firm)
    return outcome.is === 'read' ? c.json(outcome.dossier, 200) : nothingHere(c)
  })
  answers(app, take, async c => {
    const outcome = await takeDossierAway(needs, c.get('firm'))
    if (outcome.is !== 'taken') return nothingHere(c)
    const { dossier } = outcome
    return attachment(c, {
      name: `dossier-${dossier.firm.number}-${dossier.takenOn}.json`,
      mediaType: 'application/json',
      content: JSON.stringify(dossier, null, 2),
    })
  })
  answers(app, looks, async c => {
    const outcome = await whoLooked(needs, c.get('firm'), c.req.valid('query'))
    switch (outcome.is) {
      case 'read':
        return c.json({ looks: outcome.looks, next: outcome.next }, 200)
      case 'not a page':
        return problem(c, {
          status: 422,
          title: 'There is no such page',
          fields: [{ field: '/after', wrong: 'what `next` of the page before said' }],
        })
      case 'no such firm':
        return nothingHere(c)
    }
  })
  answers(app, enter, async c => entered(c, await enterFacts(needs, c.get('firm'), stated(c.req.valid('json')))))
  answers(app, takeBack, async c => {
    const { firm, fact } = c.req.valid('param')
    return takenBack(c, await takeBackFact(needs, c.get('firm'), firm, fact))
  })
  answers(app, takePart, async c =>
    added(c, await enterParticipation(needs, c.get('firm'), detailed(c.req.valid('json')))),
  )
  answers(app, takePartBack, async c => {
    const { firm, participation } = c.req.valid('param')
    return takenBack(c, await takeBackParticipation(needs, c.get('firm'), firm, participation))
  })
  answers(app, match, async c => {
    const { facts, ...asked } = c.req.valid('json')
    const tried = await firmTried(c, needs, c.get('firm'), facts)
    return tried.is === 'firm' ? answerMatch(c, needs, tried.firm, asked) : tried.reply
  })
  answers(app, plan, async c => {
    const { facts, ...asked } = c.req.valid('json')
    const tried = await firmTried(c, needs, c.get('firm'), facts)
    return tried.is === 'firm' ? answerPlan(c, needs, tried.firm, asked) : tried.reply
  })

  answers(app, readAsAgency, async c => {
    const outcome = await readDossier(needs, c.get('post'), c.req.valid('param').firm, c.req.valid('query'))
    return outcome.is === 'read' ? c.json(outcome.dossier, 200) : nothingHere(c)
  })
  answers(app, record, async c =>
    entered(c, await recordFacts(needs, c.get('post'), c.req.valid('param').firm, stated(c.req.valid('json')))),
  )
  answers(app, recordBack, async c => {
    const { firm, fact } = c.req.valid('param')
    return takenBack(c, await takeBackFact(needs, c.get('post'), firm, fact))
  })
  answers(app, recordPart, async c =>
    added(c, await recordParticipation(needs, c.get('post'), c.req.valid('param').firm, detailed(c.req.valid('json')))),
  )
  answers(app, recordPartBack, async c => {
    const { firm, participation } = c.req.valid('param')
    return takenBack(c, await takeBackParticipation(needs, c.get('post'), firm, participation))
  })
}

type Tried = { readonly is: 'firm'; readonly firm: Firm } | { readonly is: 'refused'; readonly reply: Response }

/** The firm as its dossier has it, with what is tried out put before. Only read: a key for repeated requests has nothing to keep here. */
async function firmTried(
  c: Context,
  needs: DeskNeeds,
  { once: _, ...acting }: Acting<FirmCapacity>,
  facts: Readonly<Record<string, unknown>> = {},
): Promise<Tried> {
  const wrong = checkFacts(facts, vocabularyOf(needs.catalogue.rulebook.facts))
  if (wrong.length > 0)
    return {
      is: 'refused',
      reply: notRight(
        c,
        wrong.map(one => ({ ...one, pointer: ['facts', ...one.pointer] })),
      ),
    }
  const read = await readDossier(needs, acting, acting.capacity.firm)
  if (read.is !== 'read') return { is: 'refused', reply: nothingHere(c) }
  const firm = firmOf(read.dossier)
  return { is: 'firm', firm: { ...firm, facts: { ...firm.facts, ...(facts as Record<string, Value>) } } }
}

/** Values are read by the catalogue, not by a shape. */
const stated = <T extends { readonly facts: readonly { readonly value?: unknown }[] }>(body: T) =>
  body as T & { readonly facts: readonly { readonly name: string; readonly value: Value; readonly asOf: string }[] }

const detailed = <T extends { readonly details?: unknown }>(body: T) =>
  body as T & { readonly details?: Readonly<Record<string, Value>> | undefined }

function entered(c: Context, outcome: FactsEntered): Response {
  switch (outcome.is) {
    case 'entered':
      return c.json({ facts: outcome.facts }, 201)
    case 'not right':
      return notRight(c, outcome.wrong)
    case 'no such firm':
      return nothingHere(c)
  }
}

function added(c: Context, outcome: ParticipationAdded): Response {
  switch (outcome.is) {
    case 'added':
      return c.json({ participation: outcome.participation }, 201)
    case 'there already':
      return problem(c, {
        status: 409,
        code: 'stands-already',
        title: 'It stands already',
        detail: 'The same round with the same outcome was stated before; take that back first.',
      })
    case 'not right':
      return notRight(c, outcome.wrong)
    case 'no such firm':
      return nothingHere(c)
  }
}

const takenBack = (c: Context, outcome: TakenBack): Response =>
  outcome.is === 'taken back' ? c.body(null, 204) : nothingHere(c)

const notRight = (c: Context, wrong: readonly Finding[]): Response =>
  problem(c, {
    status: 422,
    title: 'Something in what was sent is not right',
    detail: 'Nothing was kept.',
    fields: wrong.map(({ pointer, wrong, right }) => ({
      field: jsonPointer(pointer),
      wrong: right === undefined ? wrong : `${wrong}: ${right}`,
    })),
  })
