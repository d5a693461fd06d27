/** Papers in storage that speaks S3, addressed by path: `<endpoint>/<bucket>/<prefix><sha256>`. The only place that knows aws4fetch. */
import { AwsClient } from 'aws4fetch'
import { asAddress, type PaperStore, type Sha256, sha256Of, unchanged } from './paper-store.ts'

export interface S3Place {
  /** Such as `https://s3.example.kr`; without the bucket. */
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly key: string
  readonly secret: string
  /** Goes before each address, such as `papers/`. */
  readonly prefix?: string
}

const patience = 30_000

export function papersInS3({ endpoint, bucket, region, key, secret, prefix = '' }: S3Place): PaperStore {
  const client = new AwsClient({ accessKeyId: key, secretAccessKey: secret, service: 's3', region, retries: 3 })
  const base = `${endpoint.replace(/(?<!\/)\/+$/, '')}/${bucket}/${prefix}`
  const ask = (sha256: Sha256, init: RequestInit) =>
    client.fetch(`${base}${asAddress(sha256)}`, {
      ...init,
      // An answer that sends us elsewhere would be given our papers.
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })

  return {
    kind: 's3',
    async keep(content) {
      const sha256 = sha256Of(content)
      // Signed with the hash of the body: bytes that change on the way are refused over there.
      const answer = await ask(sha256, {
        method: 'PUT',
        body: Buffer.from(content.buffer as ArrayBuffer, content.byteOffset, content.byteLength),
        headers: { 'content-type': 'application/octet-stream', 'x-amz-content-sha256': sha256 },
      })
      await settled(answer, 'keep')
      return sha256
    },
    async read(sha256) {
      const answer = await ask(sha256, { method: 'GET' })
      if (answer.status === 404) {
        await answer.body?.cancel()
        return null
      }
      if (!answer.ok) await settled(answer, 'read')
      return unchanged(new Uint8Array(await answer.arrayBuffer()), sha256)
    },
    async remove(sha256) {
      const answer = await ask(sha256, { method: 'DELETE' })
      if (answer.status !== 404) await settled(answer, 'remove')
      else await answer.body?.cancel()
    },
  }
}

/** What storages say when they or a quota are full: Ceph, then MinIO; others answer 507. */
const full = /^(QuotaExceeded|XMinioAdminBucketQuotaExceeded|XMinioStorageFull)$/

/** The storage's own code of the error, which names no paper; no room left reads as it does on a disk. */
async function settled(answer: Response, doing: string): Promise<void> {
  const text = await answer.text()
  if (answer.ok) return
  const said = /<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? ''
  const refusal = new Error(`the storage would not ${doing} a paper: ${answer.status} ${said}`)
  throw Object.assign(refusal, (answer.status === 507 || full.test(said)) && { code: 'ENOSPC' })
}
