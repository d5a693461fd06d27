/** The rulebook by name: who runs what, what leads where. */
import type { Agency, Fact, FactName, Link } from '@ieum/catalogue/records'
import type { RuledProgramme } from '@ieum/rules'
import { onceARulebook } from './once-a-rulebook.ts'

export interface Directory {
  readonly programme: (id: string) => RuledProgramme | undefined
  readonly agency: (id: string) => Agency
  /** The ministry that an agency works for; itself when it is one. */
  readonly ministryOf: (agency: string) => Agency
  readonly fact: (name: FactName) => Fact | undefined
  readonly linksFrom: (programme: string) => readonly Link[]
  readonly linksTo: (programme: string) => readonly Link[]
  /** Whether two agencies agreed on it at this installation. */
  readonly isAgreedHere: (link: Link) => boolean
  /** Whether what was agreed here is made up. */
  readonly isDemonstration: boolean
}

export const directoryOf = onceARulebook((rulebook): Directory => {
  const programmes = new Map(rulebook.programmes.map(programme => [programme.id, programme]))
  const agencies = new Map(rulebook.agencies.map(agency => [agency.id, agency]))
  const facts = new Map(rulebook.facts.map(fact => [fact.name, fact]))
  const from = Map.groupBy(rulebook.links, link => link.from.programme)
  const to = Map.groupBy(rulebook.links, link => link.to)
  const here = new Set(rulebook.agreedHere)

  const agency = (id: string): Agency => agencies.get(id) ?? { id, kind: 'other', name: { ko: id, en: id } }
  return {
    programme: id => programmes.get(id),
    agency,
    ministryOf: id => {
      const itself = agency(id)
      return itself.ministry ? agency(itself.ministry) : itself
    },
    fact: name => facts.get(name),
    linksFrom: id => from.get(id) ?? [],
    linksTo: id => to.get(id) ?? [],
    isAgreedHere: ({ id }) => here.has(id),
    isDemonstration: rulebook.demonstration === true,
  }
})
