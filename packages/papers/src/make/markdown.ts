/** A paper as Markdown (CommonMark with the tables of GFM). Its texts are plain there too: what Markdown would read as a mark is escaped. */
import type { Block, Paper } from './paper.ts'

export const markdownOf = ({ blocks, mark }: Paper): string =>
  `${[...(mark === '' ? [] : [`*${inline(mark)}*`]), ...blocks.map(written)].join('\n\n')}\n`

function written(block: Block): string {
  switch (block.is) {
    case 'title':
      return `# ${oneLine(block.text)}`
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${oneLine(block.text)}`
    case 'paragraph':
      return lines(block.text).join('\\\n')
    case 'note':
      return lines(block.text)
        .map(line => `> ${line}`)
        .join('\\\n')
    case 'list':
      return block.items.map(item => `- ${lines(item).join('\\\n  ')}`).join('\n')
    case 'fields':
      return table(['', ...Array<string>(widest(block.rows) - 1).fill('')], [], block.rows)
    case 'table':
      return table(
        block.columns.map(({ heading }) => heading),
        block.columns.map(({ align }) => align),
        block.rows,
      )
  }
}

const widest = (rows: readonly (readonly string[])[]): number => Math.max(1, ...rows.map(row => row.length))

/** GFM has no table without a heading: of fields it is empty. */
function table(headings: readonly string[], align: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = headings.map((_, index) => ({ right: '--:', centre: ':-:' })[align[index] ?? ''] ?? '---')
  const row = (cells: readonly string[]) => `| ${headings.map((_, index) => cell(cells[index] ?? '')).join(' | ')} |`
  return [row(headings), `| ${rule.join(' | ')} |`, ...rows.map(row)].join('\n')
}

const cell = (text: string): string => text.split('\n').map(inline).join('<br>')
const oneLine = (text: string): string => inline(text.replaceAll('\n', ' '))
const lines = (text: string): string[] => text.split(/\n+/).map(line => atStart(inline(line.trim())))

const inline = (text: string): string => text.replaceAll(/[\\`*_[\]<>&|~$#{}!^]/g, '\\$&')

/** Signs that mean something at the beginning of a line alone. */
const atStart = (text: string): string => text.replace(/^(\d{1,9})([.)])/, '$1\\$2').replace(/^([-+=:])/, '\\$1')
