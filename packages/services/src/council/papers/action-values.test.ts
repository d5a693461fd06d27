import { workCalendarOf } from '@ieum/desk'
import { expect, it } from 'vitest'
import { twoAgencies } from '../../testing/two-agencies.ts'
import { actionValues } from './action-values.ts'
import { sayingOf } from './saying.ts'

it('an action that is due on a Sunday is late in a paper from the Tuesday on, by days behind its last one', () => {
  const action = {
    title_ko: '일',
    title_en: null,
    due: '2026-05-31',
    state: 'open' as const,
    proof_wanted: '공문',
    report: null,
    owner_agency: 'mss',
    owner_post: 'post',
    number: '2026-1-1',
    task: null,
  }
  const saying = sayingOf(twoAgencies().rulebook, 'en', '2026-06-01')
  const late = (on: string) =>
    actionValues(action, 1, saying, { posts: new Map(), on, calendar: workCalendarOf(undefined), audience: 'council' })
      .late
  expect(['2026-06-01', '2026-06-02', '2026-06-03'].map(late)).toEqual(['', '1 day', '2 days'])
})
