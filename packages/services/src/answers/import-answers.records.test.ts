import type { Database } from '@ieum/storage'
import { describeInBothHomes } from '@ieum/storage/testing'
import { beforeAll, expect, it } from 'vitest'
import { newSigningKey, type Signer, signerOf } from '../decisions/signer.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { caseIn, consentedCase, firmThatCompleted, move } from '../testing/cases.ts'
import { koreanCatalogue } from '../testing/catalogue.ts'
import { addAgreedLink, addOfficer } from '../testing/world.ts'
import { importAnswers } from './import-answers.ts'

let catalogue: OpenCatalogue
let signer: Signer
beforeAll(async () => {
  catalogue = await koreanCatalogue()
  signer = await signerOf(await newSigningKey())
}, 60_000)

async function scene(database: Database, count: number) {
  const needs = { database, catalogue, signer }
  const link = await addAgreedLink(database)
  const sender = await addOfficer(database, link.fromAgency, 'desk-officer')
  const receiver = await addOfficer(database, link.toAgency, 'desk-officer')
  const cases = []
  for (let i = 0; i < count; i += 1) {
    const firm = await firmThatCompleted(database, link)
    const one = await consentedCase(needs, { link, sender, firm })
    await move(needs, sender, one.id, { move: 'send' })
    cases.push(one)
  }
  return { needs, sender, receiver, cases }
}

describeInBothHomes('a table of answers', open => {
  it('is carried out row by row', async () => {
    const database = open()
    const { needs, receiver, cases } = await scene(database, 3)
    const [a, b, c] = cases as [{ id: string; number: string }, (typeof cases)[0], (typeof cases)[0]]
    const table = `\uFEFFnumber,answer,reason,note\r\n${a.number},accept,,\r\n${b.number.toLowerCase()},decline,places-full,"내년에, 다시"\r\n\r\n${c.number},receive,,\r\n`
    const imported = await importAnswers(needs, receiver, table)
    expect(imported.is).toBe('imported')
    expect(await Promise.all([a, b, c].map(async ({ id }) => (await caseIn(database, id)).state))).toEqual([
      'accepted',
      'declined',
      'received',
    ])
  })

  it('changes nothing when one row is wrong, and says what is wrong in each', async () => {
    const database = open()
    const { needs, sender, receiver, cases } = await scene(database, 2)
    const [a, b] = cases as [{ id: string; number: string }, (typeof cases)[0]]
    const table = [
      'answer,number,reason',
      `accept,${a.number},`,
      'maybe,,',
      `decline,${b.number},because`,
      `accept,${a.number},`,
    ]
    expect(await importAnswers(needs, receiver, table.join('\n'))).toEqual({
      is: 'faulty',
      faults: [
        { line: 3, column: 'number', wrong: 'the number of a referral is needed' },
        { line: 3, column: 'answer', wrong: 'one of receive, accept, decline, return' },
        { line: 4, column: 'reason', wrong: expect.stringContaining('places-full') },
        { line: 5, column: 'number', wrong: 'stands in line 2 already' },
      ],
    })
    // Well written, but one is not theirs to answer.
    const mixed = `number,answer\n${a.number},accept\nZZZZ-ZZZZ,accept`
    expect(await importAnswers(needs, receiver, mixed)).toMatchObject({ is: 'faulty', faults: [{ line: 3 }] })
    expect(await importAnswers(needs, sender, `number,answer\n${a.number},accept`)).toMatchObject({ is: 'faulty' })
    expect((await caseIn(database, a.id)).state).toBe('sent')
  })

  it('T4: answers the same for a case of others as for one that does not exist', async () => {
    const database = open()
    const { needs, cases } = await scene(database, 1)
    const stranger = await addOfficer(database, 'mss', 'desk-officer')
    const ask = (number: string) => importAnswers(needs, stranger, `number,answer\n${number},accept`)
    expect(await ask(cases[0]!.number)).toEqual(await ask('ZZZZ-ZZZZ'))
  })

  it('is read only with columns that it knows, from those who may answer', async () => {
    const database = open()
    const { needs, receiver } = await scene(database, 0)
    expect(await importAnswers(needs, receiver, 'number,verdict\nA,b')).toMatchObject({
      faults: [
        { line: 1, column: 'answer' },
        { line: 1, column: null },
      ],
    })
    expect(await importAnswers(needs, receiver, '')).toMatchObject({ is: 'faulty' })
    expect(await importAnswers(needs, receiver, 'number,answer\n')).toMatchObject({ is: 'faulty' })
    const auditor = await addOfficer(database, 'kpic', 'auditor')
    expect(await importAnswers(needs, auditor, 'number,answer\nA,accept')).toEqual({ is: 'not allowed' })
  })
})
