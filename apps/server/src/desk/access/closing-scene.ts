/** The consultative body of retail with a proposal of its secretariat, and one of every role of an agency that stands to it in one of three ways. */
import {
  type Acting,
  foundCouncil,
  type OpenCatalogue,
  type PostCapacity,
  proposeClosingDays,
  readClosings,
} from '@ieum/services'
import { addOfficer } from '@ieum/services/testing'
import type { Database } from '@ieum/storage'
import type { CouncilStanding } from './council-standings.ts'

export interface ClosingScene {
  readonly officers: readonly Acting<PostCapacity>[]
  readonly council: string
  readonly closing: string
  /** A seat of the agency that is seated and does not keep the body. */
  readonly seat: string
}

const roles = ['desk-officer', 'programme-owner', 'approver', 'agency-administrator', 'secretary', 'auditor'] as const
const agencyOf: Record<CouncilStanding, string> = { none: 'kosmes', seated: 'mss', secretariat: 'motie' }
const council = 'large-small-retail'

export async function closingSceneOf(
  needs: { readonly database: Database; readonly catalogue: OpenCatalogue },
  standing: CouncilStanding,
): Promise<ClosingScene> {
  const officers = await Promise.all(roles.map(role => addOfficer(needs.database, agencyOf[standing], role)))
  const keeper = await addOfficer(needs.database, 'motie', 'secretary')
  await foundCouncil(needs, keeper, council)
  const proposed = await proposeClosingDays(needs, keeper, council, {
    municipality: '11110',
    rule: 'FREQ=MONTHLY;BYDAY=2WE,4WE',
    onHoliday: 'closed',
    from: '2026-07-01',
    exceptions: [],
  })
  const read = await readClosings(needs, keeper, council)
  if (proposed.is !== 'proposed' || read.is !== 'found') throw new Error(JSON.stringify([proposed.is, read.is]))
  const seat = read.seats.find(({ title }) => title.ko === '중소벤처기업부')!.id
  return { officers, council, closing: proposed.agreement, seat }
}
