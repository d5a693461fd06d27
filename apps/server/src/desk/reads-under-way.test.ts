import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { underWay } from './reads-under-way.ts'

/** Reads of which each is cut as soon as it has begun, or ended where nobody waits. */
function reads({ isCut }: { readonly isCut: boolean }) {
  const seen: string[] = []
  return {
    seen,
    database: {
      reads: {
        begin: async (about: string) => {
          seen.push(`begin ${about}`)
          return { isCut, end: () => seen.push('end') }
        },
        ended: async () => undefined,
        close: async () => undefined,
      },
    },
  }
}

function appWith(needs: Parameters<typeof underWay>[0]) {
  const app = new Hono()
  app.use(underWay(needs, () => 'kpic'))
  app.all('*', c => c.body('the paper', 200, { 'content-disposition': 'attachment; filename="plan.pdf"' }))
  return app
}

it('C16: an answer that was cut has nothing in it, not even the name of a paper', async () => {
  const { database, seen } = reads({ isCut: true })
  const answer = await appWith({ database }).request('/')
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1'])
  expect(`${JSON.stringify([...answer.headers])}${await answer.text()}`).not.toMatch(/paper|plan/)
  expect(seen).toEqual(['begin kpic', 'end'])
})

it('C16: all counts as a read but the moves, which may have to wait for others who read', async () => {
  const asked: [string, string, boolean][] = [
    ['GET', '/api/posts/x/referrals', true],
    ['HEAD', '/api/posts/x/referrals', true],
    ['POST', '/api/posts/x/referrals/export', true],
    ['POST', '/api/posts/x/answers/sheet', true],
    ['POST', '/api/one-time', true],
    ['GET', '/api/posts/x/referrals/y/moves', true],
    ['POST', '/api/posts/x/referrals/y/moves', false],
  ]
  for (const [method, path, isRead] of asked) {
    const { database, seen } = reads({ isCut: false })
    expect((await appWith({ database }).request(path, { method })).status).toBe(200)
    expect([path, seen.length > 0]).toEqual([path, isRead])
  }
})
