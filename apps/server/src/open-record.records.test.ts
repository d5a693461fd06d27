/** T2 T3: what a council has not opened gets out nowhere, and opens by the day alone. */
import { newSigningKey, runningCatalogue, signerOf } from '@ieum/services'
import {
  addAgreedLink,
  addFirm,
  addHalfOpenCouncil,
  inTheHouse,
  koreanCatalogue,
  opening,
  sealer,
} from '@ieum/services/testing'
import { describeInBothHomes } from '@ieum/storage/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { createApp } from './app.ts'
import { noPapers } from './desk/testing/desk-app-for.ts'
import { workHere } from './firm-work.ts'
import { publicRoutes } from './public-routes.ts'

const site = 'http://localhost:8080'

describeInBothHomes('the open record', open => {
  let base: Awaited<ReturnType<typeof koreanCatalogue>>
  beforeAll(async () => {
    base = await koreanCatalogue()
  }, 60_000)

  async function scene() {
    const database = open()
    const council = await addHalfOpenCouncil(database)
    const clock = { day: opening.before as string }
    const running = runningCatalogue(base)
    const signer = await signerOf(await newSigningKey())
    const report = (error: Error) => {
      throw error
    }
    const shared = { catalogue: running.catalogue, work: workHere(running.catalogue), today: () => clock.day, report }
    const app = createApp({
      ...shared,
      publicUrl: site,
      desk: {
        ...shared,
        database,
        timeZone: 'Asia/Seoul',
        signer,
        sealer,
        papers: noPapers,
        personOf: async () => null,
      },
    })
    const ask = async (path: string, headers: Record<string, string> = {}) => {
      const reply = await app.request(`${site}${path}`, { headers })
      return { status: reply.status, headers: [...reply.headers].sort(), body: await reply.text() }
    }
    const json = async (path: string) => JSON.parse((await ask(path)).body)
    const refresh = () => running.refresh(database, clock.day)
    return { database, council, clock, ask, json, refresh }
  }
  type Scene = Awaited<ReturnType<typeof scene>>

  /** Everything that answers who is not signed in, with every council, session, task and decision that there is, open or not, and all that they lead to. */
  async function sweep({ council, ask }: Scene): Promise<string> {
    const paths = Object.keys(publicRoutes).flatMap(route => {
      const [method, path = ''] = route.split(' ')
      if (method !== 'GET' || path.includes('callback')) return []
      if (!path.includes('{')) return [path]
      if (path === '/api/programmes/{id}')
        return base.rulebook.programmes.slice(0, 3).map(({ id }) => `/api/programmes/${id}`)
      if (path === '/calendar/{file}') return ['/calendar/mss-automation-process.ics']
      return path.includes('{council}') ? pathsOf(path, council.id) : []
    })
    const at = `/api/councils/${council.id}`
    const odd = [`${at}/feed.atom?lang=en`, `${at}/nothing`, `/councils/${council.id}`, '/sitemap.xml', '/robots.txt']
    const asked = new Set<string>()
    const told: object[] = []
    const askAll = (all: readonly string[]) =>
      Promise.all(
        all
          .filter(path => !asked.has(path))
          .map(async path => {
            asked.add(path)
            told.push(await ask(path))
          }),
      )
    await askAll([...paths, ...odd])
    const led = JSON.stringify(told).matchAll(
      /(?:http:\/\/localhost:8080)?(\/(?:api\/(?:councils|open)|councils)\/[^"\\<# ]+)/g,
    )
    await askAll([...led].map(([, path = '']) => path).filter(path => path.includes(council.id)))
    expect(asked.size).toBeGreaterThan(50)
    return JSON.stringify(told)
  }

  const numbers = ['1', '2', '3', '4', '5']
  const pathsOf = (path: string, id: string): readonly string[] => {
    const at = path.replace('{council}', id).replace('{agency}', 'tipa')
    if (at.includes('{code}')) return ['P1-open', 'none'].map(code => at.replace('{code}', code))
    if (at.includes('/decisions/{number}')) return numbers.map(number => at.replace('{number}', `2026-1-${number}`))
    if (at.includes('{item}')) return numbers.map(number => at.replace('{number}', number).replace('{item}', 'none'))
    return at.includes('{number}') ? numbers.map(number => at.replace('{number}', number)) : [at]
  }

  describe('T2 T3 C14: of a council that is half open', () => {
    it('tells nothing before the day that is not open, all that opens on it from then on, and the rest never', async () => {
      const told = await scene()
      const { council, clock, ask } = told
      for (const day of [opening.before, opening.day, opening.after]) {
        clock.day = day
        const own = await Promise.all(council.hiddenUntil.map(path => ask(`/api/councils/${council.id}/${path}`)))
        const all = `${await sweep(told)}${JSON.stringify(own)}`
        expect([day, council.never.filter(mark => all.includes(mark))]).toEqual([day, []])
        const seen = council.opens.filter(mark => all.includes(mark))
        expect([day, seen]).toEqual([day, day === opening.before ? [] : council.opens])
      }
    }, 60_000)

    it('names the task that a link was agreed in once the task is open, though the link is public before', async () => {
      const told = await scene()
      const code = told.council.opens[0]!
      const link = await addAgreedLink(told.database)
      await inTheHouse(told.database, tx =>
        tx.updateTable('link_agreement').set({ council_task: code }).where('id', '=', link.id).execute(),
      )
      await told.refresh()
      const before = (await told.ask('/api/rulebook')).body
      expect([before.includes('"agreedHere":["mss-automation'), before.includes(code)]).toEqual([true, false])
      told.clock.day = opening.day
      await told.refresh()
      expect((await told.ask('/api/rulebook')).body).toContain(code)
      expect(await told.json(`/api/councils/${told.council.id}/tasks/${code}`)).toMatchObject({
        links: [{ from: link.fromProgramme, to: link.toProgramme }],
        indicators: { 'links-in-force': { is: 'counted', value: 1 } },
      })
    })

    it('C17: answers hidden and missing alike: status, body and headers', async () => {
      const { council, clock, ask } = await scene()
      const at = `/api/councils/${council.id}`
      const missing = await ask(`${at}/sessions/99`)
      expect(missing.status).toBe(404)
      for (const path of [...council.hiddenUntil, ...council.hidden, 'tasks/none', 'decisions/2026-9-9', 'sessions/01'])
        expect([path, await ask(`${at}/${path}`)]).toEqual([path, missing])
      expect(await ask('/api/councils/none')).toEqual(missing)
      expect(await ask('/api/councils/none/feed.atom')).toEqual(missing)
      expect(await ask('/api/councils/none/tasks.csv')).toEqual(missing)
      clock.day = opening.day
      for (const path of council.hiddenUntil) expect([path, (await ask(`${at}/${path}`)).status]).toEqual([path, 200])
      for (const path of council.hidden) expect([path, await ask(`${at}/${path}`)]).toEqual([path, missing])
    })

    it('is nothing at all while the council itself is not open', async () => {
      const told = await scene()
      await inTheHouse(told.database, tx =>
        tx.updateTable('council').set({ open_from: opening.day }).where('id', '=', told.council.id).execute(),
      )
      const all = await sweep(told)
      expect(
        [...told.council.never, ...told.council.opens, '열린 과제', '열린 안건', '추진한다'].filter(mark =>
          all.includes(mark),
        ),
      ).toEqual([])
      expect((await told.ask(`/api/councils/${told.council.id}`)).status).toBe(404)
      told.clock.day = opening.day
      expect((await told.ask(`/api/councils/${told.council.id}`)).status).toBe(200)
    })

    it('counts what is open alone', async () => {
      const { council, clock, json } = await scene()
      const line = async () =>
        (await json('/api/councils')).councils.find(({ id }: { id: string }) => id === council.id)
      expect(await line()).toMatchObject({ sessions: 2, tasks: 1, decisions: 1, updated: '2026-02-12' })
      clock.day = opening.day
      expect(await line()).toMatchObject({ sessions: 3, tasks: 2, decisions: 2, updated: opening.day })
    })

    it('shows of an item closed by a ground its number, the ground and the day, and nothing of one that is merely not open', async () => {
      const { council, clock, json } = await scene()
      const items = async () => (await json(`/api/councils/${council.id}/sessions/1`)).items
      const closed = { is: 'closed', id: expect.any(String), ground: '정보공개법 제9조 제1항 제5호' }
      expect(await items()).toEqual([
        expect.objectContaining({ is: 'open', number: 1, gist: '논의 요지' }),
        { ...closed, number: 2, opensOn: null },
        { ...closed, number: 3, opensOn: opening.day },
        { ...closed, number: 4, opensOn: '2030-01-01' },
      ])
      clock.day = opening.day
      expect((await items()).map(({ is }: { is: string }) => is)).toEqual(['open', 'closed', 'open', 'closed'])
    })

    it('calls a decision superseded once the one that took its place is open', async () => {
      const { council, clock, json } = await scene()
      const read = () => json(`/api/councils/${council.id}/decisions/2026-1-1`)
      expect((await read()).decision).toMatchObject({ status: 'standing', supersededBy: null })
      clock.day = opening.day
      expect((await read()).decision).toMatchObject({ status: 'superseded', supersededBy: '2026-1-2' })
      expect((await json(`/api/councils/${council.id}/decisions/2026-1-2`)).decision.supersedes).toEqual(['2026-1-1'])
    })
  })

  it('shows a council that nobody has set up as its sources report it', async () => {
    const { json } = await scene()
    const read = await json('/api/councils/mss-motie')
    expect(read).toMatchObject({ from: 'sources', secretariat: null, decisions: [], actions: [] })
    expect(read.seats).toHaveLength(19)
    expect(read.tasks.map(({ code }: { code: string }) => code)).toEqual([
      'T1',
      'T2',
      'T3',
      'T4',
      'T5',
      'T6',
      'T7',
      'T8',
    ])
    expect(read.sessions).toEqual([
      {
        number: 1,
        on: '2024-05-28',
        state: null,
        reported: true,
        minutesFrom: null,
        page: '/councils/mss-motie/sessions/1',
      },
    ])
    expect(await json('/api/councils/mss-motie/tasks/T7')).toMatchObject({
      state: null,
      later: [{ source: { url: expect.any(String) } }],
    })
  })

  it('T3: counts nothing of a task whose council is not open here, though a link was agreed and firms referred for it', async () => {
    const { database, json } = await scene()
    const link = await addAgreedLink(database)
    const { capacity } = await addFirm(database)
    await inTheHouse(database, async tx => {
      await tx.updateTable('link_agreement').set({ council_task: 'T7' }).where('id', '=', link.id).execute()
      await tx
        .insertInto('referral')
        .values({
          number: 'not-open',
          agreement_id: link.id,
          firm_id: capacity.firm,
          from_agency: link.fromAgency,
          to_agency: link.toAgency,
          from_programme: link.fromProgramme,
          to_programme: link.toProgramme,
          state: 'sent',
          drafted_on: '2026-04-28',
          sent_on: '2026-05-01',
        })
        .execute()
    })
    expect(await json('/api/councils/mss-motie/tasks/T7')).toMatchObject({ reported: true, indicators: null })
  })

  it('is a feed and tables that other programs read: C36', async () => {
    const { council, clock, ask, database } = await scene()
    await inTheHouse(database, tx =>
      tx
        .updateTable('collaboration_task')
        .set({ title_ko: '=HYPERLINK("http://x","<b>&")' })
        .where('council_id', '=', council.id)
        .where('title_ko', '=', '열린 과제')
        .execute(),
    )
    const at = `/api/councils/${council.id}`
    const tasks = await ask(`${at}/tasks.csv`)
    expect(Object.fromEntries(tasks.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${council.id}-tasks.csv"`,
    })
    expect(tasks.body).toContain(`"'=HYPERLINK(""http://x"",""<b>&"")"`)
    expect((await ask(`${at}/agenda.csv`)).body).toContain(',closed,정보공개법 제9조 제1항 제5호,')

    clock.day = opening.day
    const { body, headers } = await ask(`${at}/feed.atom`)
    expect(Object.fromEntries(headers)['content-type']).toBe('application/atom+xml; charset=utf-8')
    expect([...body.matchAll(/<updated>([^<]+)</g)].map(([, moment]) => moment)).toEqual([
      // Midnight of the day of opening where the agencies are: of the feed, and of its entries, newest first.
      ...Array.from({ length: 3 }, () => '2026-06-09T15:00:00.000Z'),
      '2026-02-11T15:00:00.000Z',
      '2026-02-09T15:00:00.000Z',
      ...Array.from({ length: 2 }, () => '2026-01-04T15:00:00.000Z'),
    ])
  })

  it('is sent again only when it has changed, and any site may read it', async () => {
    const { council, clock, ask } = await scene()
    const path = `/api/councils/${council.id}`
    const first = await ask(path)
    const headers = Object.fromEntries(first.headers)
    expect(headers).toMatchObject({ 'cache-control': 'no-cache', 'access-control-allow-origin': '*' })
    expect((await ask(path, { 'if-none-match': headers.etag! })).status).toBe(304)
    clock.day = opening.day
    expect((await ask(path, { 'if-none-match': headers.etag! })).status).toBe(200)
  })
})
