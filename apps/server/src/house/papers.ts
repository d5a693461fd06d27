/** Where the papers of firms lie: beside the records, or in storage that speaks S3 when `IEUM_S3_ENDPOINT` is set. */
import { join } from 'node:path'
import { clamdAt, type PaperScanner, type PaperStore, papersInFolder, papersInS3 } from '@ieum/storage'

export type PapersOpened =
  | { readonly is: 'open'; readonly papers: PaperStore; readonly scanner?: PaperScanner }
  | { readonly is: 'refused'; readonly why: string }

const needed = ['IEUM_S3_BUCKET', 'IEUM_S3_KEY', 'IEUM_S3_SECRET'] as const

/** `IEUM_CLAMD`: the socket or `host:port` of ClamAV; left out, papers are looked through by their form alone. */
export async function openPapers(home: string, env: NodeJS.ProcessEnv): Promise<PapersOpened> {
  const scanner = env.IEUM_CLAMD ? { scanner: clamdAt(env.IEUM_CLAMD) } : {}
  if (!env.IEUM_S3_ENDPOINT) return { is: 'open', papers: await papersInFolder(join(home, 'papers')), ...scanner }

  const missing = needed.find(name => !env[name])
  if (missing) return { is: 'refused', why: `${missing}: is missing: storage at IEUM_S3_ENDPOINT needs it` }
  const papers = papersInS3({
    endpoint: env.IEUM_S3_ENDPOINT,
    bucket: env.IEUM_S3_BUCKET!,
    region: env.IEUM_S3_REGION || 'us-east-1',
    key: env.IEUM_S3_KEY!,
    secret: env.IEUM_S3_SECRET!,
  })
  return { is: 'open', papers, ...scanner }
}
