import { describe, expect, it } from 'vitest'
import * as agencyEn from './en/agency.ts'
import * as agreementEn from './en/agreement.ts'
import * as asideEn from './en/aside.ts'
import * as closingEn from './en/closing.ts'
import * as closingDeskEn from './en/closing-desk.ts'
import * as councilDeskEn from './en/council-desk.ts'
import * as councilDrawUpEn from './en/council-draw-up.ts'
import * as followEn from './en/council-follow.ts'
import * as councilImportEn from './en/council-import.ts'
import * as councilOpenEn from './en/council-open.ts'
import * as councilPapersEn from './en/council-papers.ts'
import * as councilRoomEn from './en/council-room.ts'
import * as deskEn from './en/desk.ts'
import * as firmEn from './en/firm.ts'
import * as ownEn from './en/own.ts'
import { en as pagesEn } from './en.ts'
import { preferredLanguage } from './index.ts'
import * as agencyKo from './ko/agency.ts'
import * as agreementKo from './ko/agreement.ts'
import * as asideKo from './ko/aside.ts'
import * as closingKo from './ko/closing.ts'
import * as closingDeskKo from './ko/closing-desk.ts'
import * as councilDeskKo from './ko/council-desk.ts'
import * as councilDrawUpKo from './ko/council-draw-up.ts'
import * as followKo from './ko/council-follow.ts'
import * as councilImportKo from './ko/council-import.ts'
import * as councilOpenKo from './ko/council-open.ts'
import * as councilPapersKo from './ko/council-papers.ts'
import * as councilRoomKo from './ko/council-room.ts'
import * as deskKo from './ko/desk.ts'
import * as firmKo from './ko/firm.ts'
import * as ownKo from './ko/own.ts'
import { ko as pagesKo } from './ko.ts'

const ko = {
  ...pagesKo,
  ...deskKo,
  ...firmKo,
  ...agencyKo,
  ...agreementKo,
  ...asideKo,
  ...ownKo,
  ...councilRoomKo,
  ...councilImportKo,
  ...councilDeskKo,
  ...councilDrawUpKo,
  ...followKo,
  ...councilOpenKo,
  ...closingKo,
  ...closingDeskKo,
  ...councilPapersKo,
}
const en = {
  ...pagesEn,
  ...deskEn,
  ...firmEn,
  ...agencyEn,
  ...agreementEn,
  ...asideEn,
  ...ownEn,
  ...councilRoomEn,
  ...councilImportEn,
  ...councilDeskEn,
  ...councilDrawUpEn,
  ...followEn,
  ...councilOpenEn,
  ...closingEn,
  ...closingDeskEn,
  ...councilPapersEn,
}

/** English tells one from many, Korean does not: `_one` and `_other` count as the same key. */
const keys = (words: object, at = ''): string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [at + key.replace(/_(one|other)$/, '')] : keys(value, `${at}${key}.`),
  )

const slots = (words: object): Map<string, string[]> => {
  const found = new Map<string, string[]>()
  const walk = (node: object, at: string): void => {
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === 'string') found.set(at + key, [...value.matchAll(/{{(\w+)}}/g)].map(m => m[1]!).sort())
      else walk(value, `${at}${key}.`)
    }
  }
  walk(words, '')
  return found
}

describe('the words of the site', () => {
  it('are the same set in Korean and English', () => {
    expect([...new Set(keys(en))].sort()).toEqual([...new Set(keys(ko))].sort())
  })

  it('leave the same blanks to fill in both languages', () => {
    const english = slots(en)
    for (const [key, blanks] of slots(ko)) expect([key, english.get(key)]).toEqual([key, blanks])
  })

  it.each([
    [ko, '판정 근거', /까닭/],
    [ko, '제외 사유', /제외 대상|제한 사유|지원 제한/],
    [ko, '미리 가정한 것', /미리 친/],
    [ko, '쯤', /무렵|어림/],
    [ko, '예산 소진까지', /예산이 떨어질/],
    [ko, '공고 위치', /공고의 자리/],
    [en, 'Not possible', /not open to you|shut to you/i],
    [en, 'any time', /all along|rolling,/i],
  ])('call one thing by one name (%#: $1)', (words, name, otherwise) => {
    const said = JSON.stringify(words)
    expect(said).toContain(name)
    expect(said).not.toMatch(otherwise)
  })

  it('are never empty', () => {
    const texts = JSON.stringify([ko, en])
    expect(texts).not.toMatch(/:""/)
  })
})

describe('a look at a firm', () => {
  // What `looked` of the services is given; the older words stand in logs still.
  const bases = ['own programme', 'own record of the referral', 'referrals sent to the agency', 'audit']
  const olderBases = ['sent', 'received', 'own', 'referral-sent', 'consent-expired', 'referral-closed']
  const looked = [
    ...['list referrals', 'read referral', 'read dossier', 'read own record', 'read paper', 'record fact'],
    ...['record participation', 'export referrals', 'export trails', 'draft referral', 'send referral'],
    ...['answer referral', 'follow referral through', 'approve batch', 'propose batch', 'sign decision'],
  ]
  const keyOf = (word: string) => word.replaceAll(' ', '-')

  it.each([
    ['ko', ko],
    ['en', en],
  ] as const)('has words for every operation and basis, for firm and auditor (%s)', (_, words) => {
    for (const operation of looked) {
      expect(words.firm.looks.operation).toHaveProperty(keyOf(operation))
      expect(words.agency.trail.looked).toHaveProperty(keyOf(operation))
    }
    for (const basis of [...bases, ...olderBases]) {
      expect(words.firm.looks.rests).toHaveProperty(keyOf(basis))
      expect(words.agency.trail.rests).toHaveProperty(keyOf(basis))
    }
  })

  it('tells a name seen in a list from a case that was opened', () => {
    for (const { firm, agency } of [ko, en])
      for (const words of [firm.looks.operation, agency.trail.looked])
        expect(words['list-referrals']).not.toBe(words['read-referral'])
  })
})

describe('the language of a visit', () => {
  it.each([
    ['', null, 'ko'],
    ['?lang=en', null, 'en'],
    ['', 'en', 'en'],
    ['?lang=ko', 'en', 'ko'],
    ['?lang=fr', null, 'ko'],
    ['', 'fr', 'ko'],
  ] as const)('of search "%s" and "%s" remembered is %s', (search, remembered, language) => {
    expect(preferredLanguage(search, remembered)).toBe(language)
  })
})
