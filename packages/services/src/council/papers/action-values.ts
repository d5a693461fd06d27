import { daysBetween } from '@ieum/catalogue/days'
import type { Day, ValuesOfPaper } from '@ieum/catalogue/records'
import { timeLeft } from '@ieum/council'
import type { WorkCalendar } from '@ieum/desk'
import type { ActionRow } from '../standing.ts'
import type { Audience } from './audience.ts'
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
  {
    posts,
    on,
    calendar,
    audience,
  }: { readonly posts: PostNames; readonly on: Day; readonly calendar: WorkCalendar; readonly audience: Audience },
): ValuesOfPaper<'task'>['actions'][number] {
  const post = posts.get(action.owner_post)
  const owner = [agency(action.owner_agency), post && either(post.ko, post.en)].filter(Boolean).join(' ')
  const { late, lastDay } = timeLeft(action, on, calendar)
  return {
    no,
    title: either(action.title_ko, action.title_en),
    decision: action.number,
    task: action.task,
    owner,
    due: day(action.due),
    state: words.actionState(action.state),
    late: late ? words.daysLate(daysBetween(lastDay, on)) : '',
    proof: action.proof_wanted,
    // What an agency writes to the others is not for everyone.
    report: audience === 'everyone' ? null : action.report,
  }
}
