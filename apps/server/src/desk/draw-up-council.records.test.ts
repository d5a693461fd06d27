import type { Person } from '@ieum/services'
import { addOfficer } from '@ieum/services/testing'
import { describeInBothHomes } from '@ieum/storage/testing'
import { beforeEach, expect, it } from 'vitest'
import type { App } from '../app.ts'
import { deskAppFor } from './testing/desk-app-for.ts'

type Officer = Awaited<ReturnType<typeof addOfficer>>

const asked = {
  name: '뿌리산업 협의회',
  kind: 'policy',
  seats: [
    { agency: 'mss', title: '제조혁신과장', kind: 'chair' },
    { agency: 'motie', title: '산업정책과장' },
  ],
}

describeInBothHomes('a council that is drawn up over HTTP', open => {
  let app: App
  let people: Map<string, Person>
  let secretary: Officer

  beforeEach(async () => {
    ;({ app, people } = await deskAppFor(open()))
    secretary = await addOfficer(open(), 'mss', 'secretary')
  })

  async function ask({ person, capacity }: Officer, method: string, path: string, body?: unknown) {
    people.set(person.id, person)
    const response = await app.request(`/api/posts/${capacity.post}${path}`, {
      method,
      headers: { 'x-person': person.id, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: await response.json() }
  }

  it('is there for its agencies alone, and for everyone once its secretary has opened it', async () => {
    const drawnUp = await ask(secretary, 'POST', '/councils/draw-up', asked)
    expect(drawnUp).toEqual({ status: 201, body: { council: 'mss-policy' } })
    const seated = await addOfficer(open(), 'motie', 'secretary')
    const stranger = await addOfficer(open(), 'kosmes', 'secretary')
    expect(await ask(seated, 'GET', '/councils/mss-policy')).toMatchObject({ status: 200, body: { openFrom: null } })
    expect(await ask(stranger, 'GET', '/councils/mss-policy')).toMatchObject({ status: 404 })
    expect(await ask(stranger, 'GET', '/councils')).toMatchObject({ body: { councils: [] } })
    expect((await app.request('/api/councils/mss-policy')).status).toBe(404)
    const opening = { what: 'council', id: 'mss-policy', openFrom: secretary.on }
    expect(await ask(secretary, 'PUT', '/councils/mss-policy/openings', opening)).toMatchObject({ status: 200 })
    expect((await app.request('/api/councils/mss-policy')).status).toBe(200)
  })

  it('is said of the catalogue beforehand how much it begins with', async () => {
    const { body } = await ask(secretary, 'GET', '/councils')
    expect(body.catalogue).toContainEqual(expect.objectContaining({ id: 'mss-motie', seats: 19, sessions: 1 }))
  })

  it.each<[string, object, string]>([
    ['without a name', { name: ' ' }, '/name'],
    ['of a kind that is none', { kind: 'club' }, '/kind'],
    ['with a day that is none', { foundedOn: '2026-02-30' }, '/foundedOn'],
    ['with a day to come', { foundedOn: '2999-01-01' }, '/foundedOn'],
    ['with a quorum of more than everyone', { quorum: { seats: 2, everyAgency: true } }, '/quorum/seats'],
    ['with one seat', { seats: [asked.seats[0]] }, '/seats'],
    ['with a seat without a title', { seats: [asked.seats[0], { agency: 'motie', title: '' }] }, '/seats/1/title'],
    [
      'with a seat of an agency that is none',
      { seats: [...asked.seats, { agency: 'x', title: '장' }] },
      '/seats/2/agency',
    ],
  ])('is refused by the field: %s', async (_, wrong, field) => {
    const { status, body } = await ask(secretary, 'POST', '/councils/draw-up', { ...asked, ...wrong })
    expect([status, body.fields.map((fault: { field: string }) => fault.field)]).toEqual([422, [field]])
    expect(await ask(secretary, 'GET', '/councils')).toMatchObject({ body: { councils: [] } })
  })

  it('takes no field that it does not know, and no second of the same name', async () => {
    const withPost = { ...asked, secretariat: 'motie' }
    expect(await ask(secretary, 'POST', '/councils/draw-up', withPost)).toMatchObject({ status: 422 })
    await ask(secretary, 'POST', '/councils/draw-up', asked)
    expect(await ask(secretary, 'POST', '/councils/draw-up', asked)).toMatchObject({
      status: 422,
      body: { fields: [{ field: '/name' }] },
    })
  })
})
