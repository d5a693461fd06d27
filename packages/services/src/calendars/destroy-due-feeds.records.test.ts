import { describeInBothHomes } from '@ieum/storage/testing'
import { expect, it } from 'vitest'
import { addOfficer, inTheHouse, on } from '../testing/world.ts'
import { destroyDueFeeds } from './destroy-due-feeds.ts'
import { makeFeed } from './feeds.ts'

describeInBothHomes('calendar addresses', open => {
  /** One that has been made at a post of its own. */
  async function made() {
    const officer = await addOfficer(open(), 'tipa', 'desk-officer')
    const feed = await makeFeed({ database: open() }, officer, { about: 'mine', language: 'ko' })
    if (feed.is !== 'made') throw new Error(feed.is)
    return { officer, feed: feed.feed }
  }
  const left = async () =>
    (await inTheHouse(open(), tx => tx.selectFrom('calendar_feed').select('id').execute())).map(({ id }) => id).sort()

  it('C11: are destroyed when nothing has been at them for a year, and no earlier', async () => {
    const [overYear, yearAgo, used, closed, gone, back] = [
      await made(),
      await made(),
      await made(),
      await made(),
      await made(),
      await made(),
    ]
    const due = new Date('2025-05-30T23:59:59Z')
    await inTheHouse(open(), async tx => {
      const ended = (feed: string, ended_at: Date) =>
        tx.updateTable('calendar_feed').set({ ended_at }).where('id', '=', feed).execute()
      await ended(overYear.feed, due)
      await ended(yearAgo.feed, new Date('2025-05-31T00:00:00Z'))
      await tx.updateTable('post').set({ closed_at: due }).where('id', '=', closed.officer.capacity.post).execute()
      for (const { officer } of [gone, back])
        await tx
          .updateTable('post_holder')
          .set({ since: new Date('2025-01-01T00:00:00Z'), until: due })
          .where('post_id', '=', officer.capacity.post)
          .execute()
      await tx
        .insertInto('post_holder')
        .values({ post_id: back.officer.capacity.post, person_id: back.officer.person.id })
        .execute()
    })
    expect(await destroyDueFeeds({ database: open() }, on)).toEqual({ destroyed: 3 })
    expect(await destroyDueFeeds({ database: open() }, on)).toEqual({ destroyed: 0 })
    expect(await left()).toEqual([yearAgo, used, back].map(({ feed }) => feed).sort())
  })

  it('are at most twenty of one person at a post, however many are asked for at the same moment', async () => {
    const { officer } = await made()
    const asked = Array.from({ length: 22 }, () =>
      makeFeed({ database: open() }, officer, { about: 'mine', language: 'ko' }),
    )
    expect((await Promise.all(asked)).filter(({ is }) => is === 'made')).toHaveLength(19)
  })
})
