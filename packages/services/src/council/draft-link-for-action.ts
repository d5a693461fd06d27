/** The link that a decision asks for is drawn up with one click: its programmes, its task, and the decision that it rests on are filled in. */
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

export function draftLinkForAction(
  needs: CouncilNeeds,
  acting: Acting<PostCapacity>,
  id: string,
): Promise<LinkForActionDrafted> {
  return atDesk(needs, acting, async desk => {
    // Held by who sits there: two who click at once draw up one.
    const action = isId(id)
      ? await desk.tx.selectFrom('council_action').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
      : undefined
    const standing = action && (await standingIn(desk, action.council_id))
    if (!action || !standing) return { is: 'no such action' }
    const asked = asLink(action.asks)
    if (!asked) return { is: 'asks for no link' }
    if (action.state !== 'open' && action.state !== 'reported') return { is: 'not allowed now', state: action.state }
    if (!desk.may('draft link', none, asked.fromProgramme)) return { is: 'not for this post' }
    const { agreement_id } = action
    if (agreement_id !== null) {
      // Behind the walls: the other side may have a draft of its own.
      const link = await desk.asWorker(() => linkOf(desk.tx, agreement_id, acting.on))
      if (!isOver(link))
        return { is: 'drafted already', agreement: (await linkOf(desk.tx, agreement_id, acting.on)).agreement }
    }
    const { rulebook } = needs.catalogue
    const { terms, fromLink } = await termsFor(needs, desk, action, asked)
    const drafted = await draftAtDesk(desk, rulebook, { terms, fromLink })
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

/** As the catalogue has such a link where it has one; who draws it up completes it. */
async function termsFor(
  { catalogue }: CouncilNeeds,
  { tx, acting }: CouncilDesk,
  { council_id, decision_id, task_id }: ActionRow,
  { fromProgramme, toProgramme }: LinkAsked,
): Promise<{ readonly terms: Terms; readonly fromLink?: string }> {
  const { rulebook } = catalogue
  const decision = await tx
    .selectFrom('council_decision as d')
    .innerJoin('council as c', 'c.id', 'd.council_id')
    .select(['d.number', 'c.name_ko', 'c.name_en'])
    .where('d.id', '=', decision_id)
    .where('c.id', '=', council_id)
    .executeTakeFirstOrThrow()
  const task =
    task_id === null
      ? undefined
      : await tx.selectFrom('collaboration_task').select('code').where('id', '=', task_id).executeTakeFirst()
  const basis = decisionBasis({ ko: decision.name_ko, en: decision.name_en ?? decision.name_ko }, decision.number)
  const nameOf = (programme: string) => rulebook.programmes.find(({ id }) => id === programme)!.name
  const known = rulebook.links.find(
    link => link.from.programme === fromProgramme && link.to === toProgramme && !rulebook.agreedHere?.includes(link.id),
  )
  const start = known && draftFromCatalogue(catalogue, acting, known.id)
  const ofDecision = { legalBasis: basis.ko, councilTask: task?.code ?? null }
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
