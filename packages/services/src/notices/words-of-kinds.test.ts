import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { agreementMoves, moves } from '@ieum/desk'
import { noticeKinds } from '@ieum/wording'
import { expect, it } from 'vitest'

const services = join(import.meta.dirname, '..')

/** What stands in a blank of a kind, by its subject; a kind with another blank fails until it stands here. */
const blanks: Readonly<Record<string, readonly string[]>> = {
  referral: [...new Set(Object.values(moves).flatMap(Object.keys)), 'remind', 'escalate'].filter(
    // Nobody is told that a review has begun, and consent is asked for by a kind of its own.
    move => move !== 'review',
  ),
  agreement: [...new Set(Object.values(agreementMoves).flatMap(Object.keys)), 'propose'],
  batch: ['approve', 'refuse'],
  session: ['call', 'cancel', 'close'],
  action: ['report', 'nod', 'return', 'soon', 'today', 'late', 'escalate', 'awaits-nod', 'link-in-force', 'superseded'],
  task: ['propose', 'answer', 'withdraw', 'begin'],
}

function* kindsWritten(): Generator<string> {
  const subjects = [...new Set([...noticeKinds.map(kind => kind.split('.')[0]!), 'decision', 'paper', 'council'])]
  const literal = new RegExp(`'((?:${subjects.join('|')})\\.[a-z][a-z-]*)'`, 'g')
  const template = /kind: `([a-z]+)\.\$\{/g
  for (const file of readdirSync(services, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file.endsWith('.test.ts') || file.startsWith('testing')) continue
    const source = readFileSync(join(services, file), 'utf8')
    if (/notif(?:y|ies)|letter: 'notice'|queueMail/.test(source))
      for (const [, kind] of source.matchAll(literal)) if (!kind!.endsWith('.ts')) yield kind!
    for (const [, subject] of source.matchAll(template))
      for (const move of blanks[subject!] ?? ['that nobody listed']) yield `${subject}.${move}`
  }
}

it('every kind of news that is written anywhere has words of its own', () => {
  const written = new Set(kindsWritten())
  for (const kind of ['decision.signed', 'referral.consent-asked', 'referral.filled-in', 'action.given', 'firm.asked'])
    expect(written).toContain(kind)
  expect([...written].filter(kind => !noticeKinds.includes(kind))).toEqual([])
})
