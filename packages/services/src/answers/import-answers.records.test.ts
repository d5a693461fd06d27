import type { Database } from '@ieum/storage'
import { describeInBothHomes } from '@ieum/storage/testing'
import { beforeAll, expect, it } from 'vitest'
import { newSigningKey, type Signer, signerOf } from '../decisions/signer.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { csvOf } from '../tables/csv.ts'
import { caseIn, consentedCase, firmThatCompleted, move } from '../testing/cases.ts'
import { koreanCatalogue } from '../testing/catalogue.ts'
import { addAgreedLink, addOfficer, inTheHouse } from '../testing/world.ts'
import { answerSheet } from './answer-sheet.ts'
import { checkAnswers } from './check-answers.ts'
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
    expect(await importAnswers(needs, receiver, table.join('\n'))).toMatchObject({
      is: 'faulty',
      faults: [
        { line: 3, column: 'number', code: 'number-missing', wrong: 'the number of a referral is needed' },
        { line: 3, column: 'answer', code: 'answer-unknown', wrong: 'one of receive, accept, decline, return' },
        { line: 4, column: 'reason', right: expect.arrayContaining(['places-full']), given: 'because' },
        { line: 5, column: 'number', code: 'number-twice', wrong: 'stands in line 2 already' },
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
    const ask = async (number: string) =>
      JSON.stringify(await importAnswers(needs, stranger, `number,answer\n${number},accept`)).replace(number, 'NUMBER')
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

  it('says what it would do, line by line, and does nothing of it', async () => {
    const database = open()
    const { needs, receiver, cases } = await scene(database, 3)
    const [a, b, c] = cases as [{ id: string; number: string }, (typeof cases)[0], (typeof cases)[0]]
    const text = `연계 번호,답,사유,덧붙일 말\r\n${a.number},거절,자리가 다 찼습니다.,내년에 다시\r\n${b.number},,,\r\n${c.number},수락,,\r\nZZZZ-ZZZZ,수락,,\r\n`
    const checked = await checkAnswers(needs, receiver, new TextEncoder().encode(text))
    expect(checked).toMatchObject({
      is: 'checked',
      left: 1,
      lines: [
        {
          line: 2,
          number: a.number,
          answer: 'decline',
          reason: 'places-full',
          note: '내년에 다시',
          from: 'sent',
          to: 'declined',
        },
        { line: 4, number: c.number, answer: 'accept', reason: null, from: 'sent', to: 'accepted' },
      ],
      faults: [{ line: 5, column: 'number', code: 'no-such-case' }],
    })
    if (checked.is === 'checked') expect(checked.lines.every(({ firm }) => firm)).toBe(true)
    for (const { id } of cases) expect((await caseIn(database, id)).state).toBe('sent')
    // What is wrong in itself stands among the faults alone.
    expect(await checkAnswers(needs, receiver, `연계 번호,답,사유\n${a.number},거절,그냥`)).toMatchObject({
      lines: [],
      faults: [{ line: 2, column: 'reason', code: 'reason-unknown', given: '그냥' }],
    })
    // One bad line of four, and the whole table waits.
    expect((await importAnswers(needs, receiver, text)).is).toBe('faulty')
    const mended = text.replace(/ZZZZ-ZZZZ.*\r\n/, '')
    expect(await importAnswers(needs, receiver, mended)).toMatchObject({ is: 'imported', answered: { length: 2 } })
    expect((await caseIn(database, b.id)).state).toBe('sent')
    // What was true when it was checked is asked again when it is done.
    expect(await checkAnswers(needs, receiver, mended)).toMatchObject({
      lines: [],
      faults: [{ code: 'no-such-case' }, { code: 'not-now', given: 'accepted' }],
    })
  })

  it('C40, T14: is handed out as a sheet to who says what for, firms noted, and filled in comes back', async () => {
    const database = open()
    const { needs, sender, receiver, cases } = await scene(database, 2)
    // Whoever calls his firm so would have a formula run on an officer's machine.
    await inTheHouse(database, tx => tx.updateTable('firm').set({ name_ko: '=cmd|calc!A1' }).execute())
    const handed = await answerSheet(needs, receiver, { purpose: '메일로 답하는 담당자에게', language: 'ko' })
    if (handed.is !== 'sheet') throw new Error(handed.is)
    const csv = csvOf(handed.table)
    expect(csv.slice(1).split('\r\n')[0]).toBe('연계 번호,기업,사업,답할 날,답,사유,덧붙일 말')
    expect(csv).toContain(`"'=cmd|calc!A1"`)
    const looks = await inTheHouse(database, tx =>
      tx
        .selectFrom('access_entry')
        .select(['operation', 'reason', 'firm_ids'])
        .where('post_id', '=', receiver.capacity.post)
        .execute(),
    )
    expect(looks).toMatchObject([{ operation: 'export referrals', reason: '메일로 답하는 담당자에게' }])
    expect(looks[0]!.firm_ids).toHaveLength(2)
    const filled = csv.replaceAll(/,,,(?=\r\n)/g, ',수락,,')
    expect(await importAnswers(needs, receiver, new TextEncoder().encode(filled))).toMatchObject({
      is: 'imported',
      answered: cases.map(() => ({ state: 'accepted' })),
    })
    const nothing = async (who: typeof receiver) => {
      const asked = await answerSheet(needs, who, { purpose: '보고용으로', language: 'en' })
      return asked.is === 'sheet' ? asked.table.rows : asked.is
    }
    expect(await nothing(receiver)).toEqual([])
    expect(await nothing(sender)).toEqual([])
    expect(await nothing(await addOfficer(database, 'kpic', 'approver'))).toBe('not allowed')
  })

  it('is refused as a workbook, or in letters that nobody here reads', async () => {
    const database = open()
    const { needs, receiver } = await scene(database, 0)
    for (const [bytes, code] of [
      [[0x50, 0x4b, 0x03, 0x04], 'a-workbook'],
      [[0xff, 0xfe, 0x88], 'unknown-letters'],
    ] as const) {
      const brought = new Uint8Array(bytes)
      expect(await checkAnswers(needs, receiver, brought)).toMatchObject({ lines: [], faults: [{ line: 1, code }] })
      expect(await importAnswers(needs, receiver, brought)).toMatchObject({ is: 'faulty', faults: [{ code }] })
    }
  })
})
