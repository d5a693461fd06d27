/** What no schema can see: that the records of a catalogue fit one another. */
import { wrongInAgencies } from './checks/agencies.ts'
import { wrongInClosingDays } from './checks/closing-days.ts'
import { wrongInCommonRules } from './checks/common-rules.ts'
import { wrongInConsents } from './checks/consents.ts'
import { wrongInCouncils } from './checks/councils.ts'
import { wrongInFactDeclarations } from './checks/facts.ts'
import { wrongInHolidays } from './checks/holidays.ts'
import { wrongInIdentifiers } from './checks/identifiers.ts'
import { wrongInLinks } from './checks/links.ts'
import { namesIn } from './checks/names.ts'
import { wrongInPapers } from './checks/papers.ts'
import { wrongInParameters } from './checks/parameters.ts'
import { wrongInPathways } from './checks/pathways.ts'
import { wrongInProgrammes } from './checks/programmes.ts'
import type { Finding } from './finding.ts'
import type { Catalogue } from './records.ts'

/** Everything that does not fit. `thorough`: also what is demanded of a country pack, where nothing may be cut out. */
export function checkCatalogue(catalogue: Catalogue, thorough = false): Finding[] {
  const names = namesIn(catalogue, thorough)
  return [
    ...wrongInFactDeclarations(catalogue.facts, names),
    ...wrongInAgencies(catalogue.agencies, names),
    ...wrongInParameters(catalogue.parameters, names),
    ...wrongInProgrammes(catalogue.programmes, names),
    ...wrongInCommonRules(catalogue.commonRules ?? [], names),
    ...wrongInLinks(catalogue.links, names),
    ...wrongInPathways(catalogue.pathways, names),
    ...wrongInHolidays(catalogue.holidays),
    ...wrongInConsents(catalogue.consents ?? []),
    ...wrongInCouncils(catalogue, names),
    ...wrongInClosingDays(catalogue, names),
    ...wrongInPapers(catalogue, names),
    ...wrongInIdentifiers(catalogue.identifiers),
  ]
}
