/**
 * The open record as OParl 1.1 has it (https://schema.oparl.org/1.1/): a body for each council, its meetings with their agenda, and a paper for
 * each task. What OParl has no word for stands under `ieum:` and is listed in docs/open-record.md. Nobody is named: there are no persons.
 */
import type { Agency, Day } from '@ieum/catalogue/records'
import type { SessionState } from '@ieum/council'
import { openAddresses } from './addresses.ts'
import { momentOf } from './moment-of.ts'
import type { OpenDecision, OpenItem, OpenRecord, OpenSession, OpenTask } from './open-record.ts'

export type OparlObject = Readonly<Record<string, unknown>> & { readonly id: string; readonly type: string }

export interface OparlPlace {
  /** How this site is reached. */
  readonly base: string
  readonly timeZone: string
  readonly agencies: readonly Agency[]
}

export const oparlPath = '/api/open/oparl'
const typeOf = (name: string) => `https://schema.oparl.org/1.1/${name}`
const part = encodeURIComponent

/** Addresses are ids, and each of them answers. */
const idsOf = (base: string, council: string) => {
  const at = `${base}${oparlPath}`
  const of = part(council)
  return {
    system: `${at}/system`,
    body: `${at}/body/${of}`,
    list: (list: OparlList) => `${at}/body/${of}/${list}`,
    organization: `${at}/organization/${of}`,
    agency: (agency: string) => `${at}/organization/${of}/${part(agency)}`,
    meeting: (number: number) => `${at}/meeting/${of}/${number}`,
    location: (number: number) => `${at}/meeting/${of}/${number}#location`,
    item: (number: number, item: string) => `${at}/agendaItem/${of}/${number}/${part(item)}`,
    consultation: (number: number, item: string) => `${at}/consultation/${of}/${number}/${part(item)}`,
    paper: (code: string) => `${at}/paper/${of}/${part(code)}`,
  }
}

export const oparlLists = ['organization', 'person', 'meeting', 'paper', 'agendaItem', 'consultation'] as const
export type OparlList = (typeof oparlLists)[number]

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

export function oparlOf(record: OpenRecord, { base, timeZone, agencies }: OparlPlace): Oparl {
  const ids = idsOf(base, record.id)
  const to = openAddresses(record.id)
  const opened = record.opened ?? record.updated
  /** Nothing is said of when something was written, only of when it opened: that would tell what was closed till then. */
  const since = (created: Day | null, modified: Day | null = created) => {
    const first = created ?? opened
    const last = modified ?? first
    return {
      ...(first && { created: momentOf(timeZone, first) }),
      ...(last && { modified: momentOf(timeZone, last) }),
    }
  }
  const web = (path: string) => ({ web: `${base}${path}` })

  const council: OparlObject = {
    id: ids.organization,
    type: typeOf('Organization'),
    body: ids.body,
    name: record.name.ko,
    organizationType: 'Gremium',
    classification: record.kind,
    meeting: ids.list('meeting'),
    post: record.seats.map(({ title }) => title.ko),
    ...(record.foundedOn && { startDate: record.foundedOn }),
    ...(record.dissolvedOn && { endDate: record.dissolvedOn }),
    ...web(to.council),
    ...since(opened, record.updated),
    ...(record.name.en && { 'ieum:nameEn': record.name.en }),
    'ieum:from': record.from,
    ...(record.madeUp && { 'ieum:madeUp': true }),
  }
  const seated = [...new Set([...record.seats.map(({ agency }) => agency), record.secretariat, ...proposers(record)])]
  const organizations = seated.flatMap((agency): readonly OparlObject[] =>
    agency === null
      ? []
      : [
          {
            id: ids.agency(agency),
            type: typeOf('Organization'),
            body: ids.body,
            name: agencies.find(({ id }) => id === agency)?.name.ko ?? agency,
            organizationType: 'Institution',
            ...since(opened),
            'ieum:agency': agency,
          },
        ],
  )

  const decisionOf = (one: OpenDecision) => ({
    number: one.number,
    date: one.on,
    text: one.text.ko,
    ...(one.text.en && { textEn: one.text.en }),
    'ieum:decisionStatus': one.status,
    ...(one.supersededBy && { supersededBy: one.supersededBy }),
    ...(one.votes && { votes: one.votes }),
    ...web(to.decision(one.number)),
  })

  const itemOf = (session: OpenSession, item: OpenItem): OparlObject => {
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
      ...(decided.length > 0 && { 'ieum:decision': decided.map(decisionOf) }),
    }
  }

  const meetingOf = (session: OpenSession): OparlObject => ({
    id: ids.meeting(session.number),
    type: typeOf('Meeting'),
    name: `${record.name.ko} ${session.number}`,
    meetingState: meetingStates[session.state ?? 'ended'],
    ...(session.state === 'cancelled' && { cancelled: true }),
    ...(session.begins && { start: momentOf(timeZone, session.on, session.begins) }),
    ...(session.ends && { end: momentOf(timeZone, session.on, session.ends) }),
    ...(session.place && {
      location: {
        id: ids.location(session.number),
        type: typeOf('Location'),
        description: session.place.ko,
        ...since(session.opened),
      },
    }),
    organization: [ids.organization],
    agendaItem: session.items.map(item => itemOf(session, item)),
    ...web(to.session(session.number)),
    ...since(session.opened, session.updated),
    'ieum:day': session.on,
    'ieum:reported': session.reported,
    ...(session.state && { 'ieum:sessionState': session.state }),
    ...(session.host && { 'ieum:host': session.host }),
    ...(session.minutesFrom && { 'ieum:minutesFrom': session.minutesFrom }),
    ...(session.present && { 'ieum:present': session.present.map(({ title }) => title.ko) }),
    ...(session.source && { 'ieum:source': session.source }),
  })

  const discussed = (code: string) =>
    record.sessions.flatMap(session =>
      session.items.flatMap(item => (item.is === 'open' && item.task === code ? [{ session, item }] : [])),
    )
  const consultationOf = (
    code: string,
    session: OpenSession,
    item: OpenItem & { readonly is: 'open' },
  ): OparlObject => ({
    id: ids.consultation(session.number, item.id),
    type: typeOf('Consultation'),
    paper: ids.paper(code),
    agendaItem: ids.item(session.number, item.id),
    meeting: ids.meeting(session.number),
    organization: [ids.organization],
    authoritative: item.decisions.length > 0,
    ...since(session.opened, session.updated),
  })

  const paperOf = (task: OpenTask): OparlObject => ({
    id: ids.paper(task.code),
    type: typeOf('Paper'),
    body: ids.body,
    name: task.title.ko,
    reference: task.code,
    ...(task.opened && { date: task.opened }),
    paperType: 'collaboration task',
    originatorOrganization: task.proposedBy.map(ids.agency),
    consultation: discussed(task.code).map(({ session, item }) => consultationOf(task.code, session, item)),
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
  })

  return {
    body: {
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
    },
    list(list) {
      switch (list) {
        case 'organization':
          return [council, ...organizations]
        case 'person':
          return []
        case 'meeting':
          return record.sessions.map(meetingOf)
        case 'paper':
          return record.tasks.map(paperOf)
        case 'agendaItem':
          return record.sessions.flatMap(session => session.items.map(item => itemOf(session, item)))
        case 'consultation':
          return record.tasks.flatMap(({ code }) =>
            discussed(code).map(({ session, item }) => consultationOf(code, session, item)),
          )
      }
    },
  }
}

const proposers = ({ tasks }: OpenRecord) => tasks.flatMap(({ proposedBy }) => proposedBy)

/** The words that OParl recommends. */
const meetingStates: Record<SessionState, string> = {
  planned: 'terminiert',
  called: 'eingeladen',
  sitting: 'eingeladen',
  ended: 'durchgeführt',
  minuted: 'durchgeführt',
  cancelled: 'terminiert',
}
