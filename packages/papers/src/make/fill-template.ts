/** A template and what the records say become a paper. The template was read before: what is put in is never looked at for marks. */
import type { PaperTemplate, TemplateColumn, TemplatePart, TemplateText } from '@ieum/catalogue/records'
import type { Block, Paper } from './paper.ts'

/** By the names of `paperNames`: a text, or a list of entries. What is empty or missing is not said. */
export interface PaperValues {
  readonly [name: string]: string | number | null | undefined | readonly PaperValues[]
}

type Levels = readonly PaperValues[]

/** One line of the paper, before rows are joined to tables and items to lists. */
type Line =
  | Exclude<Block, { is: 'list' | 'fields' | 'table' }>
  | { readonly is: 'item'; readonly text: string }
  | { readonly is: 'more'; readonly text: string }
  | { readonly is: 'row'; readonly cells: readonly string[]; readonly isEmpty: boolean }
  | { readonly is: 'columns'; readonly columns: readonly TemplateColumn[] }
  | { readonly is: 'gap' }

export function fillTemplate({ language, file, mark, parts }: PaperTemplate, values: PaperValues): Paper {
  const levels = [values]
  return {
    language,
    file: said(file, levels).text.replaceAll('\n', ' '),
    mark: said(mark, levels).text.replaceAll('\n', ' '),
    blocks: blocksOf(linesOf(parts, levels)),
  }
}

function linesOf(parts: readonly TemplatePart[], levels: Levels): Line[] {
  return parts.flatMap((part): Line[] => {
    switch (part.is) {
      case 'gap':
      case 'columns':
        return [part]
      case 'each': {
        const list = valueAt(part.of, levels)
        return Array.isArray(list) ? list.flatMap(one => linesOf(part.parts, [one, ...levels])) : []
      }
      case 'if':
        return linesOf(isThere(valueAt(part.name, levels)) ? part.parts : part.otherwise, levels)
      case 'row': {
        const cells = part.cells.map(cell => said(cell, levels))
        return [{ is: 'row', cells: cells.map(({ text }) => text), isEmpty: isSilent(cells) }]
      }
      default: {
        const line = said(part.text, levels)
        return isSilent([line]) ? [] : [{ ...part, text: line.text }]
      }
    }
  })
}

interface SaidText {
  readonly text: string
  /** How many names it asks for, and how many of them say something. */
  readonly asked: number
  readonly answered: number
}

/** A line that asks for something and is told nothing at all is left out. */
function isSilent(texts: readonly SaidText[]): boolean {
  const asked = texts.reduce((sum, text) => sum + text.asked, 0)
  return asked > 0 && texts.every(({ answered }) => answered === 0)
}

function said(parts: TemplateText, levels: Levels): SaidText {
  let [text, asked, answered] = ['', 0, 0]
  for (const part of parts)
    if (typeof part === 'string') text += part
    else {
      const value = valueAt(part.name, levels)
      asked += 1
      if (isThere(value)) answered += 1
      text += typeof value === 'string' || typeof value === 'number' ? clean(String(value)) : ''
    }
  return { text: text.trim(), asked, answered }
}

const valueAt = (name: string, levels: Levels) => levels.find(level => Object.hasOwn(level, name))?.[name]

const isThere = (value: PaperValues[string]): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined && value !== ''

/** Line breaks alike, and nothing that no XML may hold: control signs, lone surrogates, marks that turn the direction of what follows. */
const clean = (text: string): string =>
  text
    .replaceAll(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(/(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu, '')
    .toWellFormed()
    .replaceAll(/\n{3,}/g, '\n\n')

/** Rows that follow one another are a table, items a list. */
function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: Block[] = []
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]!
    if (line.is === 'row') {
      const end = endOf(lines, at, ({ is }) => is === 'row' || is === 'columns')
      const table = tableOf(lines.slice(at, end))
      if (table) blocks.push(table)
      at = end
    } else if (line.is === 'item') {
      const end = endOf(lines, at, ({ is }) => is === 'item' || is === 'more')
      blocks.push({ is: 'list', items: itemsOf(lines.slice(at, end)) })
      at = end
    } else {
      const isSaid = line.is !== 'gap' && line.is !== 'columns'
      if (isSaid) blocks.push(line.is === 'more' ? { is: 'paragraph', text: line.text } : line)
      at += 1
    }
  }
  return blocks
}

function itemsOf(lines: readonly Line[]): readonly string[] {
  const items: string[] = []
  for (const line of lines)
    if (line.is === 'item') items.push(line.text)
    else if (line.is === 'more') items.push(`${items.pop()}\n${line.text}`)
  return items
}

function endOf(lines: readonly Line[], at: number, belongs: (line: Line) => boolean): number {
  let end = at
  while (end < lines.length && belongs(lines[end]!)) end += 1
  return end
}

/** With a line below its first row, that row is the heading; a table of which only that is left says nothing. */
function tableOf(lines: readonly Line[]): Block | undefined {
  const rows = lines.flatMap(line => (line.is === 'row' ? [line] : []))
  const [, rule] = lines
  if (rule?.is !== 'columns') {
    const there = rows.filter(({ isEmpty }) => !isEmpty)
    return there.length > 0 ? { is: 'fields', rows: there.map(({ cells }) => cells) } : undefined
  }
  const [heading, ...rest] = rows
  if (rest.length === 0) return undefined
  return {
    is: 'table',
    columns: rule.columns.map((column, index) => ({ ...column, heading: heading!.cells[index] ?? '' })),
    rows: rest.map(({ cells }) => rule.columns.map((_, index) => cells[index] ?? '')),
  }
}
