/** The two places of papers, for one suite: a folder, and a real S3-compatible server of this process that checks signatures. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { papersInFolder } from '../folder-papers.ts'
import type { PaperStore } from '../paper-store.ts'
import { papersInS3, type S3Place } from '../s3-papers.ts'
import { isSignedWith } from './signature.ts'

export interface PaperPlace {
  readonly store: PaperStore
  /** The folder that the bytes come to lie in, of the server too. */
  readonly folder: string
  readonly s3?: S3Place
  close(): Promise<void>
}

export const paperPlaces: Readonly<Record<string, () => Promise<PaperPlace>>> = {
  'a folder': folderPlace,
  'S3-compatible storage': s3Place,
}

export async function folderPlace(): Promise<PaperPlace> {
  const folder = await mkdtemp(join(tmpdir(), 'ieum-papers-'))
  return {
    store: await papersInFolder(folder),
    folder,
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

async function s3Place(): Promise<PaperPlace> {
  const folder = await mkdtemp(join(tmpdir(), 'ieum-s3-'))
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: folder,
    allowMismatchedSignatures: false,
    configureBuckets: [{ name: 'papers', configs: [] }],
  })
  // The key and secret that this server is made with.
  server.middleware.unshift(async (ctx, next) => {
    const { method, path, querystring: query, headers } = ctx
    if (isSignedWith('S3RVER', { method, path, query, headers })) return next()
    ctx.status = 403
    ctx.body = '<Error><Code>SignatureDoesNotMatch</Code></Error>'
  })
  const { port } = await server.run()
  const s3 = {
    endpoint: `http://127.0.0.1:${port}`,
    bucket: 'papers',
    region: 'us-east-1',
    key: 'S3RVER',
    secret: 'S3RVER',
    prefix: 'of-firms/',
  }
  return {
    store: papersInS3(s3),
    folder,
    s3,
    async close() {
      await server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
