/** The file of a firm, or the same as the body of a request, checked against the facts of a catalogue. Runs in a browser. */
import { isRecord, type Vocabulary, vocabularyOf, wrongInFacts } from './fact-values.ts'
import { type Finding, first, mostFindings, short, shown } from './finding.ts'
import { didYouMean } from './nearest.ts'
import { placesIn } from './places.ts'
import type { Fact, FactName, Fault, Firm, Value, Words } from './records.ts'
import { firmLimits, readYaml } from './safe-yaml.ts'

export type FirmReading = { readonly firm: Firm } | { readonly faults: readonly Fault[] }

/** The firm in a YAML or JSON text, or every fault in it with its place. */
export function readFirm(input: string | Uint8Array, file: string, facts: readonly Fact[]): FirmReading {
  const reading = readYaml(input, file, firmLimits)
  if (reading.is === 'refused') return { faults: [reading.fault] }
  const checked = checkFirm(reading.value, facts, idOfFile(file))
  if ('firm' in checked) return checked
  const places = placesIn(reading.text, reading.document)
  return {
    faults: checked.findings.map(({ pointer, at, wrong, right }) => ({
      file,
      ...(at === 'key' ? places.key(pointer) : places.value(pointer)),
      wrong,
      ...(right !== undefined && { right }),
    })),
  }
}

export type FirmCheck = { readonly firm: Firm } | { readonly findings: readonly Finding[] }

/** The firm in parsed data such as the body of a request. One that does not say its `id` is called `unnamed`. */
export function checkFirm(value: unknown, facts: readonly Fact[], unnamed = 'firm'): FirmCheck {
  if (!isRecord(value))
    return { findings: [{ pointer: [], wrong: `${shown(value)} is not a firm`, right: 'a record with id and facts' }] }
  const findings = first(wrongInFirm(value, vocabularyOf(facts)), mostFindings)
  if (findings.length > 0) return { findings }
  return {
    firm: {
      id: value.id === undefined ? unnamed : String(value.id),
      ...(value.name !== undefined && { name: value.name as Words }),
      ...(value.declares !== undefined && { declares: value.declares as readonly 'standard'[] }),
      facts: (value.facts ?? {}) as Readonly<Record<FactName, Value>>,
    },
  }
}

/** Everything wrong with facts alone; their places are paths from the facts on. */
export const checkFacts = (facts: unknown, vocabulary: Vocabulary): Finding[] =>
  first(wrongInFacts(facts, vocabulary, []), mostFindings)

/** A path as RFC 6901 writes it: `/facts/size`. */
export const jsonPointer = (pointer: Finding['pointer']): string =>
  pointer.map(step => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

const keys = ['id', 'name', 'declares', 'facts']

function* wrongInFirm(firm: Record<string, unknown>, vocabulary: Vocabulary): Generator<Finding> {
  for (const key of Object.keys(firm))
    if (!keys.includes(key))
      yield { pointer: [key], at: 'key', wrong: `unknown key ${short(key)}`, right: didYouMean(key, keys) }
  const { id, name, declares, facts } = firm
  // YAML takes a name such as 2026 for a number.
  if (id !== undefined && !Number.isSafeInteger(id) && (typeof id !== 'string' || id === ''))
    yield { pointer: ['id'], wrong: `id: ${shown(id)} is not a text`, right: 'a text' }
  if (name !== undefined && !isWords(name))
    yield { pointer: ['name'], wrong: `name: ${shown(name)} is not a text in two languages`, right: '{ko: …, en: …}' }
  if (declares !== undefined && !(Array.isArray(declares) && declares.every(one => one === 'standard')))
    yield { pointer: ['declares'], wrong: `declares: ${shown(declares)} is no declaration`, right: '[standard]' }
  if (facts === undefined) yield { pointer: ['facts'], wrong: 'facts is missing', right: 'fact names and values' }
  else yield* wrongInFacts(facts, vocabulary, ['facts'])
}

const isWords = (name: unknown): name is Words =>
  isRecord(name) && typeof name.ko === 'string' && typeof name.en === 'string' && Object.keys(name).length === 2

/** `examples/firms/small-foundry.yaml` is about small-foundry. */
const idOfFile = (file: string): string =>
  file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1).replace(/(?<=.)\.[a-z]+$/i, '') || 'firm'
