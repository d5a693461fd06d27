/** A zod schema for every kind of file in a catalogue, and for the file of a firm; `records.ts` says the same in types. */
export { agenciesFile } from './schemas/agencies.ts'
export { catalogueFile } from './schemas/catalogue.ts'
export { factsFile } from './schemas/facts.ts'
export { firmFile } from './schemas/firm.ts'
export { link, linksFile } from './schemas/link.ts'
export { parameterFile } from './schemas/parameter.ts'
export { pathwayFile } from './schemas/pathway.ts'
export { programmeFile } from './schemas/programme.ts'
