import { createContext, Script } from 'node:vm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type FoundRegex, regexesInSource } from './regexes.ts'

/** As long as what a request may hold of one text, many times over; work that grows with its square takes seconds. */
const long = 60_000
/** Milliseconds; what grows with the length takes a few, and what grows with its square at least twice as many, on a fast machine too. */
const patience = 150
/** On a machine with much else to do anything may be late now and then. */
const tries = 5

/** Those that only see texts of bounded length, with the most that they see. */
const bounded: Readonly<Record<string, number>> = {
  // What stands in an address of one’s own page, cut before.
  'apps/web/src/pages/path/path-asked.ts': 2_000,
  // A name inside of a packed file.
  'packages/services/src/papers/content/look-into-office.ts': 65_535,
}

/** Pieces of what the pattern takes, again and again, and then something that it does not: where it begins anew or shares out, it takes long. */
function attacksOn({ source, flags }: FoundRegex, length: number): readonly string[] {
  const written = source.replace(/\\[bBdDsSwW]|\\[pP]\{[^{}]*\}|\(\?<?[=!:]|[\\^$*+?()[\]{}|]/g, ' ').split(/\s+/)
  const pieces = new Set([...written.filter(Boolean), ...[...'a0 .,/"\'\t\n'], ...samplesOf(source, flags)])
  return [...pieces].flatMap(piece =>
    ['', written[0] ?? '', piece].flatMap(before =>
      ['\u0000', `${piece}\u0000`].map(after => `${before}${piece.repeat(Math.ceil(length / piece.length))}${after}`),
    ),
  )
}

/** What it matches, and how that begins. */
function samplesOf(source: string, flags: string): readonly string[] {
  // fast-check draws from neither of these.
  const drawable = source.replace(/\(\?<?[=!][^()]*\)|\\[bB]/g, '').replace(/\\[pP]\{[^{}]*\}/g, 'a')
  try {
    const drawn = fc.sample(fc.stringMatching(new RegExp(drawable, flags.replace(/[gy]/g, ''))), {
      numRuns: 4,
      seed: 1,
    })
    return drawn
      .map(text => text.slice(0, 60))
      .flatMap(text => [text, text.slice(0, -1), text.slice(0, text.length / 2)])
      .filter(Boolean)
  } catch {
    return []
  }
}

const place = createContext({ pattern: /x/, text: '' })
const ask = new Script('pattern.lastIndex = 0; pattern.exec(text)')

/** A regular expression that runs away is ended: the engine looks for that while it goes back and forth. */
function takesLong(pattern: RegExp, text: string): boolean {
  try {
    Object.assign(place, { pattern, text })
    ask.runInContext(place, { timeout: patience })
    return false
  } catch {
    return true
  }
}

const slowIn = (regex: FoundRegex): string | undefined => {
  const pattern = new RegExp(regex.source, regex.flags)
  const length = bounded[regex.at.replace(/:\d+$/, '')] ?? long
  const attack = attacksOn(regex, length).find(text =>
    Array.from({ length: tries }).every(() => takesLong(pattern, text)),
  )
  return attack === undefined ? undefined : `${regex.at} /${regex.source}/: ${JSON.stringify(attack.slice(0, 40))}…`
}

it('C32 T10: no regular expression in the source takes long over a text that was made for it', () => {
  const regexes = regexesInSource()
  expect(regexes.length).toBeGreaterThan(150)
  expect(regexes.map(slowIn).filter(Boolean)).toEqual([])
}, 300_000)

it.each([['(a+)+$'], ['<a\\b[^>]*>'], ['[. ]+$'], ['^(\\w+\\s?)*$'], ['\\/\\*[\\s\\S]*?\\*\\/']])(
  'C32: finds that /%s/ would',
  source => {
    expect(slowIn({ at: 'here:1', source, flags: '' })).toContain(source)
  },
  60_000,
)
