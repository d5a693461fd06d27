import type { OpenCatalogue, Person } from '@ieum/services'
import { koreanCatalogue } from '@ieum/services/testing'
import { describeInBothHomes } from '@ieum/storage/testing'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { App } from '../app.ts'
import { councilSceneOf } from './access/council-scene.ts'
import { deskAppFor } from './testing/desk-app-for.ts'

describeInBothHomes('papers made of a council over HTTP', open => {
  let catalogue: OpenCatalogue
  let app: App
  let people: Map<string, Person>

  beforeAll(async () => {
    catalogue = await koreanCatalogue()
  }, 60_000)
  beforeEach(async () => {
    ;({ app, people } = await deskAppFor(open()))
  })

  async function scene() {
    const told = await councilSceneOf({ database: open(), catalogue }, 'seated')
    const { person, capacity } = told.officers[0]!
    people.set(person.id, person)
    const ask = (path: string) =>
      app.request(`/api/posts/${capacity.post}/${path}`, { headers: { 'x-person': person.id } })
    return { ...told, ask }
  }

  it.each([
    ['hwpx', 'application/hwp+zip', 'PK'],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
    ['pdf', 'application/pdf', '%PDF-1.7'],
    ['md', 'text/markdown; charset=utf-8', '*'],
  ])('C35: come as %s, an attachment that opens nothing', async (format, mediaType, begins) => {
    const { session, ask } = await scene()
    const reply = await ask(`sessions/${session}/papers/agenda?format=${format}`)
    expect(reply.status).toBe(200)
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      'content-type': mediaType,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': "sandbox; default-src 'none'",
    })
    const name = `제2차 중기부-산업부 정책협의회 회의 안건.${format}`
    expect(reply.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w. -]+"; /)
    expect(reply.headers.get('content-disposition')).toContain(`filename*=UTF-8''${encodeURIComponent(name)}`)
    const content = Buffer.from(await reply.arrayBuffer())
    expect(content.subarray(0, begins.length).toString()).toBe(begins)
  })

  it('are HWPX in Korean for the council where nothing else is asked', async () => {
    const { session, task, ask } = await scene()
    const reply = await ask(`sessions/${session}/papers/minutes`)
    expect(reply.headers.get('content-type')).toBe('application/hwp+zip')
    const sheet = await ask(`tasks/${task}/papers/task?format=md&lang=en`)
    expect(await sheet.text()).toContain('# \\[T7\\] Help root-industry makers')
  })

  it('say at the head of each page that a demonstration made them up', async () => {
    const { session, ask } = await scene()
    const head = async () => (await (await ask(`sessions/${session}/papers/agenda?format=md`)).text()).split('\n')[0]
    expect(await head()).not.toContain('시연용')
    ;({ app, people } = await deskAppFor(open(), { demonstration: true }))
    const { session: other, ask: again } = await scene()
    const text = await (await again(`sessions/${other}/papers/agenda?format=md`)).text()
    expect(text).toMatch(/^\*시연용으로 지어낸 기록 · /)
  })

  it('say what stands in the way', async () => {
    const { session, ask } = await scene()
    const code = async (path: string) => {
      const reply = await ask(path)
      return [reply.status, ((await reply.json()) as { code?: string }).code]
    }
    expect(await code(`sessions/${session}/papers/press`)).toEqual([409, 'not-open'])
    expect(await code(`sessions/${session}/papers/agenda?for=everyone`)).toEqual([409, 'not-open'])
    for (const path of ['papers/speech', 'papers/task', 'papers/agenda?format=exe', 'papers/agenda?lang=fr'])
      expect((await ask(`sessions/${session}/${path}`)).status, path).toBe(422)
  })
})
