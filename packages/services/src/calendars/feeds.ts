/** Addresses of calendars that an officer makes for the programme that shows him his days. */
import { randomBytes } from 'node:crypto'
import type { Language } from '@ieum/catalogue/records'
import type { Database } from '@ieum/storage'
import { sql } from 'kysely'
import { isId } from '../acting/act-as.ts'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { hold } from '../acting/hold.ts'
import { standingIn } from '../council/standing.ts'
import { tokenSha256 } from '../token-sha256.ts'

/** What is due to a post, to all of its agency, or in one collaboration task. */
export type FeedAbout = 'mine' | 'agency' | 'task'

export interface FeedToMake {
  readonly about: FeedAbout
  /** Of a feed about a task. */
  readonly task?: string | undefined
  readonly language: Language
}

export type FeedMade =
  /** The token is told this once: only its hash is kept. */
  | { readonly is: 'made'; readonly feed: string; readonly token: string }
  | { readonly is: 'no such task' }
  | { readonly is: 'too many'; readonly most: number }

export interface FeedLine {
  readonly id: string
  readonly about: FeedAbout
  readonly task: string | null
  readonly language: Language
  readonly madeAt: string
}

/** Of one person at one post; who has lost count of them ends some first. */
const mostOfOnePerson = 20

interface FeedNeeds {
  readonly database: Database
}

export function makeFeed(
  { database }: FeedNeeds,
  acting: Acting<PostCapacity>,
  { about, task, language }: FeedToMake,
): Promise<FeedMade> {
  return atDesk({ database }, acting, async desk => {
    const { tx } = desk
    if (about === 'task') {
      const row =
        task !== undefined && isId(task)
          ? await tx.selectFrom('collaboration_task').select('council_id').where('id', '=', task).executeTakeFirst()
          : undefined
      const standing = row && (await standingIn(desk, row.council_id))
      if (!standing || !desk.may('read council', standing.relations, task!)) return { is: 'no such task' }
    }
    // Two that are made at once do not share the last of them. The walls show nobody those of another.
    await hold(tx, `calendar feeds of ${acting.person.id}`)
    const live = await tx
      .selectFrom('calendar_feed')
      .select('id')
      .where('person_id', '=', acting.person.id)
      .where('post_id', '=', acting.capacity.post)
      .where('ended_at', 'is', null)
      .execute()
    if (live.length >= mostOfOnePerson) return { is: 'too many', most: mostOfOnePerson }
    const token = randomBytes(32).toString('base64url')
    const { id } = await tx
      .insertInto('calendar_feed')
      .values({
        token_sha256: tokenSha256(token),
        person_id: acting.person.id,
        post_id: acting.capacity.post,
        about,
        task_id: about === 'task' ? task! : null,
        language,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    desk.changed('make calendar feed', id, { about })
    return { is: 'made', feed: id, token }
  })
}

/** Those of the post that the person made and has not ended, newest first. */
export function listFeeds({ database }: FeedNeeds, acting: Acting<PostCapacity>): Promise<readonly FeedLine[]> {
  return atDesk({ database }, acting, async ({ tx }) => {
    const rows = await tx
      .selectFrom('calendar_feed')
      .selectAll()
      .where('post_id', '=', acting.capacity.post)
      .where('ended_at', 'is', null)
      .orderBy('created_at', 'desc')
      .execute()
    return rows.map(({ id, about, task_id, language, created_at }) => ({
      id,
      about,
      task: task_id,
      language,
      madeAt: created_at.toISOString(),
    }))
  })
}

export type FeedEnded = { readonly is: 'ended' } | { readonly is: 'no such feed' }

export function endFeed({ database }: FeedNeeds, acting: Acting<PostCapacity>, id: string): Promise<FeedEnded> {
  return atDesk({ database }, acting, async desk => {
    const ended = isId(id)
      ? await desk.tx
          .updateTable('calendar_feed')
          .set({ ended_at: sql<Date>`now()` })
          .where('id', '=', id)
          .where('post_id', '=', acting.capacity.post)
          .where('ended_at', 'is', null)
          .executeTakeFirst()
      : undefined
    if (!ended?.numUpdatedRows) return { is: 'no such feed' }
    desk.changed('end calendar feed', id)
    return { is: 'ended' }
  })
}
