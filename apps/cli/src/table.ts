/** Tables for a terminal: aligned by cell width (Hangul counts two), no lines but those that help. */
import { stripVTControlCharacters, styleText } from 'node:util'
import Table from 'cli-table3'

type Style = Parameters<typeof styleText>[0]

/** Colour only on a terminal, and never when NO_COLOR is set. */
export function styled(style: Style, text: string): string {
  return process.stdout.isTTY && !process.env.NO_COLOR ? styleText(style, text) : text
}

/** A column of which every cell is empty is left out. */
export function table(rows: readonly (readonly string[])[]): string {
  const kept = (rows[0] ?? []).map((_, column) => rows.some(row => row[column] !== ''))
  const none = {
    top: '',
    'top-mid': '',
    'top-left': '',
    'top-right': '',
    bottom: '',
    'bottom-mid': '',
    'bottom-left': '',
    'bottom-right': '',
  }
  const middle = { left: '  ', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '  ' }
  const drawn = new Table({
    chars: { ...none, ...middle },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
  })
  drawn.push(...rows.map(row => row.filter((_, column) => kept[column])))
  return drawn
    .toString()
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n')
}

/** Cells that a text takes on a terminal. */
export function width(text: string): number {
  let cells = 0
  for (const character of stripVTControlCharacters(text)) cells += isWide(character.codePointAt(0)!) ? 2 : 1
  return cells
}

/** The text cut to a number of cells, with `…` where it was cut. */
export function cut(text: string, cells: number): string {
  if (cells <= 0) return ''
  if (width(text) <= cells) return text
  let kept = ''
  for (const character of text) {
    if (width(kept + character) > cells - 1) break
    kept += character
  }
  return `${kept}…`
}

function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff00 && code <= 0xff60)
  )
}
