/** `ieum approve [DIR]`: one of the people who stand for the rules signs the catalogue as it is; and `--new-key` makes the key for that. */
import { appendFile, open, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { catalogueDigest } from '@ieum/catalogue/node'
import { checkCatalogue, type JWK, newSigningKey, approve as sign } from '@ieum/services'
import { approvalsFile } from '../approved.ts'
import { withCatalogueSince } from '../catalogue-since.ts'
import { compared, comparedLines, isRefused, mayGiveFirms } from '../compared.ts'
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
  const words = wordsIn(language(options)).approve
  const { newKey, key: keyFile, as, since, because } = options
  if (as === undefined) throw new Refused('--as: is missing: give --as and the id that IEUM_APPROVERS has')
  if (newKey !== undefined) {
    const { kty, crv, x } = await makeKey(newKey)
    process.stdout.write(`${words.tell}\n${JSON.stringify({ id: as, post: '…', key: { kty, crv, x } })}\n`)
    return 0
  }
  mayGiveFirms(options)
  if (keyFile === undefined) throw new Refused('--key: is missing: give --key FILE, or make one by --new-key FILE')
  if (because !== undefined && because.trim().length < 10)
    throw new Refused(`--because: "${because}" says too little: what was wrong, in at least 10 letters`)
  const key = await keyIn(keyFile)
  const folder = dir ?? catalogueDir(options)
  const { faults } = await checkCatalogue(folder)
  if (faults.length > 0) throw refusedFor(faults, `: ieum check ${folder}`)

  const digest = await catalogueDigest(folder)
  const changed =
    since === undefined
      ? undefined
      : await compared({ dir: folder, since, on: dayAsked(options), firms: options.firms })
  const lines = changed ? comparedLines(changed, language(options)) : [words.nothingBefore]
  if (changed && isRefused(changed) && because === undefined) {
    print(options, { is: 'refused', digest, ...changed }, [...lines, '', words.refused])
    return 1
  }
  const before = since === undefined ? null : await withCatalogueSince(since, folder, catalogueDigest)
  const approval = await sign(key, { by: as, digest, since: before, ...(because && { because }), on: today() })
  // What was looked at is what is signed.
  if ((await catalogueDigest(folder)) !== digest)
    throw new Refused(`${folder}: was changed while it was looked at: look again, and approve it then`)
  await appendLine(join(folder, approvalsFile), JSON.stringify(approval))
  print(options, { is: 'approved', digest, since: before, ...changed }, [...lines, '', words.signed(as, digest)])
  return 0
}

/** On a line of its own, although somebody left the last one without its end. */
async function appendLine(file: string, line: string): Promise<void> {
  try {
    await appendFile(file, `${(await isEnded(file)) ? '' : '\n'}${line}\n`)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new Refused(`${file}: cannot be written (${code ?? message}): give a catalogue in a folder of your own`)
  }
}

async function isEnded(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  try {
    const size = (await file?.stat())?.size ?? 0
    if (!file || size === 0) return true
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1)
    return buffer.toString() === '\n'
  } finally {
    await file?.close()
  }
}

function print({ json }: CommonOptions, outcome: object, lines: readonly string[]): void {
  process.stdout.write(`${json ? JSON.stringify(outcome) : lines.join('\n')}\n`)
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
