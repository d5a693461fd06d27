/** `ieum approve [DIR]`: one of the people who stand for the rules signs the catalogue as it is; and `--new-key` makes the key for that. */
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { catalogueDigest } from '@ieum/catalogue/node'
import type { Day } from '@ieum/catalogue/records'
import {
  type Approval,
  approvalsSaid,
  checkCatalogue,
  type JWK,
  newSigningKey,
  type Said,
  approve as sign,
} from '@ieum/services'
import { appendLine } from '../append-line.ts'
import { approvalsFile, approvalsIn } from '../approved.ts'
import { type Compared, compared, comparedLines, isRefused, mayGiveFirms } from '../compared.ts'
import { type CommonOptions, catalogueDir, dayAsked, language } from '../options.ts'
import { Refused, refusedFor } from '../refused.ts'
import { today } from '../today.ts'
import { wordsIn } from '../words/index.ts'

export interface ApproveCommand extends CommonOptions {
  readonly as?: string
  readonly key?: string
  readonly newKey?: string
  readonly since?: string
  readonly firms?: string
  readonly because?: string
}

/** 0 when it was signed; 1 when something in the changes may not be published as it is, and nothing was signed. */
export async function approve(dir: string | undefined, options: ApproveCommand): Promise<0 | 1> {
  const { newKey, as } = options
  if (as === undefined) throw new Refused('--as: is missing: give --as and the id that IEUM_APPROVERS has')
  if (newKey !== undefined) {
    const { kty, crv, x } = await makeKey(newKey)
    const { tell } = wordsIn(language(options)).approve
    process.stdout.write(`${tell}\n${JSON.stringify({ id: as, post: '…', key: { kty, crv, x } })}\n`)
    return 0
  }
  mayGiveFirms(options)
  const { key: file } = options
  if (file === undefined) throw new Refused('--key: is missing: give --key FILE, or make one by --new-key FILE')
  const [because, on, key] = [reasonAsked(options), dayToApprove(options), await keyIn(file)]
  const folder = dir ?? catalogueDir(options)
  const seen = await lookAt(folder, on, options)
  if (seen.found && isRefused(seen.found) && because === undefined) {
    print(options, seen, { is: 'refused' })
    return 1
  }
  const { digest, since } = seen
  const approval = await sign(key, { by: as, digest, since, ...(because !== undefined && { because }), on: today() })
  // What was looked at is what is signed.
  if ((await catalogueDigest(folder)) !== digest)
    throw new Refused(`${folder}: was changed while it was looked at: look again, and approve it then`)
  await addApproval(folder, approval)
  print(options, seen, { is: 'approved', by: as })
  return 0
}

interface Seen {
  readonly digest: string
  /** The digest of what it was compared with; null for nothing, and then nothing was found. */
  readonly since: string | null
  readonly found?: Compared
  /** What others have signed of it, as the lines say. */
  readonly others: readonly Said[]
}

async function lookAt(dir: string, on: Day, { since, firms }: ApproveCommand): Promise<Seen> {
  const { faults } = await checkCatalogue(dir)
  if (faults.length > 0) throw refusedFor(faults, `: ieum check ${dir}`)
  const digest = await catalogueDigest(dir)
  const { approvals } = await approvalsIn(dir)
  const compare = since === undefined ? { since: null } : await compared({ dir, since, on, firms })
  return { digest, ...compare, others: approvalsSaid(digest, approvals) }
}

/** More would only push what was changed out of sight. */
const shownOthers = 10

function print(options: CommonOptions, seen: Seen, done: { is: 'refused' } | { is: 'approved'; by: string }): void {
  const { digest, since, found, others } = seen
  const words = wordsIn(language(options)).approve
  const lines = [
    ...(found ? comparedLines(found, language(options)) : [words.nothingBefore]),
    ...(others.length > 0 ? ['', ...new Set(others.slice(-shownOthers).map(words.other))] : []),
    '',
    done.is === 'refused' ? words.refused : words.signed(done.by, digest, since),
  ]
  const outcome = { is: done.is, digest, since, ...found, others }
  process.stdout.write(`${options.json ? JSON.stringify(outcome) : lines.join('\n')}\n`)
}

/** The second signs the same one: however it was typed, the same letters are the same text. */
function reasonAsked({ because }: ApproveCommand): string | undefined {
  const reason = because?.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  if (reason !== undefined && reason.length < 10)
    throw new Refused(`--because: "${reason}" says too little: what was wrong, in at least 10 letters`)
  return reason
}

/** On a day that is past, what began to count since would pass as yet to come. */
function dayToApprove(options: CommonOptions): Day {
  const on = dayAsked(options)
  if (on < today()) throw new Refused(`--on: ${on} is past: rules are approved as of today, or of a later day`)
  return on
}

async function addApproval(folder: string, approval: Approval): Promise<void> {
  const file = join(folder, approvalsFile)
  await appendLine(file, JSON.stringify(approval)).catch(({ code, message }: NodeJS.ErrnoException) => {
    throw new Refused(`${file}: cannot be written (${code ?? message}): give a catalogue in a folder of your own`)
  })
}

async function makeKey(file: string): Promise<JWK> {
  const key = await newSigningKey()
  await writeFile(file, `${JSON.stringify(key)}\n`, { flag: 'wx', mode: 0o600 }).catch(
    ({ code, message }: NodeJS.ErrnoException) => {
      throw new Refused(
        code === 'EEXIST'
          ? `--new-key: ${file}: there is such a file already: give a new name`
          : `--new-key: ${file}: cannot be written (${code ?? message}): give a file in a folder that is there`,
      )
    },
  )
  return key
}

async function keyIn(file: string): Promise<JWK> {
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) throw new Refused(`--key: ${file}: no such file: make one by --new-key FILE`)
  // Windows knows no such modes.
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0)
    throw new Refused(`--key: ${file}: others may read the key: chmod 600`)
  try {
    const key = JSON.parse(await readFile(file, 'utf8')) as JWK
    if (key.crv === 'Ed25519' && typeof key.d === 'string') return key
  } catch {
    // Told below.
  }
  throw new Refused(`--key: ${file}: this is no key: make one by --new-key FILE`)
}
