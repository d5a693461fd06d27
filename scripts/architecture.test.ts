import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Data flows one way: what stands further down may import what stands above it, never the other way. */
const order = [
  'catalogue',
  'rules',
  'matching',
  'planning',
  'desk',
  'council',
  'wording',
  'documents',
  'papers',
  'storage',
  'delivery',
  'services',
  'server',
  'cli',
  'web',
]

/** These run in a browser as they are: no files, no network, no clock, and no country. */
const pure = ['rules', 'matching', 'planning', 'desk', 'council']

/** Tests and what only they use. */
const isOfTests = (file: string): boolean => file.endsWith('.test.ts') || /\/(testing|proof)\//.test(file)

const root = join(import.meta.dirname, '..')

function sourcesOf(part: string): { file: string; text: string }[] {
  const folder = join(root, ['server', 'cli', 'web'].includes(part) ? 'apps' : 'packages', part, 'src')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.tsx?$/.test(file))
    .map(file => ({ file: `${part}/${file}`, text: readFileSync(join(folder, file), 'utf8') }))
}

const imports = (text: string): string[] =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(found => found[1]!)

/** The files of the same part that one imports. */
const besides = (file: string, text: string): string[] =>
  imports(text)
    .filter(name => name.startsWith('.'))
    .map(name => join(dirname(file), name))

/** The files on the way from one back to itself, or nothing. */
function roundTrip(from: string, next: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const seen = new Set<string>()
  const ways = [[from]]
  for (let way = ways.shift(); way; way = ways.shift())
    for (const file of next.get(way.at(-1)!) ?? []) {
      if (file === from) return [...way, file]
      if (!seen.has(file)) ways.push([...way, file])
      seen.add(file)
    }
  return undefined
}

describe('the architecture', () => {
  it.each(order)('%s imports only what stands above it', part => {
    const allowed = new Set(order.slice(0, order.indexOf(part) + 1))
    const wrong = sourcesOf(part).flatMap(({ file, text }) =>
      imports(text)
        .map(name => /^@ieum\/([a-z]+)/.exec(name)?.[1])
        .filter(name => name !== undefined && !allowed.has(name))
        .map(name => `${file} imports @ieum/${name}`),
    )
    expect(wrong).toEqual([])
  })

  it.each(order)('no file of %s imports itself by way of others', part => {
    const sources = sourcesOf(part)
    const next = new Map(sources.map(({ file, text }) => [file, besides(file, text)]))
    const roundTrips = sources.map(({ file }) => roundTrip(file, next)).filter(trip => trip !== undefined)
    expect(roundTrips.map(trip => trip.join(' → '))).toEqual([])
  })

  it('lets the pages talk to the server over HTTP only', () => {
    const wrong = sourcesOf('web').filter(({ text }) =>
      imports(text).some(name => /^@ieum\/(services|server|cli)/.test(name)),
    )
    expect(wrong.map(({ file }) => file)).toEqual([])
  })

  it.each(pure)('%s reads no files, no network and no clock', part => {
    const wrong = sourcesOf(part)
      .filter(({ file }) => !isOfTests(file))
      .filter(
        ({ text }) =>
          imports(text).some(name => name.startsWith('node:')) ||
          /\bDate\.now\(|\bDate\(\)|performance\.now|\.format\(\)|\bfetch\(/.test(text),
      )
    expect(wrong.map(({ file }) => file)).toEqual([])
  })

  it.each(pure)('%s knows no country', part => {
    const wrong = sourcesOf(part)
      .filter(({ file }) => !isOfTests(file))
      .filter(({ text }) => /KSIC|중소벤처기업부|산업통상|Asia\/Seoul|KRW/.test(text))
    expect(wrong.map(({ file }) => file)).toEqual([])
  })
})
