/** `ieum desk status`: how many referrals stand where, from the running server or from the records themselves. */
import { states } from '@ieum/desk'
import { atKeepersDesk } from '@ieum/server'
import { type CommonOptions, catalogueAsked, language } from '../options.ts'
import { Refused } from '../refused.ts'
import { settingsAsked } from '../settings-asked.ts'
import { today } from '../today.ts'
import { wordsIn } from '../words/index.ts'

export async function deskStatus(options: CommonOptions): Promise<0> {
  const settings = settingsAsked()
  const needs = { catalogue: () => catalogueAsked(options), today }
  const asked = await atKeepersDesk(settings, needs, desk => desk.counts())
  if (asked.is === 'refused') throw new Refused(asked.why)
  const counts = asked.answer
  if (options.json) {
    process.stdout.write(`${JSON.stringify(counts)}\n`)
    return 0
  }
  const words = wordsIn(language(options)).desk
  const standing = states.filter(state => counts.referrals[state])
  const lines = [
    words.whole(counts),
    ...standing.map(state => `  ${words.states[state]}  ${counts.referrals[state]}`),
    ...(standing.length === 0 ? [words.noReferrals] : []),
    words.overdue(counts.overdue),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  return 0
}
