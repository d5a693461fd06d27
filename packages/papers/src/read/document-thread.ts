/** Reads one document and is done. The only place that knows the reader of kordoc. */
import { parentPort, workerData } from 'node:worker_threads'
import { type IRBlock, type IRTable, parse } from 'kordoc'
import type { Unreadable, WorkAsked, WorkDone } from './lines-of-document.ts'
import { lineLimits } from './paper-lines.ts'

const { content, pages } = workerData as WorkAsked

const reasons: Readonly<Record<string, Unreadable>> = {
  ENCRYPTED: 'locked',
  DRM_PROTECTED: 'locked',
  DECOMPRESSION_BOMB: 'bomb',
  ZIP_BOMB: 'bomb',
  OUTPUT_TOO_LARGE: 'bomb',
  IMAGE_BASED_PDF: 'no text',
  NO_SECTIONS: 'no text',
}

async function textOf(): Promise<WorkDone> {
  const read = await parse(Buffer.from(content), { pages: `1-${pages}`, removeHeaderFooter: true })
  if (!read.success) return { because: reasons[read.code ?? ''] ?? 'broken' }
  const lines: string[] = []
  for (const block of read.blocks) addLines(block, lines)
  return { text: lines.slice(0, lineLimits.lines).join('\n') }
}

/** A paragraph is a line; a row of a table is one, with tabs between its cells. What is packed deeper follows its table. */
function addLines(block: IRBlock, lines: string[], depth = 0): void {
  if (depth > 8 || lines.length > lineLimits.lines) return
  if (block.table) {
    if (block.table.caption) lines.push(block.table.caption)
    addTable(block.table, lines, depth)
  } else if (block.text !== undefined) lines.push(...block.text.split('\n').map(withoutMarkup))
  for (const child of block.children ?? []) addLines(child, lines, depth + 1)
}

function addTable({ cells }: IRTable, lines: string[], depth: number): void {
  // A frame around text is no table.
  if (cells.length === 1 && cells[0]!.length === 1) {
    const [only] = cells[0]!
    if (only!.blocks?.some(({ table }) => table)) for (const block of only!.blocks) addLines(block, lines, depth + 1)
    else lines.push(...only!.text.split('\n').map(withoutMarkup))
    return
  }
  lines.push('')
  for (const row of cells)
    lines.push(row.map(({ text }) => withoutMarkup(text).split('\n').join(withinCell)).join('\t'))
  lines.push('')
  for (const { blocks } of cells.flat())
    for (const block of blocks ?? []) if (block.table) addLines(block, lines, depth + 1)
}

/** Parts lines of a cell: no program writes it, and a line of a paper ends at none of them. */
const withinCell = '\u001f'

const withoutMarkup = (text: string): string =>
  text
    .replaceAll('\t', ' ')
    .replaceAll(/<\/?(?:br|u|b|i|sub|sup)\s?\/?>/gi, ' ')
    .replaceAll(/\*\*|~~/g, '')

parentPort!.postMessage(await textOf())
