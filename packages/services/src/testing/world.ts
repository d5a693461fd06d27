/** A small world for tests of the desk: people, posts of two agencies, firms, and a link between two programmes. */
import { randomUUID } from 'node:crypto'
import type { Database, Role } from '@ieum/storage'
import { inTransaction } from '@ieum/storage'
import type { Acting, FirmCapacity, Person, PostCapacity } from '../acting/acting.ts'

export const on = '2026-06-01'

/** As the house itself, behind the walls: how a test puts things in place, and looks at what came of it. */
export const inTheHouse = <T>(database: Database, work: Parameters<typeof inTransaction<T>>[2]): Promise<T> =>
  inTransaction(database, { on }, work, { as: 'worker' })

export async function addPerson(database: Database, name: string): Promise<Person> {
  const id = randomUUID()
  const email = `${id}@example.kr`
  await database.pool.query('insert into person (id, name, email, email_verified) values ($1, $2, $3, true)', [
    id,
    name,
    email,
  ])
  return { id, name, email, locale: 'ko', secondFactor: true }
}

export const acting = <C extends PostCapacity | FirmCapacity>(person: Person, capacity: C): Acting<C> => ({
  person,
  capacity,
  on,
  place: '192.0.2.1',
})

/** Someone new at a new post. */
export async function addOfficer(
  database: Database,
  agency: string,
  role: Role,
  programmes: readonly string[] = [],
): Promise<Acting<PostCapacity>> {
  const person = await addPerson(database, `${agency} ${role}`)
  const post = await inTheHouse(database, async tx => {
    const { id } = await tx
      .insertInto('post')
      .values({ agency, role, name_ko: `${agency} ${role}`, name_en: `${agency} ${role}`, programmes: [...programmes] })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx.insertInto('post_holder').values({ post_id: id, person_id: person.id }).execute()
    return id
  })
  return acting(person, { is: 'post', post, agency, role, programmes })
}

let firms = 0

/** With the check digit that numbers of Korean firms have. */
function checked(digits: string): string {
  const weights = [1, 3, 7, 1, 3, 7, 1, 3, 5]
  const products = weights.map((weight, index) => weight * Number(digits[index]))
  const sum = products.reduce((total, product) => total + product, Math.floor(products.at(-1)! / 10))
  return `${digits}${(10 - (sum % 10)) % 10}`
}

/** A new firm with someone who acts for it. */
export async function addFirm(
  database: Database,
  { name = '예시주물', kind = 'member' }: { name?: string; kind?: 'member' | 'adviser' } = {},
): Promise<Acting<FirmCapacity>> {
  const person = await addPerson(database, `${name} 대표`)
  firms += 1
  const number = checked(`9${String(firms).padStart(8, '0')}`)
  const firm = await inTheHouse(database, async tx => {
    const { id } = await tx
      .insertInto('firm')
      .values({ number, name_ko: name })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx.insertInto('firm_member').values({ firm_id: id, person_id: person.id, kind }).execute()
    return id
  })
  return acting(person, { is: 'firm', firm, role: kind === 'member' ? 'firm-member' : 'adviser' })
}

/** That the agency's own programme supported the firm. */
export async function addParticipation(
  database: Database,
  firm: string,
  {
    agency,
    programme,
    on: day = '2026-05-15',
    outcome = 'completed' as const,
  }: { agency: string; programme: string; on?: string; outcome?: 'selected' | 'completed' },
): Promise<void> {
  await inTheHouse(database, tx =>
    tx
      .insertInto('participation')
      .values({
        firm_id: firm,
        programme,
        edition: '2025',
        outcome,
        on_day: day,
        source: 'decision',
        source_agency: agency,
      })
      .execute(),
  )
}

export interface AgreedLink {
  readonly id: string
  readonly fromProgramme: string
  readonly toProgramme: string
  readonly fromAgency: string
  readonly toAgency: string
}

/** A link that is in force: from a programme of TIPA to one of KPIC, unless said otherwise. */
export async function addAgreedLink(
  database: Database,
  {
    fromProgramme = 'mss-automation-process',
    toProgramme = 'motie-root-intelligent-process',
    fromAgency = 'tipa',
    toAgency = 'kpic',
    ...more
  }: Partial<AgreedLink> & { daysToAnswer?: number; places?: number; waives?: string[]; accepts?: string[] } = {},
): Promise<AgreedLink> {
  const id = await inTheHouse(database, async tx => {
    const { id } = await tx
      .insertInto('link_agreement')
      .values({
        link: `${fromProgramme}-to-${toProgramme}-${randomUUID().slice(0, 8)}`,
        version: 1,
        from_programme: fromProgramme,
        outcome: 'completed',
        to_programme: toProgramme,
        kind: 'preferred',
        from_agency: fromAgency,
        to_agency: toAgency,
        proposed_by: fromAgency,
        days_to_answer: more.daysToAnswer ?? 10,
        places: more.places ?? null,
        waives: more.waives ?? [],
        accepts: more.accepts ?? [],
        legal_basis: '협약',
        purpose_ko: '다음 단계 지원사업으로 잇기',
        purpose_en: 'leading on to the next programme',
        valid_from: '2026-01-01',
        state: 'agreed',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  })
  return { id, fromProgramme, toProgramme, fromAgency, toAgency }
}
