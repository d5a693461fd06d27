import { programmeNamesOf } from '@ieum/wording'
import { onceARulebook } from '../rulebook/once-a-rulebook.ts'
import { useRulebook } from '../rulebook/use-rulebook.ts'
import { useSaid } from '../words/use-language.ts'

const namesOf = onceARulebook(programmeNamesOf)

/** The name of a programme, of the catalogue or one that notices speak of; its id only where neither has a name. */
export function useProgrammeName(): (id: string) => string {
  const names = namesOf(useRulebook())
  const said = useSaid()
  return id => said(names.get(id)) || id
}
