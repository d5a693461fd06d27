/** The link that a decision asks for is drawn up with one click: its programmes, its task, and the decision that it rests on are filled in. */
import type { Words } from '@ieum/catalogue/records'
import type { ActionState } from '@ieum/council'
import { may } from '@ieum/desk'
import type { Rulebook } from '@ieum/rules'
import { decisionBasis, linkPurpose } from '@ieum/wording'
import { isId } from '../acting/act-as.ts'
import { type Acting, looksAfter, type PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { type AgreementDrafted, draftAtDesk } from '../agreements/draft-agreement.ts'
import { draftFromCatalogue } from '../agreements/draft-from-catalogue.ts'
import type { Terms } from '../agreements/terms.ts'
import type { ActionLine } from './actions-of.ts'
import type { CouncilNeeds } from './found-council.ts'
import { type LinkOfAction, linkOf } from './link-of-action.ts'
import { type ActionRow, type CouncilDesk, standingIn } from './standing.ts'
import type { ActionAsks } from './take-decision.ts'

export type LinkForActionDrafted =
  | AgreementDrafted
  | { readonly is: 'no such action' }
  /** It asks for something else. */
  | { readonly is: 'asks for no link' }
  | { readonly is: 'not allowed now'; readonly state: ActionState }
  /** `agreement` where who asks may see it. */
  | { readonly is: 'drafted already'; readonly agreement: string | null }

type LinkAsked = Extract<ActionAsks, { readonly is: 'link' }>

const asLink = (asks: unknown): LinkAsked | null => {
  const asked = asks as ActionAsks | null
  return asked?.is === 'link' ? asked : null
}

/** After these another may be drawn up. */
const isOver = ({ state }: LinkOfAction): boolean => state === 'refused' || state === 'withdrawn' || state === 'ended'

/** By who draws up links for one of the two programmes. */
export function mayDraftLink(
  { programmes }: Rulebook,
  { agency, role, programmes: own, ...capacity }: PostCapacity,
  { asks, link, state }: Pick<ActionLine, 'asks' | 'link' | 'state'>,
): boolean {
  const asked = asLink(asks)
  if (!asked || !may(role, 'draft link', 'none') || (state !== 'open' && state !== 'reported')) return false
  if (link && !isOver(link)) return false
  return [asked.fromProgramme, asked.toProgramme].some(
    id =>
      programmes.find(programme => programme.id === id)?.agency === agency &&
      looksAfter({ ...capacity, agency, role, programmes: own }, id),
  )
}

/** What the link would begin as, for who may draw it up. */
export type LinkStart =
  | {
      readonly is: 'start'
      readonly council: Words
      readonly decision: string
      readonly title: Words
      readonly terms: Terms
      readonly drafted: LinkOfAction | null
      /** Of who reads it: the programme owner of one of the two. */
      readonly mayDraft: boolean
    }
  | Exclude<LinkForActionDrafted, AgreementDrafted>
  | { readonly is: 'not for this post' }

export function linkForAction(needs: CouncilNeeds, acting: Acting<PostCapacity>, id: string): Promise<LinkStart> {
  return atDesk(needs, acting, async desk => {
    const found = await findAsked(desk, needs, id)
    if (found.is !== 'asked') return found
    const { action, asked, decision } = found
    const { terms } = termsFor(needs, desk, found)
    const drafted = action.agreement_id === null ? null : await linkOf(desk.tx, action.agreement_id, acting.on)
    return {
      is: 'start',
      council: decision.council,
      decision: decision.number,
      title: { ko: action.title_ko, en: action.title_en ?? action.title_ko },
      terms: { ...terms, fromProgramme: asked.fromProgramme },
      drafted,
      mayDraft: mayDraftLink(needs.catalogue.rulebook, acting.capacity, {
        asks: asked,
        link: drafted,
        state: action.state,
      }),
    }
  })
}

export function draftLinkForAction(
  needs: CouncilNeeds,
  acting: Acting<PostCapacity>,
  id: string,
): Promise<LinkForActionDrafted> {
  return atDesk(needs, acting, async desk => {
    const found = await findAsked(desk, needs, id, { toChange: true })
    if (found.is !== 'asked') return found
    const { action, asked } = found
    if (!desk.may('draft link', none, asked.fromProgramme)) return { is: 'not for this post' }
    const { agreement_id } = action
    if (agreement_id !== null) {
      // Behind the walls: the other side may have a draft of its own.
      const link = await desk.asWorker(() => linkOf(desk.tx, agreement_id, acting.on))
      if (!isOver(link))
        return { is: 'drafted already', agreement: (await linkOf(desk.tx, agreement_id, acting.on)).agreement }
    }
    const drafted = await draftAtDesk(desk, needs.catalogue.rulebook, termsFor(needs, desk, found))
    if (drafted.is !== 'drafted') return drafted
    // The decision names what came of it first; an action always what came of it last.
    await desk.asWorker(async () => {
      await desk.tx
        .updateTable('council_action')
        .set({ agreement_id: drafted.agreement })
        .where('id', '=', id)
        .execute()
      await desk.tx
        .updateTable('council_decision')
        .set({ agreement_id: drafted.agreement })
        .where('id', '=', action.decision_id)
        .where('agreement_id', 'is', null)
        .execute()
    })
    desk.changed('draft link for action', id, { agreement: drafted.agreement, council: action.council_id })
    return drafted
  })
}

const none = new Set(['none'] as const)

interface Asked {
  readonly is: 'asked'
  readonly action: ActionRow
  readonly asked: LinkAsked
  readonly decision: { readonly number: string; readonly council: Words }
  readonly task: string | null
}

/** For who sits in the council, and for the agencies of the two programmes, which it asks. To be changed it is held: two who click at once draw up one. */
async function findAsked(
  desk: CouncilDesk,
  { catalogue: { rulebook } }: CouncilNeeds,
  id: string,
  { toChange = false }: { readonly toChange?: boolean } = {},
): Promise<
  Asked | Extract<LinkForActionDrafted, { readonly is: 'no such action' | 'asks for no link' | 'not allowed now' }>
> {
  const { tx, acting } = desk
  const found = isId(id)
    ? await desk.asWorker(async () => {
        const asked = tx.selectFrom('council_action').selectAll().where('id', '=', id)
        const action = await (toChange ? asked.forUpdate() : asked).executeTakeFirst()
        const decision =
          action &&
          (await tx
            .selectFrom('council_decision as d')
            .innerJoin('council as c', 'c.id', 'd.council_id')
            .leftJoin('collaboration_task as t', 't.id', 'd.task_id')
            .select(['d.number', 'c.name_ko', 'c.name_en', 't.code'])
            .where('d.id', '=', action.decision_id)
            .executeTakeFirstOrThrow())
        return action && decision && { action, decision }
      })
    : undefined
  if (!found) return { is: 'no such action' }
  const { action, decision } = found
  const asked = asLink(action.asks)
  const isAsked =
    asked !== null &&
    [asked.fromProgramme, asked.toProgramme].some(
      programme => rulebook.programmes.find(one => one.id === programme)?.agency === acting.capacity.agency,
    )
  if (!isAsked && !(await standingIn(desk, action.council_id))) return { is: 'no such action' }
  if (!asked) return { is: 'asks for no link' }
  if (action.state !== 'open' && action.state !== 'reported') return { is: 'not allowed now', state: action.state }
  const council = { ko: decision.name_ko, en: decision.name_en ?? decision.name_ko }
  return { is: 'asked', action, asked, decision: { number: decision.number, council }, task: decision.code }
}

/** As the catalogue has such a link where it has one; who draws it up completes it. */
function termsFor(
  { catalogue }: CouncilNeeds,
  { acting }: CouncilDesk,
  { asked: { fromProgramme, toProgramme }, decision, task }: Asked,
): { readonly terms: Terms; readonly fromLink?: string } {
  const { rulebook } = catalogue
  const nameOf = (programme: string) => rulebook.programmes.find(({ id }) => id === programme)!.name
  const known = rulebook.links.find(
    link => link.from.programme === fromProgramme && link.to === toProgramme && !rulebook.agreedHere?.includes(link.id),
  )
  const start = known && draftFromCatalogue(catalogue, acting, known.id)
  const ofDecision = { legalBasis: decisionBasis(decision.council, decision.number).ko, councilTask: task }
  if (known && start?.is === 'start' && start.terms.purpose.ko !== '')
    return { terms: { ...start.terms, ...ofDecision }, fromLink: known.id }
  return {
    terms: {
      fromProgramme,
      outcome: 'completed',
      toProgramme,
      kind: 'preferred',
      daysToAnswer: 10,
      remindBefore: 2,
      expireAfter: 20,
      places: null,
      waives: [],
      accepts: [],
      purpose: linkPurpose(nameOf(fromProgramme), nameOf(toProgramme)),
      validFrom: acting.on,
      validTo: null,
      ...ofDecision,
    },
  }
}
