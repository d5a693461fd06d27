import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database, PaperScanner } from '@ieum/storage'
import { describeInBothHomes } from '@ieum/storage/testing'
import { folderPlace, type PaperPlace } from '@ieum/storage/testing/papers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Acting, FirmCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { readDossier } from '../dossier/read-dossier.ts'
import { addHandedOn, withdraw } from '../testing/handed-on.ts'
import { addAgreedLink, addFirm, addOfficer, inTheHouse } from '../testing/world.ts'
import { bringPaper } from './bring-paper.ts'
import { docx, pdf, xlsx } from './content/testing/papers.ts'
import { destroyRemovedPapers } from './destroy-papers.ts'
import type { PaperNeeds } from './paper-needs.ts'
import { readPaper } from './read-paper.ts'
import { removePaper } from './remove-paper.ts'
import { scanWaitingPapers } from './scan-papers.ts'

const finds = (found: string | null): PaperScanner => ({
  name: 'clamav',
  scan: async () => (found ? { is: 'infected', found } : { is: 'clean' }),
})

const away: PaperScanner = {
  name: 'clamav',
  scan: async () => {
    throw new Error('ECONNREFUSED')
  },
}

describeInBothHomes('papers of a firm', open => {
  let place: PaperPlace
  beforeAll(async () => {
    place = await folderPlace()
  })
  afterAll(() => place?.close())
  const needsOf = (database: Database, scanner?: PaperScanner): PaperNeeds => ({
    database,
    papers: place.store,
    scanner,
  })

  async function brought(
    needs: PaperNeeds,
    firm: Acting<FirmCapacity>,
    { name = '사업자등록증.pdf', kind = 'business-registration', content = pdf(`<< /Id (${randomUUID()}) >>`) } = {},
  ) {
    const outcome = await bringPaper(needs, firm, { kind, name, content })
    if (outcome.is !== 'brought') throw new Error(JSON.stringify(outcome))
    return outcome.paper
  }

  describe('are brought', () => {
    it('and say that they were looked through by their form alone where there is no scanner', async () => {
      const needs = needsOf(open())
      const firm = await addFirm(needs.database)
      const content = pdf()
      const paper = await brought(needs, firm, { content })
      expect(paper).toMatchObject({
        kind: 'business-registration',
        name: '사업자등록증.pdf',
        file: 'pdf',
        mediaType: 'application/pdf',
        bytes: content.length,
        state: 'clean',
        checkedBy: 'structure',
      })
      const read = await readPaper(needs, firm, { firm: firm.capacity.firm, paper: paper.id })
      expect(read.is === 'read' && Buffer.compare(read.content, content)).toBe(0)
    })

    it('by what they are, not by what they are called', async () => {
      const needs = needsOf(open())
      const firm = await addFirm(needs.database)
      expect(await brought(needs, firm, { name: '..\\..\\계획\u202e.exe', content: docx() })).toMatchObject({
        name: '계획.exe.docx',
        file: 'docx',
      })
      expect(
        await bringPaper(needs, firm, { kind: 'plan', name: 'plan.pdf', content: Buffer.from('MZ\u0090\u0000\u0001') }),
      ).toEqual({ is: 'refused', because: 'kind' })
      expect(await bringPaper(needs, firm, { kind: 'plan', name: '\u0000', content: xlsx() })).toEqual({
        is: 'no name',
      })
      expect(await bringPaper(needs, firm, { kind: 'plan', name: 'a', content: Buffer.alloc(0) })).toEqual({
        is: 'empty',
      })
      const large = { kind: 'plan', name: 'a.txt', content: Buffer.alloc(20_000_001, 'a') }
      expect(await bringPaper(needs, firm, large)).toEqual({ is: 'too large', most: 20_000_000 })
    })

    it('once: the same content for the same purpose is the same paper', async () => {
      const needs = needsOf(open())
      const firm = await addFirm(needs.database)
      const content = pdf()
      const { id } = await brought(needs, firm, { content })
      const again = await bringPaper(needs, firm, { kind: 'business-registration', name: 'b.pdf', content })
      expect(again).toMatchObject({ is: 'there already', paper: { id, name: '사업자등록증.pdf' } })
      const once = { ...firm, once: { key: 'a-key-of-8', request: 'a' } }
      const other = pdf('<< /Another /Paper >>')
      const first = await bringPaper(needs, once, { kind: 'plan', name: 'p.pdf', content: other })
      expect(await bringPaper(needs, once, { kind: 'plan', name: 'p.pdf', content: other })).toEqual(first)
    })

    it('up to what one firm has room for, also when two come at the same moment', async () => {
      const needs = needsOf(open())
      const firm = await addFirm(needs.database)
      await inTheHouse(needs.database, tx =>
        tx
          .insertInto('paper')
          .values({
            firm_id: firm.capacity.firm,
            kind: 'old',
            name: 'old.pdf',
            media_type: 'application/pdf',
            bytes: 200_000_000 - pdf().length - 40,
            sha256: '0'.repeat(64),
            uploaded_by: firm.person.id,
          })
          .execute(),
      )
      const slow = {
        ...needs.papers,
        keep: async (content: Uint8Array) => {
          await wait(100)
          return needs.papers.keep(content)
        },
      }
      const outcomes = await Promise.all(
        ['1', '2'].map(n =>
          bringPaper({ ...needs, papers: slow }, firm, { kind: 'plan', name: 'p.pdf', content: pdf(`(${n})`) }),
        ),
      )
      expect(outcomes.map(({ is }) => is).sort()).toEqual(['brought', 'no room'])
    })
  })

  describe('C35: are handed out only once they are clean', () => {
    it('wait while the scanner is away, and are clean when it has looked', async () => {
      const database = open()
      const firm = await addFirm(database)
      const asked = async (paper: string) => readPaper(needsOf(database), firm, { firm: firm.capacity.firm, paper })
      const { id, state } = await brought(needsOf(database, away), firm)
      expect(state).toBe('waiting')
      expect(await asked(id)).toEqual({ is: 'not clean', state: 'waiting' })
      expect(await scanWaitingPapers(needsOf(database, away))).toEqual({
        scanned: 0,
        waiting: [{ paper: id, why: 'ECONNREFUSED' }],
      })
      expect(await asked(id)).toEqual({ is: 'not clean', state: 'waiting' })
      expect(await scanWaitingPapers(needsOf(database, finds(null)))).toEqual({ scanned: 1, waiting: [] })
      expect(await asked(id)).toMatchObject({ is: 'read', paper: { checkedBy: 'clamav' } })
      expect(await scanWaitingPapers(needsOf(database, finds('late')))).toEqual({ scanned: 0, waiting: [] })
    })

    it('wait no longer for those that came before them and cannot be scanned', async () => {
      const database = open()
      const firm = await addFirm(database)
      const [bad, good] = [await brought(needsOf(database, away), firm), await brought(needsOf(database, away), firm)]
      const { papers } = needsOf(database)
      const lost = {
        ...papers,
        read: async (sha256: string) => (sha256 === bad.sha256 ? null : papers.read(sha256)),
      }
      const round = () => scanWaitingPapers({ ...needsOf(database, finds(null)), papers: lost }, { most: 1 })
      expect(await round()).toEqual({
        scanned: 0,
        waiting: [{ paper: bad.id, why: 'its bytes are not where they were kept' }],
      })
      expect(await round()).toEqual({ scanned: 1, waiting: [] })
      expect(await round()).toMatchObject({ waiting: [{ paper: bad.id }] })
      expect(await readPaper(needsOf(database), firm, { firm: firm.capacity.firm, paper: good.id })).toMatchObject({
        is: 'read',
      })
    })

    it('are refused for good when something is found, and their bytes are let go', async () => {
      const needs = needsOf(open(), finds('Win.Trojan'))
      const firm = await addFirm(needs.database)
      const paper = await brought(needs, firm)
      expect(paper).toMatchObject({ state: 'refused', refusedBecause: 'virus', checkedBy: 'clamav' })
      expect(await readPaper(needs, firm, { firm: firm.capacity.firm, paper: paper.id })).toEqual({
        is: 'not clean',
        state: 'refused',
      })
      expect(await needs.papers.read(paper.sha256)).toBeNull()
    })

    it('and nobody who acts can say so himself', async () => {
      const needs = needsOf(open(), away)
      const firm = await addFirm(needs.database)
      await brought(needs, firm)
      await expect(
        atDesk(needs, firm, ({ tx }) => tx.updateTable('paper').set({ state: 'clean' }).execute()),
      ).rejects.toThrow(/permission denied/)
    })
  })

  describe('are removed', () => {
    it('for everyone, and their bytes with them unless another paper has the same', async () => {
      const needs = needsOf(open())
      const [firm, other] = [await addFirm(needs.database), await addFirm(needs.database)]
      const content = pdf()
      const mine = await brought(needs, firm, { content })
      const theirs = await brought(needs, other, { content })
      expect(await removePaper(needs, other, mine.id)).toEqual({ is: 'no such paper' })
      expect(await removePaper(needs, firm, mine.id)).toEqual({ is: 'removed' })
      expect(await removePaper(needs, firm, mine.id)).toEqual({ is: 'no such paper' })
      expect(await readPaper(needs, firm, { firm: firm.capacity.firm, paper: mine.id })).toEqual({
        is: 'no such paper',
      })
      expect(await readPaper(needs, other, { firm: other.capacity.firm, paper: theirs.id })).toMatchObject({
        is: 'read',
      })
      await removePaper(needs, other, theirs.id)
      expect(await needs.papers.read(mine.sha256)).toBeNull()
    })

    it('and let go by the clock what the storage would not at once', async () => {
      const needs = needsOf(open())
      const firm = await addFirm(needs.database)
      const paper = await brought(needs, firm)
      const broken = { ...needs.papers, remove: () => Promise.reject(new Error('storage is away')) }
      expect(await removePaper({ ...needs, papers: broken }, firm, paper.id)).toEqual({ is: 'removed' })
      expect(await needs.papers.read(paper.sha256)).not.toBeNull()
      expect(await destroyRemovedPapers(needs)).toEqual({ destroyed: 1 })
      expect(await needs.papers.read(paper.sha256)).toBeNull()
      expect(await destroyRemovedPapers(needs)).toEqual({ destroyed: 0 })
    })
  })

  it('are let go by the clock also where one before them cannot be', async () => {
    const needs = needsOf(open())
    const firm = await addFirm(needs.database)
    const away = { ...needs.papers, remove: () => Promise.reject(new Error('storage is away')) }
    const removed = []
    for (let n = 0; n < 3; n += 1) {
      const paper = await brought(needs, firm)
      await removePaper({ ...needs, papers: away }, firm, paper.id)
      removed.push(paper)
    }
    const [bad, good, last] = removed
    const broken = {
      ...needs.papers,
      remove: (sha256: string) => (sha256 === bad!.sha256 ? away.remove() : needs.papers.remove(sha256)),
    }
    const round = (most: number) => destroyRemovedPapers({ ...needs, papers: broken }, { most })
    await expect(round(2)).rejects.toThrow(`${bad!.id}: storage is away`)
    expect(await needs.papers.read(good!.sha256)).toBeNull()
    expect(await round(1)).toEqual({ destroyed: 1 })
    expect(await needs.papers.read(last!.sha256)).toBeNull()
    await expect(round(1)).rejects.toThrow(bad!.id)
  })

  describe('as an agency sees them', () => {
    const scene = async () => {
      const needs = needsOf(open())
      const { database } = needs
      const firm = await addFirm(database)
      const link = await addAgreedLink(database)
      const receiver = await addOfficer(database, link.toAgency, 'desk-officer')
      const [named, unnamed] = [await brought(needs, firm), await brought(needs, firm)]
      const { consents } = await addHandedOn(database, { firm: firm.capacity.firm, person: firm.person.id }, link, {
        papers: [named.id],
      })
      const ask = (who: Acting, paper: string, reason = '자격 확인') =>
        readPaper(needs, who, { firm: firm.capacity.firm, paper, reason })
      return { needs, database, firm, link, receiver, named, unnamed, consents, ask }
    }

    it('T1: are those that a standing consent names, and each fetch is written down with its reason', async () => {
      const { needs, database, firm, receiver, named, unnamed, consents, ask, link } = await scene()
      const dossier = await readDossier(needs, receiver, firm.capacity.firm)
      expect(dossier.is === 'read' && dossier.dossier.papers.map(({ id }) => id)).toEqual([named.id])
      expect(await ask(receiver, named.id)).toMatchObject({ is: 'read', paper: { id: named.id } })
      const looks = await inTheHouse(database, tx =>
        tx.selectFrom('access_entry').selectAll().where('operation', '=', 'read paper').execute(),
      )
      expect(looks).toMatchObject([{ basis: `consent ${consents[1]}`, reason: '자격 확인', place: '192.0.2.1' }])
      expect(await ask(receiver, unnamed.id)).toEqual({ is: 'no such paper' })
      for (const who of [
        await addOfficer(database, link.toAgency, 'desk-officer', ['another-programme']),
        await addOfficer(database, link.toAgency, 'auditor'),
        await addOfficer(database, link.fromAgency, 'desk-officer'),
        await addFirm(database),
      ])
        expect(await ask(who, named.id)).toEqual({ is: 'no such paper' })
    })

    it('C17: hidden and missing papers, and those asked for without a reason, read the same', async () => {
      const { receiver, named, unnamed, ask } = await scene()
      for (const id of [unnamed.id, randomUUID(), 'no id'])
        expect(await ask(receiver, id)).toEqual({ is: 'no such paper' })
      for (const id of [named.id, unnamed.id, randomUUID(), 'no id'])
        expect(await ask(receiver, id, ' ')).toEqual({ is: 'reason needed' })
    })

    it('T2: are gone once consent is withdrawn, also when that happens while the bytes are fetched', async () => {
      const { needs, database, firm, receiver, named, consents, ask } = await scene()
      const meanwhile = {
        ...needs.papers,
        read: async (sha256: string) => {
          const content = await needs.papers.read(sha256)
          await withdraw(database, [consents[1]!])
          return content
        },
      }
      expect(
        await readPaper({ ...needs, papers: meanwhile }, receiver, {
          firm: firm.capacity.firm,
          paper: named.id,
          reason: '자격 확인',
        }),
      ).toEqual({ is: 'no such paper' })
      expect(await ask(receiver, named.id)).toEqual({ is: 'no such paper' })
      const looks = await inTheHouse(database, tx =>
        tx.selectFrom('access_entry').selectAll().where('operation', '=', 'read paper').execute(),
      )
      expect(looks).toEqual([])
    })
  })
})
