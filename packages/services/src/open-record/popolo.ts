/**
 * The open record as Popolo has it (https://www.popoloproject.com/specs/): organisations, posts with memberships and no person behind them,
 * sessions and their agenda as events, decisions as motions with their vote events. What it has no word for stands under `ieum:`.
 */
import type { Agency } from '@ieum/catalogue/records'
import type { Votes } from '@ieum/council'
import { openAddresses } from './addresses.ts'
import { momentOf } from './moment-of.ts'
import type { OparlPlace } from './oparl/frame.ts'
import type { OpenDecision, OpenRecord, OpenSession } from './open-record.ts'

type PopoloObject = Readonly<Record<string, unknown>>

export interface Popolo {
  readonly organizations: readonly PopoloObject[]
  readonly posts: readonly PopoloObject[]
  readonly memberships: readonly PopoloObject[]
  readonly events: readonly PopoloObject[]
  readonly motions: readonly PopoloObject[]
  readonly vote_events: readonly PopoloObject[]
}

export function popoloOf(record: OpenRecord, { base, timeZone, agencies }: OparlPlace): Popolo {
  const to = openAddresses(record.id)
  const opened = record.opened ?? record.updated
  const agencyId = (agency: string) => `agency/${agency}`
  const sessionId = ({ number }: Pick<OpenSession, 'number'>) => `${record.id}/sessions/${number}`
  const motionId = ({ number }: Pick<OpenDecision, 'number'>) => `${record.id}/decisions/${number}`
  const sources = (path: string) => ({ sources: [{ url: `${base}${path}` }] })
  const times = (created: string | null, updated = created) => ({
    ...(created && { created_at: momentOf(timeZone, created) }),
    ...(updated && { updated_at: momentOf(timeZone, updated) }),
  })
  const seated = [...new Set(record.seats.flatMap(({ agency }) => agency ?? []))]
  return {
    organizations: [
      {
        id: record.id,
        name: record.name.ko,
        ...(record.name.en && { other_names: [{ name: record.name.en, note: 'en' }] }),
        classification: `${record.kind} council`,
        ...(record.foundedOn && { founding_date: record.foundedOn }),
        ...(record.dissolvedOn && { dissolution_date: record.dissolvedOn }),
        ...sources(to.council),
        ...times(opened, record.updated),
        'ieum:from': record.from,
        ...(record.madeUp && { 'ieum:madeUp': true }),
      },
      ...seated.map(agency => agencyOf(agencies, agency, agencyId(agency))),
    ],
    posts: record.seats.map(seat => ({
      id: seat.id,
      label: seat.title.ko,
      role: seat.kind,
      organization_id: record.id,
      ...(seat.since && { start_date: seat.since }),
    })),
    // A seat is held by an agency, on whose behalf whoever has the post sits there.
    memberships: record.seats.map(seat => ({
      id: `${seat.id}/membership`,
      label: seat.title.ko,
      role: seat.kind,
      organization_id: record.id,
      post_id: seat.id,
      ...(seat.agency && { on_behalf_of_id: agencyId(seat.agency) }),
      ...(seat.since && { start_date: seat.since }),
    })),
    events: record.sessions.flatMap(session => [
      {
        id: sessionId(session),
        name: `${record.name.ko} ${session.number}`,
        classification: 'session',
        organization_id: record.id,
        start_date: session.begins ? momentOf(timeZone, session.on, session.begins) : session.on,
        ...(session.ends && { end_date: momentOf(timeZone, session.on, session.ends) }),
        ...(session.place && { location: session.place.ko }),
        ...(session.state && { status: session.state }),
        ...sources(to.session(session.number)),
        ...times(session.opened, session.updated),
        'ieum:reported': session.reported,
      },
      ...session.items.map(item => ({
        id: `${sessionId(session)}/items/${item.id}`,
        parent_id: sessionId(session),
        classification: 'agenda item',
        organization_id: record.id,
        'ieum:number': item.number,
        ...(item.is === 'open'
          ? { name: item.title.ko, 'ieum:itemKind': item.kind, ...(item.task && { 'ieum:task': item.task }) }
          : {
              status: 'closed',
              'ieum:closedGround': item.ground,
              ...(item.opensOn && { 'ieum:opensOn': item.opensOn }),
            }),
      })),
    ]),
    motions: record.decisions.map(one => ({
      id: motionId(one),
      organization_id: record.id,
      ...(one.session !== null && { legislative_session_id: sessionId({ number: one.session }) }),
      text: one.text.ko,
      classification: 'decision',
      date: one.on,
      // What was not carried is no decision.
      result: 'pass',
      ...sources(to.decision(one.number)),
      ...times(one.opened),
      ...(one.text.en && { 'ieum:textEn': one.text.en }),
      'ieum:decisionStatus': one.status,
      ...(one.supersededBy && { 'ieum:supersededBy': motionId({ number: one.supersededBy }) }),
      ...(one.task && { 'ieum:task': one.task }),
    })),
    vote_events: record.decisions.flatMap(one =>
      one.votes
        ? [
            {
              id: `${motionId(one)}/vote`,
              identifier: one.number,
              motion_id: motionId(one),
              organization_id: record.id,
              ...(one.session !== null && { legislative_session_id: sessionId({ number: one.session }) }),
              start_date: one.on,
              result: 'pass',
              ...countsOf(one.votes),
            },
          ]
        : [],
    ),
  }
}

function agencyOf(agencies: readonly Agency[], agency: string, id: string): PopoloObject {
  const name = agencies.find(one => one.id === agency)?.name
  return {
    id,
    name: name?.ko ?? agency,
    ...(name && { other_names: [{ name: name.en, note: 'en' }] }),
    classification: 'agency',
    identifiers: [{ identifier: agency, scheme: 'ieum' }],
  }
}

const countsOf = (votes: Votes): PopoloObject =>
  votes.is === 'counted'
    ? {
        counts: [
          { option: 'yes', value: votes.for },
          { option: 'no', value: votes.against },
          { option: 'abstain', value: votes.abstained },
        ],
      }
    : { 'ieum:withoutObjection': true }
