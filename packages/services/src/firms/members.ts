/** Who acts for a firm, and who asks to: members let in, refuse, and let go. A firm is never left without a member. */
import { sql } from 'kysely'
import { isId } from '../acting/act-as.ts'
import type { Acting, FirmCapacity } from '../acting/acting.ts'
import { atDesk, type Desk } from '../acting/at-desk.ts'
import { relationsToFirm } from '../acting/relations.ts'
import { queueMail } from '../deliveries/queue.ts'
import { notifyPeople } from '../notices/notify.ts'
import type { FirmNeeds } from './ask-to-act-for.ts'

type FirmDesk = Desk<Acting<FirmCapacity>>

export interface Member {
  readonly person: string
  readonly name: string
  readonly email: string
  readonly kind: 'member' | 'adviser'
  readonly since: string
}

export interface OpenRequest {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly kind: 'member' | 'adviser'
  readonly askedAt: string
}

export type Members =
  | { readonly is: 'members'; readonly members: readonly Member[]; readonly requests: readonly OpenRequest[] }
  | { readonly is: 'not allowed' }

export function listMembers(needs: Pick<FirmNeeds, 'database'>, acting: Acting<FirmCapacity>): Promise<Members> {
  return atDesk(needs, acting, async desk => {
    const { firm } = acting.capacity
    const { relations } = await relationsToFirm(desk, firm)
    if (!desk.may('manage members', relations, firm)) return { is: 'not allowed' }
    const members = await desk.tx
      .selectFrom('firm_member as m')
      .innerJoin('person as p', 'p.id', 'm.person_id')
      .select(['p.id', 'p.name', 'p.email', 'm.kind', 'm.since'])
      .where('m.firm_id', '=', firm)
      .where('m.until', 'is', null)
      .orderBy('m.since')
      .execute()
    const requests = await openRequests(desk)
    return {
      is: 'members',
      members: members.map(({ id, name, email, kind, since }) => ({
        person: id,
        name,
        email,
        kind,
        since: since.toISOString(),
      })),
      requests: requests.map(({ id, name, email, kind, asked_at }) => ({
        id,
        name,
        email,
        kind,
        askedAt: asked_at.toISOString(),
      })),
    }
  })
}

export type RequestSettled =
  | { readonly is: 'let in'; readonly person: string }
  | { readonly is: 'refused' }
  | { readonly is: 'no such request' }

export const letIn = (
  needs: Pick<FirmNeeds, 'database'>,
  acting: Acting<FirmCapacity>,
  request: string,
): Promise<RequestSettled> => settle(needs, acting, request, true)

export const refuse = (
  needs: Pick<FirmNeeds, 'database'>,
  acting: Acting<FirmCapacity>,
  request: string,
): Promise<RequestSettled> => settle(needs, acting, request, false)

function settle(
  needs: Pick<FirmNeeds, 'database'>,
  acting: Acting<FirmCapacity>,
  id: string,
  isLetIn: boolean,
): Promise<RequestSettled> {
  return atDesk(needs, acting, async desk => {
    const { firm } = acting.capacity
    const { relations } = await relationsToFirm(desk, firm)
    if (!desk.may('manage members', relations, firm) || !isId(id)) return { is: 'no such request' }
    const request = (await openRequests(desk)).find(one => one.id === id)
    if (!request) return { is: 'no such request' }
    const settled = await desk.asWorker(() =>
      desk.tx
        .updateTable('firm_request')
        .set({ settled_at: sql`now()` })
        .where('id', '=', id)
        .where('settled_at', 'is', null)
        .returning('id')
        .executeTakeFirst(),
    )
    if (!settled) return { is: 'no such request' }
    const { person_id, kind, email } = request
    if (isLetIn) {
      // An adviser who becomes a member is one of the two, not both.
      await desk.tx
        .updateTable('firm_member')
        .set({ until: sql`now()` })
        .where('firm_id', '=', firm)
        .where('person_id', '=', person_id)
        .where('until', 'is', null)
        .execute()
      await desk.tx
        .insertInto('firm_member')
        .values({ firm_id: firm, person_id, kind, since: sql`clock_timestamp()`, let_in_by: acting.person.id })
        .execute()
    }
    desk.changed(isLetIn ? 'let in' : 'refuse to let in', firm, { request: id, person: person_id, kind })
    // Whoever is refused learns it by mail, and has no page of the firm to read it on.
    const event = `firm-request:${id}:settled`
    if (isLetIn) await notifyPeople(desk, [person_id], { event, kind: 'firm.let-in', firm })
    else
      await queueMail(desk, [
        {
          address: email,
          event,
          body: { letter: 'notice', kind: 'firm.not-let-in', language: request.locale, path: '/me' },
        },
      ])
    return isLetIn ? { is: 'let in', person: person_id } : { is: 'refused' }
  })
}

const openRequests = ({ tx, acting, asWorker }: FirmDesk) =>
  asWorker(() =>
    tx
      .selectFrom('firm_request as r')
      .innerJoin('firm as f', 'f.number', 'r.number')
      .innerJoin('person as p', 'p.id', 'r.person_id')
      .select(['r.id', 'r.person_id', 'r.kind', 'r.number', 'r.name_ko', 'r.asked_at', 'p.name', 'p.email', 'p.locale'])
      .where('f.id', '=', acting.capacity.firm)
      .where('r.settled_at', 'is', null)
      // A request waits for its members longer than the link of a letter does.
      .where('r.asked_at', '>', sql<Date>`now() - interval '90 days'`)
      .where('p.closed_at', 'is', null)
      .orderBy('r.asked_at')
      .execute(),
  )

export type LetGo = { readonly is: 'let go' } | { readonly is: 'no such member' } | { readonly is: 'last member' }

/** A member lets anyone go; an adviser lays his own mandate down. */
export function letGo(
  needs: Pick<FirmNeeds, 'database'>,
  acting: Acting<FirmCapacity>,
  person: string,
): Promise<LetGo> {
  return atDesk(needs, acting, async desk => {
    const { tx } = desk
    const { firm } = acting.capacity
    const { relations } = await relationsToFirm(desk, firm)
    const operation = person === acting.person.id ? 'leave firm' : 'manage members'
    if (!desk.may(operation, relations, firm)) return { is: 'no such member' }
    // All of them are locked: two who let each other go at once wait for one another.
    const there = await tx
      .selectFrom('firm_member')
      .select(['person_id', 'kind'])
      .where('firm_id', '=', firm)
      .where('until', 'is', null)
      .orderBy('person_id')
      .forUpdate()
      .execute()
    const one = there.find(({ person_id }) => person_id === person)
    if (!one) return { is: 'no such member' }
    if (one.kind === 'member' && there.filter(({ kind }) => kind === 'member').length === 1)
      return { is: 'last member' }
    await desk.asWorker(async () => {
      await tx
        .updateTable('firm_member')
        .set({ until: sql`now()` })
        .where('firm_id', '=', firm)
        .where('person_id', '=', person)
        .where('until', 'is', null)
        .execute()
    })
    desk.changed('let go', firm, { person })
    return { is: 'let go' }
  })
}
