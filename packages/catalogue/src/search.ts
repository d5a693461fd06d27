/** Finds programmes by what a person types: parts of words, first consonants (ㅃㄹ), text typed on the wrong keyboard (Qnfl). Runs in a browser. */
import { convertHangulToQwerty, convertQwertyToHangul, hasBatchim, removeLastCharacter } from 'es-hangul'
import MiniSearch, { type Query, type SearchOptions } from 'minisearch'
import { fold, initialsOf, isHangul, isInitials, pairsOf, termsOf } from './grams.ts'
import type { Agency, Words } from './records.ts'

/** What is looked at of a programme; a programme of a catalogue and one of a rulebook both have it. */
export interface Searchable {
  readonly id: string
  readonly name: Words
  readonly agency: string
  readonly stages: readonly string[]
  readonly chains?: readonly string[]
  readonly summary?: Words
  readonly editions: readonly { readonly criteria: readonly Labelled[]; readonly preferences?: readonly Labelled[] }[]
}

interface Labelled {
  readonly label?: Words
}

export interface Found {
  /** Ids of programmes, best first. */
  readonly ids: readonly string[]
  /** What the query was taken for, when that is not what was typed: `뿌리` for `Qnfl`. */
  readonly readAs?: string
}

export interface SearchIndex {
  /** An empty query finds nothing. */
  search(query: string): Found
}

/** `words` name stages and chains in Korean and English, by their id. */
export function searchIndexOf(
  programmes: readonly Searchable[],
  agencies: readonly Agency[],
  words: Readonly<Record<string, Words>> = {},
): SearchIndex {
  const index = new MiniSearch<Document>({
    fields: Object.keys(weights),
    tokenize: (text, field) => (field === 'initials' ? initialsOf(text) : termsOf(text)),
    processTerm: term => term,
    searchOptions: { tokenize: term => [term], boost: weights },
  })
  const agencyOf = new Map(agencies.map(agency => [agency.id, agency]))
  const documents = programmes.map(programme => documentOf(programme, agencyOf, words))
  index.addAll(documents)
  const verbatim = new Map(documents.map(document => [document.id, verbatimOf(document)]))

  const idsFor = (query: string): string[] => {
    const asked = queryOf(query)
    if (!asked) return []
    const asTyped = fold(query).split(/\s+/)
    return index
      .search(asked)
      .map(({ id, score }) => ({ id: String(id), score, nearness: nearnessOf(asTyped, verbatim.get(String(id))) }))
      .sort((a, b) => b.nearness - a.nearness || b.score - a.score || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id)
  }

  return {
    search: typed => {
      const query = typed.slice(0, longestQuery).trim()
      for (const reading of readingsOf(query)) {
        const ids = idsFor(reading)
        if (ids.length > 0) return reading === query ? { ids } : { ids, readAs: reading }
      }
      return { ids: [] }
    },
  }
}

const longestQuery = 100

/** The same programme by every word that may be looked for; a name counts most. */
const weights = { name: 8, initials: 4, agency: 3, subjects: 3, summary: 2, labels: 1 }

type Document = { readonly id: string } & Readonly<Record<keyof typeof weights, string>>

function documentOf(
  { id, name, agency, stages, chains = [], summary, editions }: Searchable,
  agencies: ReadonlyMap<string, Agency>,
  words: Readonly<Record<string, Words>>,
): Document {
  const rules = editions.flatMap(({ criteria, preferences = [] }) => [...criteria, ...preferences])
  return {
    id,
    name: both(name),
    initials: name.ko,
    agency: agencyWords(agency, agencies).join('\n'),
    subjects: [...stages, ...chains].map(subject => `${subject}\n${both(words[subject])}`).join('\n'),
    summary: both(summary),
    labels: [...new Set(rules.map(({ label }) => both(label)))].join('\n'),
  }
}

/** A text without its blanks, in which words are looked for as they were typed. */
interface Verbatim {
  readonly name: string
  readonly all: string
}

const verbatimOf = ({ id: _, ...fields }: Document): Verbatim => {
  const withoutBlanks = (text: string) => fold(text).replaceAll(' ', '')
  return { name: withoutBlanks(fields.name), all: withoutBlanks(Object.values(fields).join('\n')) }
}

/** Pairs of syllables may be found far apart: a programme comes first that has the very words in its name, then one that has them anywhere. */
function nearnessOf(words: readonly string[], text: Verbatim | undefined): number {
  if (!text) return 0
  if (words.every(word => text.name.includes(word))) return 2
  return words.every(word => text.all.includes(word)) ? 1 : 0
}

/** Its names now and before, and those of its ministry. */
function agencyWords(id: string, agencies: ReadonlyMap<string, Agency>): string[] {
  const agency = agencies.get(id)
  if (!agency) return [id]
  const own = [id, both(agency.name), ...(agency.names ?? []).map(({ name }) => both(name))]
  return agency.ministry === undefined || agency.ministry === id
    ? own
    : [...own, ...agencyWords(agency.ministry, agencies)]
}

const both = (words: Words | undefined): string => (words ? `${words.ko}\n${words.en}` : '')

/** What may have been meant, most likely first: what was typed, a syllable still being typed, the other keyboard. */
function* readingsOf(query: string): Generator<string> {
  yield query
  const last = query.at(-1) ?? ''
  // On the way to 뿌리기 the keyboard shows 뿌릭; on the way to 뿌리 it shows 뿌ㄹ.
  if (isHangul(query) && /[ㄱ-ㅎㅏ-ㅣ]/.test(last)) yield query.slice(0, -1)
  else if (isHangul(last) && hasBatchim(last)) yield removeLastCharacter(query)
  if (/[a-z]/i.test(query)) {
    const hangul = convertQwertyToHangul(query)
    if (isHangul(hangul) || isInitials(hangul)) yield hangul
  } else if (/\p{Script=Hangul}/u.test(query)) yield convertHangulToQwerty(query).toLowerCase()
}

/** Every word must be found: Hangul by all its pairs of syllables, first consonants in the name, others by their beginning. */
function queryOf(query: string): Query | undefined {
  const queries = query
    .split(/\s+/)
    .flatMap((word): Query[] => (isInitials(word) ? [initialsQuery(word)] : wordQueries(word)))
  return queries.length > 0 ? { combineWith: 'AND', queries } : undefined
}

const initialsQuery = (word: string): Query => ({
  ...allOf(pairsOf(word)),
  fields: ['initials'],
  prefix: word.length < 2,
})

const wordQueries = (word: string): Query[] =>
  termsOf(word).map(term =>
    isHangul(term)
      ? { queries: [term], prefix: term.length < 2 }
      : { queries: [term], prefix: true, fuzzy: term.length > 4 ? 0.2 : false },
  )

const allOf = (terms: string[]): SearchOptions & { queries: Query[] } => ({ combineWith: 'AND', queries: terms })
