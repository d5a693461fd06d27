import { afterEach, describe, expect, it, vi } from 'vitest'
import { wasSignedIn } from '../shell/sign-in-hint.ts'
import { askWho } from './who.ts'

afterEach(() => vi.unstubAllGlobals())

const kept = new Map<string, string>()
const storage = {
  getItem: (name: string) => kept.get(name) ?? null,
  setItem: (name: string, text: string) => void kept.set(name, text),
  removeItem: (name: string) => void kept.delete(name),
}
const person = { name: '담당' }
const rest = { '/api/me': { posts: [] }, '/api/demonstration': { roles: [], lettersArePrinted: false } }

/** Answers of the server to who is signed in, in the order in which they are asked for. */
function answers(...whos: readonly Promise<object>[]): void {
  let asked = 0
  vi.stubGlobal('localStorage', storage)
  vi.stubGlobal('fetch', async (path: keyof typeof rest) => Response.json(rest[path] ?? (await whos[asked++])))
}

describe('who is signed in', () => {
  it.each([
    ['a sign-in', { is: 'nobody', providers: [] }, { is: 'signed in', providers: [], person }, true],
    ['a sign-out', { is: 'signed in', providers: [], person }, { is: 'nobody', providers: [] }, false],
  ] as const)('is asked anew after %s, and what was asked before counts no more', async (_, was, is, isSignedIn) => {
    for (const isEarlierSlower of [true, false]) {
      const [earlier, later] = [Promise.withResolvers<object>(), Promise.withResolvers<object>()]
      answers(earlier.promise, later.promise)
      const told: string[] = []
      const asked = [askWho().then(() => told.push('earlier')), askWho().then(() => told.push('later'))]
      const tells = [() => later.resolve(is), () => earlier.resolve(was)]
      const [first, second] = isEarlierSlower ? tells : tells.toReversed()
      first!()
      await new Promise(resolve => setTimeout(resolve, 0))
      // Whoever waits for who it is waits for who it is now.
      expect(told).toEqual(isEarlierSlower ? ['later'] : [])
      second!()
      await Promise.all(asked)
      expect(wasSignedIn()).toBe(isSignedIn)
    }
  })
})
