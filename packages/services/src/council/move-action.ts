/** An action is reported done by the post that owns it, and closed when another side nods. */
import { type ActionMove, type ActionState, actionMovers, actionMoves } from '@ieum/council'
import type { Operation } from '@ieum/desk'
import { isId } from '../acting/act-as.ts'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { notifyPosts } from '../notices/notify.ts'
import { postsFor } from '../notices/posts-for.ts'
import { councilInNotice } from './council-in-notice.ts'
import type { CouncilNeeds } from './found-council.ts'
import { type ActionRow, type CouncilDesk, type Standing, standingIn } from './standing.ts'
import type { ActionAsks } from './take-decision.ts'

export interface ActionMoveAsked {
  readonly action: string
  readonly move: Exclude<ActionMove, 'drop'>
  readonly changed: number
  /** What was done and where the proof is; of a return, what is missing. */
  readonly text?: string | undefined
  /** Of a report, where its proof is: the number under which it is kept, or an address. */
  readonly proof?: string | undefined
}

export type ActionMoved =
  | { readonly is: 'moved'; readonly state: ActionState; readonly changed: number }
  | { readonly is: 'no such action' }
  | { readonly is: 'not for this post' }
  | { readonly is: 'not allowed now'; readonly state: ActionState }
  | { readonly is: 'text needed' }
  /** A study is reported with its answer attached. */
  | { readonly is: 'paper needed' }
  /** Its answer is attached, and not found clean yet. */
  | { readonly is: 'paper still waits' }
  | { readonly is: 'changed meanwhile'; readonly state: ActionState; readonly changed: number }

export function moveAction(
  { database }: Pick<CouncilNeeds, 'database'>,
  acting: Acting<PostCapacity>,
  { action: id, move, changed, text, proof }: ActionMoveAsked,
): Promise<ActionMoved> {
  return atDesk({ database }, acting, async desk => {
    const action = isId(id)
      ? await desk.tx.selectFrom('council_action').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
      : undefined
    const standing = action && (await standingIn(desk, action.council_id))
    if (!action || !standing) return { is: 'no such action' }
    if (!desk.may(operationOf[move], standing.relations, id) || !isMover(action, move, acting.capacity))
      return { is: 'not for this post' }
    if (action.changed !== changed) return { is: 'changed meanwhile', state: action.state, changed: action.changed }
    const to = actionMoves[action.state][move]
    if (!to) return { is: 'not allowed now', state: action.state }
    const said = text?.trim() ?? ''
    if (move !== 'nod' && said === '') return { is: 'text needed' }
    const lacks = move === 'report' && isStudy(action) ? await lacksPaper(desk, id) : null
    if (lacks) return lacks
    await desk.tx
      .updateTable('council_action')
      .set({
        state: to,
        changed: changed + 1,
        ...(move === 'report' && {
          report: said,
          ...(proof !== undefined && { proof: proof.trim() || null }),
          reported_on: acting.on,
          reported_by: acting.person.id,
          reason: null,
        }),
        ...(move === 'return' && { reason: said }),
        ...(move === 'nod' && {
          nodded_on: acting.on,
          nodded_by: acting.person.id,
          nodding_agency: acting.capacity.agency,
        }),
      })
      .where('id', '=', id)
      .execute()
    desk.changed(`${move} action`, id, { council: action.council_id })
    await tell(desk, action, standing, move)
    return { is: 'moved', state: to, changed: changed + 1 }
  })
}

const isStudy = ({ asks }: ActionRow): boolean => (asks as ActionAsks | null)?.is === 'study'

/** A paper that is clean: the others can read it when they are told of the report, and it stays from then on. */
async function lacksPaper(
  { tx }: CouncilDesk,
  action: string,
): Promise<Extract<ActionMoved, { readonly is: 'paper needed' | 'paper still waits' }> | null> {
  const papers = await tx
    .selectFrom('council_paper')
    .select('state')
    .where('action_id', '=', action)
    .where('removed_at', 'is', null)
    .execute()
  if (papers.some(({ state }) => state === 'clean')) return null
  return { is: papers.some(({ state }) => state === 'waiting') ? 'paper still waits' : 'paper needed' }
}

const operationOf: Record<ActionMoveAsked['move'], Operation> = {
  report: 'report action',
  nod: 'close action',
  return: 'close action',
}

/** Nobody nods at what his own agency did. */
function isMover(action: ActionRow, move: ActionMoveAsked['move'], { agency, post }: PostCapacity): boolean {
  return actionMovers[move] === 'owner' ? action.owner_post === post : action.owner_agency !== agency
}

async function tell(
  desk: CouncilDesk,
  action: ActionRow,
  { agencies, council }: Standing,
  move: ActionMoveAsked['move'],
): Promise<void> {
  const posts = move === 'report' ? [] : [action.owner_post]
  if (move === 'report')
    for (const agency of new Set([...agencies, council.secretariat]))
      if (agency !== action.owner_agency) posts.push(...(await postsFor(desk, agency, ['secretary'])))
  await notifyPosts(desk, posts, {
    event: `action:${action.id}:${move}:${action.changed}`,
    kind: `action.${move}`,
    detail: { ...councilInNotice(council), action: action.id },
  })
}
