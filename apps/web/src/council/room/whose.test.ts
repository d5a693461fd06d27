import { expect, it } from 'vitest'
import { draftName, queueName } from './whose.ts'

const whose = { session: 's', post: 'p', person: 'me' }

it.each([
  ['another post of the same person', { ...whose, post: 'q' }],
  ['another person', { ...whose, person: 'you' }],
  ['another sitting', { ...whose, session: 'r' }],
])('what is said in the room is not read by %s', (_, other) => {
  expect(queueName(other)).not.toBe(queueName(whose))
  expect(draftName(other, 'a')).not.toBe(draftName(whose, 'a'))
})
