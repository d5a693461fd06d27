/** `ieum installation key`: the fingerprint to read aloud to others, and how this installation comes to a new key. */
import { nextKey, openKeys, prepareKey, usePreparedKey } from '@ieum/server'
import { fingerprintOf } from '@ieum/services'
import { languageOf } from '../language.ts'
import type { CommonOptions } from '../options.ts'
import { Refused } from '../refused.ts'
import { settingsAsked } from '../settings-asked.ts'
import { wordsIn } from '../words/index.ts'

export interface InstallationKeyCommand extends CommonOptions {
  readonly prepare?: boolean
  readonly use?: boolean
}

export async function installationKey({ prepare, use, ...options }: InstallationKeyCommand): Promise<0> {
  if (prepare && use) throw new Refused('--use: not together with --prepare: others learn of a key before it is used')
  const { home, installation } = settingsAsked()
  if (use) {
    const used = await usePreparedKey(home)
    if (used.is === 'none prepared') throw new Refused('--use: no key is prepared: ieum installation key --prepare')
  }
  const opened = await openKeys(home)
  if (opened.is === 'faulty') throw new Refused(`${opened.file}: ${opened.wrong}: ${opened.right}`)
  const next = prepare ? await prepareKey(home) : await nextKey(home)
  const now = fingerprintOf(opened.signer.publicJwk)
  if (options.json) {
    const answer = { installation: installation ?? null, now, next: next ? fingerprintOf(next) : null }
    process.stdout.write(`${JSON.stringify(answer)}\n`)
    return 0
  }
  const words = wordsIn(languageOf(options.lang, process.env)).installation
  const lines = [
    installation ? words.own(installation) : words.noName,
    words.key.now(now),
    ...(next ? [words.key.next(fingerprintOf(next))] : []),
    ...(prepare ? [words.thenTell] : []),
    ...(use ? [words.thenRestart] : []),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  return 0
}
