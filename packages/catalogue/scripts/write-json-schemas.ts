/** Writes `catalogue/schemas/*.schema.json` anew: `node packages/catalogue/scripts/write-json-schemas.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { jsonSchemaFiles } from '../src/json-schema.ts'

const folder = fileURLToPath(new URL('../../../catalogue/schemas/', import.meta.url))
mkdirSync(folder, { recursive: true })
for (const [name, text] of Object.entries(jsonSchemaFiles())) writeFileSync(`${folder}${name}`, text)
