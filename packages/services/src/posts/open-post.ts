/** An administrator opens a post of his agency. It owns its work from then on, whoever holds it. */
import type { Database, Role } from '@ieum/storage'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { agencysOwn } from './administration.ts'

export interface PostToOpen {
  readonly role: Role
  readonly name: { readonly ko: string; readonly en: string }
  /** Programmes that it looks after; none: all of the agency. */
  readonly programmes: readonly string[]
}

export type PostOpened =
  | { readonly is: 'opened'; readonly post: string }
  | { readonly is: 'not allowed' }
  | { readonly is: 'not its programmes'; readonly programmes: readonly string[] }

export function openPost(
  needs: { readonly database: Database; readonly catalogue: OpenCatalogue },
  acting: Acting<PostCapacity>,
  { role, name, programmes }: PostToOpen,
): Promise<PostOpened> {
  return atDesk(needs, acting, async desk => {
    const { agency } = acting.capacity
    if (!desk.may('manage posts', agencysOwn, agency)) return { is: 'not allowed' }
    const foreign = notOf(agency, programmes, needs.catalogue)
    if (foreign.length > 0) return { is: 'not its programmes', programmes: foreign }
    const { id } = await desk.tx
      .insertInto('post')
      .values({ agency, role, name_ko: name.ko, name_en: name.en, programmes: [...new Set(programmes)] })
      .returning('id')
      .executeTakeFirstOrThrow()
    desk.changed('open post', id, { role, programmes })
    return { is: 'opened', post: id }
  })
}

/** Programmes that are unknown, or another agency's. */
export const notOf = (agency: string, programmes: readonly string[], { rulebook }: OpenCatalogue): readonly string[] =>
  programmes.filter(id => rulebook.programmes.find(programme => programme.id === id)?.agency !== agency)
