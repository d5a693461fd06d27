/** The same paper as each program writes it. */
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { markdownToHwpx } from 'kordoc'
import type { Block } from './council-papers.ts'

export async function asHwpx(blocks: readonly Block[]): Promise<Uint8Array> {
  // A marked list would be taken for the list of a program: the sign is kept as text.
  const escaped = (text: string) =>
    text
      .replaceAll(/([*_~`#|<>[\]])/g, '\\$1')
      .replace(/^(\d+)([.)])/, '$1\\$2')
      .replace(/^([-+])/, '\\$1')
  const rows = (all: readonly (readonly string[])[]) =>
    all.map(cells => `| ${cells.map(cell => escaped(cell).replaceAll('\n', '<br>')).join(' | ')} |`)
  const markdown = blocks
    .map(block =>
      typeof block === 'string'
        ? escaped(block)
        : [rows(block.rows)[0], `|${block.rows[0]!.map(() => '---').join('|')}|`, ...rows(block.rows).slice(1)].join(
            '\n',
          ),
    )
    .join('\n\n')
  return new Uint8Array(await markdownToHwpx(markdown))
}

export async function asDocx(blocks: readonly Block[]): Promise<Uint8Array> {
  const children = blocks.map(block =>
    typeof block === 'string'
      ? new Paragraph(block)
      : new Table({
          rows: block.rows.map(
            cells =>
              new TableRow({
                children: cells.map(
                  cell => new TableCell({ children: cell.split('\n').map(line => new Paragraph(line)) }),
                ),
              }),
          ),
        }),
  )
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}
