/**
 * That two people stand for the rules as they are: each signs the digest of the catalogue with a key of his own, and the installation counts
 * the signatures of those it was told of. A line of `approvals.jsonl` beside the catalogue is one signature.
 */
import type { Day } from '@ieum/catalogue/records'
import { type JWK, signerOf, verifySigned } from '../decisions/signer.ts'
import { type Approver, approvalsNeeded } from './approver.ts'

export interface Approval {
  readonly by: string
  readonly jws: string
}

export interface ApprovalToGive {
  readonly by: string
  readonly digest: string
  /** The catalogue that it was compared with; null for the first. */
  readonly since: string | null
  /** Why it may stand although a rule that counts already was changed without a later source: a mistake of ours. */
  readonly because?: string
  readonly on: Day
}

export type Approved =
  | { readonly is: 'approved'; readonly by: readonly string[] }
  | { readonly is: 'not approved'; readonly by: readonly string[] }

export async function approve(privateKey: JWK, given: ApprovalToGive): Promise<Approval> {
  const signer = await signerOf(privateKey)
  return { by: given.by, jws: await signer.sign(statementOf(given)) }
}

export async function countApprovals(
  digest: string,
  approvals: readonly Approval[],
  approvers: readonly Approver[],
): Promise<Approved> {
  const counted: Approver[] = []
  for (const { by, jws } of approvals) {
    const approver = approvers.find(({ id }) => id === by)
    // Two names of one key, or two keys of one post, are one pair of eyes.
    if (
      !approver ||
      counted.some(other => other.id === by || other.post === approver.post || other.key.x === approver.key.x)
    )
      continue
    const said = (await verifySigned(jws, approver.key)) as Partial<ReturnType<typeof statementOf>> | null
    if (said?.is === kind && said.by === by && said.digest === digest) counted.push(approver)
  }
  const by = counted.map(({ id }) => id)
  return { is: by.length >= approvalsNeeded ? 'approved' : 'not approved', by }
}

const kind = 'approval of a catalogue'
const statementOf = ({ by, digest, since, because, on }: ApprovalToGive) =>
  ({ is: kind, by, digest, since, ...(because !== undefined && { because }), on }) as const
