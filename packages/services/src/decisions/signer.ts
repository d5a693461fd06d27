/** Signatures of the installation (compact JWS, RFC 7515, Ed25519): the single place that sees the library for it. */
import {
  CompactSign,
  type CryptoKey,
  calculateJwkThumbprint,
  compactVerify,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from 'jose'

export type { JWK }

/** What services sign with; the key itself stays where it was opened. */
export interface Signer {
  sign(payload: object): Promise<string>
  /** The payload of a signature by this key, or by one that was this installation's before; null of any other text. */
  verify(jws: string): Promise<unknown>
  /** For who checks signatures elsewhere. */
  readonly publicJwk: JWK
  /** Those before it. */
  readonly formerJwks: readonly JWK[]
}

const alg = 'EdDSA'

export async function newSigningKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true })
  return exportJWK(privateKey)
}

export async function signerOf(privateJwk: JWK, former: readonly JWK[] = []): Promise<Signer> {
  const publicJwk = await forOthers(privateJwk)
  const { kid } = publicJwk
  const privateKey = (await importJWK(privateJwk, alg)) as CryptoKey
  const formerJwks = await Promise.all(former.map(forOthers))
  return {
    publicJwk,
    formerJwks,
    sign: payload =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
        .setProtectedHeader({ alg, kid })
        .sign(privateKey),
    async verify(jws) {
      for (const key of [publicJwk, ...formerJwks]) {
        const payload = await verifySigned(jws, key)
        if (payload !== null) return payload
      }
      return null
    },
  }
}

async function forOthers({ d: _, ...bare }: JWK): Promise<JWK & { readonly kid: string }> {
  return { ...bare, kid: await calculateJwkThumbprint(bare), alg, use: 'sig' }
}

/** The payload of a signature by the key of another installation; null of any other text. */
export async function verifySigned(jws: string, publicJwk: JWK): Promise<unknown> {
  try {
    const { payload } = await compactVerify(jws, (await importJWK(publicJwk, alg)) as CryptoKey, { algorithms: [alg] })
    return JSON.parse(new TextDecoder().decode(payload))
  } catch {
    return null
  }
}

/** What a signature claims to be over, before anything is believed of it; null where it cannot be read. */
export function decodeUnverified(jws: string): unknown {
  try {
    return JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString('utf8'))
  } catch {
    return null
  }
}
