/** Sessions as OParl meetings, with their agenda as far as it is open. */
import type { SessionState } from '@ieum/council'
import { momentOf } from '../moment-of.ts'
import type { OpenDecision, OpenItem, OpenSession } from '../open-record.ts'
import { type OparlFrame, type OparlObject, typeOf } from './frame.ts'

export function meetingOf(frame: OparlFrame, session: OpenSession): OparlObject {
  const { record, ids, to, since, web, place } = frame
  return {
    id: ids.meeting(session.number),
    type: typeOf('Meeting'),
    name: `${record.name.ko} ${session.number}`,
    meetingState: meetingStates[session.state ?? 'ended'],
    ...(session.state === 'cancelled' && { cancelled: true }),
    ...(session.begins && { start: momentOf(place.timeZone, session.on, session.begins) }),
    ...(session.ends && { end: momentOf(place.timeZone, session.on, session.ends) }),
    ...(session.place && {
      location: {
        id: ids.location(session.number),
        type: typeOf('Location'),
        description: session.place.ko,
        ...since(session.opened),
      },
    }),
    organization: [ids.organization],
    agendaItem: session.items.map(item => itemOf(frame, session, item)),
    ...web(to.session(session.number)),
    ...since(session.opened, session.updated),
    'ieum:day': session.on,
    'ieum:reported': session.reported,
    ...(session.state && { 'ieum:sessionState': session.state }),
    ...(session.host && { 'ieum:host': session.host }),
    ...(session.minutesFrom && { 'ieum:minutesFrom': session.minutesFrom }),
    ...(session.present && { 'ieum:present': session.present.map(({ title }) => title.ko) }),
    ...(session.source && { 'ieum:source': session.source }),
  }
}

export function itemOf(frame: OparlFrame, session: OpenSession, item: OpenItem): OparlObject {
  const { record, ids, to, since, web } = frame
  const shared = {
    id: ids.item(session.number, item.id),
    type: typeOf('AgendaItem'),
    meeting: ids.meeting(session.number),
    number: String(item.number),
    order: item.number - 1,
    ...since(session.opened, session.updated),
    ...web(to.session(session.number)),
  }
  if (item.is === 'closed')
    return {
      ...shared,
      public: false,
      'ieum:closedGround': item.ground,
      ...(item.opensOn && { 'ieum:opensOn': item.opensOn }),
    }
  const decided = record.decisions.filter(({ number }) => item.decisions.includes(number))
  return {
    ...shared,
    name: item.title.ko,
    public: true,
    ...(item.task && { consultation: ids.consultation(session.number, item.id) }),
    ...(decided.length > 0 && { result: 'decided', resolutionText: decided.map(({ text }) => text.ko).join('\n') }),
    ...(item.undecided && { result: 'undecided' }),
    'ieum:itemKind': item.kind,
    'ieum:minutes': item.minutes,
    ...(item.title.en && { 'ieum:nameEn': item.title.en }),
    ...(item.proposedBy.length > 0 && { 'ieum:proposedBy': item.proposedBy }),
    ...(item.proposal && { 'ieum:proposal': item.proposal }),
    ...(item.gist && { 'ieum:gist': item.gist }),
    ...(decided.length > 0 && { 'ieum:decision': decided.map(one => decisionOf(frame, one)) }),
  }
}

const decisionOf = ({ to, web }: OparlFrame, one: OpenDecision) => ({
  number: one.number,
  date: one.on,
  text: one.text.ko,
  ...(one.text.en && { textEn: one.text.en }),
  'ieum:decisionStatus': one.status,
  ...(one.supersededBy && { supersededBy: one.supersededBy }),
  ...(one.votes && { votes: one.votes }),
  ...web(to.decision(one.number)),
})

/** The words that OParl recommends. */
const meetingStates: Record<SessionState, string> = {
  planned: 'terminiert',
  called: 'eingeladen',
  sitting: 'eingeladen',
  ended: 'durchgeführt',
  minuted: 'durchgeführt',
  cancelled: 'terminiert',
}
