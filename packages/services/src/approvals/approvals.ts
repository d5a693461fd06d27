/**
 * That two people stand for the rules as they are: each signs the digest of the catalogue with a key of his own, and the installation counts
 * the signatures of those it was told of. A line of `approvals.jsonl` beside the catalogue is one signature.
 */
import type { Day } from '@ieum/catalogue/records'
import { decodeUnverified, type JWK, signerOf, verifySigned } from '../decisions/signer.ts'
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

export interface ToBeApproved {
  readonly digest: string
  /** The catalogues that this installation ran on until now, each once, the last one last. */
  readonly ran: readonly string[]
  readonly approvals: readonly Approval[]
  readonly approvers: readonly Approver[]
}

export type Approved =
  | { readonly is: 'approved'; readonly by: readonly string[] }
  | { readonly is: 'not approved'; readonly by: readonly string[] }
  /** By enough people, who compared it with different catalogues, or for different reasons. */
  | { readonly is: 'approved apart'; readonly by: readonly string[] }
  /** As a change of a catalogue that is neither the last one here nor leads from it. */
  | { readonly is: 'approved from elsewhere'; readonly by: readonly string[] }
  /** It ran here before another one took its place: what was signed then is used up. */
  | { readonly is: 'replaced' }

export async function approve(privateKey: JWK, given: ApprovalToGive): Promise<Approval> {
  const signer = await signerOf(privateKey)
  return { by: given.by, jws: await signer.sign(statementOf(given)) }
}

/**
 * An approval is of one change, from one catalogue to another for one reason: two count together when they say the same, and where the change
 * begins at what ran here last, or at one to which approved changes lead from there; at nothing, where nothing ran.
 */
export async function countApprovals({ digest, ran, approvals, approvers }: ToBeApproved): Promise<Approved> {
  const last = ran.at(-1) ?? null
  if (digest !== last && ran.includes(digest)) return { is: 'replaced' }
  const changes = await changesSigned(approvals, approvers)
  const toThis = changes.filter(change => change.digest === digest)
  const by = pairsOfEyes(toThis.flatMap(({ by }) => by)).map(({ id }) => id)
  if (by.length < approvalsNeeded) return { is: 'not approved', by }
  const approved = changes.filter(({ by }) => by.length >= approvalsNeeded)
  const [first] = approved.filter(change => change.digest === digest)
  if (!first) return { is: 'approved apart', by }
  const isFromHere = leadsTo(digest, approved, ran).has(last)
  return { is: isFromHere ? 'approved' : 'approved from elsewhere', by: first.by.map(({ id }) => id) }
}

export type Said = Pick<ApprovalToGive, 'by' | 'since' | 'because'>

/** What has been signed of a catalogue as its lines say, none of them believed yet: for whoever signs after them. */
export function approvalsSaid(digest: string, approvals: readonly Approval[]): readonly Said[] {
  return approvals.flatMap(({ by, jws }) => {
    const said = decodeUnverified(jws) as Partial<Statement> | null
    if (said?.is !== kind || said.by !== by || said.digest !== digest) return []
    const { since, because } = said
    if (!isId.test(by) || !(since === null || isDigest.test(String(since)))) return []
    return [{ by, since: since ?? null, ...(because !== undefined && { because: shown(because) }) }]
  })
}

// Whoever can write the lines could put anything there, and it is shown to those who sign.
const [isId, isDigest] = [/^[a-z0-9._-]{1,100}$/, /^[0-9a-f]{64}$/]
/** On one line, and in the order in which its letters stand. */
const shown = (text: unknown): string =>
  String(text)
    .slice(0, 500)
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')

interface Change {
  readonly digest: string
  readonly since: string | null
  readonly because?: string
}

interface ChangeSigned extends Change {
  readonly by: readonly Approver[]
}

async function changesSigned(
  approvals: readonly Approval[],
  approvers: readonly Approver[],
): Promise<readonly ChangeSigned[]> {
  const signed: (Change & { readonly approver: Approver })[] = []
  for (const { by, jws } of approvals) {
    const approver = approvers.find(({ id }) => id === by)
    const said = approver && ((await verifySigned(jws, approver.key)) as Statement | null)
    if (approver && said?.is === kind && said.by === by) signed.push({ ...said, approver })
  }
  const alike = Map.groupBy(signed, ({ digest, since, because = null }) => JSON.stringify([digest, since, because]))
  return [...alike.values()].map(same => ({ ...same[0]!, by: pairsOfEyes(same.map(({ approver }) => approver)) }))
}

/** Two names of one key, or two keys of one post, are one pair of eyes. */
function pairsOfEyes(approvers: readonly Approver[]): readonly Approver[] {
  const counted: Approver[] = []
  for (const one of approvers)
    if (!counted.some(other => other.id === one.id || other.post === one.post || other.key.x === one.key.x))
      counted.push(one)
  return counted
}

/** Where one may come to it from, itself among them; none of the catalogues that ran is come to once more on the way. */
function leadsTo(digest: string, approved: readonly Change[], ran: readonly string[]): ReadonlySet<string | null> {
  const [found, ways] = [new Set<string | null>([digest]), approved.filter(change => !ran.includes(change.digest))]
  // A set goes on to what is added to it meanwhile.
  for (const place of found) for (const { since } of ways.filter(change => change.digest === place)) found.add(since)
  return found
}

const kind = 'approval of a catalogue'
const statementOf = ({ by, digest, since, because, on }: ApprovalToGive) =>
  ({ is: kind, by, digest, since, ...(because !== undefined && { because }), on }) as const
type Statement = ReturnType<typeof statementOf>
