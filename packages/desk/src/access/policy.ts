/**
 * Who may do what: the first wall, asked by every use case before it reads or writes. What stands nowhere here is not allowed. The rows of
 * the database are walled a second time (packages/storage/migrations/0008-walls.sql).
 */

export const roles = [
  'firm-member',
  'adviser',
  'desk-officer',
  'programme-owner',
  'approver',
  'agency-administrator',
  'secretary',
  'auditor',
] as const

export type ActingRole = (typeof roles)[number]

/** How who acts stands to the firm, or to the referral, that it is about. */
export const relations = [
  'none',
  // The firm acts for itself, or the agency's own programme supported it.
  'own',
  // Someone whom the firm let act for it.
  'delegate',
  // The agency that a referral was sent to, by how things stand with it.
  'consent-active',
  'consent-expired',
  'consent-withdrawn',
  'referral-recalled',
  'referral-closed',
  // The agency that sent it, while it is under way.
  'referral-sent',
] as const

/** How who acts stands to a council: his agency has a seat in it, or its secretary keeps it, or it had a part in one that was dissolved. */
export const councilRelations = ['seated', 'secretariat', 'council-dissolved'] as const

export type Relation = (typeof relations)[number] | (typeof councilRelations)[number]

type Allowed = Partial<Record<ActingRole, readonly Relation[]>>

const ofTheFirm: Allowed = { 'firm-member': ['own'], adviser: ['delegate'] }
const receiving: readonly Relation[] = ['consent-active']
const anyReceiver: readonly Relation[] = [
  'consent-active',
  'consent-expired',
  'consent-withdrawn',
  'referral-recalled',
  'referral-closed',
]
const sending: readonly Relation[] = ['own', 'referral-sent']
const sitting: readonly Relation[] = ['seated', 'secretariat']
const everSeated: readonly Relation[] = [...sitting, 'council-dissolved']
const officers = (...relations: readonly Relation[]): Allowed => ({
  'desk-officer': relations,
  'programme-owner': relations,
})

export const policy = {
  // A firm and its dossier
  'read dossier': { ...ofTheFirm, ...officers(...receiving) },
  'read own record': officers(...sending, ...anyReceiver),
  'enter fact': ofTheFirm,
  'record fact': officers('own', 'consent-active'),
  'enter participation': ofTheFirm,
  'record participation': officers('own', 'consent-active'),
  'bring paper': ofTheFirm,
  'read paper': { ...ofTheFirm, ...officers(...receiving) },
  'remove paper': ofTheFirm,
  'take dossier away': { 'firm-member': ['own'], adviser: ['delegate'] },
  'see who looked': ofTheFirm,
  'manage members': { 'firm-member': ['own'] },
  'leave firm': ofTheFirm,
  // An adviser may prepare and may protect, but leave is the firm's own to give.
  'give consent': { 'firm-member': ['own'] },
  'withdraw consent': ofTheFirm,
  // Referrals
  'read referral': {
    ...ofTheFirm,
    'desk-officer': [...sending, ...anyReceiver],
    'programme-owner': [...sending, ...anyReceiver],
    approver: [...sending, ...anyReceiver],
  },
  'list referrals': {
    ...ofTheFirm,
    'desk-officer': [...sending, ...anyReceiver],
    'programme-owner': [...sending, ...anyReceiver],
    approver: [...sending, ...anyReceiver],
  },
  'withdraw referral': ofTheFirm,
  'draft referral': officers('own'),
  'send referral': officers(...sending),
  'answer referral': officers(...receiving),
  // Once the firm is in its programme, the agency writes down how that went on its own account.
  'follow referral through': officers('own', 'consent-active', 'consent-expired'),
  'export referrals': officers(...sending, ...anyReceiver),
  // What is the agency's own affair
  'propose batch': officers('none'),
  'approve batch': { approver: ['none'] },
  'read batches': { ...officers('none'), approver: ['none'] },
  'read links': {
    'desk-officer': ['none'],
    'programme-owner': ['none'],
    approver: ['none'],
    'agency-administrator': ['none'],
    secretary: ['none'],
    auditor: ['none'],
  },
  'draft link': { 'programme-owner': ['none'] },
  'approve link': { approver: ['none'] },
  'sign decision': { 'programme-owner': ['own', 'referral-sent'] },
  'read figures': {
    'desk-officer': ['none'],
    'programme-owner': ['none'],
    approver: ['none'],
    'agency-administrator': ['none'],
    secretary: ['none'],
    auditor: ['none'],
  },
  'read posts': {
    'desk-officer': ['none'],
    'programme-owner': ['none'],
    approver: ['none'],
    'agency-administrator': ['none'],
    secretary: ['none'],
    auditor: ['none'],
  },
  'manage posts': { 'agency-administrator': ['none'] },
  'manage contact': { 'agency-administrator': ['none'] },
  // Whoever watches over the others; what he takes away is noted like what they take.
  'see installations': { 'agency-administrator': ['none'], secretary: ['none'] },
  'read trails': { auditor: ['none'] },
  'export trails': { auditor: ['none'] },
  'review month': { auditor: ['none'] },
  // Councils
  'found council': { secretary: ['none'] },
  'read council': {
    'desk-officer': everSeated,
    'programme-owner': everSeated,
    approver: everSeated,
    'agency-administrator': everSeated,
    secretary: everSeated,
    auditor: everSeated,
  },
  'keep council': { secretary: ['secretariat'] },
  'hold seat': { secretary: ['seated'], 'agency-administrator': ['seated'] },
  'put on agenda': { secretary: sitting, 'programme-owner': sitting },
  'propose task': { secretary: sitting, 'programme-owner': sitting },
  'answer task': { secretary: sitting, 'programme-owner': sitting },
  'follow task': { secretary: sitting, 'programme-owner': sitting, 'desk-officer': sitting },
  'propose closing days': { secretary: sitting, 'programme-owner': sitting },
  'state position': { secretary: sitting, 'programme-owner': sitting },
  'report action': { secretary: sitting, 'programme-owner': sitting, 'desk-officer': sitting },
  'close action': { secretary: sitting, 'programme-owner': sitting },
} as const satisfies Record<string, Allowed>

/** Posts that approve what others drew up, or watch over what was done: no administrator appoints himself to one. */
export const apartFromAdministration: readonly ActingRole[] = ['approver', 'auditor']

export type Operation = keyof typeof policy

export const operations = Object.keys(policy) as readonly Operation[]

export function may(role: ActingRole, operation: Operation, relation: Relation): boolean {
  const allowed: Allowed = policy[operation]
  return allowed[role]?.includes(relation) ?? false
}
