/** The first administrator of an agency, named by whoever keeps the installation; every further one is appointed by an administrator. */
import type { Day } from '@ieum/catalogue/records'
import { type Database, inTransaction } from '@ieum/storage'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { invite } from './appoint.ts'

export type FirstAdministrator =
  | { readonly is: 'appointed' }
  | { readonly is: 'invited' }
  | { readonly is: 'no such agency' }
  | { readonly is: 'has administrators' }

export function appointFirstAdministrator(
  needs: { readonly database: Database; readonly catalogue: OpenCatalogue },
  on: Day,
  { agency, email }: { readonly agency: string; readonly email: string },
): Promise<FirstAdministrator> {
  return inTransaction<FirstAdministrator>(
    needs.database,
    { on },
    async tx => {
      if (!needs.catalogue.rulebook.agencies.some(({ id }) => id === agency)) return { is: 'no such agency' }
      const role = 'agency-administrator'
      const names = { name_ko: '기관 관리자', name_en: 'Agency administrator' }
      const posts = await tx
        .selectFrom('post')
        .selectAll()
        .where('agency', '=', agency)
        .where('role', '=', role)
        .where('closed_at', 'is', null)
        .forUpdate()
        .execute()
      const held = posts.length
        ? await tx
            .selectFrom('post_holder')
            .innerJoin('person', 'person.id', 'post_holder.person_id')
            .select('post_id')
            .where(
              'post_id',
              'in',
              posts.map(({ id }) => id),
            )
            .where('until', 'is', null)
            .where('person.closed_at', 'is', null)
            .execute()
        : []
      if (held.length > 0) return { is: 'has administrators' }
      const post =
        posts[0] ??
        (await tx
          .insertInto('post')
          .values({ agency, role, ...names })
          .returningAll()
          .executeTakeFirstOrThrow())
      const address = email.toLowerCase()
      const person = await tx
        .selectFrom('person')
        .select('id')
        .where('email', '=', address)
        .where('closed_at', 'is', null)
        .executeTakeFirst()
      const trace = (operation: string) =>
        tx
          .insertInto('audit_entry')
          .values({ lane: agency, operation, subject: post.id, detail: JSON.stringify({ by: 'the keeper' }) })
          .execute()
      if (!person) {
        await invite({ tx, asWorker: work => work() }, post, address, null)
        await trace('invite to post')
        return { is: 'invited' }
      }
      await tx.insertInto('post_holder').values({ post_id: post.id, person_id: person.id }).execute()
      await trace('appoint')
      return { is: 'appointed' }
    },
    { as: 'worker' },
  )
}
