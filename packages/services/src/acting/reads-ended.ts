/**
 * What a firm or a sender takes back is over when he is told so: whoever was let in before, on any server, has been answered or cut off by then.
 * Nothing is held meanwhile, so this comes after the transaction that took it back.
 */
import type { Database } from '@ieum/storage'

/** Those who read without a post of an agency, whichever it is: by a link from a mail, and the deliveries to other installations. */
export const readsBy = { link: 'a link', exchange: 'an installation' } as const

export const readsEnded = (
  { database }: { readonly database: Pick<Database, 'reads'> },
  agencies: readonly string[],
): Promise<void> => database.reads.ended([...new Set([...agencies, ...Object.values(readsBy)])])
