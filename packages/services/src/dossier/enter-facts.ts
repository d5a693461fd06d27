/** The firm says what holds of it: several facts at once, all of them or none, each as of a day. */
import type { Finding } from '@ieum/catalogue'
import type { Day } from '@ieum/catalogue/records'
import { factsOfFirm } from '@ieum/matching'
import type { Database } from '@ieum/storage'
import type { Acting, FirmCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { relationsToFirm } from '../acting/relations.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { type FactStated, wrongInDay, wrongInStated } from './wrong-facts.ts'

export interface FactsToEnter {
  readonly facts: readonly FactStated[]
  /** None of the standing exclusions applies on that day; one that stands among `facts` is taken from there. */
  readonly declares?: { readonly standard: Day } | undefined
}

export type FactsEntered =
  | { readonly is: 'entered'; readonly facts: readonly { readonly id: string; readonly name: string }[] }
  | { readonly is: 'not right'; readonly wrong: readonly Finding[] }
  | { readonly is: 'no such firm' }

export function enterFacts(
  needs: { readonly database: Database; readonly catalogue: OpenCatalogue },
  acting: Acting<FirmCapacity>,
  { facts, declares }: FactsToEnter,
): Promise<FactsEntered> {
  return atDesk(needs, acting, async desk => {
    const { firm } = acting.capacity
    if (!desk.may('enter fact', (await relationsToFirm(desk, firm)).relations, firm)) return { is: 'no such firm' }
    const wrong = [...wrongInStated(needs.catalogue, facts, acting.on)]
    if (declares) wrong.push(...wrongInDay(declares.standard, acting.on, ['declares', 'standard']))
    if (facts.length === 0 && !declares)
      wrong.push({ pointer: ['facts'], wrong: 'nothing is stated', right: 'at least one fact, or a declaration' })
    if (wrong.length > 0) return { is: 'not right', wrong }

    const all = [...facts, ...(declares ? declared(needs.catalogue, facts, declares.standard) : [])]
    const entered = await desk.tx
      .insertInto('fact')
      .values(
        all.map(({ name, value, asOf }) => ({
          firm_id: firm,
          name,
          value: JSON.stringify(value),
          source: 'entered' as const,
          source_name: 'firm',
          as_of: asOf,
          recorded_by: acting.person.id,
        })),
      )
      .returning(['id', 'name'])
      .execute()
    desk.changed('enter fact', firm, { names: all.map(({ name }) => name) })
    return { is: 'entered', facts: entered }
  })
}

/** One fact for each, so that each can be shown, passed on and taken back by itself. */
function declared({ rulebook }: OpenCatalogue, facts: readonly FactStated[], asOf: Day): readonly FactStated[] {
  const stated = new Set(facts.map(({ name }) => name))
  const spelt = factsOfFirm({ id: 'firm', declares: ['standard'], facts: {} }, rulebook.facts)
  return Object.entries(spelt).flatMap(([name, value]) => (stated.has(name) ? [] : [{ name, value, asOf }]))
}
