/** Makes another installation known: where it is, how its signatures are checked, and for which agencies it speaks. Done by who runs this one. */
import { type Database, inTransaction } from '@ieum/storage'
import { z } from 'zod'

const InstallationToKnow = z.strictObject({
  id: z.string().regex(/^[a-z][a-z\d.-]{0,60}$/),
  name: z.string().min(1).max(100),
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .refine(url => url.startsWith('https:') || /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(url), {
      message: 'https, or plain http to this machine',
    })
    .transform(url => url.replace(/(?<!\/)\/+$/, '')),
  publicKey: z.object({
    kty: z.literal('OKP'),
    crv: z.literal('Ed25519'),
    x: z.string().length(43),
    d: z.never().optional(),
  }),
  agencies: z.array(z.string().min(1).max(100)).min(1).max(500),
})

export type InstallationKnown =
  | { readonly is: 'known'; readonly id: string }
  | { readonly is: 'wrong'; readonly fields: readonly { readonly field: string; readonly wrong: string }[] }
  /** An agency is spoken for by one installation only. */
  | { readonly is: 'spoken for already'; readonly agencies: readonly string[] }

export async function knowInstallation(
  { database }: { readonly database: Database },
  told: unknown,
): Promise<InstallationKnown> {
  const read = InstallationToKnow.safeParse(told)
  if (!read.success)
    return {
      is: 'wrong',
      fields: read.error.issues.map(({ path, message }) => ({
        field: `/${path.map(String).join('/')}`,
        wrong: message,
      })),
    }
  const { id, name, baseUrl, publicKey, agencies } = read.data
  return inTransaction(
    database,
    {},
    async tx => {
      const others = await tx
        .selectFrom('installation')
        .select('agencies')
        .where('id', '<>', id)
        .where('closed_at', 'is', null)
        .execute()
      const taken = agencies.filter(agency => others.some(other => other.agencies.includes(agency)))
      if (taken.length > 0) return { is: 'spoken for already', agencies: taken }
      const columns = { name, base_url: baseUrl, public_key: JSON.stringify(publicKey), agencies, closed_at: null }
      await tx
        .insertInto('installation')
        .values({ id, ...columns })
        .onConflict(conflict => conflict.column('id').doUpdateSet(columns))
        .execute()
      return { is: 'known', id }
    },
    { as: 'worker' },
  )
}
