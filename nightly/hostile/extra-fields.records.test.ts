import type { Scene } from '@ieum/server/testing/access'
import { describeInBothHomes } from '@ieum/storage/testing'
import { folderPlace, type PaperPlace } from '@ieum/storage/testing/papers'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type HostileApp, hostileApp, keeperToken } from '../harness/hostile-app.ts'
import { knownOf, pathOf, sideOf } from '../harness/openapi/addressed.ts'
import { drawn, type Luck } from '../harness/openapi/draw.ts'
import { faultsOf } from '../harness/openapi/faults-of.ts'
import type { Operation } from '../harness/openapi/operations.ts'

/** No luck at all: the first of everything, and every field that there can be. */
const first: Luck = {
  whole: min => min,
  once: inSoMany => inSoMany === 2,
  pick: of => of[0]!,
  like: pattern => fc.sample(fc.stringMatching(pattern), { numRuns: 1, seed: 1 })[0]!,
}

const extras = ['more', '__proto__', 'constructor', 'prototype']
const before = Object.getOwnPropertyNames(Object.prototype).sort()

describeInBothHomes('C33: a field that is not asked for', open => {
  let papers: PaperPlace
  let at: HostileApp
  let scene: Scene
  beforeAll(async () => {
    papers = await folderPlace()
  })
  afterAll(() => papers?.close())
  beforeEach(async () => {
    at = await hostileApp(open(), papers.store)
    scene = await at.scene('own')
  }, 60_000)

  it('is refused by name wherever in a body it stands, and changes nothing of what all objects have', async () => {
    const writing = at.description.operations.filter(({ body }) => 'application/json' in body)
    const taken: string[] = []
    for (const operation of writing) {
      const body = bodyOf(operation)
      taken.push(...faultsOf(shape(operation), body, at.description).map(fault => `${operation.name} ${fault}`))
      for (const place of objectsIn(body))
        for (const name of extras) {
          const { status, text } = await send(operation, JSON.stringify(withField(body, place, name)))
          // By its own name, or by that of the field in which it stands.
          if (isRefused(status) && [name, ...place.slice(-1)].some(said => text.includes(String(said)))) continue
          taken.push(`${operation.name} /${place.join('/')} ${name}: ${status} ${text.slice(0, 300)}`)
        }
    }
    expect(taken).toEqual([])
    expect(writing.length).toBeGreaterThan(40)
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before)
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    expect(at.reported).toEqual([])
  }, 60_000)

  const shape = ({ body }: Operation) => body['application/json']!.schema

  function bodyOf(operation: Operation): unknown {
    const body = drawn(shape(operation), 'body', { description: at.description, known: knownOf(scene), luck: first })
    // Of `via` and `pathway` one is asked; `after` is an answer of ours that is given back, with all that may come to stand in one.
    if (operation.path.endsWith('/plan'))
      for (const name of ['via', 'after']) Reflect.deleteProperty(body as object, name)
    return body
  }

  async function send(operation: Operation, body: string) {
    const known = knownOf(scene)
    const owner = scene.officers[1]!
    const isPost = sideOf(operation) === 'post'
    const person = isPost ? owner.person : scene.member.person
    const address = pathOf(operation, name => (name === 'post' ? owner.capacity.post : known.get(name)?.[0]))
    const response = await at.app.request(address, {
      method: operation.method,
      body,
      headers: {
        'content-type': 'application/json',
        'x-person': person.id,
        cookie: at.cookie,
        authorization: `Bearer ${keeperToken}`,
      },
    })
    return { status: response.status, text: await response.text() }
  }
})

const isRefused = (status: number) => status === 422 || status === 400

type Place = readonly (string | number)[]

function objectsIn(value: unknown, at: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.entries(value).flatMap(([name, of]) => objectsIn(of, [...at, name]))
  return Array.isArray(value) ? inner : [at, ...inner]
}

/** A copy with one field more, as JSON can say it and a literal cannot. */
function withField(value: unknown, [step, ...rest]: Place, name: string): unknown {
  const fields = Array.isArray(value) ? [...value] : { ...(value as Record<string, unknown>) }
  const [at, of] =
    step === undefined ? [name, { polluted: true }] : [step, withField(Reflect.get(fields, step), rest, name)]
  return Object.defineProperty(fields, at, { value: of, enumerable: true, configurable: true, writable: true })
}
