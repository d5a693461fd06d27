import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './steps.ts'
import { checks, threats } from './trust/checks.ts'
import { notHeld } from './trust/not-held.ts'
import { titlesById } from './trust/titles.ts'

const titles = titlesById()

describe('C19: each threat', () => {
  it.each(Object.keys(threats))('%s has a test that carries its id, or it is said that it has none', id => {
    expect({ id, hasTest: titles.has(id) }).toEqual({ id, hasTest: !(id in notHeld) })
  })

  it('is one of fifteen, and nothing else is said to be not held', () => {
    expect(Object.keys(threats)).toHaveLength(15)
    expect(Object.keys(notHeld).filter(id => !(id in threats))).toEqual([])
  })
})

it('knows each check that a test names', () => {
  const known = new Set(checks.map(({ id }) => id))
  expect([...titles.keys()].filter(id => id.startsWith('C') && !known.has(id))).toEqual([])
})

describe('C42 T15: what is installed', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { integrity?: string; link?: boolean; hasInstallScript?: boolean; resolved?: string }>
  }
  const foreign = Object.entries(lock.packages).filter(([path, { link }]) => path.includes('node_modules/') && !link)
  const those = (wrong: (of: (typeof lock.packages)[string]) => boolean) =>
    foreign.filter(([, of]) => wrong(of)).map(([path]) => path)

  it('has a hash of its content, each package', () => {
    expect(foreign.length).toBeGreaterThan(100)
    expect(those(({ integrity }) => !integrity?.startsWith('sha512-'))).toEqual([])
  })

  it('runs nothing when it is installed', () => {
    expect(those(({ hasInstallScript }) => hasInstallScript === true)).toEqual([])
  })

  it('comes from no place whose content may change behind our back', () => {
    expect(those(({ resolved = '' }) => /^(git|http:|file:)/.test(resolved))).toEqual([])
  })
})
