import { type SearchIndex, searchIndexOf } from '@ieum/catalogue/search'
import type { Rulebook } from '@ieum/rules'
import { useMemo } from 'react'
import { useRulebook } from '../../rulebook/use-rulebook.ts'
import { subjects as english } from '../../words/en/subjects.ts'
import { subjects as korean } from '../../words/ko/subjects.ts'

const made = new WeakMap<Rulebook, SearchIndex>()

/** What a query finds, best first; undefined when nothing is asked. */
export function useSearch(query: string | undefined): { readonly ids?: readonly string[]; readonly readAs?: string } {
  const rulebook = useRulebook()
  return useMemo(() => (query?.trim() ? indexFor(rulebook).search(query) : {}), [rulebook, query])
}

function indexFor(rulebook: Rulebook): SearchIndex {
  const known = made.get(rulebook)
  if (known) return known
  const index = searchIndexOf(rulebook.programmes, rulebook.agencies, subjectWords())
  made.set(rulebook, index)
  return index
}

/** Stages and chains are found by their names in both languages. */
function subjectWords() {
  const names = { ...korean.stage, ...korean.chain }
  const namesInEnglish: Readonly<Record<string, string>> = { ...english.stage, ...english.chain }
  return Object.fromEntries(Object.entries(names).map(([id, ko]) => [id, { ko, en: namesInEnglish[id] ?? id }]))
}
