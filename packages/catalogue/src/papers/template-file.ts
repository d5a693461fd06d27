/** Reads one file of `papers/`: the kind and the language stand in its name. */
import { isUtf8 } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import type { CatalogueFile } from '../folder.ts'
import { didYouMean } from '../nearest.ts'
import type { Fault } from '../records.ts'
import { type PaperKind, paperKinds } from './names.ts'
import { type PaperTemplate, readTemplate } from './template.ts'

export interface TemplateFile {
  readonly file: string
  readonly text: string
  readonly template?: PaperTemplate
  readonly faults: readonly Fault[]
}

export async function readTemplateFile({ file, stem, agency }: CatalogueFile): Promise<TemplateFile> {
  const at = (wrong: string, right?: string): Fault => ({
    file,
    line: 1,
    column: 1,
    wrong,
    ...(right !== undefined && { right }),
  })
  const [kind = '', language = ''] = stem.split('.')
  if (!isKind(kind)) return { file, text: '', faults: [at(`no paper is called ${kind}`, didYouMean(kind, paperKinds))] }
  if (language !== 'ko' && language !== 'en')
    return { file, text: '', faults: [at(`no language ${language}`, `${kind}.ko.md or ${kind}.en.md`)] }
  const read = await readFile(file).catch((error: NodeJS.ErrnoException) => error)
  if (read instanceof Error) {
    if (read.code === undefined) throw read
    return { file, text: '', faults: [at(`cannot be read (${read.code})`, 'a file that may be read')] }
  }
  if (!isUtf8(read)) return { file, text: '', faults: [at('not UTF-8', 'a text file in UTF-8')] }
  const text = read.toString('utf8')
  const { template, faults } = readTemplate(text, kind)
  return {
    file,
    text,
    template: { kind, language, ...(agency !== undefined && { agency }), ...template },
    faults: faults.map(fault => ({ file, ...fault })),
  }
}

const isKind = (kind: string): kind is PaperKind => (paperKinds as readonly string[]).includes(kind)
