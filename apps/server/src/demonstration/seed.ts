/** Puts the demonstration into empty records. What happens to firms is done by the use cases themselves, on days before today. */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { readFirm } from '@ieum/catalogue'
import { addDays, addMonths } from '@ieum/catalogue/days'
import type { Day } from '@ieum/catalogue/records'
import { readFirmNumber } from '@ieum/desk'
import {
  type Acting,
  askConsent,
  draftReferral,
  type FirmCapacity,
  giveConsent,
  moveReferral,
  type OpenCatalogue,
  type PostCapacity,
  signDecision,
} from '@ieum/services'
import { inTransaction, type Tables } from '@ieum/storage'
import type { Transaction } from 'kysely'
import type { SignIn } from '../sign-in/sign-in.ts'
import { addressOf } from './address-of.ts'
import { type Cast, firmFile } from './cast.ts'
import type { DemonstrationNeeds } from './demonstration-needs.ts'
import { seedClosing } from './seed-closing.ts'
import { seedCouncil } from './seed-council.ts'

interface Seeded {
  readonly people: ReadonlyMap<string, string>
  readonly posts: ReadonlyMap<string, Acting<PostCapacity>>
  readonly firms: ReadonlyMap<string, Acting<FirmCapacity>>
  readonly links: ReadonlyMap<string, string>
}

/** Throws when the cast does not fit the catalogue: it is ours. */
export async function seed(needs: DemonstrationNeeds, cast: Cast, password: string): Promise<void> {
  const { database, on } = needs
  const people = await seedPeople(needs, cast, password)
  const seeded = await inTransaction(
    database,
    { on },
    async tx => {
      const posts = await seedPosts(tx, cast, people, on)
      const firms = await seedFirms(tx, needs.catalogue, cast, people, on)
      return { people, posts, firms, links: await seedLinks(tx, needs.catalogue, cast, posts, on) }
    },
    { as: 'worker' },
  )
  for (const decision of cast.decisions) await seedDecision(needs, seeded, decision, on)
  for (const referral of cast.referrals) await seedReferral(needs, seeded, referral, on)
  if (cast.council) await seedCouncil(needs, cast.council, seeded.posts)
  if (cast.closing) await seedClosing(needs, cast.closing, seeded.posts)
  // What is told on the way here is in the inboxes; letters of it to people who are made up go nowhere.
  await inTransaction(
    database,
    {},
    tx => tx.deleteFrom('delivery').where('channel', '=', 'mail').where('state', '=', 'waiting').execute(),
    { as: 'worker' },
  )
}

/** One password, hashed once: hashing is slow on purpose, and a newcomer waits for it. */
async function seedPeople(
  { seeding }: Pick<DemonstrationNeeds, 'seeding'>,
  { posts, firms }: Cast,
  password: string,
): Promise<ReadonlyMap<string, string>> {
  const all = [
    ...posts.map(({ as, person }) => ({ as, person })),
    ...firms.flatMap(({ member, adviser }) => [member, ...(adviser ? [adviser] : [])]),
  ]
  const [first, ...others] = all
  if (!first) return new Map()
  const signIn: SignIn = seeding()
  const seeded = await signIn.seedPerson({ email: addressOf(first.as), name: first.person, password })
  if (seeded.is === 'no demonstration') throw new Error(seeded.is)
  const people = new Map([[first.as, seeded.id], ...others.map(({ as }) => [as, randomUUID()] as const)])
  await signIn.kysely.transaction().execute(async tx => {
    const { password: hash } = await tx
      .selectFrom('credential')
      .select('password')
      .where('person_id', '=', seeded.id)
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('person')
      .values(
        others.map(({ as, person }) => ({
          id: people.get(as)!,
          email: addressOf(as),
          name: person,
          locale: 'ko' as const,
          email_verified: true,
          two_factor_enabled: false,
        })),
      )
      .execute()
    await tx
      .insertInto('credential')
      .values(
        others.map(({ as }) => ({
          id: randomUUID(),
          person_id: people.get(as)!,
          provider_id: 'credential',
          account_id: people.get(as)!,
          password: hash,
        })),
      )
      .execute()
  })
  return people
}

const acting = <C extends PostCapacity | FirmCapacity>(
  id: string,
  as: string,
  name: string,
  capacity: C,
  on: Day,
): Acting<C> => ({
  person: { id, email: addressOf(as), name, locale: 'ko', secondFactor: true },
  capacity,
  on,
  place: 'demonstration',
})

async function seedPosts(
  tx: Transaction<Tables>,
  { posts }: Cast,
  people: Seeded['people'],
  on: Day,
): Promise<Seeded['posts']> {
  const seeded = new Map<string, Acting<PostCapacity>>()
  for (const { as, person, agency, role, name } of posts) {
    const { id } = await tx
      .insertInto('post')
      .values({ agency, role, name_ko: name.ko, name_en: name.en })
      .returning('id')
      .executeTakeFirstOrThrow()
    const holder = people.get(as)!
    await tx.insertInto('post_holder').values({ post_id: id, person_id: holder }).execute()
    seeded.set(as, acting(holder, as, person, { is: 'post', post: id, agency, role, programmes: [] }, on))
  }
  return seeded
}

async function seedFirms(
  tx: Transaction<Tables>,
  { rulebook }: OpenCatalogue,
  { firms }: Cast,
  people: Seeded['people'],
  on: Day,
): Promise<Seeded['firms']> {
  const seeded = new Map<string, Acting<FirmCapacity>>()
  for (const { file, number, member, adviser, registry, supported } of firms) {
    const path = firmFile(file)
    const reading = readFirm(await readFile(path), path, rulebook.facts)
    if ('faults' in reading) throw new Error(`${path}: ${reading.faults[0]?.wrong}`)
    const { firm } = reading
    const scheme = rulebook.identifiers?.firm
    const digits = scheme && readFirmNumber(number, scheme)
    if (digits?.is !== 'number') throw new Error(`${number}: ${digits?.is ?? 'no scheme of numbers'}`)
    const { id } = await tx
      .insertInto('firm')
      .values({ number: digits.digits, name_ko: firm.name?.ko ?? file, name_en: firm.name?.en ?? null })
      .returning('id')
      .executeTakeFirstOrThrow()
    const enteredBy = people.get(member.as)!
    for (const [one, kind] of [
      [member, 'member'],
      [adviser, 'adviser'],
    ] as const)
      if (one)
        await tx
          .insertInto('firm_member')
          .values({ firm_id: id, person_id: people.get(one.as)!, kind })
          .execute()
    const { participations, ...facts } = firm.facts as Record<string, unknown>
    await tx
      .insertInto('fact')
      .values(
        Object.entries(facts).map(([name, value]) => ({
          firm_id: id,
          name,
          value: JSON.stringify(value),
          ...(registry[name]
            ? { source: 'registry' as const, source_name: registry[name] }
            : { source: 'entered' as const, source_name: 'firm', recorded_by: enteredBy }),
          as_of: addDays(on, -45),
        })),
      )
      .execute()
    const told = (participations ?? []) as readonly {
      programme: string
      edition: string
      outcome: 'selected' | 'completed'
      role?: 'lead' | 'member'
      on: Day
    }[]
    const given = supported.map(({ agency, daysAgo, ...one }) => ({
      firm_id: id,
      ...one,
      on_day: addDays(on, -daysAgo),
      source: 'decision' as const,
      source_agency: agency,
    }))
    const entered = told.map(({ programme, edition, outcome, role, on: day }) => ({
      firm_id: id,
      programme,
      edition,
      outcome,
      role: role ?? 'lead',
      on_day: day,
      source: 'entered' as const,
      recorded_by: enteredBy,
    }))
    for (const rows of [given, entered])
      if (rows.length > 0) await tx.insertInto('participation').values(rows).execute()
    const capacity: FirmCapacity = { is: 'firm', firm: id, role: 'firm-member' }
    seeded.set(file, acting(enteredBy, member.as, member.person, capacity, on))
  }
  return seeded
}

/** As two agencies would have agreed them: four people of two agencies have signed. */
async function seedLinks(
  tx: Transaction<Tables>,
  { rulebook }: OpenCatalogue,
  { links }: Cast,
  posts: Seeded['posts'],
  on: Day,
): Promise<Seeded['links']> {
  const seeded = new Map<string, string>()
  const agencyOf = (programme: string) => {
    const found = rulebook.programmes.find(({ id }) => id === programme)
    if (!found) throw new Error(`there is no programme ${programme}`)
    return found.agency
  }
  for (const link of links) {
    const [from, to] = [agencyOf(link.from), agencyOf(link.to)]
    const { id } = await tx
      .insertInto('link_agreement')
      .values({
        link: link.id,
        version: 1,
        from_programme: link.from,
        outcome: link.outcome,
        to_programme: link.to,
        kind: link.kind,
        from_agency: from,
        to_agency: to,
        proposed_by: from,
        days_to_answer: link.daysToAnswer,
        places: link.places,
        accepts: [...link.accepts],
        legal_basis: link.basis,
        purpose_ko: link.purpose.ko,
        purpose_en: link.purpose.en,
        council_task: link.councilTask ?? null,
        valid_from: addMonths(on, -12),
        state: 'agreed',
        agreed_at: `${addMonths(on, -12)}T09:00:00Z`,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    seeded.set(link.id, id)
    for (const [step, agency, role] of [
      ['propose', from, 'programme-owner'],
      ['offer', from, 'approver'],
      ['review', to, 'programme-owner'],
      ['agree', to, 'approver'],
    ] as const) {
      const by = [...posts.values()].find(({ capacity }) => capacity.agency === agency && capacity.role === role)
      if (!by) throw new Error(`${agency} has no ${role}`)
      await tx
        .insertInto('link_signature')
        .values({ agreement_id: id, step, agency, post_id: by.capacity.post, person_id: by.person.id })
        .execute()
    }
  }
  return seeded
}

async function seedDecision(
  needs: DemonstrationNeeds,
  { posts, firms }: Seeded,
  { by, firm: file, daysAgo, ...found }: Cast['decisions'][number],
  today: Day,
): Promise<void> {
  const on = addDays(today, -daysAgo)
  const firm = firms.get(file)?.capacity.firm
  const owner = posts.get(by)
  if (!firm || !owner) throw new Error(`a decision of ${by} on ${file}: there is no such post or firm`)
  const signed = await signDecision(needs, { ...owner, on }, { firm, ...found, on, until: null })
  if (signed.is !== 'signed') throw new Error(`a decision of ${by} on ${file}: ${JSON.stringify(signed)}`)
}

async function seedReferral(
  needs: DemonstrationNeeds,
  { posts, firms, links }: Seeded,
  { firm: file, link, reason, drafted, moves, by }: Cast['referrals'][number],
  on: Day,
): Promise<void> {
  const firm = firms.get(file)!
  const agreement = links.get(link)!
  const sender = posts.get(by)
  if (!sender) throw new Error(`${file} along ${link}: there is no ${by}`)
  const then = <A extends Acting>(who: A, daysAgo: number): A => ({ ...who, on: addDays(on, -daysAgo) })
  const made = await draftReferral(needs, then(sender, drafted), { agreement, firm: firm.capacity.firm, reason })
  if (made.is !== 'drafted') throw new Error(`${file} along ${link}: ${made.is}`)
  let changed = 1
  for (const { by: mover, move, daysAgo, ...said } of moves) {
    const outcome =
      move === 'consent'
        ? await consent(needs, then(firm, daysAgo), made.referral, changed)
        : await moveReferral(needs, then(posts.get(mover) ?? firm, daysAgo), made.referral, {
            move: move as Parameters<typeof moveReferral>[3]['move'],
            changed,
            ...said,
          })
    if (outcome.is !== 'moved') throw new Error(`${file} along ${link}: ${move}: ${JSON.stringify(outcome)}`)
    changed = outcome.changed
  }
}

async function consent(needs: DemonstrationNeeds, firm: Acting<FirmCapacity>, referral: string, changed: number) {
  const asked = await askConsent(needs, firm, referral, { language: 'ko' })
  if (asked.is !== 'asked') return asked
  return giveConsent(needs, firm, referral, {
    language: 'ko',
    until: addMonths(firm.on, 6),
    facts: asked.consents[0]?.facts ?? [],
    participations: true,
    outcome: true,
    changed,
  })
}
