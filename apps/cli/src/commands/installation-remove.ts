/** `ieum installation remove ID`: nothing goes there any more, and nothing is taken from there. */
import { atKeepersDesk } from '@ieum/server'
import { type CommonOptions, catalogueAsked, language } from '../options.ts'
import { Refused } from '../refused.ts'
import { settingsAsked } from '../settings-asked.ts'
import { today } from '../today.ts'
import { wordsIn } from '../words/index.ts'

export async function installationRemove(id: string, options: CommonOptions): Promise<0> {
  const needs = { catalogue: () => catalogueAsked(options), today }
  const asked = await atKeepersDesk(settingsAsked(), needs, desk => desk.removeInstallation(id))
  if (asked.is === 'refused') throw new Refused(asked.why)
  const { answer } = asked
  if (answer.is === 'no such installation')
    throw new Refused(`id: there is no installation "${id}" known here: ieum installation list`)
  const words = wordsIn(language(options)).installation
  process.stdout.write(options.json ? `${JSON.stringify(answer)}\n` : `${words.removed(id, answer.underWay)}\n`)
  return 0
}
