import { agreementStates, movers, reasonsOf, roles, states } from '@ieum/desk'
import { describe, expect, it } from 'vitest'
import { sayAgreementState, sayDaysLeft, sayReason, sayReferralMove, sayReferralState, sayRole } from './desk-words.ts'

const languages = ['ko', 'en'] as const

describe('the words of the desk', () => {
  it.each(languages)('name each state, move, reason and role in %s', language => {
    const said = [
      ...states.map(state => sayReferralState(state, language)),
      ...(Object.keys(movers) as (keyof typeof movers)[]).map(move => sayReferralMove(move, language)),
      ...Object.values(reasonsOf)
        .flat()
        .map(reason => sayReason(reason, language)),
      ...roles.map(role => sayRole(role, language)),
      ...agreementStates.map(state => sayAgreementState(state, language)),
    ]
    for (const text of said) expect(text).toMatch(language === 'ko' ? /[가-힣]/ : /^[A-Z]/)
  })

  it('call no two states of a referral by one word', () => {
    for (const language of languages)
      expect(new Set(states.map(state => sayReferralState(state, language))).size).toBe(states.length)
  })

  it('show a word of a newer server as it is', () => {
    expect(sayReferralState('unheard-of' as 'sent', 'ko')).toBe('unheard-of')
  })

  it.each([
    [-2, '늦음 2일', '2 days late'],
    [-1, '늦음 1일', '1 day late'],
    [0, '오늘까지', 'due today'],
    [1, '1일 남음', '1 day left'],
    [12, '12일 남음', '12 days left'],
  ])('say of %d working days "%s"', (days, ko, en) => {
    expect([sayDaysLeft(days, 'ko'), sayDaysLeft(days, 'en')]).toEqual([ko, en])
  })
})
