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

/** The text in lines, broken between words where it can be; the last one is cut. */
export function wrapToWidth(text: string, size: number, widest: number, mostLines: number): readonly string[] {
  const lines: string[] = []
  let rest = text.trim()
  while (rest !== '' && lines.length < mostLines - 1 && textWidth(rest, size) > widest) {
    const line = firstLine(rest, size, widest)
    lines.push(line.trimEnd())
    rest = rest.slice(line.length).trimStart()
  }
  if (rest !== '') lines.push(cutToWidth(rest, size, widest))
  return lines
}

function firstLine(text: string, size: number, widest: number): string {
  let fits = ''
  let words = ''
  for (const letter of text) {
    if (fits !== '' && textWidth(fits + letter, size) > widest) break
    if (letter === ' ') words = fits
    fits += letter
  }
  // A line that would end far short breaks inside the word.
  return textWidth(words, size) > widest * 0.45 ? words : fits
}
