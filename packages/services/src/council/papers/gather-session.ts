/** What papers of a session are made of: all that who acts may see of it, in one go. */

import type { SessionFound } from '../find-session.ts'
import { recordsOf, type SessionRecords } from '../minutes-of.ts'
import type { ActionRow, CouncilDesk, SeatRow, TaskRow } from '../standing.ts'
import { type PostNames, postNames } from './post-names.ts'

export interface SessionGathered extends SessionFound {
  readonly records: SessionRecords
  /** Every seat there was, for who was there then may have left since. */
  readonly allSeats: readonly SeatRow[]
  readonly attendance: ReadonlyMap<string, { readonly state: Attendance; readonly deputy: string | null }>
  /** Of the whole council. */
  readonly actions: readonly (ActionRow & { readonly number: string; readonly sessionId: string })[]
  /** Of the whole council, but those that are only being drawn up or were taken back. */
  readonly tasks: readonly TaskRow[]
  readonly answers: readonly AnswerOf[]
  readonly targets: readonly TargetOf[]
  readonly posts: PostNames
}

export type Attendance = 'invited' | 'coming' | 'not-coming' | 'present' | 'absent'

export interface AnswerOf {
  readonly task_id: string
  readonly agency: string
  readonly position: 'agree' | 'agree-with-changes' | 'study' | 'cannot'
  readonly reason: string | null
}

export interface TargetOf {
  readonly task_id: string
  readonly measure: string
  readonly target: number | string | null
  readonly target_by: string | null
  readonly baseline: number | string | null
  readonly baseline_source: string | null
}

export async function gatherSession(desk: CouncilDesk, found: SessionFound): Promise<SessionGathered> {
  const { tx } = desk
  const { council, session } = found
  const attendance = await tx.selectFrom('attendance').selectAll().where('session_id', '=', session.id).execute()
  const allSeats = await tx
    .selectFrom('council_seat')
    .selectAll()
    .where('council_id', '=', council.id)
    .orderBy('position')
    .execute()
  const tasks = await tx
    .selectFrom('collaboration_task')
    .selectAll()
    .where('council_id', '=', council.id)
    .where('state', 'not in', ['drafted', 'withdrawn'])
    .orderBy('created_at')
    .orderBy('code')
    .execute()
  const ids = tasks.map(({ id }) => id)
  const actions = await tx
    .selectFrom('council_action as a')
    .innerJoin('council_decision as d', 'd.id', 'a.decision_id')
    .selectAll('a')
    .select(['d.number', 'd.session_id as sessionId'])
    .where('a.council_id', '=', council.id)
    .orderBy('a.due')
    .orderBy('a.id')
    .execute()
  return {
    ...found,
    records: await recordsOf(desk, session.id),
    allSeats,
    attendance: new Map(attendance.map(({ seat_id, state, deputy }) => [seat_id, { state, deputy }])),
    actions,
    tasks,
    answers:
      ids.length === 0
        ? []
        : await tx
            .selectFrom('task_answer')
            .select(['task_id', 'agency', 'position', 'reason'])
            .where('task_id', 'in', ids)
            .orderBy('at')
            .execute(),
    targets:
      ids.length === 0
        ? []
        : await tx
            .selectFrom('task_indicator')
            .select(['task_id', 'measure', 'target', 'target_by', 'baseline', 'baseline_source'])
            .where('task_id', 'in', ids)
            .orderBy('position')
            .execute(),
    posts: await postNames(
      desk,
      actions.map(({ owner_post }) => owner_post),
    ),
  }
}
