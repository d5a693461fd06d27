/**
 * C15: which rows about one firm each role is shown by the database itself, and may change there, by how it stands to the firm. Written by hand
 * from the issue and the law, apart from the policies, and asked as the role that holds no rights of its own. What stands nowhere is hidden.
 */
import type { ActingRole, Relation } from '@ieum/desk'
import type { Tables } from '@ieum/storage'
import type { Scene } from './scene.ts'

type Who = Partial<Record<ActingRole | 'any post', readonly Relation[] | 'any'>>

export interface Rows {
  readonly of: keyof Tables
  /** Of the things of the scene, which: a condition in SQL. */
  readonly which: (scene: Scene) => string
  readonly seen: Who
  /** A column that may be written, and who may; what has no such column is written once. */
  readonly changed?: { readonly column: string; readonly by: Who }
}

/** As the side that hears of it, and as the side that sent it. */
const hearing = [
  'consent-active',
  'consent-expired',
  'consent-withdrawn',
  'referral-recalled',
  'referral-closed',
] as const
const sides = ['referral-sent', ...hearing] as const
const own = { 'firm-member': ['own'], adviser: ['delegate'] } as const
const ofFirm = ({ firm }: Scene) => `firm_id = '${firm}'`
const ofReferral = ({ referral }: Scene) => `referral_id = '${referral}'`

export const rows: Readonly<Record<string, Rows>> = {
  'the firm': {
    of: 'firm',
    which: ({ firm }) => `id = '${firm}'`,
    seen: { ...own, 'any post': ['own', 'consent-active', 'referral-sent', 'referral-closed'] },
  },
  'its people': { of: 'firm_member', which: ofFirm, seen: own, changed: { column: 'until', by: own } },
  'who asks to act for it': { of: 'firm_request', which: ({ request }) => `id = '${request}'`, seen: {} },
  'a fact that it entered': {
    of: 'fact',
    which: ({ facts }) => `id = '${facts.entered}'`,
    seen: { ...own, 'any post': ['consent-active'] },
    changed: { column: 'withdrawn_at', by: own },
  },
  'a fact that it entered and does not pass on': {
    of: 'fact',
    which: scene => `${ofFirm(scene)} and name = 'sales'`,
    seen: own,
    changed: { column: 'withdrawn_at', by: own },
  },
  'a fact that the agency recorded': {
    of: 'fact',
    which: ({ facts }) => `id = '${facts.recorded}'`,
    seen: { ...own, 'any post': 'any' },
    changed: { column: 'withdrawn_at', by: { 'any post': 'any' } },
  },
  'a participation that it entered': {
    of: 'participation',
    which: ({ participations }) => `id = '${participations.entered}'`,
    seen: { ...own, 'any post': ['consent-active'] },
    changed: { column: 'withdrawn_at', by: own },
  },
  'its participation in a programme of a third agency': {
    of: 'participation',
    which: scene => `${ofFirm(scene)} and source_agency = 'kised'`,
    seen: { ...own, 'any post': ['consent-active'] },
    changed: { column: 'withdrawn_at', by: {} },
  },
  'a paper': {
    of: 'paper',
    which: ({ paper }) => `id = '${paper}'`,
    seen: { ...own, 'any post': ['consent-active'] },
    changed: { column: 'removed_at', by: own },
  },
  'a decision of the agency': {
    of: 'signed_decision',
    which: ({ decision }) => `id = '${decision}'`,
    seen: { ...own, 'any post': 'any' },
    changed: { column: 'revoked_at', by: { 'any post': 'any' } },
  },
  'the referral': {
    of: 'referral',
    which: ({ referral }) => `id = '${referral}'`,
    seen: { ...own, 'any post': sides },
    changed: { column: 'reason', by: { ...own, 'any post': sides } },
  },
  'the proof': { of: 'referral_proof', which: ofReferral, seen: { ...own, 'any post': ['consent-active'] } },
  'its history': { of: 'referral_event', which: ofReferral, seen: { ...own, 'any post': sides } },
  'the consents': {
    of: 'consent',
    which: ofReferral,
    seen: { ...own, 'any post': sides },
    changed: { column: 'withdrawn_at', by: own },
  },
  'a batch that names it': {
    of: 'referral_batch',
    which: ({ batch }) => `id = '${batch}'`,
    seen: { 'any post': ['none', 'own', 'referral-sent'] },
    changed: { column: 'decided_at', by: { 'any post': ['none', 'own', 'referral-sent'] } },
  },
  'a decision of the sending agency, which the link takes as it is': {
    of: 'signed_decision',
    which: ({ firm }) => `firm_id = '${firm}' and agency = 'tipa' and criterion = 'taken'`,
    seen: { ...own, 'any post': ['none', 'own', 'referral-sent', 'consent-active'] },
    changed: { column: 'revoked_at', by: { 'any post': ['none', 'own', 'referral-sent'] } },
  },
  'that the agency looked at it': {
    of: 'access_entry',
    which: ({ firm }) => `firm_ids @> array['${firm}'::uuid] and reason = 'here'`,
    seen: { ...own, auditor: 'any' },
  },
  'that another agency looked at it': {
    of: 'access_entry',
    which: ({ firm }) => `firm_ids @> array['${firm}'::uuid] and reason = 'elsewhere'`,
    seen: own,
  },
  'what firms did': { of: 'audit_entry', which: () => `lane = 'firms'`, seen: {} },
}

/** What may be written about the firm, by whom; `person` stands for who acts. */
export const inserts: Readonly<Record<string, { readonly sql: (scene: Scene) => string; readonly by: Who }>> = {
  'a fact that the agency knows': {
    sql: ({
      firm,
      agency,
    }) => `insert into fact (firm_id, name, value, source, source_name, source_agency, as_of, recorded_by)
      values ('${firm}', 'employees', '40', 'registry', 'x', '${agency}', '2026-05-01', acting_person())`,
    by: { 'any post': ['own', 'consent-active', 'referral-sent', 'referral-closed'] },
  },
  'a fact in the name of another agency': {
    sql: ({ firm }) => `insert into fact (firm_id, name, value, source, source_name, source_agency, as_of, recorded_by)
      values ('${firm}', 'employees', '40', 'registry', 'x', 'kised', '2026-05-01', acting_person())`,
    by: {},
  },
  'a fact that the firm enters': {
    sql: ({ firm }) => `insert into fact (firm_id, name, value, source, source_name, as_of, recorded_by)
      values ('${firm}', 'employees', '40', 'entered', 'x', '2026-05-01', acting_person())`,
    by: own,
  },
  'a paper': {
    sql: ({ firm }) => `insert into paper (firm_id, kind, name, media_type, bytes, sha256, uploaded_by)
      values ('${firm}', 'plan', 'x', 'text/plain', 1, '${'0'.repeat(64)}', acting_person())`,
    by: own,
  },
  'someone who may act for the firm': {
    sql: ({ firm, fellow }) => `insert into firm_member (firm_id, person_id, kind, since, until)
      values ('${firm}', '${fellow}', 'member', '2020-01-01', '2020-01-02')`,
    by: own,
  },
  'a decision of another agency': {
    sql: ({
      firm,
    }) => `insert into signed_decision (firm_id, agency, programme, criterion, verdict, on_day, post_id, person_id, signature)
      values ('${firm}', 'kised', 'x', 'x', 'met', '2026-05-01', acting_post(), acting_person(), 'x')`,
    by: {},
  },
  'that somebody else looked': {
    sql: ({ firm, fellow }) => `insert into access_entry (lane, person_id, place, firm_ids, operation, basis)
      values (coalesce(acting_agency(), 'firms'), '${fellow}', 'x', array['${firm}'::uuid], 'x', 'x')`,
    by: {},
  },
}

/** Nobody who acts has anything to look for here. */
export const hidden = [
  'sign_in_session',
  'credential',
  'verification',
  'second_factor',
  'sign_in_try',
  'migrations',
  'delivery',
  'one_time_link',
  'installation',
  'exchange_message',
  'trail_head',
] as const
