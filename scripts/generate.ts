/** Writes the files that are made from the code; with `--check` it only tells which are not current. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { jsonSchemaFiles } from '@ieum/catalogue/json-schema'
import { openApiText } from '@ieum/server'
import { generateSchema } from '@ieum/storage/schema'
import { feelPage } from './feel-page.ts'
import { movesDiagrams } from './moves-diagrams.ts'
import { root } from './steps.ts'
import { trustPage } from './trust/page.ts'

const files: Record<string, string> = {
  ...Object.fromEntries(Object.entries(jsonSchemaFiles()).map(([name, text]) => [`catalogue/schemas/${name}`, text])),
  'docs/openapi.json': openApiText(),
  ...movesDiagrams(),
  'docs/feel.md': feelPage(),
  'docs/trust.md': trustPage(),
  'packages/storage/schema.sql': await generateSchema(),
}

const isCheck = process.argv.includes('--check')
let stale = 0
for (const [path, text] of Object.entries(files)) {
  const file = join(root, path)
  if ((await readFile(file, 'utf8').catch(() => undefined)) === text) continue
  stale += 1
  if (isCheck) process.stderr.write(`${path} is not what the code makes of it: npm run generate\n`)
  else {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
    process.stdout.write(`${path}\n`)
  }
}
process.exitCode = isCheck && stale > 0 ? 1 : 0
