/** The sign in front of a line, and how deep it sets what follows: Roman numerals over squares over numbers over letters over circles over dashes. */

import { letteredParagraph, misreadCircle, numberedItem } from '@ieum/wording/papers'

export interface Marked {
  /** 1 is the highest; 9: no sign. */
  readonly rank: number
  readonly rest: string
}

export const unmarked = 9

const marks: readonly (readonly [rank: number, pattern: RegExp])[] = [
  [1, /^(?:[Ⅰ-Ⅻ]{1,3}|I{1,3}|IV|VI{0,3}|IX|X)\s?[.)]?\s{1,4}(?=\S)/],
  [2, /^[□■◇◆▣❑❏▢☐]\s{0,4}/],
  // `5. 28.(화)` is a day, no number of a paragraph.
  [3, /^\d{1,2}\.\s{0,4}(?=[^\d\s.])/],
  [4, letteredParagraph],
  [5, /^[ㅇ○◦●◎ᄋ⚪⚬]\s{0,4}/],
  // Circles that were typed, or read from a picture, as letters.
  [5, /^[oO]\s{1,4}(?=\S)/],
  [5, misreadCircle],
  [6, numberedItem],
  [7, /^[-–—―▶►▸▷☞➢✓✔→⇒‣]\s{0,4}(?=\D|\d)/],
  [8, /^[·•‧∙ㆍ▪▫*※]\s{0,4}/],
]

/** Of two signs the first counts: `- ② …` is as deep as its dash. */
export function markOf(text: string): Marked {
  let rank = unmarked
  let rest = text
  for (let signs = 0; signs < 2; signs += 1) {
    const found = marks.find(([, pattern]) => pattern.test(rest))
    if (!found) break
    if (rank === unmarked) rank = found[0]
    rest = rest.replace(found[1], '')
  }
  return { rank, rest: rest.trim() }
}
