/** `ieum installation list`: the others that are known here. */
import { atKeepersDesk } from '@ieum/server'
import { type CommonOptions, catalogueAsked, language } from '../options.ts'
import { Refused } from '../refused.ts'
import { settingsAsked } from '../settings-asked.ts'
import { today } from '../today.ts'
import { wordsIn } from '../words/index.ts'

export async function installationList(options: CommonOptions): Promise<0> {
  const needs = { catalogue: () => catalogueAsked(options), today }
  const asked = await atKeepersDesk(settingsAsked(), needs, desk => desk.installations())
  if (asked.is === 'refused') throw new Refused(asked.why)
  if (options.json) {
    process.stdout.write(`${JSON.stringify(asked.answer)}\n`)
    return 0
  }
  const words = wordsIn(language(options)).installation
  const lines = asked.answer.flatMap(one => [
    `${one.id}${one.name === one.id ? '' : ` (${one.name})`}  ${one.baseUrl}`,
    `  ${words.agencies(one.agencies.join(', '))}`,
    `  ${words.key.now(one.fingerprint)}`,
    ...one.formerKeys.map(({ fingerprint, until }) => `  ${words.formerKey(fingerprint, until)}`),
    `  ${words.waiting(one.waiting, one.lastHeard)}`,
  ])
  process.stdout.write(`${(lines.length > 0 ? lines : [words.none]).join('\n')}\n`)
  return 0
}
