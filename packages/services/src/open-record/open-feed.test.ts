import { expect, it } from 'vitest'
import { readXml } from '../papers/content/xml-reader.ts'
import { openFeed } from './open-feed.ts'
import type { OpenDecision, OpenRecord } from './open-record.ts'

const decision = (number: string, text: string): OpenDecision => ({
  number,
  on: '2026-06-01',
  text: { ko: text, en: null },
  votes: null,
  status: 'standing',
  supersededBy: null,
  supersedes: [],
  session: null,
  task: null,
  opened: '2026-06-10',
})

const record: OpenRecord = {
  id: 'joint',
  kind: 'policy',
  name: { ko: '정책협의회', en: null },
  from: 'records',
  madeUp: false,
  source: null,
  secretariat: 'tipa',
  foundedOn: '2026-01-01',
  dissolvedOn: null,
  opened: '2026-01-01',
  updated: '2026-01-01',
  seats: [],
  sessions: [],
  tasks: [],
  decisions: [],
  actions: [],
}
const asked = { base: 'https://ieum.example', language: 'ko', timeZone: 'Asia/Seoul' } as const

async function read(text: string) {
  const found: [name: string, text: string][] = []
  await readXml(text, {
    opens: ({ namespace, local }) => {
      expect(namespace).toBe('http://www.w3.org/2005/Atom')
      found.push([local, ''])
    },
    says: piece => {
      found.at(-1)![1] += piece
    },
  })
  return (name: string) => found.flatMap(([local, said]) => (local === name ? [said.trim()] : []))
}

it('is well-formed Atom whatever a decision says: T11', async () => {
  const hostile = 'a]]>b <script>alert(1)</script> & \u0001 \u{1F600} \ud800 "c"'
  const of = await read(openFeed({ ...record, decisions: [decision('2026-1-1', hostile)] }, asked))
  expect(of('id')).toEqual([
    'https://ieum.example/api/councils/joint/feed.atom',
    'https://ieum.example/councils/joint/decisions/2026-1-1',
  ])
  expect(of('updated')).toEqual(['2026-06-09T15:00:00.000Z', '2026-06-09T15:00:00.000Z'])
  const [content = ''] = of('content')
  expect(content).toBe('a]]&gt;b &lt;script&gt;alert(1)&lt;/script&gt; &amp;  \u{1F600}  "c"')
})

it('stands, and says when the council opened, while there is nothing in it', async () => {
  const of = await read(openFeed(record, asked))
  expect([of('entry'), of('updated'), of('title')]).toEqual([
    [],
    ['2025-12-31T15:00:00.000Z'],
    ['정책협의회: 공개 기록'],
  ])
})
