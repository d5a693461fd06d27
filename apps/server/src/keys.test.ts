import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type KeysOpened, nextKey, openKeys, prepareKey, usePreparedKey } from './keys.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ieum-keys-'))
})
afterEach(() => rm(folder, { recursive: true }))

const signerIn = (opened: KeysOpened) => {
  if (opened.is !== 'open') throw new Error(opened.wrong)
  return opened.signer
}

describe('the key of an installation', () => {
  it('is made once, for its owner only, and shows its public half alone', async () => {
    const signer = signerIn(await openKeys(folder))
    const again = signerIn(await openKeys(folder))
    expect(again.publicJwk).toEqual(signer.publicJwk)
    expect(signer.publicJwk).toMatchObject({ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig' })
    expect(Object.keys(signer.publicJwk)).not.toContain('d')
    expect((await stat(join(folder, 'signing-key.json'))).mode & 0o777).toBe(0o600)
    expect(await again.verify(await signer.sign({ a: 1 }))).toEqual({ a: 1 })
  })

  it('is one, however many start at once', async () => {
    const started = await Promise.all(Array.from({ length: 8 }, () => openKeys(folder)))
    expect(new Set(started.map(opened => signerIn(opened).publicJwk.kid)).size).toBe(1)
    expect(await readdir(folder)).toEqual(['signing-key.json'])
  })

  it('is followed by one that was prepared, and what it signed is vouched for still', async () => {
    const before = signerIn(await openKeys(folder))
    const signed = await before.sign({ a: 1 })
    expect(await usePreparedKey(folder)).toEqual({ is: 'none prepared' })
    const next = await prepareKey(folder)
    expect(await prepareKey(folder)).toEqual(next)
    expect(await nextKey(folder)).toEqual(next)
    expect(signerIn(await openKeys(folder)).publicJwk).toEqual(before.publicJwk)
    expect(await usePreparedKey(folder)).toEqual({ is: 'used', key: next })
    const after = signerIn(await openKeys(folder))
    expect(after.publicJwk).toMatchObject(next)
    expect(after.formerJwks).toEqual([before.publicJwk])
    expect(await after.verify(signed)).toEqual({ a: 1 })
    expect(await before.verify(await after.sign({ a: 1 }))).toBeNull()
    expect(await nextKey(folder)).toBeUndefined()
    expect((await stat(join(folder, 'signing-key.json'))).mode & 0o777).toBe(0o600)
  })

  it('does not vouch for what another signed, nor for a text that was changed', async () => {
    const signer = signerIn(await openKeys(folder))
    const other = signerIn(await openKeys(join(folder, 'other')))
    const [header, payload, signature] = (await signer.sign({ a: 1 })).split('.')
    const changed = Buffer.from('{"a":2}').toString('base64url')
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`
    expect(await signer.verify(`${header}.${changed}.${signature}`)).toBeNull()
    expect(await signer.verify(unsigned)).toBeNull()
    expect(await signer.verify('')).toBeNull()
    expect(await signer.verify(await other.sign({ a: 1 }))).toBeNull()
  })

  it('is refused when others may read it, or when it is none', async () => {
    await openKeys(folder)
    await chmod(join(folder, 'signing-key.json'), 0o644)
    expect(await openKeys(folder)).toMatchObject({ is: 'faulty', wrong: 'others may read the signing key' })
    await chmod(join(folder, 'signing-key.json'), 0o600)
    await writeFile(join(folder, 'signing-key.json'), '{}')
    expect(await openKeys(folder)).toMatchObject({ is: 'faulty', wrong: 'this is no signing key' })
  })
})
