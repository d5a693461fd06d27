/** Whether enough of those who stand for the rules have signed the catalogue as it is. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { catalogueDigest } from '@ieum/catalogue/node'
import { type Approval, type Approver, approvalsNeeded, countApprovals } from '@ieum/services'
import { Refused } from './refused.ts'

/** Beside the files of the catalogue, a line a signature; no part of what is signed. */
export const approvalsFile = 'approvals.jsonl'

/** Throws when they have not; whoever is named in no list may say what he likes. */
export async function mustBeApproved(dir: string, approvers: readonly Approver[]): Promise<void> {
  const digest = await catalogueDigest(dir)
  const { approvals, unreadable } = await approvalsIn(join(dir, approvalsFile))
  const { is, by } = await countApprovals(digest, approvals, approvers)
  if (is === 'approved') return
  const who = by.length === 0 ? 'nobody of IEUM_APPROVERS' : `only ${by.join(', ')}`
  const lost = unreadable.length > 0 ? ` (lines of ${approvalsFile} that cannot be read: ${listOf(unreadable)})` : ''
  throw new Refused(
    `${dir}: ${who} has approved these rules (${digest.slice(0, 12)}), and ${approvalsNeeded} must: ieum approve ${dir} --since what was approved last${lost}`,
  )
}

/** Nobody mends more of them by hand. */
const listedLines = 10
const listOf = (lines: readonly number[]): string =>
  [...lines.slice(0, listedLines), ...(lines.length > listedLines ? ['…'] : [])].join(', ')

interface ApprovalsRead {
  readonly approvals: readonly Approval[]
  /** Numbers of the lines that are no approval, from 1: what stood there counts for nobody. */
  readonly unreadable: readonly number[]
}

/** A file that is not there has none. */
async function approvalsIn(file: string): Promise<ApprovalsRead> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const [approvals, unreadable] = [[] as Approval[], [] as number[]]
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const approval = approvalIn(line)
    if (approval) approvals.push(approval)
    else unreadable.push(index + 1)
  }
  return { approvals, unreadable }
}

function approvalIn(line: string): Approval | undefined {
  try {
    const { by, jws } = JSON.parse(line) as Partial<Approval>
    return typeof by === 'string' && typeof jws === 'string' ? { by, jws } : undefined
  } catch {
    return undefined
  }
}
