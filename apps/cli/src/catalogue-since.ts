/** A catalogue as it was: a folder, or a commit, branch or tag of the repository that the folder is in. */
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Refused } from './refused.ts'

/** `use` is given the folder; one that was taken out of the repository is gone afterwards. */
export async function withCatalogueSince<T>(
  since: string,
  dir: string,
  use: (before: string) => Promise<T>,
): Promise<T> {
  const isFolder = await stat(since).then(
    found => found.isDirectory(),
    () => false,
  )
  if (isFolder) return use(since)
  const commit = git(dir, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${since}^{commit}`])
  const [sha] = commit?.toString().trim().split('\n') ?? []
  if (!sha)
    throw new Refused(
      `--since: "${since}" is neither a folder nor a commit: give a catalogue, or a commit, branch or tag`,
    )
  const files = git(dir, ['archive', '--format=tar', sha])
  const folder = await mkdtemp(join(tmpdir(), 'ieum-since-'))
  try {
    const unpacked = files && spawnSync('tar', ['-x', '-C', folder], { input: files })
    if (unpacked?.status !== 0)
      throw new Refused(`--since: ${since}: the catalogue of that commit cannot be read: give a folder instead`)
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Run in the folder, so that it speaks of that folder alone; undefined when git says no, or is not there. */
function git(dir: string, words: readonly string[]): Buffer | undefined {
  const ran = spawnSync('git', words, { cwd: dir, maxBuffer: 200_000_000 })
  return ran.status === 0 ? ran.stdout : undefined
}
