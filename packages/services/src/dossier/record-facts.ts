/** An agency writes down what a registry says of a firm, or what it decided: for firms of its own programmes, or while consent stands. */
import type { Finding } from '@ieum/catalogue'
import type { Database } from '@ieum/storage'
import { isId } from '../acting/act-as.ts'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { onConsents } from '../acting/look-basis.ts'
import { relationsToFirm } from '../acting/relations.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import type { FactsEntered } from './enter-facts.ts'
import { type FactStated, wrongInSize, wrongInStated } from './wrong-facts.ts'

export interface FactsToRecord {
  readonly source: 'registry' | 'decision'
  /** Which registry or decision, as one would cite it. */
  readonly sourceName: string
  readonly facts: readonly FactStated[]
}

export type FactsRecorded = FactsEntered

export function recordFacts(
  needs: { readonly database: Database; readonly catalogue: OpenCatalogue },
  acting: Acting<PostCapacity>,
  firm: string,
  { source, sourceName, facts }: FactsToRecord,
): Promise<FactsRecorded> {
  return atDesk(needs, acting, async desk => {
    if (!isId(firm)) return { is: 'no such firm' }
    const { relations, consents } = await relationsToFirm(desk, firm)
    const by = desk.may('record fact', relations, firm)
    if (!by) return { is: 'no such firm' }
    const wrong: Finding[] = [...wrongInStated(needs.catalogue, facts, acting.on)]
    if (facts.length === 0) wrong.push({ pointer: ['facts'], wrong: 'nothing is stated', right: 'at least one fact' })
    if (sourceName.trim() === '')
      wrong.push({ pointer: ['sourceName'], wrong: 'is empty', right: 'the name of the registry or decision' })
    wrong.push(...wrongInSize(sourceName, ['sourceName']))
    if (wrong.length > 0) return { is: 'not right', wrong }

    const recorded = await desk.tx
      .insertInto('fact')
      .values(
        facts.map(({ name, value, asOf }) => ({
          firm_id: firm,
          name,
          value: JSON.stringify(value),
          source,
          source_name: sourceName.trim(),
          source_agency: acting.capacity.agency,
          as_of: asOf,
          recorded_by: acting.person.id,
        })),
      )
      .returning(['id', 'name'])
      .execute()
    desk.changed('record fact', firm, { names: facts.map(({ name }) => name), source })
    desk.looked({
      firm,
      operation: 'record fact',
      basis: by === 'own' ? 'own programme' : onConsents(consents),
      reason: sourceName.trim(),
    })
    return { is: 'entered', facts: recorded }
  })
}
