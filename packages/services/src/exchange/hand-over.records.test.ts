import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Database } from '@ieum/storage'
import { describeInBothHomes } from '@ieum/storage/testing'
import { beforeAll, expect, it } from 'vitest'
import { newSigningKey, type Signer, signerOf } from '../decisions/signer.ts'
import { whoLooked } from '../dossier/who-looked.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { caseIn, consentedCase, firmThatCompleted, move } from '../testing/cases.ts'
import { koreanCatalogue } from '../testing/catalogue.ts'
import { addAgreedLink, addOfficer, inTheHouse, on } from '../testing/world.ts'
import { publicKeyOf } from './description.ts'
import { exchangeSender } from './exchange-sender.ts'
import { knowInstallation } from './know-installation.ts'

let catalogue: OpenCatalogue
let signer: Signer
beforeAll(async () => {
  catalogue = await koreanCatalogue()
  signer = await signerOf(await newSigningKey())
}, 60_000)

/** A case that waits to be sent to an agency at another installation. */
async function scene(database: Database, baseUrl = 'https://there.example') {
  const needs = { database, catalogue, signer }
  const link = await addAgreedLink(database)
  const there = { id: 'there', name: '산업부', baseUrl, publicKey: publicKeyOf(signer.publicJwk), agencies: ['kpic'] }
  expect(await knowInstallation({ database }, there)).toEqual({ is: 'known', id: 'there' })
  const sender = await addOfficer(database, link.fromAgency, 'desk-officer')
  const firm = await firmThatCompleted(database, link)
  const { id } = await consentedCase(needs, { link, sender, firm })
  return { needs, sender, firm, id }
}

const waiting = (database: Database) =>
  inTheHouse(database, tx => tx.selectFrom('delivery').selectAll().where('channel', '=', 'exchange').execute())

describeInBothHomes('a firm that is handed to another installation', open => {
  it('C40: sees that its records left the house, for whom and by which of its consents', async () => {
    const { needs, sender, firm, id } = await scene(open())
    await move(needs, sender, id, { move: 'send' })
    const read = await whoLooked(needs, firm)
    if (read.is !== 'read') throw new Error(read.is)
    const handed = read.looks.filter(({ reason }) => reason === 'handed to 산업부')
    expect(handed).toMatchObject([{ agency: 'tipa', operation: 'send referral', basis: { is: 'consent' } }])
    const { basis } = handed[0]!
    expect(basis.is === 'consent' && basis.consents.map(({ kind }) => kind).sort()).toEqual(['hand-off', 'outcome'])
  })

  it('T2: leaves nothing that its consent allowed until yesterday', async () => {
    const database = open()
    let came = 0
    const there = createServer((_, response) => {
      came += 1
      response.writeHead(403).end()
    })
    await new Promise<void>(ready => there.listen(0, '127.0.0.1', ready))
    try {
      const { needs, sender, id } = await scene(database, `http://127.0.0.1:${(there.address() as AddressInfo).port}`)
      await move(needs, sender, id, { move: 'send' })
      const [delivery] = await waiting(database)
      const send = (day: string) =>
        exchangeSender({ ...needs, installation: 'here', today: () => day })(delivery!, new Date())
      expect(await send('2027-01-01')).toEqual({ is: 'delivered', receipt: { is: 'nothing to send any more' } })
      expect(came).toBe(0)
      expect(await send('2026-12-31')).toEqual({ is: 'not now', why: 'answered 403' })
      expect(came).toBe(1)
    } finally {
      there.close()
    }
  })

  it('is not sent with more than a message holds, and who sends it is told', async () => {
    const database = open()
    const { needs, sender, firm, id } = await scene(database)
    await inTheHouse(database, tx =>
      tx
        .insertInto('fact')
        .values({
          firm_id: firm.capacity.firm,
          name: 'industry',
          value: JSON.stringify('가'.repeat(250_000)),
          source: 'entered',
          source_name: 'firm',
          as_of: on,
          recorded_by: firm.person.id,
        })
        .execute(),
    )
    expect(await move(needs, sender, id, { move: 'send' })).toEqual({
      is: 'cannot be passed on',
      why: 'it is more than one message holds',
    })
    expect(await caseIn(database, id)).toMatchObject({ state: 'consented' })
    expect(await waiting(database)).toEqual([])
  })
})

describeInBothHomes('two installations that are made known at once', open => {
  it('T4: do not both come to speak for one agency', async () => {
    const database = open()
    const publicKey = publicKeyOf(signer.publicJwk)
    const know = (id: string, agency: string) =>
      knowInstallation({ database }, { id, name: id, baseUrl: `https://${id}.example`, publicKey, agencies: [agency] })
    // Connections are open: the first that asks has no head start.
    await Promise.all(['w1', 'w2', 'w3', 'w4'].map(id => know(id, `${id}-agency`)))
    for (const agency of ['one', 'two', 'three', 'four']) {
      const made = await Promise.all([know(`${agency}-a`, agency), know(`${agency}-b`, agency)])
      expect(made.map(({ is }) => is).sort()).toEqual(['known', 'spoken for already'])
    }
  })
})
