/** What can be done with an agreement as it stands: by who asks, and what by whom else. */
import {
  type ActingRole,
  type AgreementMove,
  agreementMovers,
  agreementMoves,
  agreementOperations,
  may,
  type Operation,
  roles,
  signedMoves,
} from '@ieum/desk'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { looksAfterSide, sideOf } from './find-agreement.ts'
import type { AgreementRow } from './terms.ts'

/** What is done with the terms themselves: a draft is changed, an agreement that stands is renewed by its next version. */
export const agreementWritings = ['change', 'renew'] as const

export type AgreementWriting = (typeof agreementWritings)[number]

/** In the order in which one learns of them: whose it is, which post's, and then which person's. */
export const whyNot = ['other side', 'other role', 'other programme', 'signed already', 'written by you'] as const

export interface OthersAct {
  readonly act: AgreementMove | AgreementWriting
  readonly agencies: readonly string[]
  readonly roles: readonly ActingRole[]
  /** Why who asks does not do it. */
  readonly because: (typeof whyNot)[number]
}

export interface ActsOn {
  readonly moves: readonly AgreementMove[]
  readonly writings: readonly AgreementWriting[]
  readonly others: readonly OthersAct[]
}

interface Act {
  readonly act: AgreementMove | AgreementWriting
  readonly by: 'proposer' | 'other' | 'either'
  readonly operations: readonly Operation[]
}

export function actsOn(row: AgreementRow, acting: Acting<PostCapacity>, hasSigned: boolean): ActsOn {
  const acts = actsIn(row).map(act => ({ ...act, because: hindranceOf(act, row, acting, hasSigned) }))
  const open = acts.filter(({ because }) => because === undefined).map(({ act }) => act)
  return {
    moves: open.filter(act => act in agreementMovers) as AgreementMove[],
    writings: agreementWritings.filter(writing => open.includes(writing)),
    others: acts.flatMap(({ act, by, operations, because }) =>
      because ? [{ act, agencies: agenciesOf(by, row), roles: rolesFor(operations), because }] : [],
    ),
  }
}

function actsIn({ state, superseded_by }: AgreementRow): readonly Act[] {
  if (superseded_by !== null) return []
  const moves = (Object.keys(agreementMoves[state]) as AgreementMove[]).map(
    (move): Act => ({ act: move, by: agreementMovers[move], operations: agreementOperations[move] }),
  )
  if (state === 'drafted') return [{ act: 'change', by: 'proposer', operations: ['draft link'] }, ...moves]
  if (state === 'agreed') return [{ act: 'renew', by: 'either', operations: ['draft link'] }, ...moves]
  return moves
}

function hindranceOf(
  { act, by, operations }: Act,
  row: AgreementRow,
  { person, capacity }: Acting<PostCapacity>,
  hasSigned: boolean,
): OthersAct['because'] | undefined {
  const side = sideOf(row, capacity.agency)
  if (!side || (by !== 'either' && by !== side)) return 'other side'
  if (!operations.some(operation => may(capacity.role, operation, 'none'))) return 'other role'
  if (!looksAfterSide(capacity, row)) return 'other programme'
  if (signedMoves.some(signed => signed === act) && hasSigned) return 'signed already'
  if ((act === 'offer' || act === 'agree') && row.writers.includes(person.id)) return 'written by you'
  return undefined
}

function agenciesOf(by: Act['by'], { proposed_by, from_agency, to_agency }: AgreementRow): readonly string[] {
  if (by === 'either') return [from_agency, to_agency]
  return [from_agency, to_agency].filter(agency => (agency === proposed_by) === (by === 'proposer'))
}

const rolesFor = (operations: readonly Operation[]): readonly ActingRole[] =>
  roles.filter(role => operations.some(operation => may(role, operation, 'none')))
