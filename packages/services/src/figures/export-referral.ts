/** One case as a file: all that the post may see of it, asked what for, and noted with the firm. */
import type { Database } from '@ieum/storage'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import type { Signer } from '../decisions/signer.ts'
import type { FieldFault } from '../field-fault.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { type Case, readReferral } from '../referrals/read-referral.ts'
import type { Table } from '../tables/table.ts'
import { wrongInPurpose } from './export-referrals.ts'

export type ReferralExported =
  | { readonly is: 'exported'; readonly case: Case }
  | { readonly is: 'no such referral' }
  | { readonly is: 'faulty'; readonly fields: readonly FieldFault[] }

export async function exportReferral(
  needs: { readonly database: Database; readonly catalogue: OpenCatalogue; readonly signer: Pick<Signer, 'verify'> },
  // What it shows changes, and it is kept nowhere: a request that comes twice is answered, and noted, twice.
  { once: _, ...acting }: Acting<PostCapacity>,
  id: string,
  { purpose }: { readonly purpose: string },
): Promise<ReferralExported> {
  const fields = wrongInPurpose(purpose)
  if (fields.length > 0) return { is: 'faulty', fields }
  const read = await readReferral(needs, acting, id, { purpose: purpose.trim() })
  return read.is === 'found' ? { is: 'exported', case: read.case } : read
}

/** The proof of one case, a row a criterion; no rows where there is none to see. */
export function proofTable({ number, to, proof, decisions }: Case, { rulebook }: OpenCatalogue): Table {
  const editions = rulebook.programmes.find(({ id }) => id === to.programme)?.editions ?? []
  const edition = editions.find(one => one.edition === proof?.edition) ?? editions.at(-1)
  const sentences = new Map(
    [...(edition?.criteria ?? []), ...(edition?.exclusions ?? [])].map(({ id, label }) => [id, label?.ko]),
  )
  const holds = new Map(decisions.map(({ id, signatureHolds }) => [id, signatureHolds]))
  return {
    columns: columns.map(name => ({ name, type: 'text' })),
    rows: (proof?.criteria ?? []).map(({ id, verdict, exclusion, waived, because }) => {
      const decision = because.flatMap(reading => ('decision' in reading ? [reading.decision] : [])).at(0)
      const known = because.flatMap(reading => {
        if (!('fact' in reading) || reading.value === undefined) return []
        const passed = proof?.facts[reading.fact]
        return [
          `${reading.fact} = ${JSON.stringify(reading.value)}${passed ? ` (${passed.source}, ${passed.asOf})` : ''}`,
        ]
      })
      return [
        number,
        to.programme,
        proof?.edition ?? null,
        id,
        sentences.get(id) ?? null,
        exclusion ? 'exclusion' : 'criterion',
        verdict,
        waived ?? null,
        known.join('; ') || null,
        decision?.agency ?? null,
        decision?.on ?? null,
        decision ? signatureOf(holds.get(decision.id)) : null,
      ]
    }),
  }
}

const columns = [
  'number',
  'programme',
  'edition',
  'criterion',
  'sentence',
  'kind',
  'verdict',
  'waived_by',
  'known',
  'decided_by',
  'decided_on',
  'signature',
]

const signatureOf = (holds: boolean | undefined): string =>
  holds === undefined ? 'cannot be checked here' : holds ? 'holds' : 'does not hold'
