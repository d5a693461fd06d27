/**
 * Templates of papers, which an office words anew without programming: a heading, a list or a table is marked as in Markdown, `{{name}}` is what
 * the records say, and `{{#each list}}`, `{{#if name}}`, `{{else}}`, `{{/each}}` and `{{/if}}` stand on lines of their own. A template is read
 * before anything is put into it, so that no text of a record is ever taken for a mark.
 */
import { didYouMean } from '../nearest.ts'
import type { Language } from '../words.ts'
import { type PaperKind, type PaperNames, paperNames } from './names.ts'

/** Text as it stands, and names of what comes in between. */
export type TemplateText = readonly (string | { readonly name: string })[]

export interface TemplateColumn {
  /** How wide it is beside the others. */
  readonly weight: number
  readonly align: 'left' | 'centre' | 'right'
}

export type TemplatePart =
  | { readonly is: 'title' | 'paragraph' | 'item' | 'note'; readonly text: TemplateText }
  /** Goes on with the item before it, on a line of its own. */
  | { readonly is: 'more'; readonly text: TemplateText }
  | { readonly is: 'heading'; readonly level: 1 | 2; readonly text: TemplateText }
  | { readonly is: 'row'; readonly cells: readonly TemplateText[] }
  /** The row before it is the heading of its table. */
  | { readonly is: 'columns'; readonly columns: readonly TemplateColumn[] }
  | { readonly is: 'gap' }
  | { readonly is: 'each'; readonly of: string; readonly parts: readonly TemplatePart[] }
  | {
      readonly is: 'if'
      readonly name: string
      readonly parts: readonly TemplatePart[]
      readonly otherwise: readonly TemplatePart[]
    }

export interface PaperTemplate {
  readonly kind: PaperKind
  readonly language: Language
  /** The agency whose papers it is for, those of councils that it keeps; for all others when left out. */
  readonly agency?: string
  /** What the file is called, without its ending. */
  readonly file: TemplateText
  /** What stands at the top of each page. */
  readonly mark: TemplateText
  readonly parts: readonly TemplatePart[]
}

/** By which a template is found among the others. */
export const templateName = ({ kind, language, agency }: Pick<PaperTemplate, 'kind' | 'language' | 'agency'>): string =>
  [...(agency === undefined ? [] : [agency]), `${kind}.${language}`].join('/')

export interface TemplateFault {
  readonly line: number
  readonly column: number
  readonly wrong: string
  readonly right?: string
}

export interface TemplateReading {
  readonly template: Pick<PaperTemplate, 'file' | 'mark' | 'parts'>
  readonly faults: readonly TemplateFault[]
}

const mostBytes = 100_000
const deepest = 4

/** Every fault is told, not only the first. */
export function readTemplate(source: string, kind: PaperKind): TemplateReading {
  const reader = new Reader(paperNames[kind])
  if (source.length > mostBytes)
    return { template: { file: [], mark: [], parts: [] }, faults: [faultAt(1, 1, 'too long', 'up to 100 kB')] }
  const lines = source.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const head = reader.head(lines)
  const parts = reader.body(lines, head.next)
  return { template: { file: head.file, mark: head.mark, parts }, faults: reader.faults }
}

const faultAt = (line: number, column: number, wrong: string, right?: string): TemplateFault => ({
  line,
  column,
  wrong,
  ...(right !== undefined && { right }),
})

/** What is read of a block until it ends. */
interface Open {
  readonly is: 'all' | 'each' | 'if'
  readonly name: string
  readonly line: number
  readonly names: readonly PaperNames[]
  readonly parts: TemplatePart[]
  /** Of an `if`: what stands behind its `else`. */
  otherwise?: TemplatePart[]
}

class Reader {
  readonly faults: TemplateFault[] = []
  #names: PaperNames
  #line = 1
  /** Where rows and lines of tables stand. */
  readonly #lines = new WeakMap<TemplatePart, number>()

  constructor(names: PaperNames) {
    this.#names = names
  }

  /** `file:` and `mark:` between two lines of `---`. */
  head(lines: readonly string[]): { file: TemplateText; mark: TemplateText; next: number } {
    const found: Record<'file' | 'mark', TemplateText> = { file: [], mark: [] }
    const end = lines[0]?.trim() === '---' ? lines.findIndex((line, index) => index > 0 && line.trim() === '---') : -1
    if (end === -1) {
      this.#fault(1, 'no head', 'a line ---, then file: and mark:, then a line ---')
      return { ...found, next: 0 }
    }
    for (const [index, line] of lines.slice(1, end).entries()) {
      this.#line = index + 2
      const colon = line.indexOf(':')
      const key = line.slice(0, Math.max(colon, 0)).trim()
      const text = line.slice(colon + 1)
      if (key === 'file' || key === 'mark') found[key] = this.#text(text.trim(), [this.#names], line.indexOf(text))
      else if (line.trim() !== '') this.#fault(1, `nothing is done with ${line.trim()}`, 'file: or mark:')
    }
    this.#line = 1
    if (found.file.length === 0) this.#fault(1, 'no name for the file', 'file: {{council}}')
    return { ...found, next: end + 1 }
  }

  body(lines: readonly string[], next: number): readonly TemplatePart[] {
    const all: Open = { is: 'all', name: '', line: 1, names: [this.#names], parts: [] }
    const open: Open[] = [all]
    let inComment = false
    for (let index = next; index < lines.length; index += 1) {
      this.#line = index + 1
      const line = lines[index]!
      if (inComment || line.trimStart().startsWith('<!--')) {
        inComment = !line.includes('-->')
        continue
      }
      const mark = /^\s*\{\{\s*([#/]?)\s*(each|if|else)\b\s*(.*?)\s*\}\}\s*$/.exec(line)
      if (mark) this.#turn(open, mark[1]!, mark[2]!, mark[3]!, line)
      else this.#part(open, line)
    }
    for (const { is, name, line } of open.slice(1).reverse()) {
      this.#line = line
      this.#fault(1, `{{#${is} ${name}}} does not end`, `a line {{/${is}}}`)
    }
    this.#tables(all.parts)
    this.#line = next + 1
    if (!all.parts.some(({ is }) => is === 'title')) this.#fault(1, 'no title', 'a line that begins with "# "')
    return all.parts
  }

  #turn(open: Open[], sign: string, word: string, rest: string, line: string): void {
    const top = open.at(-1)!
    const column = line.indexOf('{{') + 1
    if (sign === '' && word === 'else') {
      if (top.is !== 'if' || top.otherwise) this.#fault(column, '{{else}} outside of an {{#if}}')
      else top.otherwise = []
      return
    }
    if (sign === '/' && word !== 'else') {
      if (top.is !== word)
        this.#fault(column, `{{/${word}}} ends nothing`, top.is === 'all' ? undefined : `{{/${top.is}}}`)
      else {
        open.pop()
        const { name, parts, otherwise = [] } = top
        this.#put(open, word === 'each' ? { is: 'each', of: name, parts } : { is: 'if', name, parts, otherwise })
      }
      return
    }
    if (sign !== '#' || word === 'else') {
      this.#fault(
        column,
        `${line.trim()} means nothing`,
        '{{#each list}}, {{#if name}}, {{else}}, {{/each}} or {{/if}}',
      )
      return
    }
    const known = this.#known(rest, top.names, column)
    if (open.length > deepest) this.#fault(column, 'blocks in blocks in blocks', `${deepest} at most`)
    if (word === 'each' && known === 'text') this.#fault(column, `${rest} is no list`, this.#lists(top.names))
    const inner = word === 'each' && known !== undefined && known !== 'text' ? [known] : []
    open.push({ is: word as 'each' | 'if', name: rest, line: this.#line, names: [...inner, ...top.names], parts: [] })
  }

  #put(open: readonly Open[], part: TemplatePart): void {
    const top = open.at(-1)!
    const parts = top.otherwise ?? top.parts
    parts.push(part)
    this.#lines.set(part, this.#line)
  }

  #last(open: readonly Open[]): TemplatePart | undefined {
    const top = open.at(-1)!
    return (top.otherwise ?? top.parts).at(-1)
  }

  #part(open: readonly Open[], line: string): void {
    const { names } = open.at(-1)!
    const trimmed = line.trim()
    const from = line.indexOf(trimmed)
    const read = (mark: number) => this.#text(trimmed.slice(mark).trim(), names, from + mark)
    const [, sharps] = /^(#{1,})\s/.exec(trimmed) ?? []
    if (trimmed === '') this.#put(open, { is: 'gap' })
    else if (sharps === '#') {
      if (open.length > 1) this.#fault(1, 'the title of a paper in a block', 'one title, outside of blocks')
      else if (open[0]!.parts.some(({ is }) => is === 'title')) this.#fault(1, 'a second title', '"## " for a heading')
      this.#put(open, { is: 'title', text: read(1) })
    } else if (sharps === '##' || sharps === '###')
      this.#put(open, { is: 'heading', level: sharps === '##' ? 1 : 2, text: read(sharps.length) })
    else if (sharps !== undefined) this.#fault(1, 'a heading of the fourth level', '"## " or "### "')
    else if (/^-\s/.test(trimmed)) this.#put(open, { is: 'item', text: read(1) })
    else if (trimmed.startsWith('>')) this.#put(open, { is: 'note', text: read(1) })
    else if (/^\|(?:\s*:?-+:?\s*\|)+$/.test(trimmed)) this.#put(open, { is: 'columns', columns: columnsOf(trimmed) })
    else if (trimmed.startsWith('|')) this.#put(open, { is: 'row', cells: this.#cells(trimmed, names, from) })
    else if (from >= 2 && ['item', 'more'].includes(this.#last(open)?.is ?? ''))
      this.#put(open, { is: 'more', text: read(0) })
    else this.#put(open, { is: 'paragraph', text: read(0) })
  }

  #cells(row: string, names: readonly PaperNames[], from: number): TemplateText[] {
    if (!row.endsWith('|') || row.length < 2) this.#fault(from + row.length, 'a row of a table that does not end', '|')
    const inner = row.replace(/^\||\|$/g, '')
    let at = from + 1
    return inner.split('|').map(cell => {
      const text = this.#text(cell.trim(), names, at + cell.indexOf(cell.trim()))
      at += cell.length + 1
      return text
    })
  }

  #text(text: string, names: readonly PaperNames[], from: number): TemplateText {
    const parts: (string | { name: string })[] = []
    let at = 0
    for (const found of text.matchAll(/\{\{\s*(.*?)\s*\}\}/g)) {
      if (found.index > at) parts.push(text.slice(at, found.index))
      at = found.index + found[0].length
      const [whole, name] = [found[0], found[1]!]
      const column = from + found.index + 1
      if (/^[#/]/.test(name) || name === 'else')
        this.#fault(column, `${whole} beside other words`, 'on a line of its own')
      else {
        const known = this.#known(name, names, column)
        if (known !== undefined && known !== 'text') this.#fault(column, `${name} is a list`, `{{#each ${name}}}`)
        parts.push({ name })
      }
    }
    const rest = text.slice(at)
    if (rest !== '') parts.push(rest)
    const loose = parts.findIndex(part => typeof part === 'string' && /\{\{|\}\}/.test(part))
    if (loose !== -1) this.#fault(from + 1, 'braces that do not close', '{{name}}')
    return parts
  }

  #known(name: string, names: readonly PaperNames[], column: number): 'text' | PaperNames | undefined {
    const found = names.find(level => Object.hasOwn(level, name))?.[name]
    if (found === undefined) {
      const all = [...new Set(names.flatMap(level => Object.keys(level)))].sort()
      const near = didYouMean(name, all)
      this.#fault(
        column,
        `nothing is called ${name === '' ? '{{}}' : name} here`,
        `${near?.endsWith('?') ? `${near} There ` : 'there '}are ${all.join(', ')}`,
      )
    }
    return found
  }

  #lists(names: readonly PaperNames[]): string {
    return names.flatMap(level => Object.keys(level).filter(name => level[name] !== 'text')).join(', ')
  }

  /** Rows have as many cells as the heading of their table. */
  #tables(parts: readonly TemplatePart[]): void {
    for (const [index, part] of parts.entries()) {
      if (part.is === 'each') this.#tables(part.parts)
      if (part.is === 'if') for (const inner of [part.parts, part.otherwise]) this.#tables(inner)
      if (part.is !== 'columns') continue
      const before = parts[index - 1]
      const cells = before?.is === 'row' ? before.cells.length : 0
      this.#line = this.#lines.get(part)!
      if (cells !== part.columns.length)
        this.#fault(1, 'a line of a table under no heading of as many columns', '| one | two |, and below it |---|---|')
      this.#rowsOf(parts.slice(index + 1), part.columns.length)
    }
  }

  #rowsOf(parts: readonly TemplatePart[], columns: number): void {
    for (const part of parts) {
      if (part.is === 'each') this.#rowsOf(part.parts, columns)
      else if (part.is === 'if') for (const inner of [part.parts, part.otherwise]) this.#rowsOf(inner, columns)
      else if (part.is !== 'row') return
      else if (part.cells.length !== columns) {
        this.#line = this.#lines.get(part)!
        this.#fault(1, `a row of ${part.cells.length} cells in a table of ${columns} columns`)
      }
    }
  }

  #fault(column: number, wrong: string, right?: string): void {
    this.faults.push(faultAt(this.#line, Math.max(1, column), wrong, right))
  }
}

/** As many dashes, as wide: |---|---------| is one to three. */
const columnsOf = (line: string): readonly TemplateColumn[] =>
  line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map(cell => {
      const dashes = cell.trim()
      const [starts, ends] = [dashes.startsWith(':'), dashes.endsWith(':')]
      return {
        weight: dashes.replaceAll(':', '').length,
        align: ends ? (starts ? 'centre' : 'right') : 'left',
      }
    })
