import { randomUUID } from 'node:crypto'
import type { Person } from '@ieum/services'
import { addAgreedLink, addFirm, addHandedOn, addOfficer, inTheHouse, pdf, withdraw } from '@ieum/services/testing'
import { describeInBothHomes } from '@ieum/storage/testing'
import { folderPlace, type PaperPlace } from '@ieum/storage/testing/papers'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { App } from '../app.ts'
import { DossierShape, DossierTakenShape, LooksShape, PaperShape } from './dossier-shapes.ts'
import { deskAppFor } from './testing/desk-app-for.ts'

describeInBothHomes('a dossier over HTTP', open => {
  let app: App
  let people: Map<string, Person>
  let place: PaperPlace
  beforeAll(async () => {
    place = await folderPlace()
  })
  afterAll(() => place?.close())

  beforeEach(async () => {
    ;({ app, people } = await deskAppFor(open(), { papers: place.store }))
  })

  type Who = { readonly person: Person }

  async function send(who: Who, method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    people.set(who.person.id, who.person)
    return app.request(path, {
      method,
      headers: {
        'x-person': who.person.id,
        // As a browser sends it.
        origin: 'http://localhost',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && {
        body: body instanceof Uint8Array ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body),
      }),
    })
  }

  async function ask(who: Who, method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await send(who, method, path, body, headers)
    const text = await response.text()
    return { status: response.status, body: text === '' ? null : JSON.parse(text), headers: response.headers }
  }

  const named = (name: string) => ({
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  })

  const scene = async () => {
    const database = open()
    const firm = await addFirm(database)
    const link = await addAgreedLink(database)
    const receiver = await addOfficer(database, link.toAgency, 'desk-officer')
    return {
      database,
      firm,
      link,
      receiver,
      own: `/api/firms/${firm.capacity.firm}`,
      desk: `/api/posts/${receiver.capacity.post}/firms/${firm.capacity.firm}`,
    }
  }

  it('is stated, read, matched and planned with, as the same firm file would be', async () => {
    const { firm, own } = await scene()
    const facts = { size: 'small', industry: 'C24311', employees: 32, founded: '2009-04-01', region: '경상북도' }
    const stated = Object.entries(facts).map(([name, value]) => ({ name, value, asOf: '2026-05-01' }))
    expect(await ask(firm, 'POST', `${own}/facts`, { facts: stated })).toMatchObject({ status: 201 })
    const took = {
      programme: 'mss-automation-process',
      edition: '2025',
      outcome: 'completed',
      role: 'lead',
      on: '2025-12-01',
    }
    expect(await ask(firm, 'POST', `${own}/participations`, took)).toMatchObject({ status: 201 })
    expect(await ask(firm, 'POST', `${own}/participations`, took)).toMatchObject({ status: 409 })
    const dossier = await ask(firm, 'GET', `${own}/dossier`)
    expect(DossierShape.parse(dossier.body)).toEqual(dossier.body)
    expect(dossier.headers.get('cache-control')).toBe('no-store')

    const file = { id: firm.capacity.firm, facts: { ...facts, participations: [took] } }
    for (const [path, asked] of [
      ['match', { on: '2026-06-01' }],
      ['plan', { via: 'equipment', max_legs: 2 }],
    ] as const) {
      const answer = await ask(firm, 'POST', `${own}/${path}`, asked)
      const direct = await ask(firm, 'POST', `/api/${path}`, { ...file, ...asked })
      expect([answer.status, direct.status]).toEqual([200, 200])
      expect(answer.body).toEqual(direct.body)
    }
    const tried = await ask(firm, 'POST', `${own}/match`, { facts: { size: 'large' } })
    expect(tried.body.results).not.toEqual((await ask(firm, 'POST', `${own}/match`, {})).body.results)
    expect(await ask(firm, 'POST', `${own}/match`, { facts: { size: 'huge' } })).toMatchObject({
      status: 422,
      body: { fields: [{ field: '/facts/size' }] },
    })
    expect(await ask(firm, 'POST', `${own}/plan`, {})).toMatchObject({ status: 400 })
    expect(await ask(firm, 'DELETE', `${own}/facts/${dossier.body.facts[0].id}`)).toMatchObject({
      status: 204,
      body: null,
    })
    expect(await ask(firm, 'DELETE', `${own}/facts/${dossier.body.facts[0].id}`)).toMatchObject({ status: 404 })
  })

  it('C09: states once what is sent twice under one key', async () => {
    const { firm, own } = await scene()
    const body = { facts: [{ name: 'employees', value: 5, asOf: '2026-05-01' }] }
    const key = { 'idempotency-key': 'state-5-employees' }
    const first = await ask(firm, 'POST', `${own}/facts`, body, key)
    expect(await ask(firm, 'POST', `${own}/facts`, body, key)).toMatchObject({ status: 201, body: first.body })
    expect((await ask(firm, 'GET', `${own}/dossier`)).body.facts[0].others).toEqual([])
  })

  it('C09: keeps no outcome of a reading, by HEAD neither, and refuses a key that is none', async () => {
    const { database, firm, own } = await scene()
    const kept = () => inTheHouse(database, tx => tx.selectFrom('kept_outcome').select('key').execute())
    for (const method of ['GET', 'HEAD'])
      for (const key of ['read-the-dossier', 'short'])
        expect((await send(firm, method, `${own}/dossier`, undefined, { 'idempotency-key': key })).status).toBe(200)
    const body = { facts: [{ name: 'employees', value: 5, asOf: '2026-05-01' }] }
    for (const key of ['short', 'with a space in it', 'x'.repeat(201)])
      expect(await ask(firm, 'POST', `${own}/facts`, body, { 'idempotency-key': key })).toMatchObject({
        status: 422,
        body: { fields: [{ field: '/idempotency-key', wrong: expect.stringContaining('8 to 200') }] },
      })
    expect(await kept()).toEqual([])
    expect((await ask(firm, 'GET', `${own}/dossier`)).body.facts).toEqual([])
  })

  it('names each field that is wrong and what would be right, and keeps nothing', async () => {
    const { firm, own } = await scene()
    const wrong = {
      facts: [
        { name: 'size', value: 'small', asOf: '2026-05-01' },
        { name: 'employees', value: '32', asOf: '2026-07-01' },
        { name: 'employes', value: 1, asOf: '2026-05-01' },
        { name: 'founded', value: 'long ago', asOf: '2026-05-01' },
      ],
    }
    const { status, body } = await ask(firm, 'POST', `${own}/facts`, wrong)
    expect(status).toBe(422)
    expect(body.fields).toEqual([
      { field: '/facts/1/value', wrong: 'employees: "32" is not a number: 32' },
      { field: '/facts/1/asOf', wrong: 'lies in the future: 2026-06-01 or before' },
      { field: '/facts/2/name', wrong: 'unknown fact employes: did you mean employees?' },
      { field: '/facts/3/value', wrong: 'founded: "long ago" is not a day of the calendar: a day such as 2026-11-25' },
    ])
    expect((await ask(firm, 'GET', `${own}/dossier`)).body.facts).toEqual([])
  })

  it.each([
    ['facts', { facts: [], more: 1 }],
    ['facts', { facts: [{ name: 'size', value: 'small', asOf: '2026-05-01', source: 'registry' }] }],
    ['facts', { facts: [{ name: 'size', value: 'small', asOf: 'yesterday' }] }],
    ['facts', {}],
    ['facts', { facts: [{ name: 'size', asOf: '2026-05-01' }] }],
    ['participations', { programme: 'x', edition: '1', outcome: 'won', on: '2026-01-01' }],
    ['participations', { programme: 'x', edition: '1', outcome: 'completed', on: '2026-01-01', source: 'decision' }],
    ['match', { firm: {} }],
    ['plan', { via: 'x'.repeat(3_000) }],
  ])('C33: refuses in %s what has no place there: %j', async (path, body) => {
    const { firm, own } = await scene()
    expect(await ask(firm, 'POST', `${own}/${path}`, body)).toMatchObject({ status: 422, body: { status: 422 } })
  })

  describe('papers', () => {
    const bring = async (who: Who, own: string, content: Uint8Array, name = '사업자등록증 (원본).pdf') =>
      ask(who, 'POST', `${own}/papers?kind=business-registration`, content, named(name))

    it('C09: are brought once under one key, which no other paper has', async () => {
      const { firm, own } = await scene()
      const key = { ...named('a.pdf'), 'idempotency-key': 'bring-a-paper' }
      const bringOnce = (content: Uint8Array) => ask(firm, 'POST', `${own}/papers?kind=plan`, content, key)
      const first = await bringOnce(pdf())
      expect([first.status, await bringOnce(pdf())]).toMatchObject([201, { status: 201, body: first.body }])
      expect(await bringOnce(pdf('<< /Type /Page >>'))).toMatchObject({
        status: 422,
        body: { code: 'key-used-otherwise' },
      })
    })

    it('T9: are not read before there is room to look them through, with a key neither', async () => {
      const { firm, own } = await scene()
      let read = 0
      let end = () => {}
      const ended = new Promise<void>(resolve => {
        end = resolve
      })
      const bringSlowly = (key: string) => {
        people.set(firm.person.id, firm.person)
        const body = new ReadableStream<Uint8Array>(
          {
            async pull(controller) {
              read += 1
              await ended
              controller.close()
            },
          },
          { highWaterMark: 0 },
        )
        return app.request(`${own}/papers?kind=plan`, {
          method: 'POST',
          headers: {
            'x-person': firm.person.id,
            origin: 'http://localhost',
            ...named('a.pdf'),
            'idempotency-key': key,
          },
          body,
          duplex: 'half',
        } as RequestInit)
      }
      const four = [1, 2, 3, 4].map(at => bringSlowly(`bring-paper-${at}`))
      while (read < 4) await new Promise(resolve => setTimeout(resolve, 5))
      const fifth = await bringSlowly('bring-paper-5')
      expect([fifth.status, read]).toEqual([503, 4])
      end()
      expect((await Promise.all(four)).map(({ status }) => status)).toEqual([422, 422, 422, 422])
    })

    it('C35: come back as an attachment that opens nothing', async () => {
      const { firm, own } = await scene()
      const content = pdf()
      const { status, body } = await bring(firm, own, content)
      expect(status).toBe(201)
      expect(PaperShape.parse(body)).toEqual(body)
      expect((await bring(firm, own, content)).status).toBe(200)
      const response = await send(firm, 'GET', `${own}/papers/${body.id}/content`)
      expect(Buffer.compare(Buffer.from(await response.arrayBuffer()), content)).toBe(0)
      const headers = Object.fromEntries(response.headers)
      expect(headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="______ ____.pdf"; filename*=UTF-8''%EC%82%AC%EC%97%85%EC%9E%90%EB%93%B1%EB%A1%9D%EC%A6%9D%20%28%EC%9B%90%EB%B3%B8%29.pdf`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'content-security-policy': "sandbox; default-src 'none'",
      })
      expect((await ask(firm, 'DELETE', `${own}/papers/${body.id}`)).status).toBe(204)
      expect((await ask(firm, 'GET', `${own}/papers/${body.id}/content`)).status).toBe(404)
    })

    it('C31: may be as large as a paper, other bodies may not', async () => {
      const { firm, own } = await scene()
      const text = Buffer.alloc(20_000_000, 'a\n')
      expect((await bring(firm, own, text, 'long.txt')).status).toBe(201)
      expect((await bring(firm, own, Buffer.concat([text, text]), 'longer.txt')).status).toBe(413)
      const facts = [{ name: 'industry', value: 'x'.repeat(300_000), asOf: '2026-05-01' }]
      expect((await ask(firm, 'POST', `${own}/facts`, { facts })).status).toBe(413)
    })

    it('are refused with what would be right', async () => {
      const { firm, own } = await scene()
      expect(await bring(firm, own, pdf('<< /S /JavaScript >>'))).toMatchObject({
        status: 422,
        body: { fields: [{ field: '/body', wrong: 'program: it holds a macro, script or action; save it without' }] },
      })
      for (const [path, headers] of [
        ['papers', named('a.pdf')],
        ['papers?kind=Not%20a%20kind', named('a.pdf')],
        ['papers?kind=plan&more=1', named('a.pdf')],
        ['papers?kind=plan', { 'content-type': 'application/pdf' }],
        ['papers?kind=plan', { 'content-type': 'application/pdf', 'content-disposition': 'attachment' }],
        ['papers?kind=plan', { 'content-disposition': "attachment; filename*=UTF-8''%E0%A4%A" }],
      ] as const)
        expect(await ask(firm, 'POST', `${own}/${path}`, pdf(), headers)).toMatchObject({ status: 422 })
      expect((await ask(firm, 'GET', `${own}/dossier`)).body.papers).toEqual([])
    })

    it('T2 C17: are for an agency while consent stands; after that, and to others, as if they had never been', async () => {
      const { database, firm, own, link, receiver, desk } = await scene()
      const { body: paper } = await bring(firm, own, pdf())
      const { consents } = await addHandedOn(database, { firm: firm.capacity.firm, person: firm.person.id }, link, {
        papers: [paper.id],
      })
      const path = `${desk}/papers/${paper.id}/content`
      expect((await send(receiver, 'GET', path)).status).toBe(422)
      expect((await send(receiver, 'GET', `${path}?reason=%EA%B2%80%ED%86%A0`)).status).toBe(200)
      const looks = await ask(firm, 'GET', `${own}/looks`)
      expect(LooksShape.parse(looks.body)).toEqual(looks.body)
      expect(looks.body.looks).toMatchObject([{ operation: 'read paper', reason: '검토', agency: link.toAgency }])
      await withdraw(database, consents)
      const plain = async (path: string) => {
        const { status, body, headers } = await ask(receiver, 'GET', path)
        return { status, body, headers: Object.fromEntries(headers) }
      }
      const hidden = await plain(`${path}?reason=again`)
      expect(hidden.status).toBe(404)
      expect(hidden).toEqual(await plain(`${desk}/papers/${randomUUID()}/content?reason=again`))
      const other = desk.replace(firm.capacity.firm, randomUUID())
      expect(hidden).toEqual(await plain(`${other}/papers/${paper.id}/content?reason=again`))
      expect(await plain(`${desk}/dossier`)).toEqual(await plain(`${other}/dossier`))
    })
  })

  it('is for nobody else: not for another firm, not for who is signed in as no one', async () => {
    const { own, database } = await scene()
    const other = await addFirm(database)
    for (const [method, path, body] of [
      ['GET', 'dossier'],
      ['GET', 'dossier/export'],
      ['GET', 'looks'],
      ['POST', 'facts', { facts: [] }],
      ['POST', 'match', {}],
    ] as const) {
      expect((await ask(other, method, `${own}/${path}`, body)).status).toBe(404)
      expect((await app.request(`${own}/${path}`, { method, headers: { origin: 'http://localhost' } })).status).toBe(
        401,
      )
    }
  })

  it('is taken along as one file', async () => {
    const { firm, own } = await scene()
    await ask(firm, 'POST', `${own}/facts`, { facts: [{ name: 'employees', value: 5, asOf: '2026-05-01' }] })
    const taken = await ask(firm, 'GET', `${own}/dossier/export`)
    expect(taken.headers.get('content-disposition')).toMatch(/^attachment; filename="dossier-\d+-2026-06-01.json"/)
    expect(DossierTakenShape.parse(taken.body)).toEqual(taken.body)
  })

  it('takes from an agency what a registry says, under consent', async () => {
    const { database, firm, own, link, receiver, desk } = await scene()
    const recorded = {
      source: 'registry',
      sourceName: '공장등록',
      facts: [{ name: 'employees', value: 5, asOf: '2026-05-01' }],
    }
    expect((await ask(receiver, 'POST', `${desk}/facts`, recorded)).status).toBe(404)
    await addHandedOn(database, { firm: firm.capacity.firm, person: firm.person.id }, link, {})
    const answer = await ask(receiver, 'POST', `${desk}/facts`, recorded)
    expect(answer.status).toBe(201)
    const took = {
      programme: link.toProgramme,
      edition: '2026',
      outcome: 'selected',
      on: '2026-05-01',
      source: 'decision',
    }
    expect((await ask(receiver, 'POST', `${desk}/participations`, took)).status).toBe(201)
    expect((await ask(firm, 'GET', `${own}/dossier`)).body).toMatchObject({
      facts: [{ name: 'employees', source: 'registry', agency: link.toAgency, own: false }],
      participations: [{ source: 'decision', own: false }],
    })
    const fact = answer.body.facts[0].id
    expect((await ask(firm, 'DELETE', `${own}/facts/${fact}`)).status).toBe(404)
    expect((await ask(receiver, 'DELETE', `${desk}/facts/${fact}`)).status).toBe(204)
  })
})
