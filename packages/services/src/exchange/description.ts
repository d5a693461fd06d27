/**
 * What an installation publishes of itself at `/.well-known/ieum.json`, and the fingerprint of its key. Nothing in it is believed before a
 * person has compared the fingerprint with someone there, by another way than the network.
 */
import { createHash } from 'node:crypto'
import { type Database, inTransaction } from '@ieum/storage'
import { z } from 'zod'
import type { JWK } from '../decisions/signer.ts'

export const PublicKey = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(/^[\w-]{43}$/),
})
export type PublicKey = z.infer<typeof PublicKey>

export const installationId = z.string().regex(/^[a-z\d][a-z\d.-]{0,60}$/)
export const agencies = z.array(z.string().regex(/^[\w.-]{1,100}$/)).max(500)

export const InstallationDescription = z.object({
  is: z.literal('ieum installation'),
  version: z.literal(1),
  installation: installationId,
  /** Those that work there. */
  agencies,
  /** `now` signs; `next` will, so that others can know it before. */
  keys: z
    .array(z.object({ ...PublicKey.shape, use: z.enum(['now', 'next']) }))
    .min(1)
    .max(2),
})
export type InstallationDescription = z.infer<typeof InstallationDescription>

export const descriptionPath = '/.well-known/ieum.json'

export const publicKeyOf = ({ kty, crv, x }: JWK): PublicKey => PublicKey.parse({ kty, crv, x })

/** 160 bits of the key's thumbprint (RFC 7638), in groups of four to be read aloud: `1f2e 3d4c …`. */
export function fingerprintOf({ crv, kty, x }: JWK): string {
  const thumbprint = createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('hex')
  return thumbprint.slice(0, 40).match(/.{4}/g)!.join(' ')
}

/** Whatever was read aloud was typed somehow. */
export const isFingerprint = (typed: string, key: JWK): boolean =>
  typed.toLowerCase().replaceAll(/[^0-9a-f]/g, '') === fingerprintOf(key).replaceAll(' ', '')

export async function describeInstallation(
  { database }: { readonly database: Database },
  { installation, now, next }: { readonly installation: string; readonly now: JWK; readonly next?: JWK | undefined },
): Promise<InstallationDescription> {
  const posts = await inTransaction(
    database,
    {},
    tx => tx.selectFrom('post').select('agency').distinct().where('closed_at', 'is', null).orderBy('agency').execute(),
    { as: 'worker' },
  )
  return {
    is: 'ieum installation',
    version: 1,
    installation,
    agencies: posts.map(({ agency }) => agency),
    keys: [{ ...publicKeyOf(now), use: 'now' }, ...(next ? [{ ...publicKeyOf(next), use: 'next' as const }] : [])],
  }
}
