/** Collaboration tasks as OParl papers, and where each was dealt with. */
import type { OpenTask } from '../open-record.ts'
import { type OparlFrame, type OparlObject, typeOf } from './frame.ts'

export function paperOf(frame: OparlFrame, task: OpenTask): OparlObject {
  const { ids, to, since, web } = frame
  return {
    id: ids.paper(task.code),
    type: typeOf('Paper'),
    body: ids.body,
    name: task.title.ko,
    reference: task.code,
    ...(task.opened && { date: task.opened }),
    paperType: 'collaboration task',
    originatorOrganization: task.proposedBy.map(ids.agency),
    consultation: consultationsOf(frame, task.code),
    ...web(to.task(task.code)),
    ...since(task.opened, task.updated),
    'ieum:reported': task.reported,
    ...(task.title.en && { 'ieum:nameEn': task.title.en }),
    ...(task.needs && { 'ieum:needs': task.needs.ko }),
    ...(task.state && { 'ieum:taskState': task.state }),
    ...(task.programmes.length > 0 && { 'ieum:programme': task.programmes }),
    ...(task.pathways.length > 0 && { 'ieum:pathway': task.pathways }),
    ...(task.posts.length > 0 && {
      'ieum:post': task.posts.map(({ agency, title, inferred }) => ({ agency, title: title.ko, inferred })),
    }),
    ...(task.answers.length > 0 && { 'ieum:answer': task.answers }),
    ...(task.milestones.length > 0 && {
      'ieum:milestone': task.milestones.map(({ title, due, reachedOn }) => ({ title: title.ko, due, reachedOn })),
    }),
    ...(task.later.length > 0 && { 'ieum:later': task.later }),
  }
}

/** The open items that were about a task. */
export function consultationsOf({ record, ids, since }: OparlFrame, code: string): readonly OparlObject[] {
  return record.sessions.flatMap(session =>
    session.items.flatMap(item =>
      item.is === 'open' && item.task === code
        ? [
            {
              id: ids.consultation(session.number, item.id),
              type: typeOf('Consultation'),
              paper: ids.paper(code),
              agendaItem: ids.item(session.number, item.id),
              meeting: ids.meeting(session.number),
              organization: [ids.organization],
              authoritative: item.decisions.length > 0,
              ...since(session.opened, session.updated),
            },
          ]
        : [],
    ),
  )
}
