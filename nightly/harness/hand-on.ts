/** The next move of a firm's referral, by the real use cases: from a draft to an answer, and over again. */
import {
  type Acting,
  draftReferral,
  type FirmCapacity,
  giveConsent,
  type MoveAsked,
  moveReferral,
  newSigningKey,
  type OpenCatalogue,
  readReferral,
  type Signer,
  signerOf,
} from '@ieum/services'
import { inTheHouse } from '@ieum/services/testing'
import type { Database } from '@ieum/storage'
import type { Scene } from './scene.ts'

export interface Needs {
  readonly database: Database
  readonly catalogue: OpenCatalogue
  readonly signer: Signer
}

export const anySigner = async (): Promise<Signer> => signerOf(await newSigningKey())

/** What was acknowledged: the referral stands at this count of changes, or further. */
export interface Acknowledged {
  readonly referral: string
  readonly changed: number
}

type Next = Omit<MoveAsked, 'changed'> & { readonly by: 'sender' | 'receiver' }

const next: Readonly<Record<string, Next>> = {
  consented: { move: 'send', by: 'sender' },
  sent: { move: 'receive', by: 'receiver' },
  received: { move: 'review', by: 'receiver' },
  'under-review': { move: 'accept', by: 'receiver' },
  accepted: { move: 'fail', by: 'receiver', reason: 'not-taken-up' },
}

/** Throws when it does not come to pass: nobody else has to do with this firm meanwhile. */
export async function handOn(needs: Needs, scene: Scene, firm: Acting<FirmCapacity>): Promise<Acknowledged> {
  const referral = await liveReferral(needs.database, firm)
  if (!referral) {
    const asked = { agreement: scene.agreement, firm: firm.capacity.firm, reason: '다음 단계' }
    const drafted = await draftReferral(needs, scene.sender, asked)
    if (drafted.is !== 'drafted') throw new Error(`draft: ${drafted.is}`)
    return { referral: drafted.referral, changed: 1 }
  }
  const { id, state, changed } = referral
  const made =
    state === 'drafted'
      ? await giveConsent(needs, firm, id, { ...agreed, changed })
      : await moved(needs, scene, id, changed, next[state])
  if (made.is !== 'moved') throw new Error(`${state} at ${changed}: ${JSON.stringify(made)}`)
  return { referral: id, changed: made.changed }
}

const agreed = { language: 'ko', until: '2026-12-31', facts: [], participations: true, outcome: true } as const

function moved(needs: Needs, scene: Scene, id: string, changed: number, asked: Next | undefined) {
  if (!asked) throw new Error(`${id} is where nobody brought it`)
  const { by, ...move } = asked
  return moveReferral(needs, scene[by], id, { ...move, changed })
}

/** The receiving desk looks at the case, which leaves a trace of access. */
export async function look(needs: Needs, scene: Scene, { referral }: Acknowledged): Promise<boolean> {
  return (await readReferral(needs, scene.receiver, referral)).is === 'found'
}

const liveReferral = (database: Database, { capacity }: Acting<FirmCapacity>) =>
  inTheHouse(database, tx =>
    tx
      .selectFrom('referral')
      .select(['id', 'state', 'changed'])
      .where('firm_id', '=', capacity.firm)
      .where('closed_on', 'is', null)
      .executeTakeFirst(),
  )
