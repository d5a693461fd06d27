import type { Person } from '@ieum/services'
import { addOfficer } from '@ieum/services/testing'
import { describeInBothHomes } from '@ieum/storage/testing'
import { beforeEach, expect, it } from 'vitest'
import type { App } from '../app.ts'
import { foundry } from '../in-process.ts'
import { deskAppFor } from './testing/desk-app-for.ts'

type Officer = Awaited<ReturnType<typeof addOfficer>>

const [from, to] = ['mss-automation-process', 'motie-koril-feasibility']
const terms = {
  fromProgramme: from,
  outcome: 'completed',
  toProgramme: to,
  kind: 'relaxes',
  daysToAnswer: 10,
  remindBefore: 2,
  expireAfter: 20,
  places: null,
  waives: ['research-institute'],
  accepts: [],
  legalBasis: '협약 제3조',
  purpose: { ko: '다음 단계', en: 'next step' },
  councilTask: null,
  validFrom: '2026-06-01',
  validTo: null,
}
const firm = {
  ...foundry,
  facts: {
    ...foundry.facts,
    participations: [{ programme: from, edition: '2025', outcome: 'completed', role: 'lead', on: '2026-05-15' }],
  },
}

describeInBothHomes('the links that run', open => {
  let app: App
  let people: Map<string, Person>

  beforeEach(async () => {
    ;({ app, people } = await deskAppFor(open()))
  })

  async function ask(who: { person: Person } | null, method: string, path: string, body?: unknown) {
    if (who) people.set(who.person.id, who.person)
    const answer = await app.request(path, {
      method,
      headers: { ...(who && { 'x-person': who.person.id }), 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: answer.status, body: answer.status === 304 ? null : await answer.json() }
  }

  async function fourOfTwo(): Promise<readonly Officer[]> {
    const four: Officer[] = []
    for (const agency of ['tipa', 'koril'])
      for (const role of ['programme-owner', 'approver'] as const) four.push(await addOfficer(open(), agency, role))
    return four
  }

  /** Each move of a link up to its being agreed, and its end. */
  async function movesOf(more: Partial<typeof terms> = {}) {
    const four = await fourOfTwo()
    const at = ({ capacity }: Officer) => `/api/posts/${capacity.post}/agreements`
    const drafted = await ask(four[0]!, 'POST', at(four[0]!), { terms: { ...terms, ...more } })
    expect(drafted.status).toBe(201)
    let { agreement, link, changed } = drafted.body
    const move = async (by: number, move: string, reason?: string) => {
      const moved = await ask(four[by]!, 'POST', `${at(four[by]!)}/${agreement}/moves`, { move, changed, reason })
      expect(moved.status, JSON.stringify(moved.body)).toBe(200)
      changed = moved.body.changed
    }
    const agree = async () => {
      await move(0, 'propose')
      await move(1, 'offer')
      await move(2, 'review')
      await move(3, 'agree')
    }
    const next = async (more: Partial<typeof terms>) => {
      const made = await ask(four[0]!, 'POST', `${at(four[0]!)}/${agreement}/versions`, {
        terms: { ...terms, ...more },
      })
      expect(made.status).toBe(201)
      ;({ agreement, changed } = made.body)
    }
    return { link: link as string, move, agree, next }
  }

  interface Row {
    programme: string
    verdict: string
    criteria: { id: string; verdict: string; waived?: string }[]
  }
  async function seen(day = '2026-06-01') {
    const { body: match } = await ask(null, 'POST', `/api/match?on=${day}`, firm)
    const { body: plan } = await ask(null, 'POST', `/api/plan?on=${day}&via=${to}&horizon=P1Y`, firm)
    const { body: rulebook } = await ask(null, 'GET', '/api/rulebook')
    const { verdict, criteria } = match.results.find(({ programme }: Row) => programme === to)! as Row
    return {
      verdict,
      waived: criteria.find(({ id }) => id === 'research-institute')!.waived,
      ways: plan.itineraries.map(({ legs }: { legs: { link: string | null }[] }) => legs.map(({ link }) => link)),
      links: rulebook.links.filter(({ to: end }: { to: string }) => end === to).length,
      here: rulebook.agreedHere ?? [],
    }
  }
  const without = { verdict: 'not-eligible', waived: undefined, ways: [], here: [] }

  it('count from the fourth signature on and not before, for matches, ways and the network, and end when they are ended', async () => {
    const before = await seen()
    expect(before).toMatchObject(without)
    const { link, move } = await movesOf()
    for (const [by, name] of [
      [0, 'propose'],
      [1, 'offer'],
      [2, 'review'],
    ] as const) {
      await move(by, name)
      expect(await seen()).toEqual(before)
    }
    await move(3, 'agree')
    expect(await seen()).toEqual({
      verdict: 'unknown',
      waived: link,
      ways: [[link]],
      links: before.links + 1,
      here: [link],
    })
    await move(3, 'end', '사업 종료')
    expect(await seen()).toEqual(before)
  })

  it('count as their newest version says', async () => {
    const { link, agree, next } = await movesOf()
    await agree()
    expect(await seen()).toMatchObject({ verdict: 'unknown', here: [link] })
    await next({ kind: 'preferred', waives: [] })
    expect(await seen()).toMatchObject({ verdict: 'unknown', here: [link] })
    // The four have signed the first version, and each version asks for its own four.
    await agree()
    expect(await seen()).toMatchObject({ verdict: 'not-eligible', here: [link] })
  })

  it('count on their own days', async () => {
    const { agree } = await movesOf({ validFrom: '2026-07-01' })
    await agree()
    expect(await seen('2026-06-30')).toMatchObject({ verdict: 'not-eligible' })
    expect(await seen('2026-07-01')).toMatchObject({ verdict: 'unknown' })
  })

  it('are shown anew to whoever has the rulebook from before, and only then', async () => {
    const tag = async (known?: string) => {
      const answer = await app.request('/api/rulebook', known ? { headers: { 'if-none-match': known } } : {})
      return { status: answer.status, etag: answer.headers.get('etag')! }
    }
    const { etag } = await tag()
    const { agree, move } = await movesOf()
    expect(await tag(etag)).toEqual({ status: 304, etag })
    await agree()
    const agreed = await tag(etag)
    expect(agreed.status).toBe(200)
    expect(await tag(agreed.etag)).toEqual({ ...agreed, status: 304 })
    await move(3, 'end', '사업 종료')
    expect(await tag(agreed.etag)).toEqual({ status: 200, etag })
  })
})
