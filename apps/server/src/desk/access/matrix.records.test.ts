import { type ActingRole, type Relation, relations, roles } from '@ieum/desk'
import type { OpenCatalogue, Person } from '@ieum/services'
import { koreanCatalogue } from '@ieum/services/testing'
import { describeInBothHomes } from '@ieum/storage/testing'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { type App, description } from '../../app.ts'
import { deskAppFor } from '../testing/desk-app-for.ts'
import { canary, type Scene, sceneOf } from './scene.ts'
import { type Row, table } from './table.ts'

describeInBothHomes('who may do what over HTTP', open => {
  let catalogue: OpenCatalogue
  let app: App
  let people: Map<string, Person>

  beforeAll(async () => {
    catalogue = await koreanCatalogue()
  }, 60_000)

  beforeEach(async () => {
    ;({ app, people } = await deskAppFor(open()))
  })

  const routes = () =>
    Object.entries(app.getOpenAPI31Document(description).paths ?? {})
      .filter(([path]) => path.startsWith('/api/posts/') || path.startsWith('/api/firms/'))
      .flatMap(([path, operations]) => Object.keys(operations).map(method => `${method.toUpperCase()} ${path}`))

  it('stands in the table for every route that there is', () => {
    expect(routes().filter(route => !(route in table))).toEqual([])
  })

  it.each(relations.map(relation => [relation]))(
    'C13: holds cell by cell for: %s',
    async relation => {
      const wrong: string[] = []
      let cells = 0
      for (const [route, row] of Object.entries(table)) {
        let scene: Scene | undefined
        for (const role of roles) {
          scene ??= await sceneOf(open(), catalogue, relation)
          const { status, text } = await call(route, row, scene, role)
          const expected = isAllowed(row, role, relation)
          const refused = status === 401 || status === 403 || status === 404
          if (expected === refused)
            wrong.push(`${route} · ${role} · ${relation}: ${status}, ${expected ? 'refused' : 'let through'}`)
          if (status >= 500) wrong.push(`${route} · ${role} · ${relation}: ${status}`)
          const mayName = expected && row.names?.includes(relation)
          if (!mayName && text.includes(canary.name)) wrong.push(`${route} · ${role} · ${relation}: names the firm`)
          cells += 1
          if (status < 300 && !route.startsWith('GET')) scene = undefined
        }
      }
      expect(wrong).toEqual([])
      expect(cells).toBe(Object.keys(table).length * roles.length)
    },
    180_000,
  )

  const isAllowed = ({ allowed }: Row, role: ActingRole, relation: Relation): boolean =>
    allowed[role] === 'any' || (allowed[role]?.includes(relation as never) ?? false)

  async function call(route: string, { body, query }: Row, scene: Scene, role: ActingRole) {
    const [method = '', path = ''] = route.split(' ')
    const officer = scene.officers.find(({ capacity }) => capacity.role === role)
    const person = officer ?? (role === 'firm-member' ? scene.member : scene.adviser)
    people.set(person.person.id, person.person)
    const ids: Record<string, string> = {
      // Whoever has no post knocks with one that is somebody else's, and an officer at the firm's own door.
      post: (officer ?? scene.officers[0]!).capacity.post,
      firm: scene.firm,
      referral: scene.referral,
      consent: scene.consent,
      batch: scene.batch,
    }
    const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? scene.referral)
    const response = await app.request(`${address}${query ? `?${query(scene)}` : ''}`, {
      method,
      headers: {
        'x-person': person.person.id,
        'sec-fetch-site': 'same-origin',
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body(scene)) }),
    })
    return { status: response.status, text: await response.text() }
  }
})
