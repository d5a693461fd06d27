/**
 * Keeps what this installation must be able to read again out of sight of whoever reads the tables or a backup of them: compact JWE (RFC 7516),
 * `dir` with A256GCM, the key drawn from the installation's secret (HKDF-SHA256, RFC 5869). The single place that sees the library for it.
 */
import { createHash, hkdfSync } from 'node:crypto'
import { CompactEncrypt, compactDecrypt } from 'jose'

export interface Sealer {
  /** `about` names the place that it is kept in, such as `agency_contact kpic`: moved to another it does not open. */
  seal(text: string, about: string): Promise<string>
  /** Undefined where no secret that is known opens it, or it was not sealed for this place. */
  open(sealed: string, about: string): Promise<string | undefined>
  /** Sealed by the secret that seals now: what is not is to be sealed anew. */
  isCurrent(sealed: string): boolean
}

interface Key {
  readonly kid: string
  readonly bytes: Uint8Array
}

/** `before`: the secrets that sealed earlier; they open, and seal nothing. */
export function sealerOf(secret: string, before: readonly string[] = []): Sealer {
  const current = keyOf(secret)
  const known = new Map([current, ...before.map(keyOf)].map(key => [key.kid, key]))
  return {
    seal: (text, about) =>
      new CompactEncrypt(new TextEncoder().encode(text))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: current.kid, about })
        .encrypt(current.bytes),
    async open(sealed, about) {
      const key = known.get(headerOf(sealed)?.kid ?? '')
      if (!key) return undefined
      try {
        const { plaintext, protectedHeader } = await compactDecrypt(sealed, key.bytes, {
          keyManagementAlgorithms: ['dir'],
          contentEncryptionAlgorithms: ['A256GCM'],
        })
        return protectedHeader.about === about ? new TextDecoder().decode(plaintext) : undefined
      } catch {
        return undefined
      }
    },
    isCurrent: sealed => headerOf(sealed)?.kid === current.kid,
  }
}

/** The name of a key tells nothing of it: it is drawn from the secret as the key is, for another use. */
function keyOf(secret: string): Key {
  const draw = (use: string) => new Uint8Array(hkdfSync('sha256', secret, '', `ieum ${use}`, 32))
  return {
    bytes: draw('sealed columns'),
    kid: createHash('sha256').update(draw('name of key')).digest('hex').slice(0, 16),
  }
}

function headerOf(sealed: string): { readonly kid?: string } | undefined {
  try {
    return JSON.parse(Buffer.from(sealed.split('.')[0] ?? '', 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}
