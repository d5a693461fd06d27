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
  const { is, by } = await countApprovals(digest, await approvalsIn(join(dir, approvalsFile)), approvers)
  if (is === 'approved') return
  const who = by.length === 0 ? 'nobody of IEUM_APPROVERS' : `only ${by.join(', ')}`
  throw new Refused(
    `${dir}: ${who} has approved these rules (${digest.slice(0, 12)}), and ${approvalsNeeded} must: ieum approve ${dir} --since what was approved last`,
  )
}

/** What is no approval is not counted; a file that is not there has none. */
async function approvalsIn(file: string): Promise<readonly Approval[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').flatMap(line => {
    try {
      const { by, jws } = JSON.parse(line) as Partial<Approval>
      return typeof by === 'string' && typeof jws === 'string' ? [{ by, jws }] : []
    } catch {
      return []
    }
  })
}
