/** A council with a session that is planned, and one of every role of an agency that stands to it in one of three ways. */
import type { Council } from '@ieum/catalogue/records'
import {
  type Acting,
  addMilestone,
  foundCouncil,
  type OpenCatalogue,
  type PostCapacity,
  planSession,
  putOnAgenda,
  readCouncil,
} from '@ieum/services'
import { addOfficer, inTheHouse } from '@ieum/services/testing'
import type { Database } from '@ieum/storage'
import type { CouncilStanding } from './council-standings.ts'

export interface CouncilScene {
  readonly agency: string
  readonly officers: readonly Acting<PostCapacity>[]
  readonly council: string
  readonly session: string
  readonly item: string
  /** An item that something was decided on. */
  readonly decided: string
  readonly seat: string
  readonly task: string
  readonly milestone: string
  readonly action: string
  /** Of the session, brought by the secretariat. */
  readonly paper: string
  /** Of a paper. */
  readonly kind: 'agenda'
}

const roles = ['desk-officer', 'programme-owner', 'approver', 'agency-administrator', 'secretary', 'auditor'] as const
const agencyOf: Record<CouncilStanding, string> = { none: 'kosmes', seated: 'motie', secretariat: 'mss' }

export async function councilSceneOf(
  needs: { readonly database: Database; readonly catalogue: OpenCatalogue },
  standing: CouncilStanding,
): Promise<CouncilScene> {
  const { database } = needs
  const agency = agencyOf[standing]
  const officers = await Promise.all(roles.map(role => addOfficer(database, agency, role)))
  const keeper = await addOfficer(database, 'mss', 'secretary')
  const known = needs.catalogue.rulebook.councils!.find(({ id }) => id === 'mss-motie') as Council
  await foundCouncil(needs, keeper, known.id)
  const read = await readCouncil(needs, keeper, known.id)
  const planned = await planSession(needs, keeper, known.id, { on: '2026-07-01', begins: '10:30', place: '세종' })
  if (read.is !== 'found' || planned.is !== 'planned') throw new Error(JSON.stringify([read.is, planned]))
  const { session } = planned
  const item = await anItem(needs, keeper, session)
  const decided = await anItem(needs, keeper, session)
  const seats = read.council.seats
  const task = read.council.tasks.find(({ code }) => code === 'T7')!.id
  const set = await addMilestone(needs, keeper, task, { title: '협약', due: '2026-09-30' })
  if (set.is !== 'added') throw new Error(set.is)
  return {
    agency,
    officers,
    kind: 'agenda',
    council: known.id,
    session,
    item,
    decided,
    seat: (seats.find(seat => seat.agency === 'motie') ?? seats[0]!).id,
    task,
    milestone: set.milestone,
    action: await anAction(database, keeper, { council: known.id, session, item: decided }),
    paper: await aPaper(database, keeper, { council: known.id, session }),
  }
}

async function anItem(
  needs: { readonly database: Database },
  keeper: Acting<PostCapacity>,
  session: string,
): Promise<string> {
  const put = await putOnAgenda(needs, keeper, session, { kind: 'other', title: '안건', minutes: 5 })
  if (put.is !== 'put') throw new Error(put.is)
  return put.item
}

/** Given to a post of MOTIE that is none of those who ask. */
async function anAction(
  database: Database,
  keeper: Acting<PostCapacity>,
  { council, session, item }: Pick<CouncilScene, 'council' | 'session' | 'item'>,
): Promise<string> {
  const owner = await addOfficer(database, 'motie', 'programme-owner')
  return inTheHouse(database, async tx => {
    const decision = await tx
      .insertInto('council_decision')
      .values({
        council_id: council,
        session_id: session,
        item_id: item,
        number: session.slice(0, 8),
        decided_on: '2026-05-01',
        text_ko: '결정',
        without_objection: true,
        taken_by: keeper.person.id,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const action = await tx
      .insertInto('council_action')
      .values({
        council_id: council,
        decision_id: decision.id,
        title_ko: '할 일',
        owner_agency: 'motie',
        owner_post: owner.capacity.post,
        due: '2026-08-01',
        proof_wanted: '문서',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return action.id
  })
}

async function aPaper(
  database: Database,
  keeper: Acting<PostCapacity>,
  { council, session }: Pick<CouncilScene, 'council' | 'session'>,
): Promise<string> {
  return inTheHouse(database, async tx => {
    const { id } = await tx
      .insertInto('council_paper')
      .values({
        council_id: council,
        session_id: session,
        name: '자료.pdf',
        media_type: 'application/pdf',
        bytes: 10,
        sha256: '0'.repeat(64),
        agency: keeper.capacity.agency,
        uploaded_by: keeper.person.id,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  })
}
