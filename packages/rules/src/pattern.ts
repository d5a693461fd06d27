import { limits } from './limits.ts'

/**
 * Patterns of `matches`: a part of XPath's regular expressions that every engine reads alike and that cannot run away.
 * Letters, `.`, classes in brackets, `\d \w \s` and escaped signs, `^` and `$`, groups, `|`, and repeats. A repeated
 * group may hold neither a repeat nor a choice, so the work is bounded by a power of the text's length that is counted here.
 */

interface PatternFault {
  readonly offset: number
  readonly wrong: string
  readonly right?: string
}

interface Group {
  readonly at: number
  hasRepeat: boolean
  hasChoice: boolean
}

const repeat = /[?*+]|\{(\d{1,3})(?:,(\d{0,3}))?\}/y
const atom =
  /\\[dDwWsS]|\\[.\-^$*+?()[\]{}|\\/]|\[\^?(?:\\[dDwWsS]|\\[.\-^$*+?()[\]{}|\\/]|[^\\[\]])+\]|[^\\^$*+?()[\]{}|]/uy

export function faultOfPattern(pattern: string): PatternFault | undefined {
  if (pattern.length > limits.pattern)
    return { offset: limits.pattern, wrong: `a pattern of more than ${limits.pattern} characters`, right: 'split it' }
  const groups: Group[] = [{ at: 0, hasRepeat: false, hasChoice: false }]
  // Steps at worst: every start of the text, times the ways that each repeat can share it out.
  let steps = pattern.startsWith('^') ? 1 : limits.subject
  let at = 0
  let repeatable: Group | 'atom' | undefined
  while (at < pattern.length) {
    const sign = pattern[at]!
    repeat.lastIndex = at
    const repeated = repeat.exec(pattern)
    if (repeated) {
      if (!repeatable)
        return { offset: at, wrong: `\`${repeated[0]}\` repeats nothing`, right: 'put it after a letter or a group' }
      if (repeatable !== 'atom' && (repeatable.hasRepeat || repeatable.hasChoice))
        return {
          offset: at,
          wrong: 'a repeated group that holds a repeat or a choice, which can take for ever',
          right: 'repeat single letters or classes: [ab]+ rather than (a|b)+',
        }
      const ways = waysOf(repeated)
      if (ways === undefined)
        return { offset: at, wrong: 'a repeat that counts backwards', right: 'write the smaller number first' }
      steps *= ways
      if (steps > limits.patternSteps)
        return {
          offset: at,
          wrong: 'a pattern with so many repeats that it can take for ever',
          right: 'begin it with `^`, or repeat less',
        }
      for (const group of groups) group.hasRepeat = true
      at += repeated[0].length
      if (pattern[at] === '?' || pattern[at] === '+')
        return { offset: at, wrong: 'a repeat of a repeat', right: 'take one away' }
      repeatable = undefined
      continue
    }
    if (sign === '(') {
      if (pattern.startsWith('(?', at) && !pattern.startsWith('(?:', at))
        return { offset: at, wrong: 'a look ahead, look behind or named group', right: 'write a plain group: (…)' }
      groups.push({ at, hasRepeat: false, hasChoice: false })
      if (groups.length > 10) return { offset: at, wrong: 'groups nested more than 9 deep', right: 'nest less' }
      at += pattern.startsWith('(?:', at) ? 3 : 1
      repeatable = undefined
      continue
    }
    if (sign === ')') {
      if (groups.length === 1)
        return { offset: at, wrong: '`)` closes no group', right: 'write `\\\\)` for the sign itself' }
      repeatable = groups.pop()!
      for (const group of groups) {
        group.hasRepeat ||= repeatable.hasRepeat
        group.hasChoice ||= repeatable.hasChoice
      }
      at += 1
      continue
    }
    if (sign === '|') {
      groups.at(-1)!.hasChoice = true
      steps *= 2
      if (steps > limits.patternSteps)
        return { offset: at, wrong: 'too many choices in a pattern', right: 'use `in (…)`' }
    }
    if (sign === '|' || sign === '^' || sign === '$') {
      at += 1
      repeatable = undefined
      continue
    }
    atom.lastIndex = at
    const found = atom.exec(pattern)
    if (!found) return unreadable(pattern, at)
    at += found[0].length
    repeatable = 'atom'
  }
  if (groups.length > 1) return { offset: groups.at(-1)!.at, wrong: 'a group that is not closed', right: 'add `)`' }
  return compiles(pattern) ? undefined : { offset: 0, wrong: 'a pattern that no engine reads', right: 'simplify it' }
}

function waysOf(repeated: RegExpExecArray): number | undefined {
  if (repeated[0] === '?') return 2
  if (repeated[1] === undefined) return limits.subject
  const least = Number(repeated[1])
  if (repeated[2] === undefined) return least > limits.subject ? undefined : 1
  if (repeated[2] === '') return limits.subject
  const most = Number(repeated[2])
  return most < least ? undefined : most - least + 1
}

function unreadable(pattern: string, at: number): PatternFault {
  const sign = pattern[at]!
  if (sign === '\\') {
    const isBack = /\d|k/.test(pattern[at + 1] ?? '')
    return isBack
      ? { offset: at, wrong: 'a reference back to a group', right: 'write the letters out' }
      : {
          offset: at,
          wrong: `\`${pattern.slice(at, at + 2)}\` is no escape that all engines know`,
          right: 'use \\\\d, \\\\w, \\\\s or a class: [0-9]',
        }
  }
  if (sign === '[') return { offset: at, wrong: 'a class that is empty or not closed', right: 'write [a-z]' }
  return { offset: at, wrong: `\`${sign}\` stands alone`, right: `write \`\\\\${sign}\` for the sign itself` }
}

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u')
    return true
  } catch {
    return false
  }
}

export function regExpOf(pattern: string, flags: string): RegExp {
  return new RegExp(pattern, flags.includes('i') ? 'iu' : 'u')
}
