import type { Database } from '@ieum/storage'
import { describeInBothHomes } from '@ieum/storage/testing'
import { beforeAll, expect, it } from 'vitest'
import { newSigningKey, type Signer, signerOf } from '../decisions/signer.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { consentedCase, firmThatCompleted, move } from '../testing/cases.ts'
import { koreanCatalogue } from '../testing/catalogue.ts'
import { addAgreedLink, addOfficer, inTheHouse } from '../testing/world.ts'
import { exportReferral, proofTable } from './export-referral.ts'

let catalogue: OpenCatalogue
let signer: Signer
beforeAll(async () => {
  catalogue = await koreanCatalogue()
  signer = await signerOf(await newSigningKey())
}, 60_000)

async function scene(database: Database) {
  const needs = { database, catalogue, signer }
  const link = await addAgreedLink(database)
  const sender = await addOfficer(database, link.fromAgency, 'desk-officer')
  const receiver = await addOfficer(database, link.toAgency, 'desk-officer')
  const firm = await firmThatCompleted(database, link)
  const one = await consentedCase(needs, { link, sender, firm })
  await move(needs, sender, one.id, { move: 'send' })
  return { needs, sender, receiver, firm, ...one }
}

const purpose = '심사위원회 자료'

describeInBothHomes('a case as a file', open => {
  it('T14, C40: is given to who says what for, and noted with the firm', async () => {
    const database = open()
    const { needs, receiver, id, number } = await scene(database)
    expect(await exportReferral(needs, receiver, id, { purpose: ' 왜 ' })).toMatchObject({
      is: 'faulty',
      fields: [{ field: '/purpose' }],
    })
    const taken = await exportReferral(needs, receiver, id, { purpose: `${purpose} ` })
    if (taken.is !== 'exported') throw new Error(taken.is)
    expect(taken.case).toMatchObject({ number, firm: { name: expect.any(String) } })
    const looks = await inTheHouse(database, tx =>
      tx
        .selectFrom('access_entry')
        .select(['operation', 'reason'])
        .where('post_id', '=', receiver.capacity.post)
        .execute(),
    )
    expect(looks).toEqual([{ operation: 'export referrals', reason: purpose }])

    const { columns, rows } = proofTable(taken.case, catalogue)
    expect(rows).toHaveLength(taken.case.proof!.criteria.length)
    const cell = (row: (typeof rows)[number], name: string) => row[columns.findIndex(column => column.name === name)]
    expect(
      rows
        .map(row => cell(row, 'known'))
        .filter(Boolean)
        .join(),
    ).toContain('root_industry = true (entered, 2026-05-01)')
  })

  it('T1, T2: holds nothing of the firm for others, nor once it withdrew', async () => {
    const database = open()
    const { needs, receiver, firm, id } = await scene(database)
    const stranger = await addOfficer(database, 'kosmes', 'desk-officer')
    const none = { is: 'no such referral' }
    for (const who of [stranger, await addOfficer(database, receiver.capacity.agency, 'approver')])
      expect(await exportReferral(needs, who, id, { purpose })).toEqual(none)
    expect(await exportReferral(needs, stranger, '00000000-0000-4000-8000-000000000000', { purpose })).toEqual(none)
    await move(needs, firm, id, { move: 'withdraw' })
    const after = await exportReferral(needs, receiver, id, { purpose })
    expect(after).toMatchObject({ case: { firm: null, proof: null, papers: [], decisions: [] } })
  })
})
