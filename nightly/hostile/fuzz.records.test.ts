/** C34: an installation is asked at random what it says it takes, half of it made wrong, one request going on where another left off. */
import type { Scene } from '@ieum/server/testing/access'
import { table } from '@ieum/server/testing/access-table'
import type { Person } from '@ieum/services'
import { describeInBothHomes } from '@ieum/storage/testing'
import { folderPlace, type PaperPlace } from '@ieum/storage/testing/papers'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type HostileApp, hostileApp, keeperToken } from '../harness/hostile-app.ts'
import { knownOf, pathOf, sideOf } from '../harness/openapi/addressed.ts'
import { type Drawing, drawn, type Luck, luckOf, spoilt } from '../harness/openapi/draw.ts'
import { faultsOf } from '../harness/openapi/faults-of.ts'
import { type Operation, type Parameter, resolved } from '../harness/openapi/operations.ts'
import { inWords, reached } from '../harness/reached.ts'
import { rounds } from '../harness/rounds.ts'

/** In each home. */
const requests = rounds({ onPush: 2_500, nightly: 50_000 })
const inAChain = 50
/** Most often those in which most can be done. */
const relations = [
  ...(['own', 'own', 'own', 'referral-sent', 'referral-sent', 'consent-active', 'consent-active'] as const),
  ...(['delegate', 'none', 'referral-closed', 'consent-withdrawn'] as const),
]

describeInBothHomes('C34: of requests at random, half of them wrong,', open => {
  let papers: PaperPlace
  beforeAll(async () => {
    papers = await folderPlace()
  })
  afterAll(() => papers?.close())

  it(
    'none breaks the server, each answer is as described, and nothing wrong is taken',
    async context => {
      const at = await hostileApp(open(), papers.store)
      // The first match of a process makes ready what all others use.
      await at.app.request('/api/match', { method: 'POST', body: '{"id":"first","facts":{}}' })
      const told: Told = {
        asked: 0,
        wrong: 0,
        taken: 0,
        slowest: { milliseconds: 0, name: '' },
        reachedOperations: new Set(),
        broken: new Map(),
      }
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...relations), fc.gen(), async (relation, drawnBy) => {
          const scene = await at.scene(relation)
          const known = knownOf(scene)
          const sides: Sides = {
            post: [...scene.officers, ...scene.officers.slice(0, 2)].map(({ person, capacity }) => ({
              person,
              post: capacity.post,
            })),
            firm: [scene.member, scene.adviser],
            nobody: [...at.people.values()].slice(-8).map(person => ({ person })),
          }
          const chain: Chain = { at, scene, known, sides, told }
          for (let count = 0; count < inAChain; count += 1) await askOnce(chain, luckOf(drawnBy))
        }),
        { numRuns: Math.ceil(requests / inAChain), endOnFailure: true },
      )
      expect([...told.broken.values()]).toEqual([])
      expect(told.reachedOperations.size).toBeGreaterThan(requests < 2_000 ? 10 : requests < 20_000 ? 45 : 80)
      reached(context, {
        check: 'C34',
        rounds: told.asked,
        figure: `${inWords(told.asked)} requests, ${inWords(told.wrong)} of them wrong: 0 of 5xx, 0 answers or statuses that are not described, 0 wrong ones taken (${inWords(told.taken)} right ones were); slowest ${Math.round(told.slowest.milliseconds)} ms (${told.slowest.name}); seed ${fc.readConfigureGlobal().seed}`,
      })
    },
    60_000 + requests * 60,
  )
})

type Sides = Readonly<
  Record<'post' | 'firm' | 'nobody', readonly { readonly person: Person; readonly post?: string }[]>
>

interface Told {
  asked: number
  wrong: number
  taken: number
  slowest: { milliseconds: number; name: string }
  /** Those that did what was asked at least once. */
  readonly reachedOperations: Set<string>
  /** One of each kind. */
  readonly broken: Map<string, string>
}

interface Chain {
  readonly at: HostileApp
  readonly scene: Scene
  readonly known: Map<string, unknown[]>
  readonly sides: Sides
  readonly told: Told
}

async function askOnce({ at, scene, known, sides, told }: Chain, luck: Luck): Promise<void> {
  const operation = pickOperation(at.description.operations, luck)
  const { person, post } = luck.pick(sides[luck.once(20) ? 'nobody' : sideOf(operation)])
  const own = post === undefined ? known : new Map(known).set('post', [post])
  const asked = requestFor(operation, scene, { description: at.description, known: own, luck })
  const request = {
    method: operation.method,
    ...(asked.body !== undefined && { body: asked.body }),
    headers: {
      ...asked.headers,
      ...(!luck.once(20) && { 'sec-fetch-site': 'same-origin' }),
      ...(!luck.once(50) && { 'x-person': person.id }),
      ...(luck.once(2) && { cookie: at.cookie }),
      ...(luck.once(2) && { authorization: `Bearer ${keeperToken}` }),
      ...(luck.once(10) && { 'idempotency-key': luck.pick(['once-and-again', 'short', 'once-more-please']) }),
    },
  }
  let { milliseconds, response, said } = await timed(at, asked.address, request)
  // A machine with much else to do may be slow once; what is slow by itself is so again.
  if (milliseconds > 2_000)
    milliseconds = Math.min(milliseconds, (await timed(at, asked.address, request)).milliseconds)
  told.asked += 1
  if (asked.faults.length > 0) told.wrong += 1
  if (milliseconds > told.slowest.milliseconds) told.slowest = { milliseconds, name: operation.name }

  const wrong: string[] = at.reported.splice(0).map(error => `broke: ${error.stack}`)
  if (response.status >= 500 && response.status !== 503) wrong.push('5xx')
  if (milliseconds > 2_000) wrong.push(`took ${Math.round(milliseconds)} ms`)
  wrong.push(...faultsOfAnswer(at, operation, response, said))
  if (response.status < 300) {
    told.reachedOperations.add(operation.name)
    told.taken += 1
    if (asked.faults.length > 0) wrong.push(`took what is wrong: ${asked.faults.join('; ')}`)
    if (/^application\/json(;|$)/.test(response.headers.get('content-type') ?? '')) remember(known, operation, said)
  }
  if (wrong.length > 0 && told.broken.size < 40)
    told.broken.set(
      `${operation.name} ${wrong[0]!.slice(0, 18)}`,
      `${wrong.join('\n')}\n${operation.method} ${asked.address}\n${String(asked.body).slice(0, 400)}\n${response.status} ${said.slice(0, 300)}`,
    )
}

async function timed({ app }: HostileApp, address: string, request: RequestInit) {
  const begun = performance.now()
  const response = await app.request(address, request)
  const said = await response.text()
  return { response, said, milliseconds: performance.now() - begun }
}

/** What takes long is asked seldom. */
const pickOperation = (operations: readonly Operation[], luck: Luck): Operation => {
  const operation = luck.pick(operations)
  const isLong = /plan|match|next-ways|sign-in|rulebook|\.ics|export|file/.test(operation.name)
  return isLong && !luck.once(5) ? pickOperation(operations, luck) : operation
}

interface Asked {
  readonly address: string
  readonly headers: Record<string, string>
  readonly body?: string
  /** Where it is not what is described. */
  readonly faults: readonly string[]
}

function requestFor(operation: Operation, scene: Scene, drawing: Drawing): Asked {
  const { luck, description } = drawing
  const parts = partsOf(operation)
  const spoil = parts.length > 0 && luck.whole(1, 10) <= 7 ? luck.pick(parts) : undefined
  const faults: string[] = []
  const given = (parameter: Parameter): string => {
    const right = drawn(parameter.schema, parameter.name, drawing)
    const value = String(spoil === parameter.name ? spoilt(right, drawing) : right)
    faults.push(...faultsOf(parameter.schema, asRead(parameter, value, drawing), description, parameter.name))
    return value
  }
  const named = (where: Parameter['in']) => operation.parameters.filter(parameter => parameter.in === where)
  const values = new Map(named('path').map(parameter => [parameter.name, given(parameter)]))
  const query = new URLSearchParams()
  for (const parameter of named('query'))
    if (parameter.required || parameter.name === spoil || luck.once(3)) query.set(parameter.name, given(parameter))
  const address = `${pathOf(operation, name => values.get(name) || '-')}${query.size > 0 ? `?${query}` : ''}`
  const [type] = Object.keys(operation.body)
  if (!type) return { address, headers: {}, faults }
  const { schema } = operation.body[type]!
  if (type !== 'application/json') return { address, ...other(type, spoil === 'body', luck), faults }
  // What the access matrix sends is right in meaning too; what is drawn seldom is.
  const meant = luck.whole(1, 10) <= 6 ? table[operation.name]?.body?.(scene) : undefined
  const right = meant ?? drawn(schema, 'body', drawing)
  const body = spoil === 'body' ? spoilt(right, drawing) : right
  if (spoil === 'text') {
    const sent = luck.pick(['', '{', '[]', 'null', '{"a":1}x', '\u0000', '['.repeat(5_000)])
    return { address, headers: { 'content-type': type }, body: sent, faults: [...faults, 'is no JSON of ours'] }
  }
  if (spoil === 'type') {
    const as = luck.pick(['text/plain', 'application/x-www-form-urlencoded', 'application/xml'])
    return { address, headers: { 'content-type': as }, body: JSON.stringify(right), faults }
  }
  faults.push(...faultsOf(schema, JSON.parse(JSON.stringify(body) ?? 'null'), description))
  return { address, headers: { 'content-type': type }, body: JSON.stringify(body) ?? 'null', faults }
}

const partsOf = ({ parameters, body }: Operation): readonly string[] => [
  ...parameters.filter(({ in: where }) => where !== 'header').map(({ name }) => name),
  ...(Object.keys(body).length > 0 ? ['body', 'body', 'body', 'body', 'body', 'text', 'type'] : []),
]

/** A text of an address, as the type that it stands for. */
const asRead = ({ schema }: Parameter, text: string, { description }: Drawing): unknown => {
  const types = [resolved(schema, description).type ?? []].flat()
  return types.some(type => type === 'integer' || type === 'number') &&
    text.trim() !== '' &&
    !Number.isNaN(Number(text))
    ? Number(text)
    : text
}

function other(type: string, isWrong: boolean, luck: Luck): Pick<Asked, 'headers' | 'body'> {
  const headers = { 'content-type': type, 'content-disposition': 'attachment; filename="plan.txt"' }
  if (type === 'text/csv')
    return { headers, body: isWrong ? luck.pick(['', '"', 'a\n"b', '\u0000', ','.repeat(9_999)]) : 'number,answer\n' }
  return { headers, body: isWrong ? luck.pick(['', '%PDF-', 'PK\u0003\u0004', '<html>', '\u0000\u0001']) : '사업계획' }
}

function faultsOfAnswer(at: HostileApp, operation: Operation, response: Response, said: string): readonly string[] {
  const content = operation.answers[response.status]
  if (!content) return [`${response.status} is not described`]
  const types = Object.keys(content)
  const type = (response.headers.get('content-type') ?? '').split(';')[0]!
  if (types.length === 0) return said === '' ? [] : ['answers with something where nothing is described']
  if (!types.includes(type) && !types.includes('application/octet-stream'))
    return [`answers as ${type}, not as ${types}`]
  if (!type.endsWith('json')) return []
  return faultsOf(content[type]?.schema ?? true, JSON.parse(said), at.description, 'answer')
}

/** Ids and counts of changes in an answer are what the next requests ask about. */
function remember(known: Map<string, unknown[]>, { path }: Operation, said: string): void {
  const subject =
    /\/(referral|agreement|batch|fact|participation|paper|decision|post|invitation)[a-z]*(?:\/\{\w+\})?$/.exec(
      path,
    )?.[1]
  const walk = (value: unknown, name: string) => {
    if (Array.isArray(value)) for (const item of value.slice(0, 5)) walk(item, name.replace(/s$/, ''))
    else if (typeof value === 'object' && value !== null)
      for (const [of, inner] of Object.entries(value)) walk(inner, of)
    else {
      const as = name === 'id' && subject ? subject : name
      const met = known.get(as)
      if (met && (typeof value === 'string' || typeof value === 'number') && !met.includes(value)) {
        met.push(value)
        if (met.length > 12) met.splice(1, 1)
      }
    }
  }
  if (said.startsWith('{') && said.length < 100_000) walk(JSON.parse(said), '')
}
