import { describe, expect, it } from 'vitest'
import { onlyLast } from './only-last.ts'

const file = () => Promise.withResolvers<string>()

describe('of two files that are dropped', () => {
  it('the later counts, whichever is read first', async () => {
    for (const isFirstSlower of [true, false]) {
      const files = onlyLast()
      const [first, second] = [file(), file()]
      const taken = [files.of(first.promise), files.of(second.promise)]
      const inOrder = isFirstSlower ? [second, first] : [first, second]
      for (const one of inOrder) one.resolve(one === first ? 'first' : 'second')
      expect(await Promise.all(taken)).toEqual([undefined, 'second'])
    }
  })

  it('none counts once all is erased, and the next does', async () => {
    const files = onlyLast()
    const slow = file()
    const taken = files.of(slow.promise)
    files.none()
    slow.resolve('slow')
    expect(await taken).toBeUndefined()
    expect(await files.of(Promise.resolve('next'))).toBe('next')
  })
})
