/** What the sheet of a task says. */
import { dayIn } from '@ieum/catalogue/moments'
import type { Day, ValuesOfPaper } from '@ieum/catalogue/records'
import type { WorkCalendar } from '@ieum/desk'
import type { TaskRead } from '../read-task.ts'
import type { CouncilRow } from '../standing.ts'
import { actionValues } from './action-values.ts'
import type { Audience } from './audience.ts'
import { type BesideTask, countsFor, indicatorValues } from './indicators.ts'
import type { Saying } from './saying.ts'

export function taskValues(
  task: TaskRead['task'],
  beside: BesideTask & { readonly council: CouncilRow },
  saying: Saying,
  {
    audience,
    on,
    timeZone,
    calendar,
  }: {
    readonly audience: Audience
    readonly on: Day
    readonly timeZone: string
    readonly calendar: WorkCalendar
  },
): ValuesOfPaper<'task'> {
  const { words, either, agency, agencies, day } = saying
  const { council, openFrom } = beside
  const isOpen = (from: string | null | undefined) =>
    audience === 'council' || (from !== null && from !== undefined && from <= on)
  return {
    council: either(council.name_ko, council.name_en),
    secretariat: agency(council.secretariat),
    made: day(on),
    grade: audience === 'everyone' || (openFrom !== null && openFrom <= on) ? words.grade.open : words.grade.internal,
    everyone: audience === 'everyone' ? words.grade.open : '',
    code: task.code,
    title: either(task.title.ko, task.title.en),
    needs: task.needs && either(task.needs.ko, task.needs.en),
    proposers: agencies(task.proposedBy),
    state: words.taskState(task.state),
    reason: audience === 'everyone' ? null : task.reason,
    programmes: task.programmes.map(saying.programme).join(', '),
    pathways: task.pathways.map(saying.pathway).join(', '),
    disclosure: openFrom === null ? words.notYetSaid : words.openFrom(day(openFrom)),
    posts: task.posts.map(({ agency: of, title, inferred }) => ({
      agency: agency(of),
      post: either(title.ko, title.en),
      inferred: inferred ? words.inferred : '',
    })),
    answers: task.answers.map(({ agency: of, position, reason, at }) => ({
      agency: agency(of),
      position: words.position(position),
      reason,
      day: day(dayIn(timeZone, new Date(at))),
    })),
    milestones: task.milestones.map(({ title, due, reachedOn }) => ({
      title: either(title.ko, title.en),
      due: day(due),
      reached: day(reachedOn),
    })),
    indicators: indicatorValues(countsFor(audience, task.indicators), beside.targets, saying),
    decisions: task.decisions
      .filter(({ id }) => isOpen(beside.openDecisions.get(id)))
      .map(({ number, text, on: decided }) => ({ number, text: either(text.ko, text.en), day: day(decided) })),
    actions: task.actions
      .filter(({ id }) => isOpen(beside.openActions.get(id)))
      .map((action, index) =>
        actionValues(
          {
            title_ko: action.title.ko,
            title_en: action.title.en,
            due: action.due,
            state: action.state,
            proof_wanted: action.proofWanted,
            report: action.report,
            owner_agency: action.ownerAgency,
            owner_post: action.ownerPost,
            number: action.decision,
            task: task.code,
          },
          index + 1,
          saying,
          { posts: beside.posts, on, calendar, audience },
        ),
      ),
    later: task.later.map(({ fact, dated, source }) => ({
      fact: fact[saying.language],
      dated: dated === undefined ? '' : dated.length === 10 ? day(dated) : dated,
      source: source.url ?? source.title ?? '',
    })),
  }
}
