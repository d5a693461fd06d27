import type { Database } from '@ieum/storage'
import { describeInBothHomes } from '@ieum/storage/testing'
import { expect, it } from 'vitest'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { addFirm, addOfficer, inTheHouse } from '../testing/world.ts'
import { listNotices } from './list-notices.ts'
import { notifyFirm, notifyPosts } from './notify.ts'
import { readNotices } from './read-notices.ts'

const told = (event: string) => ({ event, kind: 'referral.send', detail: { number: '7K3M-Q2XD' } })

const tellPosts = (database: Database, posts: readonly Acting<PostCapacity>[], event: string) =>
  inTheHouse(database, tx =>
    notifyPosts(
      { tx, asWorker: work => work() },
      posts.map(({ capacity }) => capacity.post),
      told(event),
    ),
  )

const letters = (database: Database) =>
  inTheHouse(database, tx =>
    tx.selectFrom('delivery').select(['channel', 'address', 'event', 'body']).orderBy('address').execute(),
  )

describeInBothHomes('news', open => {
  it('comes to a post, and goes on to whoever holds it after', async () => {
    const database = open()
    const officer = await addOfficer(database, 'kpic', 'desk-officer')
    const successor = await addOfficer(database, 'kpic', 'desk-officer')
    await tellPosts(database, [officer], 'one')
    await inTheHouse(database, async tx => {
      await tx
        .updateTable('post_holder')
        .set({ until: new Date(Date.now() + 1_000) })
        .where('person_id', '=', officer.person.id)
        .execute()
      await tx
        .insertInto('post_holder')
        .values({ post_id: officer.capacity.post, person_id: successor.person.id })
        .execute()
    })
    const { post } = officer.capacity
    expect(await listNotices({ database }, { person: successor.person, post })).toMatchObject({ unread: 1 })
    expect(await listNotices({ database }, { person: officer.person, post })).toMatchObject({ unread: 0, notices: [] })
    await tellPosts(database, [officer], 'two')
    expect((await letters(database)).filter(({ event }) => event === 'two').map(({ address }) => address)).toEqual([
      successor.person.email,
    ])
  })

  it('comes to one person as one letter an event, whatever posts of whichever agencies he holds', async () => {
    const database = open()
    const one = await addOfficer(database, 'kpic', 'desk-officer')
    const other = await addOfficer(database, 'tipa', 'desk-officer')
    await inTheHouse(database, tx =>
      tx.insertInto('post_holder').values({ post_id: other.capacity.post, person_id: one.person.id }).execute(),
    )
    await tellPosts(database, [one, other], 'one')
    await tellPosts(database, [one, other], 'one')
    expect((await letters(database)).map(({ address }) => address).sort()).toEqual(
      [one.person.email, other.person.email].sort(),
    )
  })

  it('carries no word of a firm in a letter', async () => {
    const database = open()
    const firm = await addFirm(database, { name: '비밀주물' })
    await inTheHouse(database, tx => notifyFirm({ tx, asWorker: work => work() }, firm.capacity.firm, told('one')))
    expect(await letters(database)).toEqual([
      {
        channel: 'mail',
        address: firm.person.email,
        event: 'one',
        body: { letter: 'notice', kind: 'referral.send', language: 'ko', path: '/me/notices', number: '7K3M-Q2XD' },
      },
    ])
  })

  it('is put on the webhook of an agency that has one, once', async () => {
    const database = open()
    const posts = [await addOfficer(database, 'kpic', 'desk-officer'), await addOfficer(database, 'kpic', 'approver')]
    await inTheHouse(database, tx =>
      tx
        .insertInto('agency_contact')
        .values({ agency: 'kpic', way: 'desk', webhook_url: 'https://hooks.example/', webhook_sealed: 'sealed' })
        .execute(),
    )
    await tellPosts(database, posts, 'one')
    expect((await letters(database)).filter(({ channel }) => channel === 'webhook')).toEqual([
      { channel: 'webhook', address: 'kpic', event: 'one', body: { kind: 'referral.send', number: '7K3M-Q2XD' } },
    ])
  })

  it('T1: is read and marked only in boxes that are one’s own', async () => {
    const database = open()
    const officer = await addOfficer(database, 'kpic', 'desk-officer')
    const stranger = await addOfficer(database, 'tipa', 'desk-officer')
    await tellPosts(database, [officer], 'one')
    const { post } = officer.capacity
    const [notice] = (await listNotices({ database }, { person: officer.person, post })).notices
    expect((await listNotices({ database }, { person: stranger.person, post })).notices).toEqual([])
    for (const box of [{ person: stranger.person }, { person: stranger.person, post }])
      expect(await readNotices({ database }, box, [notice!.id])).toMatchObject({ count: 0 })
    expect(await readNotices({ database }, { person: officer.person, post }, [notice!.id])).toMatchObject({ count: 1 })
    expect(await readNotices({ database }, { person: officer.person, post }, [notice!.id])).toMatchObject({ count: 0 })
  })

  it('is listed newest first, page by page, and marked all at once', async () => {
    const database = open()
    const officer = await addOfficer(database, 'kpic', 'desk-officer')
    for (const event of ['1', '2', '3', '4', '5']) await tellPosts(database, [officer], event)
    const box = { person: officer.person, post: officer.capacity.post }
    const seen: string[] = []
    let before: string | undefined
    do {
      const page = await listNotices({ database }, box, { most: 2, ...(before && { before }) })
      seen.push(...page.notices.map(({ id }) => id))
      before = page.next ?? undefined
    } while (before)
    expect(new Set(seen).size).toBe(5)
    expect(await readNotices({ database }, box, [])).toMatchObject({ count: 0 })
    expect(await readNotices({ database }, box)).toMatchObject({ count: 5 })
    expect(await listNotices({ database }, box, { unread: true })).toMatchObject({ unread: 0, notices: [] })
  })
})
