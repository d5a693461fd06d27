import { expect, it } from 'vitest'
import { pageOfNews } from './news-page.ts'

it.each([
  ['action.late', { council: 'c', action: 'a' }, 'actions#a'],
  ['action.link-asked', { council: 'c', action: 'a' }, 'links/new?action=a'],
  ['task.propose', { council: 'c', task: 't' }, 'tasks/t'],
  ['session.call', { council: 'c', session: 's', number: 3 }, 'sessions/s'],
  ['session.call', { council: 'c' }, 'councils/c'],
  ['seat.held', { council: 'c' }, 'councils/c'],
  ['referral.send', {}, null],
  ['batch.approve', { batch: 'b' }, null],
])('news of the kind %s leads to its page', (kind, detail, page) => {
  expect(pageOfNews(kind, detail)).toBe(page)
})
