import { roles } from '@ieum/desk'
import type { Person } from '@ieum/services'
import { addFirm, addOfficer, addPerson } from '@ieum/services/testing'
import { describeInBothHomes } from '@ieum/storage/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import type { App } from '../app.ts'
import { deskAppFor } from './testing/desk-app-for.ts'

describeInBothHomes('people over HTTP', open => {
  let app: App
  let people: Map<string, Person>

  beforeEach(async () => {
    ;({ app, people } = await deskAppFor(open()))
  })

  async function ask(
    who: { person: Person },
    method: string,
    path: string,
    body?: unknown,
    more: Record<string, string> = {},
  ) {
    people.set(who.person.id, who.person)
    const response = await app.request(path, {
      method,
      headers: {
        'x-person': who.person.id,
        origin: 'http://localhost',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...more,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return {
      status: response.status,
      body: await response.json(),
      type: response.headers.get('content-type'),
      again: response.headers.get('retry-after'),
    }
  }
  const desk = { role: 'desk-officer', name: { ko: '접수', en: 'Desk' } }

  it('C20: a relieved officer meets a closed door at the next request, with the same session', async () => {
    const administrator = await addOfficer(open(), 'tipa', 'agency-administrator')
    const kim = { person: await addPerson(open(), '김담당') }
    const posts = `/api/posts/${administrator.capacity.post}/posts`
    const { body: opened } = await ask(administrator, 'POST', posts, desk)
    expect(
      await ask(administrator, 'POST', `${posts}/${opened.post}/holders`, { email: kim.person.email }),
    ).toMatchObject({ status: 201, body: { is: 'appointed', person: kim.person.id } })
    expect((await ask(kim, 'GET', '/api/me')).body).toMatchObject({
      person: { email: kim.person.email },
      posts: [{ post: opened.post, agency: 'tipa', role: 'desk-officer', name: { ko: '접수' } }],
      demonstration: false,
    })
    expect((await ask(kim, 'GET', `/api/posts/${opened.post}/referrals`)).status).toBe(200)

    const relieved = await ask(administrator, 'DELETE', `${posts}/${opened.post}/holders/${kim.person.id}`)
    expect(relieved).toMatchObject({ status: 200, body: { is: 'relieved' } })
    const missing = await ask(kim, 'GET', `/api/posts/${crypto.randomUUID()}/referrals`)
    expect(await ask(kim, 'GET', `/api/posts/${opened.post}/referrals`)).toEqual(missing)
    expect((await ask(kim, 'GET', '/api/me')).body.posts).toEqual([])
  })

  describe('C20: an officer who is transferred', () => {
    const ofPosts = roles.filter(role => role !== 'firm-member' && role !== 'adviser')
    const pairs = ofPosts.flatMap(from => ofPosts.map(to => [from, to] as const))
    const reads = [
      'referrals?box=in',
      'referrals?box=out',
      'notices',
      'posts',
      'contact',
      'agreements',
      'batches',
      'figures?from=2026-01-01&to=2026-12-31',
    ]

    it.each(pairs)(
      'from %s to %s is at once nobody there, and is here what the new post is, with the same session',
      async (from, to) => {
        const [old, next] = [
          await addOfficer(open(), 'tipa', 'agency-administrator'),
          await addOfficer(open(), 'kpic', 'agency-administrator'),
        ]
        const kim = { person: await addPerson(open(), '김담당') }
        const opened = async (by: typeof old, role: string) => {
          const posts = `/api/posts/${by.capacity.post}/posts`
          const { body } = await ask(by, 'POST', posts, { ...desk, role })
          await ask(by, 'POST', `${posts}/${body.post}/holders`, { email: kim.person.email })
          return body.post as string
        }
        const at = (post: string) =>
          Promise.all(reads.map(async read => (await ask(kim, 'GET', `/api/posts/${post}/${read}`)).status))
        const post = await opened(old, from)
        const asFrom = await at(post)
        const note = () =>
          ask(kim, 'POST', `/api/posts/${post}/notices/read`, {}, { 'idempotency-key': `read-${post}` })
        expect((await note()).status).toBe(200)

        await ask(old, 'DELETE', `/api/posts/${old.capacity.post}/posts/${post}/holders/${kim.person.id}`)
        const nowhere = await at(crypto.randomUUID())
        expect([nowhere, await at(post)]).toEqual([reads.map(() => 404), reads.map(() => 404)])
        // What was answered under a key before is not told again either.
        expect((await note()).status).toBe(404)
        const other = await opened(next, to)
        const asTo = await at(other)
        expect((await ask(kim, 'GET', '/api/me')).body.posts).toMatchObject([{ post: other, agency: 'kpic', role: to }])
        expect(await at(post)).toEqual(nowhere)
        if (from === to) expect(asTo).toEqual(asFrom)
        // Only an administrator may see how the agency is reached.
        expect(asTo[reads.indexOf('contact')]).toBe(to === 'agency-administrator' ? 200 : 404)
      },
    )
  })

  it('T13: a post of another agency and one that does not exist read alike on every route', async () => {
    const ours = await addOfficer(open(), 'tipa', 'agency-administrator')
    const theirs = await addOfficer(open(), 'kpic', 'desk-officer')
    const at = (other: string) => `/api/posts/${ours.capacity.post}/posts/${other}`
    const answersOf = async (other: string) => [
      await ask(ours, 'PATCH', at(other), { name: desk.name }),
      await ask(ours, 'POST', `${at(other)}/close`, {}),
      await ask(ours, 'POST', `${at(other)}/hand-over`, { to: ours.capacity.post }),
      await ask(ours, 'POST', `${at(other)}/holders`, { email: 'kim@example.kr' }),
      await ask(ours, 'DELETE', `${at(other)}/holders/${theirs.person.id}`),
    ]
    const hidden = await answersOf(theirs.capacity.post)
    expect(hidden.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
    expect(hidden).toEqual(await answersOf(crypto.randomUUID()))
  })

  it('says with its field what is wrong in a post to open', async () => {
    const administrator = await addOfficer(open(), 'tipa', 'agency-administrator')
    const posts = `/api/posts/${administrator.capacity.post}/posts`
    const wrong = async (body: unknown) => {
      const answer = await ask(administrator, 'POST', posts, body)
      return [answer.status, answer.body.fields.map(({ field }: { field: string }) => field)]
    }
    expect(await wrong({ ...desk, role: 'king' })).toEqual([422, ['/role']])
    expect(await wrong({ ...desk, name: { ko: '', en: 'x'.repeat(81) } })).toEqual([422, ['/name/ko', '/name/en']])
    expect(await wrong({ ...desk, programmes: ['motie-root-intelligent-process'] })).toEqual([422, ['/programmes']])
    expect((await ask(administrator, 'POST', posts, { ...desk, agency: 'kpic' })).status).toBe(422)
  })

  it('T4, C17: asking for a firm answers alike, known or not, byte for byte', async () => {
    const firm = await addFirm(open())
    await open().pool.query(`update firm set number = '2208162517'`)
    const kim = { person: await addPerson(open(), '김대표') }
    const asked = (number: string) => ask(kim, 'POST', '/api/me/firms', { number, name: '예시', kind: 'member' })
    const known = await asked('220-81-62517')
    expect(known).toEqual({ status: 202, body: { is: 'asked' }, type: 'application/json', again: null })
    expect(await asked('999-81-00015')).toEqual(known)
    expect(await asked('000-00-00000')).toMatchObject({ status: 422, body: { fields: [{ field: '/number' }] } })
    expect(await asked('124-81-00999')).toMatchObject({ status: 422, body: { fields: [{ field: '/number' }] } })
    for (const _ of [3, 4, 5]) expect((await asked('999-81-00015')).status).toBe(202)
    expect(await asked('999-81-00015')).toMatchObject({ status: 429, again: expect.stringMatching(/^\d+$/) })

    const at = `/api/firms/${firm.capacity.firm}/members`
    const [request] = (await ask(firm, 'GET', at)).body.requests
    expect(request).toMatchObject({ name: '김대표', kind: 'member' })
    expect(await ask(firm, 'POST', at, { request: request.id })).toMatchObject({ status: 201 })
    expect((await ask(kim, 'GET', '/api/me')).body.firms).toMatchObject([
      { firm: firm.capacity.firm, role: 'firm-member' },
    ])
    expect((await ask(kim, 'DELETE', `${at}/${firm.person.id}`)).status).toBe(200)
    expect(await ask(kim, 'DELETE', `${at}/${kim.person.id}`)).toMatchObject({ status: 409 })
    expect((await ask(firm, 'GET', at)).status).toBe(404)
  })
})
