import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { papersPlace } from './papers-place.ts'

function home(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ieum-home-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const s3 = {
  IEUM_S3_ENDPOINT: 'https://s3.example.kr',
  IEUM_S3_BUCKET: 'papers',
  IEUM_S3_KEY: 'key',
  IEUM_S3_SECRET: 'secret',
}

it('is a folder of the home when nothing is set, and has no scanner', async () => {
  const folder = home()
  expect(await papersPlace(folder, {})).toMatchObject({ is: 'ready', papers: { kind: 'folder' } })
  expect(statSync(join(folder, 'papers/incoming')).isDirectory()).toBe(true)
})

it('is storage that speaks S3, and a scanner, where they are set', async () => {
  const place = await papersPlace(home(), { ...s3, IEUM_CLAMD: '/run/clamav/clamd.ctl' })
  expect(place).toMatchObject({ is: 'ready', papers: { kind: 's3' }, scanner: { name: 'clamav' } })
})

it.each([
  [{ ...s3, IEUM_S3_SECRET: '' }, 'needs IEUM_S3_BUCKET'],
  [{ ...s3, IEUM_S3_ENDPOINT: 's3.example.kr' }, 'no web address'],
  [{ ...s3, IEUM_PAPERS: '/srv/papers' }, 'both set'],
])('says what is wrong with %j', async (env, why) => {
  expect(await papersPlace(home(), env)).toEqual({ is: 'not usable', why: expect.stringContaining(why) })
})

it('says so when the folder cannot be written', async () => {
  const folder = home()
  writeFileSync(join(folder, 'papers'), 'a file')
  expect(await papersPlace(folder, {})).toMatchObject({ is: 'not usable' })
})
