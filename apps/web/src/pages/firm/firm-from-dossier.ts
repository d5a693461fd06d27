/** A dossier as the firm that the pages Find and Path ask about. */
import type { Fact, Value } from '@ieum/catalogue/records'
import { firmHereOf } from '../../firm/firm-file.ts'
import type { FirmHere } from '../../firm/firm-store.ts'
import { isPartOfDeclaration } from '../find/next-question.ts'
import type { Dossier, DossierParticipation, Source } from './client/shapes.ts'

/**
 * Of each fact the value that counts; of each participation, what an agency says before what the firm says. Where the dossier answers all
 * standing exclusions, they are the one answer that the page Find knows them by.
 */
export function firmFromDossier({ firm, facts, participations }: Dossier, asked: readonly Fact[]): FirmHere {
  const told = toldOnce(participations).map(asFact)
  const exclusions = new Set(asked.filter(isPartOfDeclaration).map(({ name }) => name))
  const answered = facts.filter(({ name, value }) => exclusions.has(name) && typeof value === 'boolean')
  const declares = exclusions.size > 0 && answered.length === exclusions.size
  const kept = facts.filter(({ name, value }) => !(declares && exclusions.has(name) && value === false))
  return firmHereOf({
    id: 'my-firm',
    name: { ko: firm.name.ko, en: firm.name.en ?? firm.name.ko },
    ...(declares && { declares: ['standard'] }),
    facts: {
      ...Object.fromEntries(kept.map(({ name, value }) => [name, value])),
      ...(told.length > 0 && { participations: told as Value }),
    },
  })
}

const asFact = ({ programme, edition, outcome, role, on, amount, details }: DossierParticipation) => ({
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
function toldOnce(participations: readonly DossierParticipation[]): readonly DossierParticipation[] {
  const told = new Map<string, DossierParticipation>()
  for (const participation of participations) {
    if (participation.outcome === 'applied') continue
    const key = JSON.stringify([participation.programme, participation.edition, participation.outcome])
    const before = told.get(key)
    if (!before || weight[participation.source] < weight[before.source]) told.set(key, participation)
  }
  return [...told.values()].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}
