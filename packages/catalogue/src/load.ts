/** Reads the folder of a catalogue into checked records, and remembers where each of them stands. */
import { readFile, stat } from 'node:fs/promises'
import type { z } from 'zod'
import { checkCatalogue } from './checks.ts'
import { explain } from './explain.ts'
import type { Finding } from './finding.ts'
import { type CatalogueFile, filesOf, type Kind } from './folder.ts'
import { type PaperTemplate, templateName } from './papers/template.ts'
import { readTemplateFile } from './papers/template-file.ts'
import { type Places, type Pointer, placesIn, type Within } from './places.ts'
import type {
  Agency,
  Catalogue,
  ClosingDays,
  CommonRule,
  ConsentText,
  Council,
  Fact,
  Fault,
  Holidays,
  Identifiers,
  Link,
  Parameter,
  Pathway,
  Programme,
} from './records.ts'
import { catalogueLimits, readYaml } from './safe-yaml.ts'
import {
  agenciesFile,
  catalogueFile,
  closingDaysFile,
  commonRuleFile,
  consentsFile,
  councilFile,
  factsFile,
  holidaysFile,
  link,
  linksFile,
  parameterFile,
  pathwayFile,
  programmeFile,
} from './schemas.ts'

export interface LoadedCatalogue {
  /** What could be read; records that do not fit their shape are left out, so it is whole only when there are no faults. */
  readonly catalogue: Catalogue
  readonly faults: readonly Fault[]
  /** What does not stop the catalogue from being used, such as a link to a programme that was cut out. */
  readonly warnings: readonly Fault[]
  /** Text of every file read, by its path. */
  readonly sources: ReadonlyMap<string, string>
  /**
   * Place of `['programmes', id, 'editions', 0, …]`, `['facts', name, 'derived']`, `['parameters', id, …]`, `['consents', 'hand-off@1', …]`, and, by the
   * path in their file, `['holidays', 'years', 0, …]` and `['catalogue', 'identifiers', …]`; `within` counts inside a text.
   */
  place(pointer: Pointer, within?: Within): Omit<Fault, 'wrong' | 'right'>
}

export interface LoadOptions {
  /** Also what is demanded of a country pack, but not of a catalogue that was cut down: enough examples, nothing named that is not there. */
  readonly thorough?: boolean
}

/** Where a record stands: its file, and the path inside it. */
interface Origin {
  readonly file: string
  readonly pointer: Pointer
}

interface Read {
  readonly file: CatalogueFile
  readonly text: string
  readonly value: unknown
}

export async function loadCatalogue(dir: string, { thorough = false }: LoadOptions = {}): Promise<LoadedCatalogue> {
  const folder = await filesOf(dir)
  const faults = [...folder.faults]
  const warnings = [...folder.warnings]
  const texts = new Map<string, string>()
  const reads: Read[] = []
  const isTemplate = ({ kind }: CatalogueFile) => kind === 'papers'
  const templates = await Promise.all(folder.files.filter(isTemplate).map(readTemplateFile))
  for (const { file, text, faults: wrong } of templates) {
    faults.push(...wrong)
    texts.set(file, text)
  }
  for (const result of await Promise.all(folder.files.filter(file => !isTemplate(file)).map(read))) {
    if ('fault' in result) faults.push(result.fault)
    else {
      reads.push(result)
      texts.set(result.file.file, result.text)
    }
  }

  // Of a template, which is no YAML, all that is found later stands at its beginning.
  const isYaml = (file: string) => !file.endsWith('.md')
  const placesOf = remembered((file: string) => placesIn((isYaml(file) && texts.get(file)) || ''))
  const inFile = (file: string, { pointer, at, wrong, right }: Finding): Fault => {
    const place = at === 'key' ? placesOf(file).key(pointer) : placesOf(file).value(pointer)
    return { file, ...place, wrong, ...(right !== undefined && { right }) }
  }

  const records = new Records((file, finding) => faults.push(inFile(file, finding)))
  for (const one of reads) records.add(one)
  for (const { file, template } of templates) if (template) records.addTemplate(file, template)

  const originOf = (pointer: Pointer): Origin => records.originOf(pointer) ?? { file: dir, pointer: [] }
  const inCatalogue = ({ pointer, ...finding }: Finding): Fault => {
    const origin = originOf(pointer)
    return inFile(origin.file, { ...finding, pointer: origin.pointer })
  }
  const catalogue = records.catalogue()
  for (const finding of checkCatalogue(catalogue, thorough))
    (finding.isWarning && !thorough ? warnings : faults).push(inCatalogue(finding))

  return {
    catalogue,
    faults: faults.sort(byPlace),
    warnings: warnings.sort(byPlace),
    sources: texts,
    place: (pointer, within) => {
      const origin = originOf(pointer)
      return { file: origin.file, ...placesOf(origin.file).value(origin.pointer, within) }
    },
  }
}

async function read(file: CatalogueFile): Promise<Read | { fault: Fault }> {
  try {
    // The size is looked at first: a huge file is not even brought into memory.
    const { size } = await stat(file.file)
    const bytes = size > catalogueLimits.bytes ? { byteLength: size } : await readFile(file.file)
    const reading = readYaml(bytes as Uint8Array, file.file, catalogueLimits)
    return reading.is === 'refused' ? reading : { file, text: reading.text, value: reading.value }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === undefined) throw error
    const wrong = `cannot be read (${code})`
    return { fault: { file: file.file, line: 1, column: 1, wrong, right: 'a file that may be read' } }
  }
}

/** Sorts what was read by kind, and keeps the origin of each record. */
class Records {
  #id = 'catalogue'
  #facts: Fact[] = []
  #agencies: Agency[] = []
  #parameters: Parameter[] = []
  #programmes: Programme[] = []
  #links: Link[] = []
  #pathways: Pathway[] = []
  #commonRules: CommonRule[] = []
  #consents: ConsentText[] = []
  #councils: Council[] = []
  #closingDays: ClosingDays | undefined
  #papers: PaperTemplate[] = []
  #holidays: Holidays | undefined
  #identifiers: Identifiers | undefined
  /** Files that are one record. */
  #wholes = new Map<Kind, string>()
  #origins = new Map<string, Origin>()
  #report: (file: string, finding: Finding) => void

  constructor(report: (file: string, finding: Finding) => void) {
    this.#report = report
  }

  add(read: Read): void {
    const { file, value } = read
    switch (file.kind) {
      case 'catalogue':
        this.#wholes.set(file.kind, file.file)
        this.#describe(this.#fit(read, catalogueFile))
        return
      case 'closing-days':
        this.#wholes.set(file.kind, file.file)
        this.#closingDays = this.#fit(read, closingDaysFile)
        return
      case 'holidays':
        this.#wholes.set(file.kind, file.file)
        this.#holidays = this.#fit(read, holidaysFile)
        return
      case 'consents':
        this.#wholes.set(file.kind, file.file)
        this.#fit(read, consentsFile)?.consents.forEach((text, index) => {
          const name = `${text.id}@${text.version}`
          if (this.#keep('consents', name, { file: file.file, pointer: ['consents', index] })) this.#consents.push(text)
        })
        return
      case 'facts':
        for (const [name, fact] of Object.entries(this.#fit(read, factsFile)?.facts ?? {})) {
          this.#keep('facts', name, { file: file.file, pointer: ['facts', name] })
          this.#facts.push({ name, ...fact })
        }
        return
      case 'agencies':
        this.#fit(read, agenciesFile)?.agencies.forEach((agency, index) => {
          if (this.#keep('agencies', agency.id, { file: file.file, pointer: ['agencies', index] }))
            this.#agencies.push(agency)
        })
        return
      case 'parameters':
        this.#addOne(read, parameterFile, this.#parameters)
        return
      case 'pathways':
        this.#addOne(read, pathwayFile, this.#pathways)
        return
      case 'common-rules':
        this.#addOne(read, commonRuleFile, this.#commonRules)
        return
      case 'councils':
        this.#addOne(read, councilFile, this.#councils)
        return
      case 'papers':
        // Read apart, for they are no YAML.
        return
      case 'programmes': {
        this.#addOne(read, programmeFile as unknown as z.ZodType<Programme>, this.#programmes)
        return
      }
      case 'links':
        if (typeof value !== 'object' || value === null || !('links' in value)) {
          this.#addOne(read, link, this.#links)
          return
        }
        this.#fit(read, linksFile)?.links.forEach((one, index) => {
          if (this.#keep('links', one.id, { file: file.file, pointer: ['links', index] })) this.#links.push(one)
        })
    }
  }

  addTemplate(file: string, template: PaperTemplate): void {
    if (this.#keep('papers', templateName(template), { file, pointer: [] })) this.#papers.push(template)
  }

  catalogue(): Catalogue {
    const byId = <One extends { readonly id: string }>(all: readonly One[]) =>
      [...all].sort((a, b) => (a.id < b.id ? -1 : 1))
    return {
      id: this.#id,
      facts: this.#facts,
      agencies: this.#agencies,
      parameters: byId(this.#parameters),
      programmes: byId(this.#programmes),
      links: byId(this.#links),
      pathways: byId(this.#pathways),
      commonRules: byId(this.#commonRules),
      ...(this.#holidays && { holidays: this.#holidays }),
      ...(this.#consents.length > 0 && { consents: this.#consents }),
      ...(this.#councils.length > 0 && { councils: byId(this.#councils) }),
      ...(this.#closingDays && { closingDays: this.#closingDays }),
      ...(this.#papers.length > 0 && { papers: this.#papers }),
      ...(this.#identifiers && { identifiers: this.#identifiers }),
    }
  }

  /** Origin of the record that a pointer into the catalogue begins with, and the path on from there. */
  originOf(pointer: Pointer): Origin | undefined {
    const [kind, id, ...rest] = pointer
    const origin = this.#origins.get(`${kind}/${id}`)
    if (origin) return { ...origin, pointer: [...origin.pointer, ...rest] }
    const whole = this.#wholes.get(kind as Kind)
    return whole === undefined ? undefined : { file: whole, pointer: pointer.slice(1) }
  }

  #describe(described: z.output<typeof catalogueFile> | undefined): void {
    this.#id = described?.id ?? this.#id
    this.#identifiers = described?.identifiers ?? this.#identifiers
  }

  #addOne<One extends { readonly id: string }>(read: Read, schema: z.ZodType<One>, all: One[]): void {
    const one = this.#fit(read, schema)
    if (!one) return
    const { file, stem, kind } = read.file
    if (one.id !== stem)
      this.#report(file, { pointer: ['id'], wrong: `the id ${one.id} is not the name of the file`, right: stem })
    if (this.#keep(kind, one.id, { file, pointer: [] })) all.push(one)
  }

  #fit<Output>({ file, value }: Read, schema: z.ZodType<Output>): Output | undefined {
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed.data
    for (const finding of explain(parsed.error.issues, schema, value)) this.#report(file.file, finding)
    return undefined
  }

  /** False, and a fault, when there is one of that id already. */
  #keep(kind: Kind, id: string, origin: Origin): boolean {
    const first = this.#origins.get(`${kind}/${id}`)
    if (!first) this.#origins.set(`${kind}/${id}`, origin)
    else
      this.#report(origin.file, {
        pointer: [...origin.pointer, 'id'],
        wrong: `${id} stands in ${first.file} too`,
        right: 'each id once',
      })
    return !first
  }
}

const byPlace = (a: Fault, b: Fault) =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column

function remembered(make: (file: string) => Places): (file: string) => Places {
  const made = new Map<string, Places>()
  return file => {
    const places = made.get(file) ?? make(file)
    made.set(file, places)
    return places
  }
}
