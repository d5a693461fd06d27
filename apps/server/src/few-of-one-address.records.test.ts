import type { Database } from '@ieum/storage'
import { describeInBothHomes } from '@ieum/storage/testing'
import { expect, it } from 'vitest'
import { usualCrowd } from './crowd.ts'
import { deskAppFor } from './desk/testing/desk-app-for.ts'

const link = {
  path: '/api/one-time',
  body: { token: 'x'.repeat(43) },
  most: usualCrowd.ofOneAddress.links,
  status: 404,
}
const answer = { ...link, path: '/api/one-time/answer', body: { ...link.body, move: 'accept' } }
const message = { path: '/api/exchange/referrals', body: { message: 'a.b.c' }, most: 40, status: 403 }

describeInBothHomes('C18 T4: of who asks without signing in', open => {
  /** Two processes: each has an app of its own, and both the records. */
  const twoApps = async (database: Database) =>
    Promise.all(
      [0, 1].map(
        async () =>
          (
            await deskAppFor(database, {
              crowd: { ...usualCrowd, ofOneAddress: { ...usualCrowd.ofOneAddress, messages: 40 } },
            })
          ).app,
      ),
    )

  it.each([link, answer, message])(
    'so many are answered at %o of 16 at once and again, by whichever process',
    async asked => {
      const { path, body, most, status } = asked
      const apps = await twoApps(open())
      let count = 0
      const client = async () => {
        const seen: Response[] = []
        for (let n = 0; n < 8; n += 1) {
          count += 1
          seen.push(
            await apps[count % 2]!.request(path, {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify(body),
            }),
          )
        }
        return seen
      }
      const answers = (await Promise.all(Array.from({ length: 16 }, client))).flat()
      expect(answers.filter(answer => answer.status === status)).toHaveLength(most)
      const refused = answers.filter(answer => answer.status === 429)
      expect(refused).toHaveLength(16 * 8 - most)
      for (const { headers } of refused) {
        const seconds = Number(headers.get('retry-after'))
        expect(seconds).toBeGreaterThan(0)
        expect(seconds).toBeLessThanOrEqual(600)
      }
    },
  )

  it('another address is answered all the same, and the same one when its time has passed', async () => {
    const database = open()
    const [app] = await twoApps(database)
    const from = (address: string) =>
      app!.request(
        message.path,
        { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(message.body) },
        { incoming: { socket: { remoteAddress: address } } },
      )
    for (let n = 0; n < message.most; n += 1) expect((await from('192.0.2.1')).status).toBe(403)
    expect((await from('192.0.2.1')).status).toBe(429)
    expect((await from('192.0.2.2')).status).toBe(403)
    await database.pool.query(`update sign_in_try set until = now() - interval '1 second'`)
    expect((await from('192.0.2.1')).status).toBe(403)
  })
})
