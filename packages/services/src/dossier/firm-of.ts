/** A dossier as a firm file, which matching and planning ask about. */
import type { Firm, Value } from '@ieum/catalogue/records'
import type { Dossier, Source, Told } from './dossier.ts'

/** Of each fact the value that counts; of each participation, what an agency says before what the firm says. */
export function firmOf({ firm, facts, participations }: Dossier): Firm {
  return {
    id: firm.id,
    name: { ko: firm.name.ko, en: firm.name.en ?? firm.name.ko },
    facts: {
      ...Object.fromEntries(facts.map(({ name, value }) => [name, value])),
      participations: asParticipations(toldOnce(participations)),
    },
  }
}

/** As the fact of this name has them. */
export const asParticipations = (told: readonly Told[]): Value => told.map(asFact) as Value

const asFact = ({ programme, edition, outcome, role, on, amount, details }: Told) => ({
  ...details,
  programme,
  edition,
  outcome,
  role,
  on,
  ...(amount !== null && { granted: amount }),
})

const weight: Readonly<Record<Source, number>> = { decision: 0, registry: 1, entered: 2 }

/** The same round and outcome told by several is one; having applied is not yet a participation. */
export function toldOnce(participations: readonly Told[]): readonly Told[] {
  const told = new Map<string, Told>()
  for (const participation of participations) {
    if (participation.outcome === 'applied') continue
    const key = JSON.stringify([participation.programme, participation.edition, participation.outcome])
    const before = told.get(key)
    if (!before || weight[participation.source] < weight[before.source]) told.set(key, participation)
  }
  return [...told.values()].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}
