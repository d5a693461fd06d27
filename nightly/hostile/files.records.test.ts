/** C35: files that are meant to do harm, under names that are too, brought over HTTP and fetched again. */
import { docx, hwp, hwpx, inTheHouse, jpeg, oleOf, pdf, png, xlsx, zipOf } from '@ieum/services/testing'
import type { PaperScanner } from '@ieum/storage'
import { describeInBothHomes } from '@ieum/storage/testing'
import { folderPlace, type PaperPlace } from '@ieum/storage/testing/papers'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { hostileApp } from '../harness/hostile-app.ts'
import { inWords, reached } from '../harness/reached.ts'
import { mostTime, rounds } from '../harness/rounds.ts'

const tries = rounds({ onPush: 40, nightly: 2_000 })

// In two parts: a scanner on the machine of who develops this would take the source for it.
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD', 'ANTIVIRUS-TEST-FILE!$H+H*'].join('-')
const entity = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
const bomb = Buffer.alloc(101_000_000)
const nested = [1, 2, 3, 4].reduce(
  inner =>
    zipOf([
      { name: 'a.zip', content: inner },
      { name: 'b.zip', content: inner },
    ]),
  zipOf([{ name: 'a', content: Buffer.alloc(1_000_000) }]),
)

const sound = {
  pdf: pdf(),
  png: png(),
  jpeg: jpeg(),
  docx: docx(),
  xlsx: xlsx(),
  hwpx: hwpx(),
  hwp: hwp(),
  text: Buffer.from('이름,매출\r\n'),
}
const packed = { docx, xlsx, hwpx }
const parts: readonly { readonly name: string; readonly content: string | Buffer }[] = [
  { name: 'media/a.txt', content: eicar },
  { name: 'media/a.bin', content: bomb },
  { name: 'media/a.zip', content: nested },
  { name: 'a.xml', content: entity },
  { name: 'a.xml', content: Buffer.from(`\ufeff${entity}`, 'utf16le') },
  { name: '../../../etc/cron.d/x', content: 'x' },
  { name: 'a\u0000.xml', content: 'x' },
  { name: 'a/\u202Etxt.exe', content: 'MZ' },
  { name: 'word/vbaProject.bin', content: 'x' },
  { name: 'embeddings/x.exe', content: 'MZ' },
  { name: 'embeddings/o.bin', content: oleOf({ _VBA_PROJECT: Buffer.alloc(5_000) }) },
  { name: 'Scripts/sourceScripts', content: 'function OnDocument_Open() { new ActiveXObject("x") }' },
]
/** None of these may be taken. */
const harmful: readonly Buffer[] = [
  Buffer.from(eicar),
  nested,
  ...Object.values(packed).flatMap(make => parts.map(part => make(part))),
  ...['<< /S /JavaScript /JS (app.alert(1)) >>', '<< /S /Launch /F (cmd.exe) >>', '<< /Type /EmbeddedFile >>'].map(
    object => pdf(object),
  ),
  hwp({ script: 'function OnDocument_Open() { new ActiveXObject("x") }' }),
  Buffer.from('<html><script>alert(1)</script>\u0000'),
  Buffer.from('MZ\u0090\u0000\u0003'),
]
const kinds = Object.values(sound)
/** One of two kinds, behind or within another: taken or not, it never comes back as a page. */
const twofold = fc
  .tuple(fc.constantFrom(...kinds), fc.constantFrom(...kinds, Buffer.from('<script>alert(1)</script>')), fc.nat())
  .map(([one, other, at]) =>
    Buffer.concat([one.subarray(0, at % (one.length + 1)), other, one.subarray(at % (one.length + 1))]),
  )

const names = fc.oneof(
  fc.constantFrom(
    '../../etc/passwd',
    '..\\..\\x.pdf',
    'a\u0000.pdf',
    '\u202Efdp.exe',
    'CON.pdf',
    'x.html',
    'x.svg',
    'a\r\nset-cookie: a=b.pdf',
    '"; filename=x.html',
    '.',
    '가'.repeat(300),
    '\u200b.pdf',
    'a;b.pdf',
    "x'y.pdf",
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
)

describeInBothHomes('C35 T9: of files that are meant to do harm', open => {
  let papers: PaperPlace
  beforeAll(async () => {
    papers = await folderPlace()
  })
  afterAll(() => papers?.close())

  async function firmAt(scanner?: PaperScanner) {
    const at = await hostileApp(open(), papers.store, scanner)
    const { firm, member } = await at.scene('own')
    const headers = { 'x-person': member.person.id, 'sec-fetch-site': 'same-origin' }
    const bring = (content: Uint8Array, name: string) =>
      at.app.request(`/api/firms/${firm}/papers?kind=plan`, {
        method: 'POST',
        body: content as Uint8Array<ArrayBuffer>,
        headers: {
          ...headers,
          'content-type': 'application/octet-stream',
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name.toWellFormed())}`,
        },
      })
    const fetched = (paper: string) => at.app.request(`/api/firms/${firm}/papers/${paper}/content`, { headers })
    const away = (paper: string) => at.app.request(`/api/firms/${firm}/papers/${paper}`, { method: 'DELETE', headers })
    return { at, firm, bring, fetched, away }
  }

  it(
    'none is taken, and whatever is comes back to be saved only, under a name that hides nothing',
    async context => {
      const { at, bring, fetched, away } = await firmAt()
      const told = { refused: 0, taken: 0, slowest: 0 }
      const one = async (content: Buffer, name: string, mustRefuse: boolean) => {
        const begun = performance.now()
        const brought = await bring(content, name)
        told.slowest = Math.max(told.slowest, performance.now() - begun)
        if (brought.status === 422) {
          told.refused += 1
          return
        }
        expect([brought.status < 300, mustRefuse]).toEqual([true, false])
        told.taken += 1
        const { id, state } = (await brought.json()) as { id: string; state: string }
        expect(state).toBe('clean')
        await savedOnly(await fetched(id))
        await away(id)
      }
      for (const content of harmful) await one(content, '사업계획.pdf', true)
      await fc.assert(
        fc.asyncProperty(fc.oneof(twofold, fc.constantFrom(...kinds)), names, async (content, name) =>
          one(content, name, false),
        ),
        { numRuns: tries },
      )
      expect(at.reported).toEqual([])
      expect(told.taken).toBeGreaterThan(tries / 20)
      expect(told.slowest).toBeLessThan(mostTime(10_000))
      reached(context, {
        check: 'C35',
        rounds: harmful.length + tries,
        figure: `${harmful.length} harmful files: 0 taken; of ${inWords(tries)} of two kinds or odd names ${inWords(told.taken)} were, each to be saved only; slowest ${Math.round(told.slowest)} ms`,
      })
    },
    120_000 + tries * 300,
  )

  it('none is handed out before it was looked through, nor when something was found', async () => {
    const gate = Promise.withResolvers<void>()
    const scanner: PaperScanner = {
      name: 'clamav',
      scan: async content => {
        await gate.promise
        return Buffer.from(content).includes('harm') ? { is: 'infected', found: 'Harm' } : { is: 'clean' }
      },
    }
    const { at, firm, bring, fetched } = await firmAt(scanner)
    const bringing = [bring(Buffer.from('a plan'), 'a.txt'), bring(Buffer.from('some harm'), 'b.txt')]
    const waiting = await until(() =>
      inTheHouse(open(), tx =>
        tx.selectFrom('paper').select('id').where('firm_id', '=', firm).where('state', '=', 'waiting').execute(),
      ).then(rows => (rows.length === 2 ? rows : undefined)),
    )
    for (const { id } of waiting) expect((await fetched(id)).status).toBe(409)
    gate.resolve()
    const states: string[] = []
    for (const brought of await Promise.all(bringing)) {
      const text = await brought.text()
      const paper = /"id":"([^"]+)"/.exec(text)?.[1]
      states.push(`${brought.status} ${/"state":"(\w+)"/.exec(text)?.[1]} ${paper && (await fetched(paper)).status}`)
    }
    expect(states).toEqual(['201 clean 200', '201 refused 409'])
    expect(at.reported).toEqual([])
  }, 60_000)
})

async function savedOnly(response: Response): Promise<void> {
  const { headers } = response
  const disposition = headers.get('content-disposition') ?? ''
  expect({
    status: response.status,
    sniffed: headers.get('x-content-type-options'),
    policy: headers.get('content-security-policy'),
    kept: headers.get('cache-control'),
  }).toEqual({ status: 200, sniffed: 'nosniff', policy: "sandbox; default-src 'none'", kept: 'no-store' })
  expect(headers.get('content-type')).not.toMatch(/html|svg|javascript|xml;/)
  const [, plain = '', coded = ''] =
    /^attachment; filename="([A-Za-z0-9._ -]*)"; filename\*=UTF-8''([\w%.~-]+)$/.exec(disposition) ?? []
  expect(plain).not.toBe('')
  const name = decodeURIComponent(coded)
  expect(name).not.toMatch(/[/\\<>:"|?*]|^\.|^$/)
  expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
  expect(name).toMatch(/\.(pdf|png|jpe?g|docx|xlsx|hwpx|hwp|txt|csv)$/)
}

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise(later => setTimeout(later, 20))
  }
}
