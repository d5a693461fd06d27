import { type ActingRole, roles } from '@ieum/desk'
import type { OpenCatalogue, Person } from '@ieum/services'
import { koreanCatalogue } from '@ieum/services/testing'
import { describeInBothHomes } from '@ieum/storage/testing'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { App } from '../../app.ts'
import { deskAppFor } from '../testing/desk-app-for.ts'
import { type ClosingScene, closingSceneOf } from './closing-scene.ts'
import { type ClosingRow, closingTable } from './closing-table.ts'
import { councilStandings } from './council-standings.ts'

describeInBothHomes('who may do what about closing days over HTTP', open => {
  let catalogue: OpenCatalogue
  let app: App
  let people: Map<string, Person>

  beforeAll(async () => {
    catalogue = await koreanCatalogue()
  }, 60_000)
  beforeEach(async () => {
    ;({ app, people } = await deskAppFor(open()))
  })

  it.each(councilStandings.map(standing => [standing]))(
    'C13: holds cell by cell for: %s',
    async standing => {
      const wrong: string[] = []
      // Whoever is refused, or only looks, changes nothing that another would be answered by.
      let scene: ClosingScene | undefined
      for (const [route, row] of Object.entries(closingTable)) {
        for (const role of roles) {
          scene ??= await closingSceneOf({ database: open(), catalogue }, standing)
          const status = await call(route, row, scene, role)
          const expected = row.allowed[role]?.includes(standing) ?? false
          const refused = status === 401 || status === 403 || status === 404
          if (expected === refused || status >= 409)
            wrong.push(`${route} · ${role} · ${standing}: ${status}, ${expected ? 'refused' : 'let through'}`)
          if (status < 300 && !route.startsWith('GET')) scene = undefined
        }
      }
      expect(wrong).toEqual([])
    },
    180_000,
  )

  async function call(route: string, { body }: ClosingRow, scene: ClosingScene, role: ActingRole): Promise<number> {
    const [method = '', path = ''] = route.split(' ')
    const officer = scene.officers.find(({ capacity }) => capacity.role === role)
    // A firm's people knock with a post that is somebody else's.
    const { capacity } = officer ?? scene.officers[0]!
    const person = officer?.person ?? { ...scene.officers[0]!.person, id: `a ${role}` }
    people.set(person.id, person)
    const ids: Record<string, string> = { ...scene, post: capacity.post } as never
    const response = await app.request(
      path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name]!),
      {
        method,
        headers: {
          'x-person': person.id,
          'sec-fetch-site': 'same-origin',
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body(scene)) }),
      },
    )
    return response.status
  }
})
