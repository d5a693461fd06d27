/** How wide a text will about be, and how to break it, where the browser cannot be asked: in drawings that are laid out by us. */

/** Of the height of the letters: Korean about 0.9, capitals 0.68, the rest 0.55; on the wide side, so that nothing overlaps. */
const widthOf = (letter: string): number => {
  if (letter >= '\u1100' && letter !== '\u2013' && letter !== '\u2019') return 0.9
  if (letter === ' ') return 0.28
  if (".,:;|!()[]'·ilj".includes(letter)) return 0.3
  if ('frt-/'.includes(letter)) return 0.39
  if ('mwMW%'.includes(letter)) return 0.9
  return letter >= 'A' && letter <= 'Z' ? 0.7 : 0.57
}

export function textWidth(text: string, size: number): number {
  let width = 0
  for (const letter of text) width += widthOf(letter)
  return width * size
}

/** The text, cut with an ellipsis where it is wider than it may be. */
export function cutToWidth(text: string, size: number, widest: number): string {
  if (textWidth(text, size) <= widest) return text
  const letters = [...text]
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, size) > widest) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

/** The text in lines, broken between words where it can be, Korean also within; the last one is cut, and a word too long for a line. */
export function wrapToWidth(text: string, size: number, widest: number, mostLines: number): readonly string[] {
  const lines: string[] = []
  let rest = text.trim()
  while (rest !== '' && lines.length < mostLines - 1 && textWidth(rest, size) > widest) {
    const line = firstLine(rest, size, widest)
    lines.push(cutToWidth(line.trimEnd(), size, widest))
    rest = rest.slice(line.length).trimStart()
  }
  if (rest !== '') lines.push(cutToWidth(rest, size, widest))
  return lines
}

function firstLine(text: string, size: number, widest: number): string {
  let words = ''
  let fits = ''
  for (let end = 1; end <= text.length; end++) {
    const line = text.slice(0, end)
    if (fits !== '' && textWidth(line.trimEnd(), size) > widest) break
    if (text[end] === ' ') words = line
    if (canBreak(text[end - 1]!, text[end])) fits = line
  }
  // A line that would end far short breaks inside a Korean word.
  return textWidth(words, size) > widest * 0.45 ? words : fits
}

/** Between syllables of Korean and after a blank or a hyphen; never within a word of another script. */
const canBreak = (before: string, after: string | undefined): boolean =>
  after === undefined || ' -/'.includes(before) || after === ' ' || isKorean(before) || isKorean(after)

const isKorean = (letter: string): boolean => letter >= '\u1100' && letter <= '\ud7a3'
