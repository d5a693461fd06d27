/** Which agencies take part, and which of their posts are invited. */
import {
  type AgencyNamed,
  type AgencyReader,
  beforeBody,
  besidePost,
  betweenAgencies,
  bodies,
  headcountAtFront,
  headcountOrLabel,
  otherSittings,
  postEndings,
} from '@ieum/wording/papers'
import type { PaperLine } from './paper-lines.ts'
import { labelledIn, type Part, type PartLine } from './parts.ts'

export interface AgencyRead {
  readonly id: string
  readonly line: PaperLine
  readonly as: string
}

export interface TakingPart {
  readonly agencies: readonly AgencyRead[]
  /** Those that the body is called after, where it is called after several: who proposes together. */
  readonly body: readonly string[]
  /** Named elsewhere in the paper only. */
  readonly beside: readonly AgencyRead[]
  /** Named as taking part, and not in the catalogue. */
  readonly strangers: readonly { readonly name: string; readonly line: PaperLine }[]
  /** Nothing says who takes part: all that are named were taken. */
  readonly isGuessed: boolean
  readonly posts: readonly { readonly agency: string | null; readonly title: string; readonly line: PaperLine }[]
}

const besides = new Set(['earlier', 'later', 'contact'])

export function takingPartIn(parts: readonly Part[], agencies: AgencyReader): TakingPart {
  const lines = parts.flatMap(part =>
    [...(part.heading ? [part.heading] : []), ...part.lines].map(each => ({ part, each })),
  )
  const read = (text: string, line: PaperLine): AgencyRead[] =>
    agencies.in(text).map(({ id, as }) => ({ id, as, line }))
  const attending = lines.flatMap(({ part, each }) => {
    const label = labelledIn(each).find(({ kinds }) => kinds.includes('attendance'))
    if (label) return [{ each, text: label.value }]
    return part.kind === 'attendance' || isUnderAttendance(part, each) ? [{ each, text: each.rest }] : []
  })
  const invited = attending.flatMap(({ each, text }) => read(text, each.line))
  const named = lines
    .filter(({ part, each }) => !besides.has(part.kind) && !otherSittings.some(word => each.line.text.includes(word)))
    .flatMap(({ each }) =>
      inName(agencies.in(each.line.text), each.line.text).map(({ id, as }) => ({ id, as, line: each.line })),
    )
  const titled = lines
    .filter(
      ({ part, each }) =>
        part.kind === 'release' &&
        bodies.some(word => each.line.text.includes(word)) &&
        !otherSittings.some(word => each.line.text.includes(word)),
    )
    .flatMap(({ each }) => read(each.line.text, each.line))
  const all = lines.filter(({ part }) => part.kind !== 'contact').flatMap(({ each }) => read(each.line.text, each.line))

  const strangers = [
    ...attending.flatMap(({ each, text }) => agencies.strangersIn(text).map(name => ({ name, line: each.line }))),
    ...lines
      .filter(({ part, each }) => part.kind === 'release' && isName(each.line.text))
      .flatMap(({ each }) => agencies.strangersIn(each.line.text).map(name => ({ name, line: each.line }))),
  ]

  let taking = onceEach([...named, ...invited])
  if (taking.length < 2) taking = onceEach([...taking, ...titled])
  const isGuessed = taking.length === 0
  if (isGuessed) taking = onceEach(all)
  taking = taking.toSorted((a, b) => a.line.number - b.line.number)
  return {
    agencies: taking,
    body: onceEach(named).map(({ id }) => id),
    beside: onceEach(all).filter(({ id }) => taking.every(one => one.id !== id)),
    strangers: strangers.filter(({ name }, index) => strangers.findIndex(one => one.name === name) === index),
    isGuessed,
    posts: postsIn(attending, agencies),
  }
}

/** `중기부-산업부 정책협의회`: those that stand right in front of what the body is called, with nothing but their joins between. */
function inName(named: readonly AgencyNamed[], text: string): AgencyNamed[] {
  const body = bodies.map(word => text.indexOf(word)).filter(at => at !== -1)
  if (body.length === 0) return []
  const at = Math.min(...body)
  const found: AgencyNamed[] = []
  let next = at
  for (const one of named.filter(({ end }) => end <= at).toReversed()) {
    const between = text.slice(one.end, next)
    const isClose = found.length === 0 ? beforeBody.test(between) : betweenAgencies.test(between)
    if (!isClose) break
    found.unshift(one)
    next = one.at
  }
  return found
}

/** A line that is not much more than what the body is called. */
const isName = (text: string): boolean =>
  text.length <= 60 && bodies.some(word => text.includes(word)) && !otherSittings.some(word => text.includes(word))

/** `* (산업부 7명): …` under the line of those present. */
function isUnderAttendance(part: Part, each: PartLine): boolean {
  const at = part.lines.indexOf(each)
  for (let before = at - 1; before >= 0; before -= 1) {
    const one = part.lines[before]!
    const isList = one.rank <= each.rank && headcountAtFront.test(one.rest)
    if (labelledIn(one).some(({ kinds }) => kinds.includes('attendance')))
      return each.rank >= one.rank && headcountOrLabel.test(each.rest)
    if (!isList) return false
  }
  return false
}

const onceEach = (all: readonly AgencyRead[]): AgencyRead[] =>
  all.filter(({ id }, index) => all.findIndex(one => one.id === id) === index)

function postsIn(
  lines: readonly { readonly each: PartLine; readonly text: string }[],
  agencies: AgencyReader,
): TakingPart['posts'] {
  const posts: { agency: string | null; title: string; line: PaperLine }[] = []
  for (const { each, text } of lines) {
    let agency: string | null = null
    for (const piece of text.split(/[,，;\n]|\s(?=[([])|\s[·/]\s|[:：]/)) {
      const [named] = agencies.in(piece)
      if (named) agency = named.id
      const title = (named ? piece.slice(0, named.at) + piece.slice(named.end) : piece)
        .replaceAll(besidePost, ' ')
        .replaceAll(/\s{1,20}/g, ' ')
        .trim()
      if (postEndings.some(end => title.endsWith(end)) && title.length <= 30 && title !== '')
        posts.push({ agency, title, line: each.line })
    }
  }
  return posts
}
