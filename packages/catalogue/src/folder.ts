/** Which files of a folder belong to a catalogue, and of what kind each is. */
import { readdir, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { didYouMean } from './nearest.ts'
import type { Fault } from './records.ts'

export type Kind =
  | 'facts'
  | 'agencies'
  | 'catalogue'
  | 'parameters'
  | 'programmes'
  | 'links'
  | 'pathways'
  | 'common-rules'
  | 'holidays'
  | 'consents'
  | 'councils'
  | 'closing-days'
  | 'papers'

export interface CatalogueFile {
  readonly kind: Kind
  /** As shown in faults: the folder as it was given, and the path in it. */
  readonly file: string
  /** File name without folder and extension. */
  readonly stem: string
  /** Of a template of papers: the agency whose own it is. */
  readonly agency?: string
}

export interface Folder {
  readonly files: readonly CatalogueFile[]
  readonly faults: readonly Fault[]
  readonly warnings: readonly Fault[]
}

const singles: readonly string[] = ['facts', 'agencies', 'catalogue', 'links', 'holidays', 'consents', 'closing-days']
/** Without these there is no catalogue. */
const needed: readonly string[] = ['facts', 'agencies']
const folders: readonly string[] = ['parameters', 'programmes', 'links', 'pathways', 'common-rules', 'councils']

export async function filesOf(dir: string): Promise<Folder> {
  const about = (path: string, wrong: string, right?: string): Fault => ({
    file: join(dir, path),
    line: 1,
    column: 1,
    wrong,
    ...(right !== undefined && { right }),
  })
  const found = await stat(dir).catch(() => undefined)
  if (!found?.isDirectory()) {
    const fault = { file: dir, line: 1, column: 1, wrong: 'no such folder', right: 'the folder of a catalogue' }
    return { files: [], faults: [fault], warnings: [] }
  }

  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter(entry => entry.isFile() && /\.(?:ya?ml|json)$/.test(entry.name) && !entry.name.startsWith('.'))
    .map(entry => relative(dir, join(entry.parentPath, entry.name)))
    .sort()
  const files = entries.flatMap(entry => templateIn(dir, relative(dir, join(entry.parentPath, entry.name)), entry))
  const warnings: Fault[] = []
  for (const path of paths) {
    const steps = path.replace(/\.[a-z]+$/, '').split(sep)
    const [top = '', stem = top] = [steps[0], steps.at(-1)]
    const isKnown = steps.length === 1 ? singles.includes(top) : folders.includes(top)
    if (isKnown) files.push({ kind: top as Kind, file: join(dir, path), stem })
    else warnings.push(about(path, 'not read', didYouMean(top, steps.length === 1 ? singles : folders)))
  }

  const faults = ['facts', 'agencies', 'holidays', 'consents', 'closing-days'].flatMap(kind => {
    const number = files.filter(file => file.kind === kind).length
    if (number === 0 && needed.includes(kind))
      return [about(`${kind}.yaml`, 'missing', 'a catalogue has facts.yaml, agencies.yaml and programmes/')]
    return number > 1 ? [about(`${kind}.yaml`, `there are ${number} files of ${kind}`, 'one file')] : []
  })
  if (!entries.some(entry => entry.name === 'programmes' && entry.isDirectory()))
    faults.push(about('programmes', 'missing', 'a catalogue has facts.yaml, agencies.yaml and programmes/'))
  return { files, faults, warnings }
}

/** `papers/minutes.ko.md`, and `papers/<agency>/minutes.ko.md` for papers of that agency. */
function templateIn(dir: string, path: string, entry: { isFile(): boolean }): CatalogueFile[] {
  const [top, ...rest] = path.split(sep)
  const name = rest.at(-1)
  if (top !== 'papers' || rest.length > 2 || !name?.endsWith('.md') || name.startsWith('.') || !entry.isFile())
    return []
  const [agency] = rest.length === 2 ? rest : []
  return [{ kind: 'papers', file: join(dir, path), stem: name.slice(0, -3), ...(agency !== undefined && { agency }) }]
}
