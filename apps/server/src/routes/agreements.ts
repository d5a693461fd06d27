/** Links as agreements of two agencies: drawn up, signed by four, ended, and renewed. */
import { createRoute, z } from '@hono/zod-openapi'
import {
  changeDraft,
  draftAgreement,
  draftFromCatalogue,
  draftNextVersion,
  type FieldFault,
  listAgreements,
  moveAgreement,
  type NextVersionDrafted,
  readAgreement,
} from '@ieum/services'
import type { Context } from 'hono'
import {
  AgreementDraftedShape,
  AgreementInFullShape,
  AgreementMovedShape,
  AgreementMoveShape,
  AgreementsQuery,
  AgreementsShape,
  AgreementToDraftShape,
  ChangedShape,
  DraftToChangeShape,
  LinkId,
  NextVersionShape,
  StartOfDraftShape,
} from '../desk/agreement-shapes.ts'
import { answer, json } from '../desk/described.ts'
import { answers, type DeskApp, nothingHere } from '../desk/desk-app.ts'
import { Id } from '../desk/referral-shapes.ts'
import type { DeskNeeds } from '../needs.ts'
import { problem, problems } from '../problem.ts'

const tags = ['links']
const ofPost = z.object({ post: Id })
const ofAgreement = ofPost.extend({ agreement: Id })

const list = createRoute({
  method: 'get',
  path: '/api/posts/{post}/agreements',
  tags,
  summary: 'Links of the agency in every state, and every one that is or was agreed',
  request: { params: ofPost, query: AgreementsQuery },
  responses: { 200: answer('By link, the newest version first', AgreementsShape), ...problems(401, 403, 404, 422) },
})

const draft = createRoute({
  method: 'post',
  path: '/api/posts/{post}/agreements',
  tags,
  summary: 'Draw up a link; nobody else sees it before it is offered',
  request: { params: ofPost, body: json(AgreementToDraftShape) },
  responses: { 201: answer('It is drawn up', AgreementDraftedShape), ...problems(401, 403, 404, 422) },
})

const start = createRoute({
  method: 'get',
  path: '/api/posts/{post}/links/{link}/draft',
  tags,
  summary: 'What a link of the catalogue says, as the start of a draft',
  request: { params: ofPost.extend({ link: LinkId }) },
  responses: { 200: answer('To be completed', StartOfDraftShape), ...problems(401, 403, 404, 422) },
})

const read = createRoute({
  method: 'get',
  path: '/api/posts/{post}/agreements/{agreement}',
  tags,
  summary: 'One version with its signatures, the other versions, and what is different',
  request: { params: ofAgreement },
  responses: { 200: answer('The agreement', AgreementInFullShape), ...problems(401, 403, 404, 422) },
})

const change = createRoute({
  method: 'put',
  path: '/api/posts/{post}/agreements/{agreement}',
  tags,
  summary: 'Change a draft before it is proposed',
  request: { params: ofAgreement, body: json(DraftToChangeShape) },
  responses: { 200: answer('It is changed', ChangedShape), ...problems(401, 403, 404, 409, 422) },
})

const next = createRoute({
  method: 'post',
  path: '/api/posts/{post}/agreements/{agreement}/versions',
  tags,
  summary: 'Draw up the next version of a link that is agreed',
  request: { params: ofAgreement, body: json(NextVersionShape) },
  responses: { 201: answer('It is drawn up', AgreementDraftedShape), ...problems(401, 403, 404, 409, 422) },
})

const move = createRoute({
  method: 'post',
  path: '/api/posts/{post}/agreements/{agreement}/moves',
  tags,
  summary: 'Propose, offer, review, agree, refuse, withdraw or end',
  request: { params: ofAgreement, body: json(AgreementMoveShape) },
  responses: { 200: answer('Where it stands now', AgreementMovedShape), ...problems(401, 403, 404, 409, 422) },
})

export function agreementRoutes(app: DeskApp, needs: DeskNeeds): void {
  answers(app, list, async c => {
    const outcome = await listAgreements(needs, c.get('post'), c.req.valid('query'))
    if (outcome.is === 'not for this post') return notForThisPost(c)
    return c.json({ agreements: outcome.agreements, more: outcome.more }, 200)
  })
  answers(app, draft, async c => drafted(c, await draftAgreement(needs, c.get('post'), c.req.valid('json'))))
  answers(app, start, c => {
    const outcome = draftFromCatalogue(needs.catalogue, c.get('post'), c.req.valid('param').link)
    return outcome.is === 'start' ? c.json({ terms: outcome.terms }, 200) : nothingHere(c)
  })
  answers(app, read, async c => {
    const outcome = await readAgreement(needs, c.get('post'), c.req.valid('param').agreement)
    switch (outcome.is) {
      case 'agreement':
        return c.json(outcome.agreement, 200)
      case 'no such agreement':
        return nothingHere(c)
      case 'not for this post':
        return notForThisPost(c)
    }
  })
  answers(app, change, async c => {
    const { agreement } = c.req.valid('param')
    const outcome = await changeDraft(needs, c.get('post'), { agreement, ...c.req.valid('json') })
    switch (outcome.is) {
      case 'drafted':
        return c.json({ changed: outcome.changed }, 200)
      case 'no such agreement':
        return nothingHere(c)
      case 'not for this post':
        return notForThisPost(c)
      case 'faulty':
        return faulty(c, outcome.fields)
      case 'not allowed now':
        return notAllowedNow(c, outcome.state)
      case 'changed meanwhile':
        return changedMeanwhile(c, outcome)
    }
  })
  answers(app, next, async c => {
    const { agreement } = c.req.valid('param')
    return drafted(c, await draftNextVersion(needs, c.get('post'), { agreement, ...c.req.valid('json') }))
  })
  answers(app, move, async c => {
    const { agreement } = c.req.valid('param')
    const outcome = await moveAgreement(needs, c.get('post'), { agreement, ...c.req.valid('json') })
    switch (outcome.is) {
      case 'moved':
        await needs.linksChanged?.()
        return c.json({ state: outcome.state, changed: outcome.changed }, 200)
      case 'no such agreement':
        return nothingHere(c)
      case 'not for this post':
        return notForThisPost(c)
      case 'not allowed now':
        return notAllowedNow(c, outcome.state)
      case 'not yours':
        return problem(c, {
          status: 409,
          code: 'not-yours',
          title: 'This is for the other side to do',
          detail:
            outcome.mover === 'proposer' ? 'The agency that proposes does it.' : 'The agency that was asked does it.',
        })
      case 'signed already':
        return problem(c, {
          status: 409,
          code: 'signed-already',
          title: 'You have signed this agreement before',
          detail: 'Each of the four signatures is another person’s.',
        })
      case 'written by you':
        return problem(c, {
          status: 409,
          code: 'written-by-you',
          title: 'You wrote these terms',
          detail: 'Who wrote them does not approve them: somebody else has to.',
        })
      case 'reason needed':
        return faulty(c, [{ field: '/reason', wrong: 'say why' }])
      case 'faulty':
        return problem(c, {
          status: 409,
          code: 'does-not-fit-now',
          title: 'The terms do not fit the catalogue or the calendar any more',
          detail: 'Take it back and draw it up anew.',
          fields: outcome.fields,
        })
      case 'begins later':
        return problem(c, {
          status: 409,
          code: 'begins-later',
          title: `It can be agreed from ${outcome.validFrom} on`,
          detail: 'Until then the version that stands would be gone and this one not be there.',
        })
      case 'changed meanwhile':
        return changedMeanwhile(c, outcome)
    }
  })
}

function drafted(c: Context, outcome: NextVersionDrafted): Response {
  switch (outcome.is) {
    case 'drafted': {
      const { is: _, ...made } = outcome
      return c.json(made, 201)
    }
    case 'faulty':
      return faulty(c, outcome.fields)
    case 'no such agreement':
      return nothingHere(c)
    case 'not for this post':
      return notForThisPost(c)
    case 'not allowed now':
      return notAllowedNow(c, outcome.state)
  }
}

export const notForThisPost = (c: Context): Response =>
  problem(c, {
    status: 403,
    code: 'not-for-this-post',
    title: 'Another post does this',
    detail: 'Yours has another part, or another programme.',
  })

export const faulty = (c: Context, fields: readonly FieldFault[]): Response =>
  problem(c, { status: 422, title: 'Something in what was sent is not right', fields })

const notAllowedNow = (c: Context, state: string): Response =>
  problem(c, {
    status: 409,
    code: 'not-allowed-now',
    title: 'This cannot be done now',
    detail: `It stands at: ${state}.`,
  })

const changedMeanwhile = (c: Context, { state }: { readonly state: string }): Response =>
  problem(c, {
    status: 409,
    code: 'changed-meanwhile',
    title: 'Somebody changed it meanwhile',
    detail: `It stands at: ${state}. Look at it again before you go on.`,
  })
