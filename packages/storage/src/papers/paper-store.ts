/**
 * Where the bytes of papers lie: under the SHA-256 of their content, outside of the database. Two places keep this one promise:
 * a folder, and storage that speaks S3. Whose paper it is, what it is called and who may see it is known only to the records.
 */
import { createHash } from 'node:crypto'

/** 64 hexadecimal digits. */
export type Sha256 = string

export interface PaperStore {
  readonly kind: 'folder' | 's3'
  /** All of the bytes or none; once this is over they outlive the process. Kept again, nothing changes. */
  keep(content: Uint8Array): Promise<Sha256>
  /** `null` when nothing lies there. Bytes that are no longer those that were kept are never handed out. */
  read(sha256: Sha256): Promise<Uint8Array | null>
  /** It is no fault when nothing lies there. */
  remove(sha256: Sha256): Promise<void>
}

/** What lies under an address has another content: the disk is failing, or someone wrote there. */
export class PaperChanged extends Error {
  constructor(sha256: Sha256) {
    super(`the bytes of the paper ${sha256} are no longer those that were kept`)
  }
}

export const sha256Of = (content: Uint8Array): Sha256 => createHash('sha256').update(content).digest('hex')

/** An address goes into a path, so nothing else may. */
export function asAddress(sha256: Sha256): Sha256 {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`"${sha256.slice(0, 80)}" is no SHA-256`)
  return sha256
}

export function unchanged(content: Uint8Array, sha256: Sha256): Uint8Array {
  if (sha256Of(content) !== sha256) throw new PaperChanged(sha256)
  return content
}
