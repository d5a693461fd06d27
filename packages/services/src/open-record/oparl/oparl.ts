/**
 * The open record as OParl 1.1 has it (https://schema.oparl.org/1.1/): a body for each council, its meetings with their agenda, and a paper for
 * each task. What OParl has no word for stands under `ieum:` and is listed in docs/open-record.md. Nobody is named: there are no persons.
 */
import type { OpenRecord } from '../open-record.ts'
import {
  frameOf,
  type OparlFrame,
  type OparlList,
  type OparlObject,
  type OparlPlace,
  oparlPath,
  typeOf,
} from './frame.ts'
import { itemOf, meetingOf } from './meetings.ts'
import { agenciesOf, councilOf } from './organizations.ts'
import { consultationsOf, paperOf } from './papers.ts'

export const oparlSystem = (base: string): OparlObject => ({
  id: `${base}${oparlPath}/system`,
  type: typeOf('System'),
  oparlVersion: 'https://schema.oparl.org/1.1/',
  name: 'Ieum',
  body: `${base}${oparlPath}/body`,
  website: `${base}/councils`,
  web: `${base}/councils`,
})

export interface Oparl {
  readonly body: OparlObject
  list(list: OparlList): readonly OparlObject[]
}

export function oparlOf(record: OpenRecord, place: OparlPlace): Oparl {
  const frame = frameOf(record, place)
  return {
    body: bodyOf(frame),
    list(list) {
      switch (list) {
        case 'organization':
          return [councilOf(frame), ...agenciesOf(frame)]
        case 'person':
          return []
        case 'meeting':
          return record.sessions.map(session => meetingOf(frame, session))
        case 'paper':
          return record.tasks.map(task => paperOf(frame, task))
        case 'agendaItem':
          return record.sessions.flatMap(session => session.items.map(item => itemOf(frame, session, item)))
        case 'consultation':
          return record.tasks.flatMap(({ code }) => consultationsOf(frame, code))
      }
    },
  }
}

const bodyOf = ({ record, ids, to, opened, since, web }: OparlFrame): OparlObject => ({
  id: ids.body,
  type: typeOf('Body'),
  system: ids.system,
  name: record.name.ko,
  classification: record.kind,
  organization: ids.list('organization'),
  person: ids.list('person'),
  meeting: ids.list('meeting'),
  paper: ids.list('paper'),
  agendaItem: ids.list('agendaItem'),
  consultation: ids.list('consultation'),
  legislativeTerm: [],
  ...(record.madeUp && { 'ieum:madeUp': true }),
  ...web(to.council),
  ...since(opened, record.updated),
})
