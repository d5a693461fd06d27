import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newSigningKey, publicKeyOf, signerOf } from '@ieum/services'
import { addOfficer, inTheHouse, koreanCatalogue, on } from '@ieum/services/testing'
import { describeInBothHomes } from '@ieum/storage/testing'
import { expect, it } from 'vitest'
import { createApp } from '../app.ts'
import { workHere } from '../firm-work.ts'
import { openKeeper } from './keeper.ts'

describeInBothHomes('whoever keeps the installation, through the running server,', open => {
  it('makes others known, sees them, and removes them; nobody else does', async () => {
    const home = mkdtempSync(join(tmpdir(), 'ieum-keeper-'))
    const catalogue = await koreanCatalogue()
    const today = () => on
    const keeper = openKeeper(home, { database: open(), catalogue: async () => catalogue, today })
    const app = createApp({
      catalogue,
      work: workHere(catalogue),
      today,
      keeper,
      report: error => {
        throw error
      },
    })
    const token = readFileSync(join(home, 'keeper-token'), 'utf8')
    const ask = async (path: string, body?: object, as = token) => {
      const answer = await app.request(`/api/keeper/installations${path}`, {
        headers: { authorization: `Bearer ${as}`, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { method: 'POST', body: JSON.stringify(body) }),
      })
      return { status: answer.status, body: await answer.json() }
    }
    const { publicJwk } = await signerOf(await newSigningKey())
    const motie = {
      id: 'motie',
      name: '산업통상부',
      baseUrl: 'https://ieum.motie.example',
      publicKey: publicKeyOf(publicJwk),
      agencies: ['kpic', 'kiat'],
      oldKeyUntil: '2026-08-30',
    }
    const contacts = () =>
      inTheHouse(open(), tx => tx.selectFrom('agency_contact').select(['agency', 'way', 'installation_id']).execute())
    try {
      for (const [path, body] of [[''], ['', motie], ['/removal', { id: 'motie' }]] as const)
        expect((await ask(path, body, 'wrong')).status).toBe(401)
      await addOfficer(open(), 'kiat', 'desk-officer')
      expect(await ask('', motie)).toEqual({ status: 200, body: { is: 'known', id: 'motie', agenciesHere: ['kiat'] } })
      // Who has a desk here says himself where it answers.
      expect(await contacts()).toEqual([{ agency: 'kpic', way: 'installation', installation_id: 'motie' }])
      expect(await ask('')).toMatchObject({
        status: 200,
        body: { installations: [{ id: 'motie', name: '산업통상부' }] },
      })
      expect(await ask('', { ...motie, id: 'other' })).toMatchObject({
        body: { is: 'spoken for already', agencies: ['kpic', 'kiat'] },
      })
      expect(await ask('', { ...motie, baseUrl: 'http://ieum.motie.example' })).toMatchObject({
        body: { is: 'wrong', fields: [{ field: '/baseUrl' }] },
      })
      expect(await ask('', { ...motie, extra: 1 })).toMatchObject({ status: 422 })
      expect(await ask('/removal', { id: 'motie' })).toMatchObject({ body: { is: 'removed', underWay: 0 } })
      expect(await ask('/removal', { id: 'motie' })).toMatchObject({ body: { is: 'no such installation' } })
      expect(await ask('')).toMatchObject({ body: { installations: [] } })
      expect(await contacts()).toEqual([{ agency: 'kpic', way: 'desk', installation_id: null }])
    } finally {
      keeper.close()
      rmSync(home, { recursive: true })
    }
  })
})
