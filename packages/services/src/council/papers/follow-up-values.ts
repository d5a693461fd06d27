/** What a follow-up report says: every action of the council, those that are late, and the figures of its tasks. */
import type { ValuesOfPaper } from '@ieum/catalogue/records'
import { overLast } from '@ieum/council'
import type { Count, Measure } from '../count-indicators.ts'
import type { TaskRow } from '../standing.ts'
import { actionValues } from './action-values.ts'
import { countSaid, countsFor, indicatorValues } from './indicators.ts'
import { codeOf, isOpen, type SessionSeen, sessionValues } from './session-values.ts'

export interface CountedTask {
  readonly task: TaskRow
  readonly counts: Readonly<Record<Measure, Count>>
}

export function followUpValues(seen: SessionSeen, tasks: readonly CountedTask[]): ValuesOfPaper<'follow-up'> {
  const { gathered, saying, made } = seen
  const actions = overLast(gathered.actions.filter(action => isOpen(seen, action)))
  const said = actions.map((action, index) =>
    actionValues({ ...action, task: codeOf(seen, action.task_id) }, index + 1, saying, {
      posts: gathered.posts,
      on: made,
      calendar: seen.calendar,
      audience: seen.audience,
    }),
  )
  const late = said.filter(one => one.late !== '')
  const count = (state: string) => actions.filter(action => action.state === state).length
  return {
    ...sessionValues(seen),
    all: actions.length,
    open: count('open'),
    reported: count('reported'),
    closed: count('closed'),
    dropped: count('dropped'),
    lateCount: late.length,
    actions: said,
    late: late.map((action, index) => ({ ...action, no: index + 1 })),
    tasks: tasks
      .filter(({ task }) => isOpen(seen, task))
      .map(({ task, counts: all }) => {
        const counts = countsFor(seen.audience, all)
        const targets = gathered.targets.filter(({ task_id }) => task_id === task.id)
        const indicators = indicatorValues(counts, targets, saying)
        return {
          code: task.code,
          title: saying.either(task.title_ko, task.title_en),
          state: saying.words.taskState(task.state),
          proposers: saying.agencies(task.proposed_by),
          firmsReferred: countSaid(counts['firms-referred'], saying),
          answeredInTime: countSaid(counts['answered-in-time'], saying),
          accepted: countSaid(counts.accepted, saying),
          completed: countSaid(counts.completed, saying),
          daysToSelection: countSaid(counts['days-to-selection'], saying),
          linksInForce: countSaid(counts['links-in-force'], saying),
          stepsJoined: countSaid(counts['steps-joined'], saying),
          indicators,
          targets: indicators.filter(({ target, baseline }) => target !== '' || baseline !== ''),
        }
      }),
  }
}

/** What is only proposed has nothing to be counted yet. */
export const isTakenOn = ({ state }: Pick<TaskRow, 'state'>): boolean => state !== 'proposed' && state !== 'answered'
