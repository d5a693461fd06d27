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

/** For when a query finds nothing: up to five programmes that hold a word of it, or the beginning of one. */
export function useNearest(query: string | undefined): readonly string[] {
  const rulebook = useRulebook()
  return useMemo(() => {
    const index = indexFor(rulebook)
    if (!query?.trim() || index.search(query).ids.length > 0) return []
    return nearestIds(query, part => index.search(part).ids)
  }, [rulebook, query])
}

/** The longest part of a word that finds anything, of two letters at least; what more words find comes first. */
export function nearestIds(query: string, idsOf: (part: string) => readonly string[], limit = 5): readonly string[] {
  const held = new Map<string, number>()
  for (const word of query.trim().split(/\s+/).slice(0, 8))
    for (let length = Math.min(word.length, 20); length >= 2; length--) {
      const ids = idsOf(word.slice(0, length))
      for (const id of ids) held.set(id, (held.get(id) ?? 0) + 1)
      if (ids.length > 0) break
    }
  return [...held]
    .toSorted(([, few], [, many]) => many - few)
    .slice(0, limit)
    .map(([id]) => id)
}

/** Stages and chains are found by their names in both languages. */
function subjectWords() {
  const names = { ...korean.stage, ...korean.chain }
  const namesInEnglish: Readonly<Record<string, string>> = { ...english.stage, ...english.chain }
  return Object.fromEntries(Object.entries(names).map(([id, ko]) => [id, { ko, en: namesInEnglish[id] ?? id }]))
}
