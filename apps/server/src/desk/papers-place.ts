/** Where papers lie and who looks them through, by the settings of the installation. */
import { join } from 'node:path'
import { clamdAt, type PaperScanner, type PaperStore, papersInFolder, papersInS3 } from '@ieum/storage'

export type PapersPlace =
  | { readonly is: 'ready'; readonly papers: PaperStore; readonly scanner?: PaperScanner }
  | { readonly is: 'not usable'; readonly why: string }

type Env = Readonly<Record<string, string | undefined>>

/**
 * The folder `papers` in `home` (IEUM_HOME), or another by `IEUM_PAPERS`; S3-compatible storage by `IEUM_S3_ENDPOINT`, `IEUM_S3_BUCKET`,
 * `IEUM_S3_KEY`, `IEUM_S3_SECRET`, and where it needs them `IEUM_S3_REGION`, `IEUM_S3_PREFIX`. A virus scanner by `IEUM_CLAMD`.
 */
export async function papersPlace(home: string, env: Env): Promise<PapersPlace> {
  const scanner = env.IEUM_CLAMD ? { scanner: clamdAt(env.IEUM_CLAMD) } : {}
  if (env.IEUM_S3_ENDPOINT) {
    const { IEUM_S3_ENDPOINT: endpoint, IEUM_S3_BUCKET: bucket, IEUM_S3_KEY: key, IEUM_S3_SECRET: secret } = env
    if (env.IEUM_PAPERS) return { is: 'not usable', why: 'IEUM_PAPERS and IEUM_S3_ENDPOINT are both set: choose one' }
    if (!isWebAddress(endpoint))
      return { is: 'not usable', why: 'IEUM_S3_ENDPOINT is no web address: write it as https://s3.example.kr' }
    if (!bucket || !key || !secret)
      return { is: 'not usable', why: 'IEUM_S3_ENDPOINT needs IEUM_S3_BUCKET, IEUM_S3_KEY and IEUM_S3_SECRET' }
    const region = env.IEUM_S3_REGION || 'us-east-1'
    return {
      is: 'ready',
      papers: papersInS3({ endpoint, bucket, key, secret, region, prefix: env.IEUM_S3_PREFIX ?? '' }),
      ...scanner,
    }
  }
  const folder = env.IEUM_PAPERS || join(home, 'papers')
  try {
    return { is: 'ready', papers: await papersInFolder(folder), ...scanner }
  } catch (error) {
    return { is: 'not usable', why: `papers cannot be kept in ${folder}: ${(error as Error).message}` }
  }
}

const isWebAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
