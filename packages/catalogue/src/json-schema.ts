/** JSON Schemas of the files of a catalogue, for editors: they complete, explain and check as one types. */
import { z } from 'zod'
import * as schemas from './schemas.ts'

const schemaOf: Readonly<Record<string, z.ZodType>> = {
  agencies: schemas.agenciesFile,
  catalogue: schemas.catalogueFile,
  'closing-days': schemas.closingDaysFile,
  'common-rule': schemas.commonRuleFile,
  consents: schemas.consentsFile,
  council: schemas.councilFile,
  facts: schemas.factsFile,
  firm: schemas.firmFile,
  holidays: schemas.holidaysFile,
  link: schemas.link,
  links: schemas.linksFile,
  parameter: schemas.parameterFile,
  pathway: schemas.pathwayFile,
  programme: schemas.programmeFile,
}

/** Text of each generated file, by its name: `programme.schema.json`. */
export function jsonSchemaFiles(): Record<string, string> {
  const files = Object.entries(schemaOf).map(([kind, schema]) => [`${kind}.schema.json`, textOf(schema)])
  return Object.fromEntries(files)
}

/** Draft 7 is what the YAML language server understands best. What a file may hold is the input of its schema. */
const textOf = (schema: z.ZodType): string =>
  `${JSON.stringify(z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }), null, 2)}\n`
