/** Whoever is told of something inside the house hears of it outside as well: people by mail, agencies by their webhook. */

import { pageOfNews } from '@ieum/council'
import type { Telling } from '../notices/telling.ts'
import { type Queued, type Queueing, queueMail, queueWebhook } from './queue.ts'

export interface Told {
  readonly posts: readonly string[]
  readonly people: readonly string[]
}

/** One letter a person and event: who holds posts of two agencies, or is told in two ways, gets one. */
export async function queueForNotices(desk: Queueing, { posts, people }: Told, telling: Telling): Promise<void> {
  const holders = posts.length > 0 ? await holdersOf(desk, posts) : []
  const readers = people.length > 0 ? await peopleOf(desk, people) : []
  await queueMail(desk, [
    ...holders.map(({ email, locale, agency, post }) => letterTo({ email, locale }, telling, { agency, post })),
    ...readers.map(reader => letterTo(reader, telling)),
  ])
  const hooked = posts.length > 0 ? await hookedAgencies(desk, posts) : []
  await queueWebhook(
    desk,
    hooked.map(agency => ({
      address: agency,
      event: telling.event,
      body: {
        kind: telling.kind,
        ...(telling.referral && { referral: telling.referral }),
        ...(telling.agreement && { agreement: telling.agreement }),
        ...councilOf(telling),
        ...numberOf(telling),
      },
      agency,
    })),
  )
}

/** Data minimisation: what kind of news, the number of the case, where to look; nothing of a firm. */
const letterTo = (
  { email, locale }: { readonly email: string; readonly locale: string },
  telling: Telling,
  desk?: { readonly agency: string; readonly post: string },
): Queued => ({
  address: email,
  event: telling.event,
  body: {
    letter: 'notice',
    kind: telling.kind,
    language: locale,
    path: pathOf(telling, desk?.post),
    ...numberOf(telling),
    ...(typeof telling.detail?.side === 'string' && { side: telling.detail.side }),
  },
  agency: desk?.agency,
})

const numberOf = ({ detail }: Telling): { number?: string } =>
  typeof detail?.number === 'string' ? { number: detail.number } : {}

/** Which council, session, task or action it is about: ids only. */
const councilOf = ({ detail = {} }: Telling): Record<string, string> =>
  Object.fromEntries(
    ['council', 'session', 'task', 'action'].flatMap(name =>
      typeof detail[name] === 'string' ? [[name, detail[name]]] : [],
    ),
  )

/** The page where the news is looked at; that of a firm is found from its news, so that no letter tells of it. */
function pathOf({ referral, agreement, kind, detail }: Telling, post: string | undefined): string {
  if (post === undefined) return '/me/notices'
  if (referral) return `/desk/${post}/cases/${referral}`
  if (agreement) return `/desk/${post}/links/${agreement}`
  return `/desk/${post}/${pageOfNews(kind, detail) ?? 'notices'}`
}

const holdersOf = ({ tx, asWorker }: Queueing, posts: readonly string[]) =>
  asWorker(() =>
    tx
      .selectFrom('post_holder as h')
      .innerJoin('person as p', 'p.id', 'h.person_id')
      .innerJoin('post as o', 'o.id', 'h.post_id')
      .select(['p.email', 'p.locale', 'o.agency', 'o.id as post'])
      .where('h.post_id', 'in', [...posts])
      .where('h.until', 'is', null)
      .where('p.closed_at', 'is', null)
      .orderBy('o.agency')
      .execute(),
  )

const peopleOf = ({ tx, asWorker }: Queueing, people: readonly string[]) =>
  asWorker(() =>
    tx
      .selectFrom('person')
      .select(['email', 'locale'])
      .where('id', 'in', [...people])
      .where('closed_at', 'is', null)
      .execute(),
  )

async function hookedAgencies({ tx, asWorker }: Queueing, posts: readonly string[]): Promise<readonly string[]> {
  const agencies = await asWorker(() =>
    tx
      .selectFrom('post as p')
      .innerJoin('agency_contact as c', 'c.agency', 'p.agency')
      .select('p.agency')
      .distinct()
      .where('p.id', 'in', [...posts])
      .where('c.webhook_url', 'is not', null)
      .execute(),
  )
  return agencies.map(({ agency }) => agency)
}
