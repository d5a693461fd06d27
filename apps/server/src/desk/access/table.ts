/**
 * C13: what each role may do over HTTP, by how it stands to the firm or referral that it is about. Written by hand from the issue and the law,
 * apart from the policy of the desk, and held against the running API cell by cell. What stands nowhere here must be refused.
 */
import type { ActingRole, Relation } from '@ieum/desk'
import type { Scene } from './scene.ts'

export interface Row {
  /** What is sent, so that only the right to do it can stand in the way. */
  readonly body?: (scene: Scene) => unknown
  readonly query?: (scene: Scene) => string
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
const anyPost = {
  'desk-officer': 'any',
  'programme-owner': 'any',
  approver: 'any',
  'agency-administrator': 'any',
  secretary: 'any',
  auditor: 'any',
} as const

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
  'POST /api/firms/{firm}/consents/{consent}/withdrawal': { allowed: ofFirm },
  'GET /api/firms/{firm}/decisions': { allowed: ofFirm },
}

function box({ relation }: Scene): string {
  return relation === 'referral-sent' || relation === 'own' ? 'box=out' : 'box=in'
}
