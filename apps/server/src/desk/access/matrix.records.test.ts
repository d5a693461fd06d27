import { type ActingRole, type Relation, relations, roles } from '@ieum/desk'
import type { OpenCatalogue, Person } from '@ieum/services'
import { koreanCatalogue } from '@ieum/services/testing'
import { describeInBothHomes } from '@ieum/storage/testing'
import { folderPlace, type PaperPlace } from '@ieum/storage/testing/papers'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type App, description } from '../../app.ts'
import { deskAppFor } from '../testing/desk-app-for.ts'
import { closingTable } from './closing-table.ts'
import { councilTable } from './council-table.ts'
import { type Scene, sceneOf } from './scene.ts'
import { paper } from './sent.ts'
import { type Row, table } from './table.ts'

describeInBothHomes('who may do what over HTTP', open => {
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

  const routes = () =>
    Object.entries(app.getOpenAPI31Document(description).paths ?? {})
      .filter(([path]) => path.startsWith('/api/posts/') || path.startsWith('/api/firms/'))
      .flatMap(([path, operations]) => Object.keys(operations).map(method => `${method.toUpperCase()} ${path}`))

  it('stands in a table for every route that there is', () => {
    expect(routes().filter(route => !(route in table || route in councilTable || route in closingTable))).toEqual([])
  })

  it.each(relations.map(relation => [relation]))(
    'C13: holds cell by cell for: %s',
    async relation => {
      const wrong: string[] = []
      let cells = 0
      // Whoever is refused, or only looks, changes nothing that another would be answered by.
      let scene: Scene | undefined
      for (const [route, row] of Object.entries(table)) {
        for (const role of roles) {
          scene ??= await sceneOf({ database: open(), catalogue, papers: papers.store }, relation)
          const { canary } = scene
          const { status, text } = await call(route, row, scene, role)
          const expected = isAllowed(row, role, relation)
          const refused = status === 401 || status === 403 || status === 404
          if (expected === refused)
            wrong.push(`${route} · ${role} · ${relation}: ${status}, ${expected ? 'refused' : 'let through'}`)
          if (status >= 500) wrong.push(`${route} · ${role} · ${relation}: ${status}`)
          const mayName = expected && row.names?.includes(relation)
          if (!mayName && text.includes(canary)) wrong.push(`${route} · ${role} · ${relation}: names the firm`)
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

  async function call(route: string, { body, query, file }: Row, scene: Scene, role: ActingRole) {
    const [method = '', path = ''] = route.split(' ')
    const officer = scene.officers.find(({ capacity }) => capacity.role === role)
    const person = officer ?? (role === 'firm-member' ? scene.member : scene.adviser)
    people.set(person.person.id, person.person)
    const isFirms = path.startsWith('/api/firms/')
    const ids: Record<string, string> = {
      // Whoever has no post knocks with one that is somebody else's, and an officer at the firm's own door.
      post: (officer ?? scene.officers[0]!).capacity.post,
      firm: scene.firm,
      referral: scene.referral,
      consent: scene.consent,
      batch: scene.batch,
      agreement: scene.link,
      link: 'mss-automation-process-to-motie-root-intelligent-process',
      fact: isFirms ? scene.facts.entered : scene.facts.recorded,
      participation: isFirms ? scene.participations.entered : scene.participations.recorded,
      paper: scene.paper,
      decision: scene.decision,
      other: scene.other,
      person: isFirms ? scene.fellow : scene.holder,
      invitation: scene.invitation,
      feed: scene.feed,
      month: '2026-05',
    }
    const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name]!)
    const response = await app.request(`${address}${query ? `?${query(scene)}` : ''}`, {
      method,
      headers: {
        'x-person': person.person.id,
        'sec-fetch-site': 'same-origin',
        ...(body && { 'content-type': 'application/json' }),
        ...(file && {
          'content-type': 'application/octet-stream',
          'content-disposition': 'attachment; filename="plan.pdf"',
        }),
      },
      ...(body && { body: JSON.stringify(body(scene)) }),
      ...(file && { body: paper }),
    })
    return { status: response.status, text: await response.text() }
  }
})
