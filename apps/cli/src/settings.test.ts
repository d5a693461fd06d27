/** docs/operations.md names every setting that the program reads, and none that it does not. */
import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../..')

/** `env.NAME`, `process.env.NAME`, `environment.NAME`, and names that are taken out of it by pattern. */
async function settingsRead(): Promise<Set<string>> {
  const found = new Set<string>()
  for await (const file of glob('{apps,packages}/*/src/**/*.ts', { cwd: root })) {
    if (/\.test\.ts$|\/testing\/|run-ieum/.test(file)) continue
    const text = readFileSync(join(root, file), 'utf8')
    for (const [, name] of text.matchAll(/\b(?:env|environment)\.([A-Z][A-Z0-9_]+)\b/g)) found.add(name!)
    for (const [, names] of text.matchAll(/const \{([^{}]*)\} = (?:process\.)?env\b/g))
      for (const [name] of names!.matchAll(/\b[A-Z][A-Z0-9_]+\b/g)) found.add(name)
  }
  return found
}

it('the table of settings holds what the code reads, each once', async () => {
  const page = readFileSync(join(root, 'docs/operations.md'), 'utf8')
  const table = page.slice(page.indexOf('\n## Settings'), page.indexOf('\n## Back up and restore PostgreSQL'))
  const named = table
    .split('\n')
    .filter(line => line.startsWith('| `'))
    .flatMap(line => [...line.split('|')[1]!.matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map(([, name]) => name!))
  expect(named.toSorted()).toEqual([...(await settingsRead())].sort())
})
