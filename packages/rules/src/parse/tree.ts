import { parser } from 'lezer-feel'
import { limits } from '../limits.ts'
import { Refusal } from './refusal.ts'

/** The single place that knows lezer-feel. */
export interface Tree {
  readonly is: string
  readonly from: number
  readonly to: number
  readonly parts: readonly Tree[]
}

/** The parse tree of a text that `scan` let through; a fault of grammar is refused at its place. */
export function treeOf(text: string): Tree {
  const cursor = parser.parse(text).cursor()
  let depth = 0
  const open: (Tree & { parts: Tree[] })[] = []
  // The cursor walks without recursion, so that a deep tree is met by our own limit and not by the stack's.
  for (;;) {
    if (cursor.type.isError) throw misplaced(text, cursor.from, cursor.to)
    const node = { is: cursor.name, from: cursor.from, to: cursor.to, parts: [] as Tree[] }
    const above = open.at(-1)
    above?.parts.push(node)
    if (cursor.firstChild()) {
      open.push(node)
      if (!(above && isChain(above.is) && above.is === node.is)) depth += 1
      if (depth > limits.nesting * 4)
        throw new Refusal(
          node.from,
          `the sentence is nested more than ${limits.nesting} deep`,
          'move a part into a derived fact',
        )
      continue
    }
    if (open.length === 0) return node
    while (!cursor.nextSibling()) {
      const closed = open.pop()!
      const parent = open.at(-1)
      if (!(parent && isChain(parent.is) && parent.is === closed.is)) depth -= 1
      cursor.parent()
      if (!parent) return closed
    }
  }
}

/** `a and b and c` is a tree of two levels a word; it counts as one. */
function isChain(is: string): boolean {
  return is === 'Conjunction' || is === 'Disjunction'
}

function misplaced(text: string, from: number, to: number): Refusal {
  const rest = text.slice(from).trimStart()
  const at = from + (text.slice(from).length - rest.length)
  if (rest === '') return new Refusal(text.trimEnd().length, 'the sentence stops in the middle', 'say what follows')
  const word = /^(?:"(?:[^"\\]|\\.)*"|[\p{L}_][\p{L}\p{N}_]*|[\d.]+|\S)/u.exec(
    text.slice(from, Math.max(to, from + 40)),
  )
  const shown = (word?.[0] ?? rest.slice(0, 1)).trim() || rest.slice(0, 1)
  return new Refusal(at, `\`${shown.slice(0, 40)}\` does not fit here`, hintFor(text, at, shown))
}

function hintFor(text: string, at: number, word: string): string | undefined {
  const before = text.slice(0, at).trimEnd()
  if (/[=<>+*/-]$/.test(before)) return 'after a sign a value or a name must follow'
  if (/\b(?:and|or)$/.test(before)) return 'after `and` or `or` a condition must follow'
  if (/\bin\s*\($/.test(before)) return 'name at least one value: `in ("a", "b")`'
  if (word === ')' && /\bif\b/.test(before) && !/\belse\b/.test(before)) return 'an `if` needs `then` and `else`'
  if (word === ',') return 'put a list into brackets: `in ("a", "b")`'
  return 'join conditions by `and` or `or`, and write names with underscores'
}
