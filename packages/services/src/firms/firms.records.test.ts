import { describeInBothHomes } from '@ieum/storage/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { actForFirm } from '../acting/act-as.ts'
import type { Acting, FirmCapacity, Person } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { koreanCatalogue } from '../testing/catalogue.ts'
import { addFirm, addPerson, inTheHouse, on } from '../testing/world.ts'
import { askToActFor } from './ask-to-act-for.ts'
import { confirmFirm } from './confirm-firm.ts'
import { letGo, letIn, listMembers, refuse } from './members.ts'

const unknown = '999-81-00015'
const known = '220-81-62517'

describeInBothHomes('acting for a firm', open => {
  let needs: { database: ReturnType<typeof open>; catalogue: OpenCatalogue }
  let kim: Person
  let firm: Acting<FirmCapacity>

  beforeEach(async () => {
    needs = { database: open(), catalogue: await koreanCatalogue() }
    kim = await addPerson(needs.database, '김대표')
    firm = await addFirm(needs.database)
    await inTheHouse(needs.database, tx =>
      tx
        .updateTable('firm')
        .set({ number: known.replaceAll('-', '') })
        .where('id', '=', firm.capacity.firm)
        .execute(),
    )
  })

  const ask = (number: string, person = kim, kind: 'member' | 'adviser' = 'member') =>
    askToActFor(needs, { person, on }, { number, name: '예시주물', kind })
  const letters = () =>
    inTheHouse(needs.database, tx =>
      tx.selectFrom('delivery').select(['address', 'body']).orderBy('created_at').execute(),
    )
  const tokenOf = async (person: Person) => {
    const letter = (await letters()).findLast(({ address }) => address === person.email)
    return /#firm=(.+)$/.exec(String(letter?.body.path))?.[1] ?? 'none'
  }
  const requests = async (who = firm) => {
    const outcome = await listMembers(needs, who)
    return outcome.is === 'members' ? outcome.requests : []
  }
  const capacityOf = (person: Person, id = firm.capacity.firm) =>
    actForFirm({ database: needs.database, person, on, place: '192.0.2.1' }, id)
  const askedFor = async (person: Person, kind: 'member' | 'adviser' = 'member') => {
    await ask(known, person, kind)
    const request = (await requests()).find(({ email }) => email === person.email)
    return request?.id ?? 'none'
  }

  it('T4, C17: reads the same whether the firm is here or not, and only the mail tells', async () => {
    expect(await ask(unknown)).toEqual({ is: 'asked' })
    expect(await ask(known)).toEqual({ is: 'asked' })
    expect((await letters()).map(({ address, body }) => [address, body.kind])).toEqual([
      [kim.email, 'firm.to-confirm'],
      [firm.person.email, 'firm.asked'],
    ])
    // What the person himself can see of his two requests differs in nothing.
    const seen = await atDesk(needs, { ...firm, person: kim }, ({ tx }) =>
      tx.selectFrom('firm_request').select(['kind', 'name_ko', 'settled_at']).execute(),
    )
    expect(seen[0]).toEqual(seen[1])
  })

  it('refuses a number that is none, saying what is wrong with it', async () => {
    const wrong = async (number: string) => {
      const outcome = await ask(number)
      return outcome.is === 'no such number' ? outcome.why : outcome
    }
    expect(await wrong('124-81-00999')).toEqual({ is: 'wrong check digit' })
    expect(await wrong('124-81')).toEqual({ is: 'wrong length', digits: 5 })
    expect(await wrong('124-81-0099x')).toEqual({ is: 'wrong characters', at: 11 })
    expect(await wrong('000-00-00000')).toEqual({ is: 'only noughts' })
    expect(await letters()).toEqual([])
  })

  it('T4, C18: can be asked five times a day by one person, of sixteen at once too', async () => {
    const outcomes = await Promise.all(Array.from({ length: 16 }, () => ask(unknown)))
    expect(outcomes.filter(({ is }) => is === 'asked')).toHaveLength(5)
    expect(outcomes.find(({ is }) => is === 'too many')).toEqual({
      is: 'too many',
      seconds: expect.toSatisfy((seconds: number) => seconds > 86_000 && seconds <= 86_400),
    })
    expect(await ask(unknown, firm.person)).toEqual({ is: 'asked' })
  })

  describe('a firm that is new here', () => {
    it('is registered by whoever asked and opened the letter, once', async () => {
      await ask(unknown)
      const token = await tokenOf(kim)
      expect(await confirmFirm(needs, { person: firm.person, on }, token)).toEqual({ is: 'no such request' })
      expect(await confirmFirm(needs, { person: kim, on }, 'another')).toEqual({ is: 'no such request' })
      const confirmed = await confirmFirm(needs, { person: kim, on }, token)
      if (confirmed.is !== 'confirmed') throw new Error(confirmed.is)
      expect(await confirmFirm(needs, { person: kim, on }, token)).toEqual({ is: 'no such request' })
      expect(await capacityOf(kim, confirmed.firm)).toMatchObject({ acting: { capacity: { role: 'firm-member' } } })
    })

    it('is not registered by an adviser', async () => {
      await ask(unknown, kim, 'adviser')
      expect((await letters())[0]?.body).toMatchObject({ kind: 'firm.no-member-yet', path: '/me' })
    })

    it('goes to the first of two, and the second waits for the first', async () => {
      const lee = await addPerson(needs.database, '이대표')
      await ask(unknown)
      await ask(unknown, lee)
      const first = await confirmFirm(needs, { person: kim, on }, await tokenOf(kim))
      expect(await confirmFirm(needs, { person: lee, on }, await tokenOf(lee))).toEqual({ is: 'members asked' })
      if (first.is !== 'confirmed') throw new Error(first.is)
      const taken = await capacityOf(kim, first.firm)
      if (taken.is !== 'acting') throw new Error(taken.is)
      expect(await requests(taken.acting)).toMatchObject([{ name: '이대표' }])
    })
  })

  describe('a firm that is known', () => {
    it('lets in and refuses, once each, and says so by mail', async () => {
      const request = await askedFor(kim)
      const lee = await addPerson(needs.database, '이직원')
      const second = await askedFor(lee)
      expect(await letIn(needs, firm, request)).toEqual({ is: 'let in', person: kim.id })
      expect(await refuse(needs, firm, second)).toEqual({ is: 'refused' })
      expect(await letIn(needs, firm, second)).toEqual({ is: 'no such request' })
      expect((await capacityOf(kim)).is).toBe('acting')
      expect((await capacityOf(lee)).is).toBe('no such capacity')
      const told = (await letters()).filter(({ address }) => [kim.email, lee.email].includes(address))
      expect(told.map(({ address, body }) => [address, body.kind])).toEqual([
        [kim.email, 'firm.let-in'],
        [lee.email, 'firm.not-let-in'],
      ])
    })

    it('lets nobody in who asked another firm', async () => {
      const request = await askedFor(kim)
      const other = await addFirm(needs.database)
      for (const id of [request, crypto.randomUUID(), 'no id'])
        expect(await letIn(needs, other, id)).toEqual({ is: 'no such request' })
    })

    it('gives an adviser a mandate that lets nobody else in, and that he may lay down', async () => {
      expect(await letIn(needs, firm, await askedFor(kim, 'adviser'))).toMatchObject({ is: 'let in' })
      const taken = await capacityOf(kim)
      if (taken.is !== 'acting') throw new Error(taken.is)
      expect(taken.acting.capacity.role).toBe('adviser')
      expect(await listMembers(needs, taken.acting)).toEqual({ is: 'not allowed' })
      const lee = await addPerson(needs.database, '이직원')
      const request = await askedFor(lee)
      expect(await letIn(needs, taken.acting, request)).toEqual({ is: 'no such request' })
      expect(await letGo(needs, taken.acting, firm.person.id)).toEqual({ is: 'no such member' })
      expect(await letGo(needs, taken.acting, kim.id)).toEqual({ is: 'let go' })
      expect(await capacityOf(kim)).toEqual({ is: 'no such capacity' })
    })

    it('C20: shuts at once for whoever is let go, and keeps a last member', async () => {
      expect(await letGo(needs, firm, firm.person.id)).toEqual({ is: 'last member' })
      await letIn(needs, firm, await askedFor(kim))
      const taken = await capacityOf(kim)
      if (taken.is !== 'acting') throw new Error(taken.is)
      const outcomes = await Promise.all([letGo(needs, firm, kim.id), letGo(needs, taken.acting, firm.person.id)])
      expect(outcomes.filter(({ is }) => is === 'let go')).toHaveLength(1)
    })

    it('makes a member of an adviser who asks to be one', async () => {
      await letIn(needs, firm, await askedFor(kim, 'adviser'))
      await letIn(needs, firm, await askedFor(kim))
      const outcome = await listMembers(needs, firm)
      expect(outcome.is === 'members' && outcome.members.map(({ kind }) => kind)).toEqual(['member', 'member'])
    })
  })
})
