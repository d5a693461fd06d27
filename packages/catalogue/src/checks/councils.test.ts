import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../load.ts'
import type { Catalogue, CollaborationTask, Council, Link } from '../records.ts'
import { wrongInCouncils } from './councils.ts'
import { namesIn } from './names.ts'

const words = { ko: '이름', en: 'name' }
const council = (change: Partial<Council> = {}): Council => ({
  id: 'joint',
  name: words,
  kind: 'policy',
  seats: [
    { agency: 'one', post: words },
    { agency: 'two', post: words },
  ],
  tasks: [task()],
  source: { title: 'release' },
  ...change,
})
const task = (change: Partial<CollaborationTask> = {}): CollaborationTask => ({
  id: 'T1',
  title: words,
  proposed_by: ['one'],
  ...change,
})
const link = (task: string) => ({ id: 'join', from: { programme: 'a' }, to: 'b', agreed: { in: task } }) as Link

function wrongWith(councils: readonly Council[], links: readonly Link[] = []): string[] {
  const agency = (id: string) => ({ id, kind: 'ministry' as const, name: words })
  const catalogue: Catalogue = {
    id: 'test',
    facts: [],
    agencies: [agency('one'), agency('two')],
    parameters: [],
    programmes: [],
    links,
    pathways: [{ id: 'way', name: words, waypoints: [] }],
    councils,
  }
  return [...wrongInCouncils(catalogue, namesIn(catalogue, true))].map(
    ({ pointer, wrong, right, isWarning }) =>
      `${pointer.join('.')}: ${wrong}: ${right}${isWarning ? ' (warning)' : ''}`,
  )
}

describe('councils', () => {
  it('that fit are taken as they are', () => {
    expect(wrongWith([council({ pathways: ['way'] })], [link('T1')])).toEqual([])
  })

  const session = { on: '2024-05-28', from: '10:30', to: '12:00', source: { title: 'release' } }
  const talk = (minutes: number) => ({ title: words, minutes })
  it.each<[string, Council, string]>([
    [
      'seat an agency that is not there',
      council({ seats: [{ agency: 'onne', post: words }], tasks: [] }),
      'seats.0.agency: no agency onne: did you mean one?',
    ],
    [
      'have a task of one who has no seat',
      council({ seats: [{ agency: 'one', post: words }], tasks: [task({ proposed_by: ['two'] })] }),
      'tasks.0.proposed_by.0: two has no seat: one',
    ],
    ['name a task twice', council({ tasks: [task(), task()] }), 'tasks.1.id: T1 is a task of joint too: each id once'],
    [
      'name a pathway that is not there',
      council({ pathways: ['wya'] }),
      'pathways.0: no pathway wya: did you mean way? (warning)',
    ],
    [
      'are about a council that is not there',
      council({ tasks: [task({ councils: ['jiont'] })] }),
      'tasks.0.councils.0: no council jiont: did you mean joint? (warning)',
    ],
    [
      'sat longer than they sat',
      council({ sessions: [{ ...session, schedule: [talk(60), talk(31)] }] }),
      'sessions.0.schedule: 91 minutes in a session of 90: at most 90',
    ],
    [
      'ended before they began',
      council({ sessions: [{ ...session, to: '10:00' }] }),
      'sessions.0.to: from 10:30 to 10:00: from < to',
    ],
    [
      'sat in another order',
      council({ sessions: [session, { ...session, on: '2023-01-01' }] }),
      'sessions.1.on: 2023-01-01 behind 2024-05-28: oldest first',
    ],
  ])('that %s are found, with the place', (_, one, wrong) => {
    expect(wrongWith([one])).toEqual([`councils.joint.${wrong}`])
  })

  it('lack the task that a link names: that is said, and stops nothing', () => {
    expect(wrongWith([council()], [link('T11')])).toEqual([
      'links.join.agreed.in: no council has a task T11: did you mean T1? (warning)',
    ])
  })

  it('of Korea: eight tasks in three groups of proposers, each with what is reported since and from where', async () => {
    const { catalogue } = await loadCatalogue(fileURLToPath(new URL('../../../../catalogue/kr', import.meta.url)))
    const { tasks, sessions = [] } = catalogue.councils!.find(({ id }) => id === 'mss-motie')!
    expect(tasks.map(({ id, proposed_by }) => `${id} ${proposed_by.join('+')}`)).toEqual([
      'T1 mss',
      'T2 mss',
      'T3 mss',
      'T4 motie',
      'T5 motie',
      'T6 motie',
      'T7 mss+motie',
      'T8 mss+motie',
    ])
    expect(tasks.every(({ later = [] }) => later.length > 0 && later.every(({ source }) => source.url))).toBe(true)
    expect(
      sessions.map(({ on, from, to, schedule = [] }) => [on, from, to, schedule.map(({ minutes }) => minutes)]),
    ).toEqual([['2024-05-28', '10:30', '12:00', [10, 5, 70, 5]]])
    expect(catalogue.links.filter(({ agreed }) => agreed?.in !== undefined).map(({ agreed }) => agreed!.in)).toContain(
      'T7',
    )
  })
})
