/**
 * C13: what each post may do about closing days in a consultative body, by how its agency stands to it. Written by hand from the issue, apart
 * from the policy, and held against the running API cell by cell. What stands nowhere here must be refused.
 */
import type { ActingRole } from '@ieum/desk'
import type { ClosingScene } from './closing-scene.ts'
import type { CouncilStanding } from './council-standings.ts'

export interface ClosingRow {
  readonly body?: (scene: ClosingScene) => unknown
  readonly allowed: Partial<Record<ActingRole, readonly CouncilStanding[]>>
}

const sitting = ['seated', 'secretariat'] as const
const speakers = { secretary: sitting, 'programme-owner': sitting }
const keeper = { secretary: ['secretariat'] } as const

export const closingTable: Readonly<Record<string, ClosingRow>> = {
  'GET /api/posts/{post}/councils/{council}/closing-days': {
    allowed: {
      ...speakers,
      'desk-officer': sitting,
      approver: sitting,
      'agency-administrator': sitting,
      auditor: sitting,
    },
  },
  'POST /api/posts/{post}/councils/{council}/closing-days': {
    body: () => ({ municipality: '11140', rule: 'FREQ=MONTHLY;BYDAY=2MO,4MO', from: '2026-07-01' }),
    allowed: speakers,
  },
  // The seat is of the agency that is seated: its own say what it thinks, and the secretary of the body does not speak for it.
  'POST /api/posts/{post}/closing-agreements/{closing}/positions': {
    body: ({ seat }) => ({ seat, position: 'agree' }),
    allowed: { secretary: ['seated'], 'programme-owner': ['seated'] },
  },
  'POST /api/posts/{post}/closing-agreements/{closing}/agreement': {
    body: () => ({ changed: 1, source: { title: '고시' }, openFrom: '2026-07-01' }),
    allowed: keeper,
  },
  // The proposal is the secretariat's own.
  'POST /api/posts/{post}/closing-agreements/{closing}/withdrawal': {
    body: () => ({ changed: 1 }),
    allowed: { secretary: ['secretariat'], 'programme-owner': ['secretariat'] },
  },
}
