import { type ActingRole, roles } from '@ieum/desk'
import type { OpenCatalogue, Person } from '@ieum/services'
import { koreanCatalogue } from '@ieum/services/testing'
import { describeInBothHomes } from '@ieum/storage/testing'
import { folderPlace, type PaperPlace } from '@ieum/storage/testing/papers'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { App } from '../../app.ts'
import { deskAppFor } from '../testing/desk-app-for.ts'
import { type CouncilScene, councilSceneOf } from './council-scene.ts'
import { councilStandings } from './council-standings.ts'
import { type CouncilRow, councilTable } from './council-table.ts'
import { paper } from './sent.ts'

describeInBothHomes('who may do what with a council over HTTP', open => {
  let catalogue: OpenCatalogue
  let app: App
  let people: Map<string, Person>
  let papers: PaperPlace

  beforeAll(async () => {
    catalogue = await koreanCatalogue()
    papers = await folderPlace()
  }, 60_000)
  afterAll(() => papers?.close())
  beforeEach(async () => {
    ;({ app, people } = await deskAppFor(open(), { papers: papers.store }))
  })

  it.each(councilStandings.map(standing => [standing]))(
    'C13: holds cell by cell for: %s',
    async standing => {
      const wrong: string[] = []
      let cells = 0
      // Whoever is refused, or only looks, changes nothing that another would be answered by.
      let scene: CouncilScene | undefined
      for (const [route, row] of Object.entries(councilTable)) {
        for (const role of roles) {
          scene ??= await councilSceneOf({ database: open(), catalogue }, standing)
          const status = await call(route, row, scene, role)
          const expected = row.allowed[role]?.includes(standing) ?? false
          const refused = status === 401 || status === 403 || status === 404
          if (expected === refused)
            wrong.push(`${route} · ${role} · ${standing}: ${status}, ${expected ? 'refused' : 'let through'}`)
          if (status >= 422) wrong.push(`${route} · ${role} · ${standing}: ${status}`)
          cells += 1
          if (status < 300 && !route.startsWith('GET')) scene = undefined
        }
      }
      expect(wrong).toEqual([])
      expect(cells).toBe(Object.keys(councilTable).length * roles.length)
    },
    180_000,
  )

  async function call(
    route: string,
    { body, query, file }: CouncilRow,
    scene: CouncilScene,
    role: ActingRole,
  ): Promise<number> {
    const [method = '', path = ''] = route.split(' ')
    const officer = scene.officers.find(({ capacity }) => capacity.role === role)
    // A firm's people knock with a post that is somebody else's.
    const { capacity } = officer ?? scene.officers[0]!
    const person = officer?.person ?? { ...scene.officers[0]!.person, id: `a ${role}` }
    people.set(person.id, person)
    const ids: Record<string, string> = { ...scene, post: capacity.post } as never
    const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name]!)
    const response = await app.request(`${address}${query ? `?${query}` : ''}`, {
      method,
      headers: {
        'x-person': person.id,
        'sec-fetch-site': 'same-origin',
        ...(body && { 'content-type': 'application/json' }),
        ...(file && {
          'content-type': 'application/octet-stream',
          'content-disposition': 'attachment; filename="plan.pdf"',
        }),
      },
      ...(body && { body: JSON.stringify(body(scene)) }),
      ...(file && { body: file === true ? paper : file }),
    })
    return response.status
  }
})
