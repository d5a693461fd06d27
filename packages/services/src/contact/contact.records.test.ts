import { describeInBothHomes } from '@ieum/storage/testing'
import { expect, it } from 'vitest'
import { atDesk } from '../acting/at-desk.ts'
import { addOfficer } from '../testing/world.ts'
import { readContact, setContact } from './contact.ts'

const webhookUrl = 'https://hooks.agency.example/ieum'

describeInBothHomes('how an agency is reached', open => {
  it('is set by its administrator only, and only for his own agency', async () => {
    const database = open()
    const administrator = await addOfficer(database, 'kpic', 'agency-administrator')
    const officer = await addOfficer(database, 'kpic', 'desk-officer')
    const other = await addOfficer(database, 'tipa', 'agency-administrator')
    const needs = { database }
    expect(await setContact(needs, officer, { way: 'desk' })).toEqual({ is: 'not allowed' })
    expect(await setContact(needs, administrator, { way: 'mail', mail: 'desk@kpic.example' })).toMatchObject({
      is: 'set',
    })
    expect(await readContact(needs, officer)).toEqual({ is: 'not allowed' })
    expect(await readContact(needs, other)).toMatchObject({ contact: { way: 'desk', mail: null } })
    expect(await readContact(needs, administrator)).toMatchObject({
      contact: { way: 'mail', mail: 'desk@kpic.example' },
    })
  })

  it('tells the secret of a webhook once, and to nobody who asks for it later', async () => {
    const database = open()
    const administrator = await addOfficer(database, 'kpic', 'agency-administrator')
    const set = (more: object = {}) => setContact({ database }, administrator, { way: 'desk', webhookUrl, ...more })
    const first = await set()
    expect(first).toMatchObject({ is: 'set', secret: expect.stringMatching(/^whsec_/) })
    expect(await set()).toMatchObject({ is: 'set', secret: null })
    const second = await set({ newSecret: true })
    expect(second).toMatchObject({ secret: expect.stringMatching(/^whsec_/) })
    expect(second).not.toEqual(first)
    await expect(
      atDesk({ database }, administrator, ({ tx }) => tx.selectFrom('agency_contact').selectAll().execute()),
    ).rejects.toThrow(/permission denied/)
  })

  it('is refused by the field that is wrong', async () => {
    const database = open()
    const administrator = await addOfficer(database, 'kpic', 'agency-administrator')
    const wrongs = [
      [{ way: 'mail' }, 'mail'],
      [{ way: 'mail', mail: 'a@b.kr, c@d.kr' }, 'mail'],
      [{ way: 'desk', webhookUrl: 'http://hooks.agency.example/' }, 'webhookUrl'],
      [{ way: 'desk', webhookUrl: 'https://user:word@hooks.agency.example/' }, 'webhookUrl'],
      [{ way: 'desk', webhookUrl: 'hooks' }, 'webhookUrl'],
      [{ way: 'installation' }, 'installation'],
      [{ way: 'installation', installation: 'nobody' }, 'installation'],
    ] as const
    for (const [contact, field] of wrongs)
      expect(await setContact({ database }, administrator, contact)).toMatchObject({ is: 'wrong', field })
    expect(await readContact({ database }, administrator)).toMatchObject({ contact: { way: 'desk' } })
  })
})
