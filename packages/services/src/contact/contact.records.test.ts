import { describeInBothHomes } from '@ieum/storage/testing'
import { expect, it } from 'vitest'
import { atDesk } from '../acting/at-desk.ts'
import { sealerOf } from '../sealing/sealer.ts'
import { sealer } from '../testing/sealer.ts'
import { addOfficer, inTheHouse } from '../testing/world.ts'
import { readContact, setContact } from './contact.ts'
import { aboutWebhookOf, sealWebhookSecrets } from './webhook-secrets.ts'

const webhookUrl = 'https://hooks.agency.example/ieum'

describeInBothHomes('how an agency is reached', open => {
  it('is set by its administrator only, and only for his own agency', async () => {
    const database = open()
    const administrator = await addOfficer(database, 'kpic', 'agency-administrator')
    const officer = await addOfficer(database, 'kpic', 'desk-officer')
    const other = await addOfficer(database, 'tipa', 'agency-administrator')
    const needs = { database, sealer }
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
    const set = (more: object = {}) =>
      setContact({ database, sealer }, administrator, { way: 'desk', webhookUrl, ...more })
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

  it('C38: keeps the secret of a webhook sealed, in the outcome of a request that comes twice as well', async () => {
    const database = open()
    const administrator = await addOfficer(database, 'kpic', 'agency-administrator')
    const once = { ...administrator, once: { key: 'a-key-of-8', request: 'a' } }
    const set = () => setContact({ database, sealer }, once, { way: 'desk', webhookUrl })
    const first = await set()
    expect(first).toMatchObject({ secret: expect.stringMatching(/^whsec_/) })
    expect(await set()).toEqual(first)
    const kept = await inTheHouse(database, async tx => ({
      contacts: await tx.selectFrom('agency_contact').selectAll().execute(),
      outcomes: await tx.selectFrom('kept_outcome').select('outcome').execute(),
      changes: await tx.selectFrom('audit_entry').select('detail').execute(),
    }))
    expect([kept.contacts.length, kept.outcomes.length]).toEqual([1, 1])
    expect(JSON.stringify(kept)).toContain('eyJ')
    expect(JSON.stringify(kept)).not.toContain('whsec_')
  })

  it('C38: takes over what was kept in clear, and what the secret from before had sealed', async () => {
    const database = open()
    const old = sealerOf('the secret from before, of more than 32 signs')
    const contact = { way: 'desk' as const, webhook_url: webhookUrl }
    await inTheHouse(database, async tx => {
      await tx
        .insertInto('agency_contact')
        .values([
          { ...contact, agency: 'kpic', webhook_secret: 'whsec_clear', webhook_sealed: null },
          {
            ...contact,
            agency: 'tipa',
            webhook_secret: null,
            webhook_sealed: await old.seal('whsec_old', aboutWebhookOf('tipa')),
          },
          {
            ...contact,
            agency: 'kised',
            webhook_secret: null,
            webhook_sealed: await old.seal('whsec_x', aboutWebhookOf('tipa')),
          },
        ])
        .execute()
    })
    const rotated = sealerOf('a secret for tests, of more than 32 signs', [
      'the secret from before, of more than 32 signs',
    ])
    expect(await sealWebhookSecrets({ database, sealer: rotated })).toEqual({ sealed: 2, lost: ['kised'] })
    expect(await sealWebhookSecrets({ database, sealer })).toEqual({ sealed: 0, lost: ['kised'] })
    const rows = await inTheHouse(database, tx =>
      tx.selectFrom('agency_contact').selectAll().orderBy('agency').execute(),
    )
    const opened = await Promise.all(
      rows.map(async ({ agency, webhook_secret, webhook_sealed }) => [
        agency,
        webhook_secret,
        await sealer.open(webhook_sealed ?? '', aboutWebhookOf(agency)),
      ]),
    )
    expect(opened).toEqual([
      ['kised', null, undefined],
      ['kpic', null, 'whsec_clear'],
      ['tipa', null, 'whsec_old'],
    ])
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
      expect(await setContact({ database, sealer }, administrator, contact)).toMatchObject({ is: 'wrong', field })
    expect(await readContact({ database }, administrator)).toMatchObject({ contact: { way: 'desk' } })
  })
})
