/**
 * `catalogue/kr/kept-cases.txt`: what each criterion and exclusion says of a few firms on both sides of its bounds. Lines that say the
 * same sentence share their cases. One case a line, so that a changed rule shows in review as changed answers.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Rule, Rulebook } from '@ieum/rules'
import type { Case } from './search.ts'
import { usualDay } from './values-to-try.ts'

export const keptFile = join(import.meta.dirname, '../../catalogue/kr/kept-cases.txt')

export interface KeptCase extends Case {
  readonly is: 'holds' | 'fails'
}

export interface Group {
  /** `programme edition criterion`, or `programme edition exclusion criterion`. */
  readonly lines: readonly string[]
  readonly cases: readonly KeptCase[]
}

const heading = `# What each criterion and exclusion says of firms on both sides of its bounds, on ${usualDay} unless a case has its own day ("on").
# Made by \`npm run keep\`. A case that changed its answer is a rule that changed: look whether that was meant.
`

export function printKept(groups: readonly Group[]): string {
  const printed = groups.map(({ lines, cases }) => [...lines, ...cases.map(printCase), ''].join('\n'))
  return `${heading}\n${printed.join('\n')}`
}

export function printCase({ is, facts, on }: KeptCase): string {
  return `  ${is} ${JSON.stringify({ ...facts, ...(on !== usualDay && { on }) })}`
}

export function readKept(): Group[] {
  const text = readFileSync(keptFile, 'utf8')
  return text
    .split('\n\n')
    .map(block => block.split('\n').filter(line => line !== '' && !line.startsWith('#')))
    .filter(block => block.length > 0)
    .map(block => ({
      lines: block.filter(line => !line.startsWith(' ')),
      cases: block.filter(line => line.startsWith(' ')).map(readCase),
    }))
}

function readCase(line: string): KeptCase {
  const [, is, stated] = /^ {2}(holds|fails) (.*)$/.exec(line)!
  const { on = usualDay, ...facts } = JSON.parse(stated!)
  return { is: is as KeptCase['is'], facts, on }
}

/** All lines of all editions that a sentence decides, by the number of the sentence. */
export function linesBySentence({ programmes }: Rulebook): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>()
  const add = ({ id, sentence }: Rule, where: string) => {
    if (sentence === undefined) return
    const lines = found.get(sentence) ?? []
    lines.push(`${where}${id}`)
    found.set(sentence, lines)
  }
  for (const { id, editions } of programmes)
    for (const { edition, criteria, exclusions } of editions) {
      for (const rule of criteria) add(rule, `${id} ${edition} `)
      for (const rule of exclusions) add(rule, `${id} ${edition} exclusion `)
    }
  return found
}
