import { workCalendarOf } from '@ieum/desk'
import { expect, it } from 'vitest'
import type { Count, Measure } from '../count-indicators.ts'
import { actionValues } from './action-values.ts'
import { countSaid, countsFor } from './indicators.ts'
import type { Saying } from './saying.ts'

const counted = (value: number, of?: number): Count => ({ is: 'counted', value, ...(of !== undefined && { of }) })
const counts: Readonly<Record<Measure, Count>> = {
  'firms-referred': counted(2),
  'answered-in-time': counted(1, 2),
  accepted: counted(1, 2),
  completed: counted(0, 1),
  'days-to-selection': counted(30),
  'links-in-force': counted(1),
  'steps-joined': counted(1, 3),
}
const saying = {
  either: (ko: string) => ko,
  agency: (id: string) => id,
  day: (day: string) => day,
  words: {
    fewerThan: (than: number) => `<${than}`,
    withheld: '-',
    outOf: (value: number, of: number) => `${value}/${of}`,
    actionState: (state: string) => state,
  },
} as unknown as Saying

it('T3: a paper for everyone tells of few firms no more than the open record does', () => {
  const said = (audience: 'council' | 'everyone', measure: Measure) =>
    countSaid(countsFor(audience, counts)[measure], saying)
  expect(said('council', 'firms-referred')).toBe('2')
  expect(said('everyone', 'firms-referred')).toBe('<5')
  expect(said('everyone', 'accepted')).toBe('-')
  expect(said('everyone', 'links-in-force')).toBe('1')
})

it('T3: what an agency reported to the others stands in no paper for everyone', () => {
  const calendar = workCalendarOf(undefined)
  const action = {
    title_ko: '일',
    title_en: null,
    due: '2026-07-01',
    state: 'reported' as const,
    proof_wanted: '공문',
    report: '기업 두 곳에 알렸다',
    owner_agency: 'mss',
    owner_post: 'post',
    number: '2026-1-1',
    task: null,
  }
  const report = (audience: 'council' | 'everyone') =>
    actionValues(action, 1, saying, { posts: new Map(), on: '2026-06-01', calendar, audience }).report
  expect([report('council'), report('everyone')]).toEqual(['기업 두 곳에 알렸다', null])
})
