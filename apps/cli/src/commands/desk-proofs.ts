/** `ieum desk proofs`: runs every proof kept with a referral again, by the rules as they are now. */
import { atKeepersDesk, type KeeperDesk } from '@ieum/server'
import type { ProofAgain, ProofsAgain } from '@ieum/services'
import { type CommonOptions, catalogueAsked, language } from '../options.ts'
import { Refused } from '../refused.ts'
import { settingsAsked } from '../settings-asked.ts'
import { today } from '../today.ts'
import { wordsIn } from '../words/index.ts'

/** 0 when each is the same or by a rule that was changed since, which is named; 1 when the same rules answered otherwise. */
export async function deskProofs(options: CommonOptions): Promise<0 | 1> {
  const needs = { catalogue: () => catalogueAsked(options), today }
  const asked = await atKeepersDesk(settingsAsked(), needs, allOf)
  if (asked.is === 'refused') throw new Refused(asked.why)
  const { proofs, same, found } = asked.answer
  const isWrong = found.some(({ is }) => is === 'answered otherwise')
  if (options.json) process.stdout.write(`${JSON.stringify(asked.answer)}\n`)
  else {
    const words = wordsIn(language(options)).proofs
    const line = ({ number, on, programme, edition, is, rules, otherwise }: ProofAgain) => [
      `${number}  ${on}  ${programme} ${edition ?? ''}: ${words.is[is]}`,
      ...rules.map(({ rule, is }) => `  ${rule}: ${words.since[is]}`),
      ...otherwise.map(rule => `  ${rule}: ${words.otherwise}`),
    ]
    process.stdout.write(`${[words.same(same, proofs), ...found.flatMap(line)].join('\n')}\n`)
  }
  return isWrong ? 1 : 0
}

async function allOf(desk: KeeperDesk): Promise<Omit<ProofsAgain, 'next'>> {
  const all = { proofs: 0, same: 0, found: [] as ProofAgain[] }
  for (let after: string | null = ''; after !== null; ) {
    const { proofs, same, found, next }: ProofsAgain = await desk.runProofsAgain(after)
    all.proofs += proofs
    all.same += same
    all.found.push(...found)
    after = next
  }
  return all
}
