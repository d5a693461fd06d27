/** One suite for both places of papers. */
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PaperChanged, sha256Of } from './paper-store.ts'
import { papersInS3 } from './s3-papers.ts'
import { type PaperPlace, paperPlaces } from './testing/paper-places.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe.each(Object.entries(paperPlaces))('papers in %s', (_, open) => {
  let place: PaperPlace
  beforeAll(async () => {
    place = await open()
  })
  afterAll(() => place?.close())

  it('lie under the hash of their content, and come back as they were', async () => {
    const content = crypto.getRandomValues(new Uint8Array(60_000))
    const sha256 = await place.store.keep(content)
    expect(sha256).toBe(sha256Of(content))
    expect(Buffer.compare((await place.store.read(sha256))!, content)).toBe(0)
  })

  it('are kept once, however often the same is brought, also at the same moment', async () => {
    const content = bytes('the same')
    const kept = await Promise.all(Array.from({ length: 8 }, () => place.store.keep(content)))
    expect(new Set(kept)).toEqual(new Set([sha256Of(content)]))
    expect(await place.store.read(kept[0]!)).toEqual(expect.objectContaining({ length: content.length }))
  })

  it('are kept when they are a view into something larger', async () => {
    const content = bytes('before|the paper|after').subarray(7, 16)
    const sha256 = await place.store.keep(content)
    expect(new TextDecoder().decode((await place.store.read(sha256))!)).toBe('the paper')
  })

  it('are gone after they were removed; removing them once more is no fault', async () => {
    const sha256 = await place.store.keep(bytes('to go'))
    await place.store.remove(sha256)
    await place.store.remove(sha256)
    expect(await place.store.read(sha256)).toBeNull()
    expect(await place.store.read(sha256Of(bytes('never kept')))).toBeNull()
  })

  it('T9: are named by nothing but a hash', async () => {
    for (const name of ['../../etc/passwd', 'a'.repeat(63), 'A'.repeat(64), `${'a'.repeat(64)}/..`, ''])
      await expect(place.store.read(name)).rejects.toThrow('is no SHA-256')
    await expect(place.store.remove('../incoming')).rejects.toThrow('is no SHA-256')
  })

  it('T6: are not handed out once their bytes have changed', async () => {
    const sha256 = await place.store.keep(bytes('2026년 재무제표'))
    for (const path of await filesUnder(place.folder))
      if ((await readFile(path, 'utf8')) === '2026년 재무제표') await writeFile(path, '2027년 재무제표')
    await expect(place.store.read(sha256)).rejects.toThrow(PaperChanged)
  })

  it('are refused to who has another secret', async () => {
    if (!place.s3) return
    const stranger = papersInS3({ ...place.s3, secret: 'guessed' })
    await expect(stranger.keep(bytes('mine'))).rejects.toThrow(/SignatureDoesNotMatch/)
    await expect(stranger.read(sha256Of(bytes('the same')))).rejects.toThrow(/SignatureDoesNotMatch/)
  })

  it('are for the program alone to read, and nothing half-written is left', async () => {
    if (place.s3 || process.platform === 'win32') return
    const files = await filesUnder(place.folder)
    expect(files.length).toBeGreaterThan(2)
    for (const path of files) expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(await readdir(join(place.folder, 'incoming'))).toEqual([])
  })
})

async function filesUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
}

describe('storage that speaks S3', () => {
  it.each([
    [403, 'QuotaExceeded', 'ENOSPC'],
    [507, 'XMinioStorageFull', 'ENOSPC'],
    [507, '', 'ENOSPC'],
    [403, 'AccessDenied', undefined],
  ])('C05: that answers %s %s to a paper is said to have no room left: %s', async (status, said, code) => {
    const server = createServer((_, response) => {
      response.statusCode = status
      response.end(said && `<Error><Code>${said}</Code></Error>`)
    })
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const store = papersInS3({ endpoint, bucket: 'b', region: 'r', key: 'k', secret: 's' })
    const refusal = await store.keep(bytes('a paper')).catch((error: unknown) => error)
    server.close()
    expect(refusal).toBeInstanceOf(Error)
    expect((refusal as { code?: string }).code).toBe(code)
  })
})
