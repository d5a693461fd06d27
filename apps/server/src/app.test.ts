import { z } from '@hono/zod-openapi'
import { allowedHere, fastest } from '@ieum/catalogue/testing'
import { describe, expect, it } from 'vitest'
import { createApp } from './app.ts'
import { TooBusy } from './firm-work.ts'
import { appForTests, foundry, needsForTests } from './in-process.ts'
import { describedApp, openApiText } from './openapi.ts'
import { MatchShape, PlanShape } from './schemas.ts'

const { app, post, catalogue } = await appForTests()
const { rulebook } = catalogue

/** A shape that admits no field it does not name, however deep. */
function strict(shape: z.ZodType): z.ZodType {
  if (shape instanceof z.ZodObject)
    return z.strictObject(
      Object.fromEntries(Object.entries(shape.shape).map(([name, of]) => [name, strict(of as z.ZodType)])),
    )
  if (shape instanceof z.ZodArray) return z.array(strict(shape.element as z.ZodType))
  if (shape instanceof z.ZodOptional) return strict(shape.unwrap() as z.ZodType).optional()
  if (shape instanceof z.ZodNullable) return strict(shape.unwrap() as z.ZodType).nullable()
  return shape
}

describe('the routes', () => {
  it('C12: are the operations that OpenAPI describes, none more and none less', async () => {
    const whole = describedApp()
    const document = (await (await whole.request('/api/openapi.json')).json()) as {
      openapi: string
      paths: Record<string, object>
    }
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map(method => `${method.toUpperCase()} ${path}`),
    )
    const routed = whole.routes
      .filter(({ method, path }) => method !== 'ALL' && path !== '/api/openapi.json')
      // A part with an ending: `:code{[^/]+\.ics}`.
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)(?:\{\[\^\/\]\+\\(\.\w+)\})?/g, '{$1}$2')}`)
    expect(document.openapi).toBe('3.1.0')
    expect(new Set(described)).toEqual(new Set(routed))
    expect(described.length).toBeGreaterThanOrEqual(7)
    expect(JSON.parse(openApiText())).toEqual(document)
  })

  it('say who may call them: the session, the keeper, a signed body, or everybody', () => {
    const { paths, components } = JSON.parse(openApiText()) as {
      paths: Record<string, Record<string, { security: object[]; description?: string }>>
      components: { securitySchemes: object }
    }
    const asked = (method: string, path: string) => paths[path]?.[method]?.security
    expect(Object.keys(components.securitySchemes)).toEqual(['session', 'keeper'])
    expect(asked('get', '/api/posts/{post}/referrals')).toEqual([{ session: [] }])
    expect(asked('get', '/api/keeper/desk')).toEqual([{ keeper: [] }])
    expect(asked('post', '/api/match')).toEqual([])
    expect(paths['/api/exchange/referrals']?.post).toMatchObject({
      security: [],
      description: expect.stringContaining('signed'),
    })
    for (const operation of Object.values(paths).flatMap(item => Object.values(item)))
      expect(operation).toHaveProperty('security')
  })

  it('are described without a shape that must be a named one and may be nothing at once, which no value is', () => {
    const impossible: unknown[] = []
    JSON.parse(openApiText(), (name, value: { type?: unknown }[]) => {
      if (name === 'allOf' && value.some(({ type }) => [type].flat().includes('null'))) impossible.push(value)
      return value
    })
    expect(impossible).toEqual([])
  })

  it('answer in the shapes described, with no field that is not', async () => {
    for (const editions of ['', '&editions=all'])
      for (const firm of [foundry, { id: 'x', facts: {} }, { id: 'y', declares: ['standard'], facts: foundry.facts }]) {
        const answer = await (await post(`/api/match?on=2026-06-01${editions}`, firm)).json()
        expect(strict(MatchShape).safeParse(answer).error?.issues.slice(0, 3)).toBeUndefined()
      }
    const plan = (await (await post('/api/plan?on=2026-06-01&pathway=root', foundry)).json()) as { itineraries: [] }
    expect(strict(PlanShape).safeParse(plan).error?.issues.slice(0, 3)).toBeUndefined()
    expect(plan.itineraries.length).toBeGreaterThan(0)
  })

  it('give each programme once, and each edition once when all are asked for', async () => {
    const rows = (await (await post('/api/match', foundry)).json()) as { on: string; results: { programme: string }[] }
    expect(rows.on).toBe('2026-06-01')
    expect(rows.results.map(({ programme }) => programme)).toEqual(rulebook.programmes.map(({ id }) => id))
    const all = (await (await post('/api/match?editions=all', foundry)).json()) as { results: unknown[] }
    expect(all.results).toHaveLength(rulebook.programmes.reduce((sum, { editions }) => sum + editions.length, 0))
  })

  it('take what is asked beside the firm from the body too, and the query before it', async () => {
    const day = async (path: string, body: object) => ((await (await post(path, body)).json()) as { on: string }).on
    expect(await day('/api/match', { ...foundry, on: '2026-03-01' })).toBe('2026-03-01')
    expect(await day('/api/match?on=2026-04-01', { ...foundry, on: '2026-03-01' })).toBe('2026-04-01')
  })

  it('read a firm written in YAML', async () => {
    const answer = await post('/api/match', 'id: yaml-firm\nfacts: {employees: 5}\n', {
      'content-type': 'application/yaml',
    })
    expect([answer.status, ((await answer.json()) as { firm: string }).firm]).toEqual([200, 'yaml-firm'])
  })

  it('list the programmes and give each with its editions', async () => {
    const list = (await (await app.request('/api/programmes?on=2026-06-01')).json()) as { programmes: { id: string }[] }
    expect(list.programmes).toHaveLength(rulebook.programmes.length)
    const one = await app.request(`/api/programmes/${list.programmes[0]!.id}`)
    expect(await one.json()).toMatchObject({ id: list.programmes[0]!.id, editions: expect.any(Array) })
    const shared = rulebook.commonRules[0]!
    const under = await app.request(`/api/programmes/${shared.programmes[0]}`)
    const { commonRules } = (await under.json()) as { commonRules: object[] }
    expect(commonRules).toContainEqual(expect.objectContaining({ id: shared.id, source: shared.source }))
  })

  it('give a calendar that holds each opening and deadline', async () => {
    const { id } = rulebook.programmes.find(({ editions }) => editions.some(({ windows }) => windows.length > 0))!
    const answer = await app.request(`/calendar/${id}.ics?lang=en`)
    expect(answer.headers.get('content-type')).toContain('text/calendar')
    expect(await answer.text()).toMatch(/BEGIN:VEVENT[\s\S]*SUMMARY:Opens: /)
  })
})

describe('the rulebook for the browser', () => {
  it('is sent again only when it has changed, packed or not', async () => {
    const first = await app.request('/api/rulebook')
    const etag = first.headers.get('etag')!
    expect(((await first.json()) as { programmes: unknown[] }).programmes).toHaveLength(rulebook.programmes.length)
    const again = await app.request('/api/rulebook', { headers: { 'if-none-match': `W/${etag}` } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const stale = await app.request('/api/rulebook', {
      headers: { 'if-none-match': '"other"', 'accept-encoding': 'gzip' },
    })
    expect([stale.status, stale.headers.get('content-encoding')]).toEqual([200, 'gzip'])
  })
})

describe('a server that has too much to do', () => {
  it('says so, and when to ask again', async () => {
    const needs = await needsForTests()
    const plan = () => Promise.reject(new TooBusy('too many'))
    const busy = createApp({ ...needs, work: { ...needs.work, plan } })
    const reply = await busy.request('/api/plan?pathway=root', { method: 'POST', body: JSON.stringify(foundry) })
    expect([reply.status, reply.headers.get('retry-after')]).toEqual([503, '2'])
    expect(await reply.json()).toMatchObject({ status: 503, title: 'Too many ask at once' })
  })
})

describe('what the server refuses', () => {
  const refusals: [string, () => Response | Promise<Response>, number, object][] = [
    ['an address that is not there', () => app.request('/api/nothing'), 404, {}],
    ['a method that is not answered', () => app.request('/api/match'), 405, { detail: 'Use POST.' }],
    ['a programme that is not there', () => app.request('/api/programmes/nope'), 404, {}],
    ['a calendar that is not there', () => app.request('/calendar/nope.ics'), 404, {}],
    ['a day that is none', () => post('/api/match?on=2026-02-30', foundry), 400, {}],
    ['a choice of editions that is none', () => post('/api/match?editions=some', foundry), 400, {}],
    ['a plan to nowhere', () => post('/api/plan', foundry), 400, {}],
    ['a pathway that is not there', () => post('/api/plan?pathway=nope', foundry), 400, {}],
    ['a pathway that is no text', () => post('/api/plan', { ...foundry, pathway: 5 }), 400, {}],
    ['a day before all calendars', () => post('/api/match?on=0000-01-01', foundry), 400, {}],
    ['a plan beyond all calendars', () => post('/api/plan?pathway=root&on=9998-06-01', foundry), 400, {}],
    ['5,000 waypoints', () => post('/api/plan', { ...foundry, via: Array(5000).fill('export') }), 400, {}],
    ['a name that nothing is asked by', () => post('/api/plan?pathway=root&maxlegs=3', foundry), 400, {}],
    ['an event without an itinerary', () => post('/api/plan', { ...foundry, event: 'refused 1' }), 400, {}],
    [
      'an itinerary that is none',
      () => post('/api/plan', { ...foundry, after: { legs: [{}] }, event: 'refused 1' }),
      400,
      {},
    ],
    ['alongside that is neither', () => post('/api/plan?pathway=root&alongside=perhaps', foundry), 400, {}],
    ['a waypoint that is none', () => post('/api/plan?via=nope', foundry), 400, {}],
    ['a horizon that is none', () => post('/api/plan?via=export&horizon=P99Y', foundry), 400, {}],
    ['thirteen legs', () => post('/api/plan?via=export&max_legs=13', foundry), 400, {}],
    ['legs that are a list', () => post('/api/plan?via=export', { ...foundry, max_legs: [3] }), 400, {}],
    ['an empty body', () => post('/api/match', ''), 422, { faults: [{ line: 1, column: 1 }] }],
    ['a list', () => post('/api/match', '[]'), 422, { faults: [{ line: 1, column: 1 }] }],
    [
      'a wrong type',
      () => post('/api/match', { facts: { employees: '32' } }),
      422,
      { faults: [{ line: 1, column: 23, right: '32' }] },
    ],
    [
      'a wrong type beside a day',
      () => post('/api/match', '{\n"on": "2026-06-01",\n"facts": {"employees": "32"}}'),
      422,
      { faults: [{ line: 3, column: 24 }] },
    ],
    [
      'an unknown fact',
      () => post('/api/match', { facts: { emploees: 32 } }),
      422,
      { faults: [{ right: 'did you mean employees?' }] },
    ],
    [
      'a misspelt value',
      () => post('/api/match', { facts: { size: 'smal' } }),
      422,
      { faults: [{ right: 'did you mean small?' }] },
    ],
    [
      'a day of no calendar',
      () => post('/api/match', { facts: { founded: '2026-02-30' } }),
      422,
      { faults: [{ line: 1 }] },
    ],
    [
      'a key of the language itself',
      () => post('/api/match', '{"facts":{"__proto__":{"employees":1}}}'),
      422,
      { faults: [{ line: 1, column: 11 }] },
    ],
    [
      'a key of the language itself at the top',
      () => post('/api/match', '{"__proto__":{},"facts":{}}'),
      422,
      { faults: [{ line: 1, column: 2 }] },
    ],
    [
      'a field that a firm does not have',
      () => post('/api/match', { facts: {}, constructor: 1 }),
      422,
      { faults: [{ line: 1 }] },
    ],
    [
      'broken YAML',
      () => post('/api/match', 'facts: {size: [small\n'),
      422,
      { faults: [{ line: expect.any(Number) }] },
    ],
    [
      'a YAML bomb',
      () => post('/api/match', `a: &a [x,x,x]\nb: &b [*a,*a,*a]\nfacts: *b\n`),
      422,
      { faults: [{ line: 1, column: 4 }] },
    ],
    [
      'JSON nested 100,000 deep',
      () => post('/api/match', '['.repeat(100_000)),
      422,
      { faults: [{ line: 1, column: 41 }] },
    ],
    [
      '20,000 keys',
      () => post('/api/match', `{"facts":{${Array.from({ length: 20_000 }, (_, n) => `"k${n}":1`).join()}}}`),
      422,
      {},
    ],
    ['a body of 300 kB', () => post('/api/match', ' '.repeat(300_000)), 413, {}],
  ]

  it.each(refusals)('%s: says so within 100 ms and goes on', async (_, ask, status, parts) => {
    const { value, taken } = await fastest(100, async () => {
      const answer = await ask()
      return { answer, body: await answer.json() }
    })
    const { answer, body } = value
    expect(taken).toBeLessThan(allowedHere(100, taken))
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(body).toMatchObject({ type: 'about:blank', status, title: expect.any(String), ...parts })
    expect(answer.status).toBe(status)
    expect((await app.request('/healthz')).status).toBe(200)
    expect(({} as { employees?: number }).employees).toBeUndefined()
  })
})

describe('every answer', () => {
  it('forbids inline scripts and styles, frames and sniffing, and keeps what is about a firm out of caches', async () => {
    const { headers } = await post('/api/match', foundry)
    expect(headers.get('content-security-policy')).toContain("script-src 'self';")
    expect(headers.get('content-security-policy')).not.toContain('unsafe-inline')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('has no body when only its head is asked for', async () => {
    const answer = await app.request('/api/programmes', { method: 'HEAD' })
    expect([answer.status, await answer.text()]).toEqual([200, ''])
  })
})

describe('the health of the service', () => {
  it('is that of its database, where there is one', async () => {
    const needs = await needsForTests()
    const asked = async (answers: boolean) => {
      const answer = await createApp({ ...needs, recordsAnswer: async () => answers }).request('/healthz')
      return [answer.status, answer.headers.get('retry-after')]
    }
    expect([await asked(true), await asked(false)]).toEqual([
      [200, null],
      [503, '5'],
    ])
  })
})
