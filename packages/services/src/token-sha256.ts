import { createHash } from 'node:crypto'

/** What is kept of an address that is told once: nobody can find it in the records. */
export const tokenSha256 = (token: string): string => createHash('sha256').update(token).digest('hex')
