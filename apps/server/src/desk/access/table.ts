/**
 * C13: what each role may do over HTTP, by how it stands to the firm or referral that it is about. Written by hand from the issue and the law,
 * apart from the policy of the desk, and held against the running API cell by cell. What stands nowhere here must be refused.
 */
import { type ActingRole, type Relation, relations } from '@ieum/desk'
import type { Scene } from './scene.ts'

export interface Row {
  /** What is sent, so that only the right to do it can stand in the way. */
  readonly body?: (scene: Scene) => unknown
  readonly query?: (scene: Scene) => string
  /** A paper is sent. */
  readonly file?: true
  readonly allowed: Partial<Record<ActingRole, readonly Relation[] | 'any'>>
  /** In which of the allowed relations the answer may name the firm; in none when left out. */
  readonly names?: readonly Relation[]
}

const receiver: readonly Relation[] = [
  'consent-active',
  'consent-expired',
  'consent-withdrawn',
  'referral-recalled',
  'referral-closed',
]
/** The firm's name stays with the desk that declined it: its decision is a record. */
const receiverNames: readonly Relation[] = ['consent-active', 'referral-closed']
const sender: readonly Relation[] = ['referral-sent']
const ofFirm = { 'firm-member': ['own'], adviser: ['delegate'] } as const
const firmNames: readonly Relation[] = ['own', 'delegate']
const desk = (...relations: readonly Relation[]) => ({ 'desk-officer': relations, 'programme-owner': relations })
const everyPost = <A>(allowed: A) => ({
  'desk-officer': allowed,
  'programme-owner': allowed,
  approver: allowed,
  'agency-administrator': allowed,
  secretary: allowed,
  auditor: allowed,
})
const anyPost = everyPost('any' as const)
const auditor = { auditor: 'any' } as const

const span = 'from=2026-01-01&to=2026-12-31'
/** In each scene the acting agency is a side of the link, but for the one that has nothing to do with anything. */
const ofParties = relations.filter(relation => relation !== 'delegate')

export const table: Readonly<Record<string, Row>> = {
  // Every post may ask for its box; whoever has none gets an empty one.
  'GET /api/posts/{post}/referrals': { query: box, allowed: anyPost, names: ['referral-sent', ...receiverNames] },
  'POST /api/posts/{post}/referrals': {
    body: ({ otherLink, firm }) => ({ agreement: otherLink, firm, reason: '다음 단계' }),
    allowed: desk('own', 'referral-sent'),
  },
  'GET /api/posts/{post}/referrals/{referral}': {
    allowed: { ...desk(...sender, ...receiver), approver: [...sender, ...receiver] },
    names: ['referral-sent', ...receiverNames],
  },
  'POST /api/posts/{post}/referrals/{referral}/moves': {
    body: ({ relation, changed }) =>
      relation === 'referral-sent' ? { move: 'recall', reason: 'sent-in-error', changed } : { move: 'accept', changed },
    // Where access ended the officer is told so; an approver is told whose move it is.
    allowed: { ...desk(...sender, ...receiver), approver: [...sender, ...receiver] },
  },
  'POST /api/posts/{post}/referrals/{referral}/re-route': {
    body: ({ otherLink, changed }) => ({ agreement: otherLink, changed, reason: '자리 없음' }),
    allowed: desk(...sender),
  },
  'GET /api/posts/{post}/batches/candidates': {
    query: ({ link }) => `agreement=${link}&from=2026-05-01&to=2026-05-31`,
    allowed: desk('own', 'referral-sent', 'none'),
    names: ['own', 'referral-sent'],
  },
  'GET /api/posts/{post}/batches': {
    allowed: { 'desk-officer': 'any', 'programme-owner': 'any', approver: 'any' },
  },
  'POST /api/posts/{post}/batches': {
    body: ({ link, firm }) => ({
      agreement: link,
      from: '2026-05-01',
      to: '2026-05-31',
      name: '5월',
      reason: '다음 단계',
      firms: [firm],
    }),
    allowed: desk('own', 'referral-sent', 'none'),
  },
  'POST /api/posts/{post}/batches/{batch}/decision': {
    body: () => ({ decision: 'approve' }),
    allowed: { approver: ['own', 'referral-sent', 'none'] },
  },

  'GET /api/firms/{firm}/referrals': { allowed: ofFirm, names: firmNames },
  'GET /api/firms/{firm}/referrals/{referral}': { allowed: ofFirm, names: firmNames },
  'POST /api/firms/{firm}/referrals/{referral}/moves': {
    body: ({ changed }) => ({ move: 'withdraw', changed }),
    allowed: ofFirm,
  },
  'GET /api/firms/{firm}/referrals/{referral}/consents': { allowed: ofFirm },
  'POST /api/firms/{firm}/referrals/{referral}/consents': {
    body: ({ changed }) => ({
      language: 'ko',
      until: '2026-12-31',
      facts: [],
      participations: true,
      outcome: false,
      changed,
    }),
    allowed: { 'firm-member': ['own'] },
  },
  'GET /api/firms/{firm}/referrals/{referral}/next-ways': { allowed: ofFirm },
  'POST /api/firms/{firm}/referrals/{referral}/filled-in': { allowed: ofFirm },
  'POST /api/firms/{firm}/consents/{consent}/withdrawal': { allowed: ofFirm },
  'GET /api/firms/{firm}/decisions': { allowed: ofFirm },

  // A dossier
  'GET /api/firms/{firm}/dossier': { allowed: ofFirm, names: firmNames },
  'GET /api/firms/{firm}/dossier/export': { allowed: ofFirm, names: firmNames },
  'GET /api/firms/{firm}/looks': { allowed: ofFirm },
  'POST /api/firms/{firm}/facts': {
    body: () => ({ facts: [{ name: 'employees', value: 30, asOf: '2026-05-01' }] }),
    allowed: ofFirm,
  },
  'DELETE /api/firms/{firm}/facts/{fact}': { allowed: ofFirm },
  'POST /api/firms/{firm}/participations': {
    body: () => ({ programme: 'mss-jump-up', edition: '2025', outcome: 'completed', on: '2026-01-01' }),
    allowed: ofFirm,
  },
  'DELETE /api/firms/{firm}/participations/{participation}': { allowed: ofFirm },
  'POST /api/firms/{firm}/match': { body: () => ({}), allowed: ofFirm },
  'POST /api/firms/{firm}/plan': { body: () => ({ pathway: 'root' }), allowed: ofFirm },
  'POST /api/firms/{firm}/papers': { file: true, query: () => 'kind=plan', allowed: ofFirm },
  'GET /api/firms/{firm}/papers/{paper}/content': { allowed: ofFirm },
  'DELETE /api/firms/{firm}/papers/{paper}': { allowed: ofFirm },
  // The agency's own record stays its own; the rest is shown while consent stands.
  'GET /api/posts/{post}/firms/{firm}/dossier': {
    query: () => `reason=${encodeURIComponent('심사')}`,
    allowed: desk('own', 'referral-sent', 'consent-active', 'referral-closed'),
    names: ['own', 'referral-sent', 'consent-active', 'referral-closed'],
  },
  'POST /api/posts/{post}/firms/{firm}/facts': {
    body: () => ({
      source: 'registry',
      sourceName: '공장등록부',
      facts: [{ name: 'employees', value: 30, asOf: '2026-05-01' }],
    }),
    allowed: desk('own', 'consent-active', 'referral-sent'),
  },
  'DELETE /api/posts/{post}/firms/{firm}/facts/{fact}': { allowed: desk('own', 'consent-active', 'referral-sent') },
  'POST /api/posts/{post}/firms/{firm}/participations': {
    body: () => ({
      programme: 'mss-automation-process',
      edition: '2025',
      outcome: 'selected',
      on: '2026-01-01',
      source: 'decision',
    }),
    allowed: desk('own', 'consent-active', 'referral-sent'),
  },
  'DELETE /api/posts/{post}/firms/{firm}/participations/{participation}': { allowed: desk('own', 'referral-sent') },
  'GET /api/posts/{post}/firms/{firm}/papers/{paper}/content': {
    query: () => `reason=${encodeURIComponent('심사')}`,
    allowed: desk('consent-active'),
  },

  // Links, decisions and figures
  'GET /api/posts/{post}/agreements': { allowed: anyPost },
  'POST /api/posts/{post}/agreements': { body: ({ terms }) => ({ terms }), allowed: { 'programme-owner': 'any' } },
  // The link itself is public; that a draft can start from it is told to its sides.
  'GET /api/posts/{post}/links/{link}/draft': { allowed: everyPost(ofParties) },
  'GET /api/posts/{post}/agreements/{agreement}': { allowed: anyPost },
  'PUT /api/posts/{post}/agreements/{agreement}': {
    body: ({ terms }) => ({ changed: 1, terms }),
    allowed: { 'programme-owner': ofParties },
  },
  'POST /api/posts/{post}/agreements/{agreement}/versions': {
    body: ({ terms }) => ({ terms }),
    allowed: { 'programme-owner': ofParties },
  },
  'POST /api/posts/{post}/agreements/{agreement}/moves': {
    body: () => ({ move: 'end', changed: 1, reason: '기간이 끝남' }),
    allowed: { approver: ofParties },
  },
  'POST /api/posts/{post}/decisions': {
    body: ({ firm }) => ({
      firm,
      programme: 'mss-automation-process',
      criterion: 'root',
      verdict: 'met',
      on: '2026-05-20',
      until: null,
    }),
    allowed: { 'programme-owner': ['own', 'referral-sent'] },
  },
  'POST /api/posts/{post}/decisions/{decision}/revocation': {
    body: () => ({ reason: '잘못 적음' }),
    allowed: { 'programme-owner': 'any' },
  },
  // What the agency itself decided it may always read again; of others only what came with a referral.
  'GET /api/posts/{post}/firms/{firm}/decisions': { allowed: desk('own', 'referral-sent', ...receiver) },
  'GET /api/posts/{post}/figures': { query: () => span, allowed: anyPost },
  'GET /api/posts/{post}/figures/file': { query: () => `${span}&format=csv`, allowed: anyPost },
  'POST /api/posts/{post}/referrals/export': {
    body: ({ relation }) => ({
      side: sides(relation),
      purpose: '월별 점검',
      from: '2026-01-01',
      to: '2026-12-31',
      format: 'csv',
    }),
    allowed: { 'desk-officer': 'any', 'programme-owner': 'any' },
    names: ['referral-sent', ...receiverNames],
  },

  // The sending agency takes its own case, the receiving one what it may still see of it.
  'POST /api/posts/{post}/referrals/{referral}/export': {
    body: () => ({ purpose: '월별 점검', format: 'json' }),
    allowed: desk('referral-sent', ...receiver),
    names: ['referral-sent', ...receiverNames],
  },

  // An agency's own people
  // What the post was told, and how the agency is reached
  'GET /api/posts/{post}/notices': { allowed: anyPost },
  'POST /api/posts/{post}/notices/read': { body: () => ({}), allowed: anyPost },
  // Everyone's own, and shown as far as he may see what is in it.
  'GET /api/posts/{post}/calendar-feeds': { allowed: anyPost },
  'POST /api/posts/{post}/calendar-feeds': { body: () => ({ about: 'mine', language: 'ko' }), allowed: anyPost },
  'DELETE /api/posts/{post}/calendar-feeds/{feed}': { allowed: { 'programme-owner': 'any' } },
  'GET /api/posts/{post}/contact': { allowed: { 'agency-administrator': 'any' } },
  'PUT /api/posts/{post}/contact': { body: () => ({ way: 'desk' }), allowed: { 'agency-administrator': 'any' } },
  'GET /api/posts/{post}/installations': { allowed: { 'agency-administrator': 'any', secretary: 'any' } },
  // A table in which nothing is right: who may answer at all is told so, line by line.
  'POST /api/posts/{post}/answers.csv': {
    body: () => 'number,answer',
    allowed: { 'desk-officer': 'any', 'programme-owner': 'any' },
  },
  'POST /api/posts/{post}/answers/check': {
    body: () => 'number,answer',
    allowed: { 'desk-officer': 'any', 'programme-owner': 'any' },
  },
  'POST /api/posts/{post}/answers/sheet': {
    body: () => ({ purpose: '월별 점검', language: 'ko' }),
    allowed: { 'desk-officer': 'any', 'programme-owner': 'any' },
    names: ['consent-active'],
  },
  'GET /api/posts/{post}/posts': { allowed: anyPost },
  'POST /api/posts/{post}/posts': {
    body: () => ({ role: 'desk-officer', name: { ko: '접수', en: 'Desk' } }),
    allowed: { 'agency-administrator': 'any' },
  },
  'PATCH /api/posts/{post}/posts/{other}': {
    body: () => ({ name: { ko: '접수', en: 'Desk' } }),
    allowed: { 'agency-administrator': 'any' },
  },
  'POST /api/posts/{post}/posts/{other}/close': { body: () => ({}), allowed: { 'agency-administrator': 'any' } },
  'POST /api/posts/{post}/posts/{other}/hand-over': {
    body: ({ officers }) => ({ to: officers[0]!.capacity.post }),
    allowed: { 'agency-administrator': 'any' },
  },
  'POST /api/posts/{post}/posts/{other}/holders': {
    body: ({ member }) => ({ email: member.person.email }),
    allowed: { 'agency-administrator': 'any' },
  },
  'DELETE /api/posts/{post}/posts/{other}/holders/{person}': { allowed: { 'agency-administrator': 'any' } },
  'DELETE /api/posts/{post}/posts/{other}/holders/{person}/second-factor': {
    allowed: { 'agency-administrator': 'any' },
  },
  'DELETE /api/posts/{post}/invitations/{invitation}': { allowed: { 'agency-administrator': 'any' } },
  // The auditor's log names the firms that somebody of the agency looked at, however things stand with them since.
  'GET /api/posts/{post}/trail/accesses': { query: () => span, allowed: auditor, names: relations },
  'GET /api/posts/{post}/trail/changes': { query: () => span, allowed: auditor },
  'POST /api/posts/{post}/trail/export': {
    body: () => ({ trail: 'access_entry', format: 'csv', from: '2026-01-01', to: '2026-12-31', reason: '월별 점검' }),
    allowed: auditor,
    names: relations,
  },
  'POST /api/posts/{post}/trail/verification': { body: () => ({ trail: 'access_entry' }), allowed: auditor },
  'GET /api/posts/{post}/trail/checkpoint': { allowed: auditor },
  'GET /api/posts/{post}/trail/months': { allowed: auditor },
  'GET /api/posts/{post}/trail/months/{month}': { allowed: auditor, names: relations },
  'POST /api/posts/{post}/trail/months/{month}/reviews': { body: () => ({ remark: '이상 없음' }), allowed: auditor },
  'GET /api/firms/{firm}/members': { allowed: { 'firm-member': ['own'] }, names: ['own'] },
  'POST /api/firms/{firm}/members': { body: ({ request }) => ({ request }), allowed: { 'firm-member': ['own'] } },
  'POST /api/firms/{firm}/members/refuse': {
    body: ({ request }) => ({ request }),
    allowed: { 'firm-member': ['own'] },
  },
  'DELETE /api/firms/{firm}/members/{person}': { allowed: { 'firm-member': ['own'] } },
}

const sides = (relation: Relation): 'sent' | 'received' =>
  relation === 'referral-sent' || relation === 'own' ? 'sent' : 'received'

function box({ relation }: Scene): string {
  return relation === 'referral-sent' || relation === 'own' ? 'box=out' : 'box=in'
}
