/** A paper in its parts: which lines stand under which heading. */
import {
  andOthers,
  attachment,
  countInHeading,
  countOf,
  headings,
  headingTails,
  labelBeforeFigure,
  labelJoin,
  labelJoinAtFront,
  labels,
  lengthInHeading,
  type PartOfPaper,
  proposed,
  sentenceEnd,
  taskWords,
  together,
} from '@ieum/wording/papers'
import { type Marked, markOf, unmarked } from './marks.ts'
import type { PaperLine } from './paper-lines.ts'
import type { ProposerReader } from './proposers.ts'

export interface PartLine extends Marked {
  readonly line: PaperLine
}

export interface Part {
  readonly kind: PartOfPaper
  /** Depth of its heading; 0: it had no sign. */
  readonly rank: number
  readonly heading: PartLine | null
  readonly lines: PartLine[]
  /** How many the heading says that there are. */
  readonly count: number | null
}

export const bare = (text: string): string => text.replaceAll(/\s/g, '')

const framed = /^[【<〈《[≪「『(]\s{0,3}([^【<〈《[≪「『】>〉》\]≫」』]{1,60}?)\s{0,3}[】>〉》\]≫」』)]\s{0,3}:?$/
const longestHeading = 40

interface Heading {
  readonly kind: PartOfPaper
  readonly rank: number
  readonly count: number | null
}

export function partsOf(lines: readonly PaperLine[], proposers: ProposerReader): Part[] {
  const parts: Part[] = [{ kind: 'release', rank: 0, heading: null, lines: [], count: null }]
  for (const line of lines) {
    const part = parts.at(-1)!
    const marked = { ...markOf(line.text), line }
    const found = headingOf(marked, part, proposers)
    if (found) parts.push({ ...found, heading: marked, lines: [] })
    else part.lines.push(marked)
  }
  return parts
}

function headingOf(marked: PartLine, part: Part, proposers: ProposerReader): Heading | undefined {
  const { rank, rest, line } = marked
  if (attachment.test(line.text) && line.text.length < longestHeading) return { kind: 'other', rank: 0, count: null }
  const cells = line.cells?.filter(cell => cell !== '')
  // A row of a table heads a part only when it is the one thing in it.
  if (cells && cells.length !== 1) return undefined
  const inFrame = framed.exec(rest)?.[1]
  const of = inFrame ?? rest
  const depth = inFrame !== undefined && rank === unmarked ? 1 : rank === unmarked ? 0 : rank
  const [before = '', behind = ''] = partedAtColon(of)
  const kind = kindOf(before, depth, part, proposers)
  if (kind && saysNothing(behind, proposers)) {
    const count = kind === 'tasks' ? countIn(of) : null
    // A group of the tasks that are being listed stays among them.
    if (kind === 'tasks' && part.kind === 'tasks' && proposers.groupIn(of) && depth > part.rank) return undefined
    return { kind, rank: depth, count }
  }
  if (part.kind === 'tasks' && proposers.groupIn(of)) return undefined
  const isHigher = rank !== unmarked && part.rank > 0 && rank <= part.rank
  const isSquare = rank <= 2
  if (isHigher && !(part.kind === 'tasks' && isTaskOfSameRank(marked, part)))
    return { kind: 'other', rank, count: null }
  if (isSquare && part.kind !== 'tasks' && part.rank !== 0) return { kind: 'other', rank, count: null }
  if (inFrame !== undefined && rank === unmarked && rest.length < longestHeading && part.kind !== 'tasks')
    return { kind: 'other', rank: 1, count: null }
  return undefined
}

/** `□ 안건 1 …` under `□ 논의 안건`. */
const isTaskOfSameRank = ({ rank }: PartLine, part: Part): boolean => rank === part.rank && part.lines.length === 0

function partedAtColon(text: string): [string, string] {
  const at = text.search(/[:：](?!\d)/)
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1).trim()]
}

export function countIn(text: string): number | null {
  const count = countOf.exec(text)?.[1]
  return count === undefined ? null : Number(count)
}

const withoutCount = (text: string): string => text.replace(lengthInHeading, ' ').replace(countInHeading, ' ')

/** Behind the colon of a heading stands at most how many there are. */
function saysNothing(text: string, proposers: ProposerReader): boolean {
  if (text === '') return true
  const left = bare(withoutCount(text)).replaceAll(/[()[\]:,]/g, '')
  return left === '' || taskWords.includes(left) || proposers.groupIn(text) !== undefined
}

function kindOf(text: string, depth: number, part: Part, proposers: ProposerReader): PartOfPaper | undefined {
  const short = withoutCount(text).trim()
  if (short === '' || short.length > longestHeading || /[.,]$/.test(short) || andOthers.test(short)) return undefined
  const word = bare(short).replaceAll(/[()[\]<>【】「」]/g, '')
  const stems = [word, ...headingTails.filter(tail => word.endsWith(tail)).map(tail => word.slice(0, -tail.length))]
  const isInList = depth >= 4 || (part.kind === 'tasks' && depth >= 3)
  for (const [kind, ends] of headings)
    for (const end of ends)
      for (const stem of stems) {
        if (stem === end) return kind
        if (isInList || !stem.endsWith(end)) continue
        const before = stem.slice(0, -end.length)
        // Short words end many a sentence: 협의체 구성.
        if (end.length <= 2 && depth === 0) continue
        if (end.length <= 2 && part.kind === 'tasks') continue
        if (!sentenceEnd.test(before)) return kind
      }
  const group = proposers.groupIn(short)
  if (group && !isInList && taskWords.some(end => word.endsWith(end))) return 'tasks'
  if (depth < 4 && together.some(begin => word === `${begin}${proposed[0]}`)) return 'tasks'
  return undefined
}

export type LabelKind = keyof typeof labels

const byWord = new Map<string, LabelKind>(
  (Object.keys(labels) as LabelKind[]).flatMap(kind => labels[kind].map(word => [word, kind] as const)),
)

export interface Labelled {
  readonly kinds: readonly LabelKind[]
  readonly value: string
}

const inBrackets = /^[([【〔<「]\s{0,2}([^)\]】〕>」]{1,24})[)\]】〕>」]\s{0,4}[:：]?\s{0,4}/
const beforeColon = /^([^:：]{1,24}?)\s{0,4}[:：]\s{0,4}/

/** `(일시·장소) …`, `장 소 : …`, `일시 2024. …`, or a cell with a label in front of the cell with what it says. */
export function labelledIn({ rest, line }: PartLine): Labelled[] {
  if (!line.cells) return labelled(rest)
  const found: Labelled[] = []
  const cells = line.cells
  for (const [index, cell] of cells.entries()) {
    const { rest: of } = markOf(cell)
    const kinds = kindsOf(of.replace(/^[([]|[)\]]$/g, ''))
    if (kinds) {
      const value = cells.slice(index + 1).find(one => one !== '' && one !== ':')
      if (value !== undefined) found.push({ kinds, value })
    } else found.push(...cell.split('\n').flatMap(one => labelled(markOf(one).rest)))
  }
  return found
}

function labelled(text: string): Labelled[] {
  for (const pattern of [inBrackets, beforeColon, labelBeforeFigure]) {
    const match = pattern.exec(text)
    const kinds = match && kindsOf(match[1]!)
    if (match && kinds) return [{ kinds, value: text.slice(match[0].length) }]
  }
  const kinds = kindsOf(text.replace(/[:：]$/, ''))
  return kinds ? [{ kinds, value: '' }] : []
}

function kindsOf(text: string): LabelKind[] | undefined {
  const words = text
    .split(labelJoin)
    .map(bare)
    .filter(word => word !== '')
    .flatMap(word => {
      if (byWord.has(word)) return [word]
      const first = labels.when.find(
        one => word.startsWith(one) && byWord.has(word.slice(one.length).replace(labelJoinAtFront, '')),
      )
      return first === undefined ? [word] : [first, word.slice(first.length).replace(labelJoinAtFront, '')]
    })
  if (words.length === 0) return undefined
  const kinds = words.map(word => byWord.get(word))
  return kinds.every(kind => kind !== undefined) ? kinds : undefined
}
