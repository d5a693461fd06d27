import { nameOnDay } from '@ieum/catalogue/name-on-day'
import { useOn } from '../day/use-on.ts'
import { useDirectory } from '../rulebook/use-rulebook.ts'
import { useSaid } from '../words/use-language.ts'

/** What an agency is called on the day that the page speaks of. */
export function useAgencyName(): (agency: string) => string {
  const said = useSaid()
  const on = useOn()
  const { agency } = useDirectory()
  return id => said(nameOnDay(agency(id), on))
}
