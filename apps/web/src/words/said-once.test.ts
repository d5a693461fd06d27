import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '@ieum/wording'
import { expect, it, vi } from 'vitest'
import { en } from './en.ts'
import { ko } from './ko.ts'

type Load = (language: Language) => Promise<object>

const loads = vi.hoisted((): Load[] => [])
vi.mock('./index.ts', () => ({ alsoSpeak: async (load: Load) => void loads.push(load) }))

const leavesOf = (words: unknown, path = ''): string[] =>
  typeof words === 'object' && words !== null
    ? Object.entries(words).flatMap(([key, value]) => leavesOf(value, path ? `${path}.${key}` : key))
    : [path]

// What comes second would be heard or not by which part of the site was loaded first.
it.each(['ko', 'en'] as const)('no two parts of the words say the same in words of their own (%s)', async language => {
  loads.length = 0
  vi.resetModules()
  const parts = readdirSync(import.meta.dirname).filter(name => name.endsWith('-words.ts'))
  for (const part of parts) {
    const speaks: Record<string, () => unknown> = await import(join(import.meta.dirname, part))
    for (const speak of Object.values(speaks)) await speak()
  }
  expect(loads.length).toBeGreaterThanOrEqual(parts.length)
  const all = [{ ko, en }[language], ...(await Promise.all(loads.map(load => load(language))))].flatMap(words =>
    leavesOf(words),
  )
  expect(all.filter((leaf, index) => all.indexOf(leaf) < index)).toEqual([])
})
