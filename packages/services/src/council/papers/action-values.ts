import { daysBetween } from '@ieum/catalogue/days'
import type { Day, ValuesOfPaper } from '@ieum/catalogue/records'
import { isLate } from '@ieum/council'
import type { Audience } from '../make-paper.ts'
import type { ActionRow } from '../standing.ts'
import type { PostNames } from './post-names.ts'
import type { Saying } from './saying.ts'

export interface ActionToSay
  extends Pick<
    ActionRow,
    'title_ko' | 'title_en' | 'due' | 'state' | 'proof_wanted' | 'report' | 'owner_agency' | 'owner_post'
  > {
  readonly number: string
  readonly task: string | null
}

/** The owner is an agency and a post of it. */
export function actionValues(
  action: ActionToSay,
  no: number,
  { either, agency, words, day }: Saying,
  { posts, on, audience }: { readonly posts: PostNames; readonly on: Day; readonly audience: Audience },
): ValuesOfPaper<'task'>['actions'][number] {
  const post = posts.get(action.owner_post)
  const owner = [agency(action.owner_agency), post && either(post.ko, post.en)].filter(Boolean).join(' ')
  return {
    no,
    title: either(action.title_ko, action.title_en),
    decision: action.number,
    task: action.task,
    owner,
    due: day(action.due),
    state: words.actionState(action.state),
    late: isLate(action, on) ? words.daysLate(daysBetween(action.due, on)) : '',
    proof: action.proof_wanted,
    // What an agency writes to the others is not for everyone.
    report: audience === 'everyone' ? null : action.report,
  }
}
