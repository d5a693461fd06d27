import { searchIndexOf } from '@ieum/catalogue/search'
import { useMemo } from 'react'
import { onceARulebook } from '../../rulebook/once-a-rulebook.ts'
import { useRulebook } from '../../rulebook/use-rulebook.ts'
import { subjects as english } from '../../words/en/subjects.ts'
import { subjects as korean } from '../../words/ko/subjects.ts'

const indexFor = onceARulebook(({ programmes, agencies }) => searchIndexOf(programmes, agencies, subjectWords()))

/** What a query finds, best first; undefined when nothing is asked. */
export function useSearch(query: string | undefined): { readonly ids?: readonly string[]; readonly readAs?: string } {
  const rulebook = useRulebook()
  return useMemo(() => (query?.trim() ? indexFor(rulebook).search(query) : {}), [rulebook, query])
}

/** Stages and chains are found by their names in both languages. */
function subjectWords() {
  const names = { ...korean.stage, ...korean.chain }
  const namesInEnglish: Readonly<Record<string, string>> = { ...english.stage, ...english.chain }
  return Object.fromEntries(Object.entries(names).map(([id, ko]) => [id, { ko, en: namesInEnglish[id] ?? id }]))
}
