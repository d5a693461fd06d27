import { createPublicKey, verify } from 'node:crypto'
import type { Person } from '@ieum/services'
import { addAgreedLink, addFirm, addOfficer, addParticipation } from '@ieum/services/testing'
import { describeInBothHomes } from '@ieum/storage/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import type { App } from '../app.ts'
import { AgreementInFullShape, AgreementsShape, FiguresShape, KeysShape } from './agreement-shapes.ts'
import { DecisionsShape } from './decision-shapes.ts'

type Officer = Awaited<ReturnType<typeof addOfficer>>

const terms = {
  fromProgramme: 'mss-automation-process',
  outcome: 'completed',
  toProgramme: 'motie-root-intelligent-process',
  kind: 'preferred',
  daysToAnswer: 10,
  remindBefore: 2,
  expireAfter: 20,
  places: null,
  waives: [],
  accepts: ['root'],
  legalBasis: '협약 제3조',
  purpose: { ko: '다음 단계', en: 'next step' },
  councilTask: 'T7',
  validFrom: '2026-01-01',
  validTo: null,
}

import { deskAppFor } from './testing/desk-app-for.ts'

describeInBothHomes('links over HTTP', open => {
  let app: App
  let people: Map<string, Person>

  beforeEach(async () => {
    ;({ app, people } = await deskAppFor(open()))
  })

  async function raw(who: { person: Person } | null, method: string, path: string, body?: unknown): Promise<Response> {
    if (who) people.set(who.person.id, who.person)
    return app.request(path, {
      method,
      headers: {
        ...(who && { 'x-person': who.person.id }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  }
  async function ask(who: { person: Person } | null, method: string, path: string, body?: unknown) {
    const response = await raw(who, method, path, body)
    return { status: response.status, body: response.status === 204 ? null : await response.json() }
  }
  const at = ({ capacity }: Officer) => `/api/posts/${capacity.post}`

  it('a link is drawn up, signed by four, read by both and ended', async () => {
    const owner = await addOfficer(open(), 'tipa', 'programme-owner')
    const approver = await addOfficer(open(), 'tipa', 'approver')
    const otherOwner = await addOfficer(open(), 'kpic', 'programme-owner')
    const otherApprover = await addOfficer(open(), 'kpic', 'approver')
    const start = 'mss-automation-process-to-motie-root-intelligent-process'
    expect(await ask(owner, 'GET', `${at(owner)}/links/${start}/draft`)).toMatchObject({
      status: 200,
      body: { terms: { fromProgramme: terms.fromProgramme, toProgramme: terms.toProgramme, councilTask: 'T7' } },
    })
    const drafted = await ask(owner, 'POST', `${at(owner)}/agreements`, { terms, fromLink: start })
    expect(drafted).toMatchObject({ status: 201, body: { version: 1, changed: 1 } })
    const { agreement } = drafted.body
    const path = (who: Officer) => `${at(who)}/agreements/${agreement}`
    expect(await ask(owner, 'PUT', path(owner), { changed: 1, terms: { ...terms, places: 30 } })).toEqual({
      status: 200,
      body: { changed: 2 },
    })
    expect(await ask(owner, 'PUT', path(owner), { changed: 1, terms })).toMatchObject({ status: 409 })
    expect(await ask(otherOwner, 'GET', path(otherOwner))).toMatchObject({ status: 404 })
    const move = (who: Officer, move: string, changed: number, reason?: string) =>
      ask(who, 'POST', `${path(who)}/moves`, { move, changed, ...(reason && { reason }) })
    expect(await move(approver, 'propose', 2)).toMatchObject({ status: 403 })
    await move(owner, 'propose', 2)
    await move(approver, 'offer', 3)
    await move(otherOwner, 'review', 4)
    expect(await move(otherApprover, 'agree', 5)).toEqual({ status: 200, body: { state: 'agreed', changed: 6 } })
    expect(await move(otherApprover, 'agree', 5)).toMatchObject({ status: 409 })

    const { body: read } = await ask(otherOwner, 'GET', path(otherOwner))
    expect(AgreementInFullShape.parse(read)).toMatchObject({ inForce: true, places: 30 })
    const { body: list } = await ask(owner, 'GET', `${at(owner)}/agreements?side=from&inForceOn=2026-06-01`)
    expect(AgreementsShape.parse(list).agreements.map(({ id }) => id)).toEqual([agreement])
    expect(await ask(owner, 'POST', `${path(owner)}/versions`, { terms: { ...terms, daysToAnswer: 5 } })).toMatchObject(
      {
        status: 201,
        body: { version: 2 },
      },
    )
    expect(await move(otherApprover, 'end', 6)).toMatchObject({ status: 422, body: { fields: [{ field: '/reason' }] } })
    expect(await move(otherApprover, 'end', 6, '사업 종료')).toMatchObject({ body: { state: 'ended' } })
  })

  it('C33: every field that is wrong is named, one too many as well, and nothing is kept', async () => {
    const owner = await addOfficer(open(), 'tipa', 'programme-owner')
    const fields = async (body: unknown) => {
      const answer = await ask(owner, 'POST', `${at(owner)}/agreements`, body)
      return [answer.status, ...(answer.body.fields ?? []).map(({ field }: { field: string }) => field)]
    }
    expect(await fields({ terms: { ...terms, waives: ['none'], legalBasis: ' ' } })).toEqual([
      422,
      '/terms/waives/0',
      '/terms/legalBasis',
    ])
    expect(await fields({ terms: { ...terms, daysToAnswer: 0, state: 'agreed' } })).toEqual([
      422,
      '/terms/daysToAnswer',
      '/terms',
    ])
    expect(await fields({ terms, constructor: 1 })).toEqual([422, '/'])
    expect(await ask(owner, 'GET', `${at(owner)}/agreements`)).toMatchObject({ body: { agreements: [] } })
    expect(await ask(owner, 'GET', `${at(owner)}/agreements?states=agreed`)).toMatchObject({ status: 422 })
  })

  it('a decision is signed, checked by the public key alone, and taken back', async () => {
    const owner = await addOfficer(open(), 'tipa', 'programme-owner')
    const firm = await addFirm(open())
    await addAgreedLink(open(), { accepts: ['root'] })
    await addParticipation(open(), firm.capacity.firm, { agency: 'tipa', programme: 'mss-automation-process' })
    const asked = {
      firm: firm.capacity.firm,
      programme: 'motie-root-intelligent-process',
      criterion: 'root',
      verdict: 'met',
      on: '2026-05-20',
      until: null,
    }
    const { status, body: decision } = await ask(owner, 'POST', `${at(owner)}/decisions`, asked)
    expect(status).toBe(201)
    const { body: keys } = await ask(null, 'GET', '/api/keys')
    expect(KeysShape.parse(keys)).toEqual(keys)
    expect(Object.keys(keys.keys[0]).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x'])
    // By another library than the one that signed it.
    const [header, payload, signature] = decision.signature.split('.')
    const key = createPublicKey({ key: keys.keys[0], format: 'jwk' })
    expect(verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url'))).toBe(true)
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({
      is: 'decision',
      id: decision.id,
      verdict: 'met',
      until: null,
    })
    const mine = `/api/firms/${firm.capacity.firm}/decisions`
    expect(DecisionsShape.parse((await ask(firm, 'GET', mine)).body).decisions).toEqual([
      { ...decision, signatureHolds: true },
    ])
    const ofFirm = `${at(owner)}/firms/${firm.capacity.firm}/decisions`
    expect(await ask(owner, 'GET', ofFirm)).toMatchObject({ status: 200 })
    expect(await ask(owner, 'POST', `${at(owner)}/decisions`, { ...asked, criterion: 'none' })).toMatchObject({
      status: 422,
      body: { fields: [{ field: '/criterion' }] },
    })
    expect(await ask(owner, 'POST', `${at(owner)}/decisions`, { ...asked, criterion: 'own-call' })).toMatchObject({
      status: 409,
    })
    const revoke = () => ask(owner, 'POST', `${at(owner)}/decisions/${decision.id}/revocation`, { reason: '착오' })
    expect(await revoke()).toMatchObject({ status: 204 })
    expect(await revoke()).toMatchObject({ status: 409 })
    const stranger = await addOfficer(open(), 'kosmes', 'programme-owner')
    const missing = '00000000-0000-4000-8000-000000000000'
    const hidden = [
      await ask(stranger, 'POST', `${at(stranger)}/decisions`, asked),
      await ask(stranger, 'POST', `${at(stranger)}/decisions`, { ...asked, firm: missing }),
      await ask(stranger, 'GET', `${at(stranger)}/firms/${asked.firm}/decisions`),
      await ask(stranger, 'POST', `${at(stranger)}/decisions/${decision.id}/revocation`, { reason: '착오' }),
      await ask(stranger, 'POST', `${at(stranger)}/decisions/${missing}/revocation`, { reason: '착오' }),
    ]
    expect(new Set(hidden.map(answer => JSON.stringify(answer))).size).toBe(1)
    expect(hidden[0]?.status).toBe(404)
  })

  describe('figures', () => {
    it('are answered as rows, as CSV and as Parquet', async () => {
      await addAgreedLink(open())
      const officer = await addOfficer(open(), 'tipa', 'desk-officer')
      const span = 'from=2026-05-01&to=2026-05-31'
      const { body } = await ask(officer, 'GET', `${at(officer)}/figures?${span}`)
      expect(FiguresShape.parse(body).figures).toMatchObject([{ sent: 0, medianDays: null }])
      const csv = await raw(officer, 'GET', `${at(officer)}/figures/file?${span}&format=csv`)
      expect(csv.headers.get('content-disposition')).toMatch(/^attachment; filename="links-2026-05-01-2026-05-31\.csv"/)
      expect(csv.headers.get('x-content-type-options')).toBe('nosniff')
      expect(new Uint8Array(await csv.clone().arrayBuffer()).slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]))
      expect((await csv.text()).split('\r\n')[0]).toMatch(/link,from_agency,/)
      const parquet = await raw(officer, 'GET', `${at(officer)}/figures/file?${span}&format=parquet`)
      expect(new TextDecoder().decode((await parquet.arrayBuffer()).slice(0, 4))).toBe('PAR1')
      expect(await ask(officer, 'GET', `${at(officer)}/figures?from=2026-05-31&to=2026-05-01`)).toMatchObject({
        status: 422,
        body: { fields: [{ field: '/to' }] },
      })
      expect(await ask(officer, 'GET', `${at(officer)}/figures/file?${span}&format=x';drop`)).toMatchObject({
        status: 422,
      })
    })

    it('T14: a list is given only to who says what for', async () => {
      const officer = await addOfficer(open(), 'kpic', 'desk-officer')
      const asked = { side: 'received', from: '2026-05-01', to: '2026-05-31', format: 'csv' }
      const path = `${at(officer)}/referrals/export`
      expect(await ask(officer, 'POST', path, asked)).toMatchObject({
        status: 422,
        body: { fields: [{ field: '/purpose' }] },
      })
      const given = await raw(officer, 'POST', path, { ...asked, purpose: '5월 실적 보고' })
      expect([given.status, given.headers.get('cache-control')]).toEqual([200, 'no-store'])
      const approver = await addOfficer(open(), 'kpic', 'approver')
      expect(
        await ask(approver, 'POST', `${at(approver)}/referrals/export`, { ...asked, purpose: '5월 실적 보고' }),
      ).toMatchObject({ status: 403 })
    })
  })
})
