/** A paper before it is a file: what it says, in order, whatever it will be written as. Its texts are plain: no sign in them marks anything. */
import type { Language, TemplateColumn } from '@ieum/catalogue/records'

export interface Paper {
  readonly language: Language
  /** What the file is called, without its ending. */
  readonly file: string
  /** At the top of each page, such as the grade of disclosure; nothing when empty. */
  readonly mark: string
  readonly blocks: readonly Block[]
}

/** A line break in a text is a line break in the paper. */
export type Block =
  | { readonly is: 'title'; readonly text: string }
  | { readonly is: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly is: 'paragraph'; readonly text: string }
  /** Set off from what is around it. */
  | { readonly is: 'note'; readonly text: string }
  | { readonly is: 'list'; readonly items: readonly string[] }
  /** What each thing is called, and what it is; the first of a row is its heading. */
  | { readonly is: 'fields'; readonly rows: readonly (readonly string[])[] }
  | {
      readonly is: 'table'
      readonly columns: readonly (TemplateColumn & { readonly heading: string })[]
      readonly rows: readonly (readonly string[])[]
    }

export const paperFormats = ['hwpx', 'docx', 'pdf', 'md'] as const

export type PaperFormat = (typeof paperFormats)[number]

export const titleOf = ({ blocks, file }: Paper): string => blocks.find(block => block.is === 'title')?.text ?? file
