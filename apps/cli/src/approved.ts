/** Whether enough of those who stand for the rules have signed the catalogue as it is. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { catalogueDigest } from '@ieum/catalogue/node'
import { type Approval, type Approved, type Approver, approvalsNeeded, countApprovals } from '@ieum/services'
import { appendLine } from './append-line.ts'
import { Refused } from './refused.ts'

/** Beside the files of the catalogue, a line a signature; no part of what is signed. */
export const approvalsFile = 'approvals.jsonl'

/**
 * Digests of the catalogues that an installation ran on, a line each: beside its keys, since whoever may write the catalogue could otherwise put
 * an earlier one back with the signatures that it had.
 */
const ranFile = 'rules-run.jsonl'

export interface ToServe {
  readonly dir: string
  readonly approvers: readonly Approver[]
  readonly home: string
}

/** Throws when they have not; whoever is named in no list may say what he likes. What comes back is to be called once they are served. */
export async function mustBeApproved({ dir, approvers, home }: ToServe): Promise<() => Promise<void>> {
  const digest = await catalogueDigest(dir)
  const { approvals, unreadable } = await approvalsIn(dir)
  const file = join(home, ranFile)
  const ran = await ranIn(file)
  const approved = await countApprovals({ digest, ran, approvals, approvers })
  if (approved.is === 'approved') return () => (digest === ran.at(-1) ? Promise.resolve() : noteRun(file, digest))
  const lost = unreadable.length > 0 ? ` (lines of ${approvalsFile} that cannot be read: ${listOf(unreadable)})` : ''
  throw new Refused(`${whyNot(approved, dir, short(digest), short(ran.at(-1)))}${lost}`)
}

const short = (digest = ''): string => digest.slice(0, 12)

function whyNot(approved: Exclude<Approved, { is: 'approved' }>, dir: string, rules: string, last: string): string {
  if (approved.is === 'replaced')
    return `${dir}: these rules (${rules}) ran here already, and others (${last}) took their place: change a line, such as a comment, and let them be approved as a change of those`
  const by = approved.by.join(', ')
  if (approved.is === 'approved apart')
    return `${dir}: ${by} have approved these rules (${rules}), but not alike: both with the same --since and the same --because`
  if (approved.is === 'approved from elsewhere')
    return last === ''
      ? `${dir}: ${by} have approved these rules (${rules}) as a change of others, and none ran here yet: ieum approve ${dir} without --since`
      : `${dir}: ${by} have approved these rules (${rules}), but not as a change of those that ran here last (${last}): ieum approve ${dir} --since those`
  const who = by === '' ? 'nobody of IEUM_APPROVERS' : `only ${by}`
  return `${dir}: ${who} has approved these rules (${rules}), and ${approvalsNeeded} must: ieum approve ${dir} --since what was approved last`
}

async function noteRun(file: string, digest: string): Promise<void> {
  await appendLine(file, JSON.stringify({ digest })).catch(({ code, message }: NodeJS.ErrnoException) => {
    throw new Refused(`${file}: cannot be written (${code ?? message}): give an IEUM_HOME that can be`)
  })
}

/** A line that was cut off tells nothing: what it was to say is approved anew, from the one before. */
async function ranIn(file: string): Promise<readonly string[]> {
  const lines = await linesOf(file)
  return lines.flatMap(line => {
    const digest = read<{ digest: unknown }>(line)?.digest
    return typeof digest === 'string' ? [digest] : []
  })
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

export async function approvalsIn(dir: string): Promise<ApprovalsRead> {
  const [approvals, unreadable] = [[] as Approval[], [] as number[]]
  for (const [index, line] of (await linesOf(join(dir, approvalsFile))).entries()) {
    if (line.trim() === '') continue
    const { by, jws } = read<Approval>(line) ?? {}
    if (typeof by === 'string' && typeof jws === 'string') approvals.push({ by, jws })
    else unreadable.push(index + 1)
  }
  return { approvals, unreadable }
}

/** A file that is not there has none. */
async function linesOf(file: string): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw new Refused(`${file}: cannot be read (${error.code ?? error.message}): make it a file that can be`)
  })
  return text.split('\n')
}

function read<T>(line: string): Partial<T> | null | undefined {
  try {
    return JSON.parse(line) as Partial<T> | null
  } catch {
    return undefined
  }
}
