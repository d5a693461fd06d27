/** The lines of a paper, numbered as a person would count them: a paragraph, or a row of a table with its cells. */

export interface PaperLine {
  /** From 1. */
  readonly number: number
  readonly text: string
  /** Of a row of a table, empty ones too. */
  readonly cells?: readonly string[]
  /** Rows of one table have the same number. */
  readonly table?: number
}

export const lineLimits = { lines: 5_000, length: 4_000, cells: 60 } as const

/** A text as somebody typed or copied it; tabs and upright lines part cells. */
export function linesOfText(text: string): PaperLine[] {
  const lines: PaperLine[] = []
  let table = 0
  let isInTable = false
  for (const [index, raw] of text
    .split(/\r\n|[\n\r\f\u2028\u2029]/)
    .slice(0, lineLimits.lines)
    .entries()) {
    const cells = cellsOf(raw.slice(0, lineLimits.length))
    const plain = plainText(cells ? cells.join(' ').replaceAll('\n', ' ') : raw.slice(0, lineLimits.length))
    if (plain === '' && !cells) continue
    if (cells && !isInTable) table += 1
    isInTable = cells !== undefined
    if (cells?.every(cell => /^[-:=\s]{0,80}$/.test(cell))) continue
    lines.push({ number: index + 1, text: plain, ...(cells && { cells, table }) })
  }
  return lines
}

function cellsOf(raw: string): string[] | undefined {
  const bare = raw.trim()
  const parted = raw.includes('\t')
    ? raw.split('\t')
    : /^\|.{0,4000}\|$/.test(bare)
      ? bare.slice(1, -1).split('|')
      : undefined
  // A tab behind a mark only sets the words in.
  if (!parted || parted.filter(cell => cell.trim() !== '').length < 1) return undefined
  const cells = parted.slice(0, lineLimits.cells).map(plainText)
  return raw.includes('\t') && cells.length === 2 && cells[0]!.length <= 1 ? undefined : cells
}

/** One spelling of what looks the same: composed letters, ASCII where it was wide, one kind of blank, tilde and prime. Lines of a cell stay. */
function plainText(text: string): string {
  return (
    text
      .normalize('NFC')
      .replaceAll(/[\uff01-\uff5d]/g, sign => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
      .replaceAll(/[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]/g, '')
      .replaceAll(/[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]/g, ' ')
      .replaceAll(/[～∼〜]/g, '~')
      // How lines of a cell come out of a document.
      .replaceAll('\u001f', '\n')
      .replaceAll(/[│┃︱∣]/g, '|')
      .replaceAll(/[′＇´]/g, "'")
      .split('\n')
      .map(line => line.trim())
      .join('\n')
      .trim()
  )
}
