/** The capacities of a person, and taking one of them up. */
import type { Day } from '@ieum/catalogue/records'
import { type Database, inTransaction, type Role } from '@ieum/storage'
import type { Acting, FirmCapacity, Person, PostCapacity } from './acting.ts'

export interface Capacities {
  readonly posts: readonly (PostCapacity & { readonly name: { readonly ko: string; readonly en: string } })[]
  readonly firms: readonly (FirmCapacity & { readonly name: string; readonly number: string })[]
}

/** Each request asks this first: the end of what only reads need not be waited for. */
const onlyRead = { readOnly: true } as const

/** Open posts that the person holds and firms that he acts for, by name. */
export async function capacitiesOf({ database }: { readonly database: Database }, person: Person): Promise<Capacities> {
  const posts = await inTransaction(
    database,
    { person: person.id },
    tx =>
      tx
        .selectFrom('post_holder as h')
        .innerJoin('post as p', 'p.id', 'h.post_id')
        .select(['p.id', 'p.agency', 'p.role', 'p.programmes', 'p.name_ko', 'p.name_en'])
        .where('h.person_id', '=', person.id)
        .where('h.until', 'is', null)
        .where('p.closed_at', 'is', null)
        .orderBy('p.agency')
        .orderBy('p.name_ko')
        .execute(),
    onlyRead,
  )
  const memberships = await inTransaction(
    database,
    { person: person.id },
    tx =>
      tx
        .selectFrom('firm_member')
        .select(['firm_id', 'kind'])
        .where('person_id', '=', person.id)
        .where('until', 'is', null)
        .execute(),
    onlyRead,
  )
  const firms = []
  for (const { firm_id, kind } of memberships) {
    const firm = await inTransaction(
      database,
      { person: person.id, firm: firm_id },
      tx => tx.selectFrom('firm').select(['name_ko', 'number']).where('id', '=', firm_id).executeTakeFirst(),
      onlyRead,
    )
    if (firm) firms.push({ ...firmCapacity(firm_id, kind), name: firm.name_ko, number: firm.number })
  }
  return {
    posts: posts.map(({ id, agency, role, programmes, name_ko, name_en }) => ({
      is: 'post',
      post: id,
      agency,
      role,
      programmes,
      name: { ko: name_ko, en: name_en },
    })),
    firms: firms.sort((a, b) => (a.name < b.name ? -1 : 1)),
  }
}

export type ActingAs<C extends PostCapacity | FirmCapacity> =
  | { readonly is: 'acting'; readonly acting: Acting<C> }
  /** There is none, or it is not this person's: the two read the same. */
  | { readonly is: 'no such capacity' }
  /** Posts are only taken up by who signed in with a second factor or through the agency. */
  | { readonly is: 'second factor needed' }

export interface ActingPlace {
  readonly database: Database
  readonly person: Person
  readonly on: Day
  readonly place: string
}

export async function actForPost(
  { database, person, on, place }: ActingPlace,
  post: string,
): Promise<ActingAs<PostCapacity>> {
  const held = isId(post)
    ? await inTransaction(
        database,
        { person: person.id },
        tx =>
          tx
            .selectFrom('post_holder as h')
            .innerJoin('post as p', 'p.id', 'h.post_id')
            .select(['p.agency', 'p.role', 'p.programmes'])
            .where('h.person_id', '=', person.id)
            .where('p.id', '=', post)
            .where('h.until', 'is', null)
            .where('p.closed_at', 'is', null)
            .executeTakeFirst(),
        onlyRead,
      )
    : undefined
  if (!held) return { is: 'no such capacity' }
  if (!person.secondFactor) return { is: 'second factor needed' }
  const capacity = { is: 'post', post, ...(held as { agency: string; role: Role; programmes: string[] }) } as const
  return { is: 'acting', acting: { person, capacity, on, place } }
}

export async function actForFirm(
  { database, person, on, place }: ActingPlace,
  firm: string,
): Promise<ActingAs<FirmCapacity>> {
  const joined = isId(firm)
    ? await inTransaction(
        database,
        { person: person.id },
        tx =>
          tx
            .selectFrom('firm_member')
            .select('kind')
            .where('firm_id', '=', firm)
            .where('person_id', '=', person.id)
            .where('until', 'is', null)
            .executeTakeFirst(),
        onlyRead,
      )
    : undefined
  return joined
    ? { is: 'acting', acting: { person, capacity: firmCapacity(firm, joined.kind), on, place } }
    : { is: 'no such capacity' }
}

const firmCapacity = (firm: string, kind: 'member' | 'adviser'): FirmCapacity => ({
  is: 'firm',
  firm,
  role: kind === 'member' ? 'firm-member' : 'adviser',
})

/** Ids are UUIDs: any other text names nothing, and the database need not be asked. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
