/** From a character of a text's value to the character of the YAML that stands for it. */
import type { Scalar } from 'yaml'

/** Offset in `text` of the character `within` the value of a scalar. */
export function offsetWithin(text: string, scalar: Scalar, within: number): number {
  const [start, end] = scalar.range ?? [0, 0]
  if (scalar.type === 'BLOCK_LITERAL' || scalar.type === 'BLOCK_FOLDED')
    return inBlock(text, start, end, scalar, within)
  const isQuoted = scalar.type === 'QUOTE_SINGLE' || scalar.type === 'QUOTE_DOUBLE'
  const last = isQuoted ? end - 1 : end
  let at = isQuoted ? start + 1 : start
  for (let seen = 0; seen < within && at < last; ) {
    const step = flowStep(text, at, last, scalar.type)
    seen += step.characters
    // A fold gives one character for a whole line break: stay in it until all that it gives have been counted.
    if (seen <= within) at += step.length
  }
  return Math.min(at, last)
}

interface Step {
  /** Characters of the source. */
  readonly length: number
  /** Characters of the value that they give. */
  readonly characters: number
}

function flowStep(text: string, at: number, last: number, type: Scalar['type']): Step {
  const fold = /^[ \t]*(?:\r?\n[ \t]*)+/.exec(text.slice(at, Math.min(at + foldLimit, last)))?.[0]
  if (fold) return { length: fold.length, characters: Math.max(1, fold.split('\n').length - 2) }
  const here = text.charAt(at)
  if (type === 'QUOTE_SINGLE' && here === "'") return { length: 2, characters: 1 }
  if (type === 'QUOTE_DOUBLE' && here === '\\') return escapeStep(text, at)
  return { length: 1, characters: 1 }
}

/** No line break with its blanks is looked at beyond this. */
const foldLimit = 400

const escapeLengths: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 }

function escapeStep(text: string, at: number): Step {
  const line = /^\\\r?\n[ \t]*/.exec(text.slice(at, at + foldLimit))?.[0]
  if (line) return { length: line.length, characters: 0 }
  const length = escapeLengths[text.charAt(at + 1)] ?? 2
  const isWide = length === 10 && Number.parseInt(text.slice(at + 2, at + 10), 16) > 0xffff
  return { length, characters: isWide ? 2 : 1 }
}

/** In a block each line of the value is a line of the source behind its indentation; folding turns a break into one blank. */
function inBlock(text: string, start: number, end: number, scalar: Scalar, within: number): number {
  const [header = '', ...lines] = text.slice(start, end).split('\n')
  const indent = indentOf(lines.find(line => line.trim() !== '') ?? '')
  const isFolded = scalar.type === 'BLOCK_FOLDED'
  let offset = start + header.length + 1
  let left = within
  for (const [index, line] of lines.entries()) {
    const length = Math.max(0, line.replace(/\r$/, '').length - indent)
    const isBlank = length === 0
    if (!isBlank && left <= length) return Math.min(offset + indent + left, end)
    // The first break before a blank line disappears in a folded block.
    const isNextBlank = lines[index + 1]?.trim() === ''
    left -= length + (isFolded && !isBlank && isNextBlank ? 0 : 1)
    offset += line.length + 1
  }
  return end
}

const indentOf = (line: string) => line.length - line.trimStart().length
