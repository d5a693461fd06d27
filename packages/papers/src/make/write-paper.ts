/** A paper as a file of the format that is asked for. What a format needs is loaded when it is first asked for. */
import type { Paper, PaperFormat } from './paper.ts'

export type PaperWritten =
  | {
      readonly is: 'written'
      /** With its ending. */
      readonly name: string
      readonly mediaType: string
      readonly content: Uint8Array
    }
  | { readonly is: 'too busy' }

export const mediaTypes: Readonly<Record<PaperFormat, string>> = {
  hwpx: 'application/hwp+zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  md: 'text/markdown; charset=utf-8',
}

export async function writePaper(paper: Paper, format: PaperFormat): Promise<PaperWritten> {
  const content = await contentOf(paper, format)
  if (content === 'too busy') return { is: 'too busy' }
  return { is: 'written', name: `${nameOf(paper)}.${format}`, mediaType: mediaTypes[format], content }
}

async function contentOf(paper: Paper, format: PaperFormat): Promise<Uint8Array | 'too busy'> {
  switch (format) {
    case 'hwpx':
      return (await import('./hwpx/hwpx.ts')).hwpxOf(paper)
    case 'docx':
      return (await import('./docx.ts')).docxOf(paper)
    case 'pdf': {
      const made = await (await import('./pdf/pdf.ts')).pdfOf(paper)
      return made.is === 'made' ? made.content : 'too busy'
    }
    case 'md':
      return new TextEncoder().encode((await import('./markdown.ts')).markdownOf(paper))
  }
}

/** No signs that a file system takes for its own, and short enough for all of them. */
const nameOf = ({ file }: Paper): string => {
  const name = file
    .normalize('NFC')
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  return [...name].slice(0, 80).join('').trim() || 'paper'
}
