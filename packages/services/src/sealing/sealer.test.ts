import { describe, expect, it } from 'vitest'
import { sealerOf } from './sealer.ts'

const [old, current] = ['an old secret of more than 32 signs', 'a new secret of more than 32 signs.']

describe('a sealed text', () => {
  it('opens in its place, and in no other', async () => {
    const sealer = sealerOf(current)
    const sealed = await sealer.seal('whsec_abc', 'agency_contact kpic')
    expect(sealed).not.toContain('whsec_abc')
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('whsec_abc')
    expect(await sealer.open(sealed, 'agency_contact kpic')).toBe('whsec_abc')
    expect(await sealer.open(sealed, 'agency_contact tipa')).toBeUndefined()
  })

  it('is another text each time', async () => {
    const sealer = sealerOf(current)
    expect(await sealer.seal('x', 'y')).not.toBe(await sealer.seal('x', 'y'))
  })

  it('opens with the secret from before, which seals nothing any more', async () => {
    const sealed = await sealerOf(old).seal('whsec_abc', 'here')
    const rotated = sealerOf(current, [old])
    expect(await rotated.open(sealed, 'here')).toBe('whsec_abc')
    expect(rotated.isCurrent(sealed)).toBe(false)
    expect(rotated.isCurrent(await rotated.seal('whsec_abc', 'here'))).toBe(true)
    expect(await sealerOf(current).open(sealed, 'here')).toBeUndefined()
  })

  it('does not open when a sign of it was changed, or when it is none', async () => {
    const sealer = sealerOf(current)
    const sealed = await sealer.seal('whsec_abc', 'here')
    for (let at = 0; at < sealed.length; at += 7) {
      const other = sealed[at] === 'A' ? 'B' : 'A'
      expect(await sealer.open(`${sealed.slice(0, at)}${other}${sealed.slice(at + 1)}`, 'here')).toBeUndefined()
    }
    for (const text of ['', 'whsec_abc', 'a.b.c.d.e', `${sealed}.x`]) {
      expect(await sealer.open(text, 'here')).toBeUndefined()
      expect(sealer.isCurrent(text)).toBe(text.startsWith(sealed))
    }
  })
})
