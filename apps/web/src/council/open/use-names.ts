import { useSaid } from '../../words/use-language.ts'
import type { Names } from './shapes.ts'

/** What came with the answer: these pages stand without the catalogue. */
export function useNames(names: Names) {
  const said = useSaid()
  const of = (kind: keyof Names) => (id: string) => said(names[kind][id]) || id
  return {
    agency: of('agencies'),
    agencies: (ids: readonly string[]) => ids.map(of('agencies')).join(' · '),
    programme: of('programmes'),
    pathway: of('pathways'),
  }
}
