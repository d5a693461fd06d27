import { describe, expect, it } from 'vitest'
import { may, operations, relations, roles } from './policy.ts'

const allowed = (operation: (typeof operations)[number]) =>
  roles.flatMap(role =>
    relations.filter(relation => may(role, operation, relation)).map(relation => `${role}: ${relation}`),
  )

describe('what one may do', () => {
  it('T1: shows a dossier to the firm, and to desks only while consent stands', () => {
    expect(allowed('read dossier')).toEqual([
      'firm-member: own',
      'adviser: delegate',
      'desk-officer: consent-active',
      'programme-owner: consent-active',
    ])
  })

  it('T2: shows no dossier and no paper after consent ran out, was withdrawn, or the referral was recalled or closed', () => {
    for (const operation of ['read dossier', 'read paper', 'answer referral'] as const)
      for (const role of roles)
        for (const relation of [
          'consent-expired',
          'consent-withdrawn',
          'referral-recalled',
          'referral-closed',
        ] as const)
          expect(may(role, operation, relation)).toBe(false)
  })

  it('lets nobody but the firm itself give leave, and advisers withdraw it', () => {
    expect(allowed('give consent')).toEqual(['firm-member: own'])
    expect(allowed('withdraw consent')).toEqual(['firm-member: own', 'adviser: delegate'])
  })

  it('T13: gives administrators, secretaries and auditors nothing of a firm', () => {
    const ofFirms = operations.filter(operation => !allowed(operation).some(line => line.endsWith(': none')))
    for (const role of ['agency-administrator', 'secretary', 'auditor'] as const)
      for (const operation of ofFirms)
        for (const relation of relations) expect(may(role, operation, relation)).toBe(false)
  })

  it('keeps the drawing up and the approving apart', () => {
    for (const role of roles) {
      expect(may(role, 'draft link', 'none') && may(role, 'approve link', 'none')).toBe(false)
      expect(may(role, 'propose batch', 'none') && may(role, 'approve batch', 'none')).toBe(false)
    }
  })
})
