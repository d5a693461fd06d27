/** A support that a firm took part in: as the firm says, or as the agency recorded whose programme it was. */
import { checkFacts, didYouMean, type Finding, vocabularyOf } from '@ieum/catalogue'
import type { Day, Value } from '@ieum/catalogue/records'
import type { Database } from '@ieum/storage'
import { isId } from '../acting/act-as.ts'
import { type Acting, type FirmCapacity, looksAfter, type PostCapacity } from '../acting/acting.ts'
import { atDesk, type Desk } from '../acting/at-desk.ts'
import { onConsents } from '../acting/look-basis.ts'
import { relationsToFirm } from '../acting/relations.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import type { Outcome } from './dossier.ts'
import { wrongInDay, wrongInSize } from './wrong-facts.ts'

export interface ParticipationToAdd {
  readonly programme: string
  readonly edition: string
  readonly outcome: Outcome
  readonly role: 'lead' | 'member'
  readonly on: Day
  /** KRW */
  readonly amount?: number | undefined
  /** Further fields that the catalogue declares for participations. */
  readonly details?: Readonly<Record<string, Value>> | undefined
}

export type ParticipationAdded =
  | { readonly is: 'added'; readonly participation: string }
  /** The same round with the same outcome stands already, from this side. */
  | { readonly is: 'there already' }
  | { readonly is: 'not right'; readonly wrong: readonly Finding[] }
  | { readonly is: 'no such firm' }

/** As long as one that another installation is told of. */
const longestEdition = 60

interface Needs {
  readonly database: Database
  readonly catalogue: OpenCatalogue
}

export function enterParticipation(
  needs: Needs,
  acting: Acting<FirmCapacity>,
  participation: ParticipationToAdd,
): Promise<ParticipationAdded> {
  return atDesk(needs, acting, async desk => {
    const { firm } = acting.capacity
    if (!desk.may('enter participation', (await relationsToFirm(desk, firm)).relations, firm))
      return { is: 'no such firm' }
    const wrong = wrongIn(needs.catalogue, participation, acting.on)
    if (wrong.length > 0) return { is: 'not right', wrong }
    return add(desk, firm, participation, { source: 'entered', agency: null })
  })
}

export function recordParticipation(
  needs: Needs,
  acting: Acting<PostCapacity>,
  firm: string,
  participation: ParticipationToAdd & { readonly source: 'registry' | 'decision' },
): Promise<ParticipationAdded> {
  return atDesk(needs, acting, async desk => {
    if (!isId(firm)) return { is: 'no such firm' }
    const { relations, consents } = await relationsToFirm(desk, firm)
    const by = desk.may('record participation', relations, firm)
    if (!by) return { is: 'no such firm' }
    const wrong = [
      ...wrongIn(needs.catalogue, participation, acting.on),
      ...wrongProgramme(needs.catalogue, acting.capacity, participation.programme),
    ]
    if (wrong.length > 0) return { is: 'not right', wrong }
    const added = await add(desk, firm, participation, {
      source: participation.source,
      agency: acting.capacity.agency,
    })
    desk.looked({
      firm,
      operation: 'record participation',
      basis: by === 'own' ? 'own programme' : onConsents(consents),
    })
    return added
  })
}

/** Of its own programmes an agency says what became of a firm, and of those alone that the post looks after. */
function wrongProgramme({ rulebook }: OpenCatalogue, capacity: PostCapacity, id: string): readonly Finding[] {
  const programme = rulebook.programmes.find(programme => programme.id === id)
  if (!programme || (programme.agency === capacity.agency && looksAfter(capacity, id))) return []
  return [
    { pointer: ['programme'], wrong: `${id} is not yours to record`, right: 'a programme that your post looks after' },
  ]
}

function wrongIn({ rulebook }: OpenCatalogue, given: ParticipationToAdd, on: Day): readonly Finding[] {
  const { programme, edition, amount, details = {} } = given
  const ids = rulebook.programmes.map(({ id }) => id)
  const wrong: Finding[] = []
  if (!ids.includes(programme))
    wrong.push({
      pointer: ['programme'],
      wrong: 'is no programme of the catalogue',
      right: didYouMean(programme, ids) ?? 'the id of a programme',
    })
  if (edition.trim() === '') wrong.push({ pointer: ['edition'], wrong: 'is empty', right: 'its round, such as 2025-1' })
  else if (edition.length > longestEdition)
    wrong.push({ pointer: ['edition'], wrong: 'is too long', right: `at most ${longestEdition} characters` })
  if (amount !== undefined && !(Number.isSafeInteger(amount) && amount >= 0))
    wrong.push({ pointer: ['amount'], wrong: 'is no amount of money', right: 'whole KRW, 0 or more' })
  wrong.push(...wrongInSize(edition, ['edition']), ...wrongInDay(given.on, on, ['on']))
  const own = ['programme', 'edition', 'outcome', 'role', 'on', 'granted'].find(name => Object.hasOwn(details, name))
  if (own)
    wrong.push({
      pointer: ['details', own],
      at: 'key',
      wrong: `${own} has a place of its own`,
      right: 'outside of details',
    })
  else {
    wrong.push(...wrongInSize(details, ['details']))
    for (const { pointer, ...rest } of checkFacts({ participations: [details] }, vocabularyOf(rulebook.facts)))
      wrong.push({ pointer: ['details', ...pointer.slice(2)], ...rest })
  }
  return wrong
}

async function add(
  desk: Desk,
  firm: string,
  { programme, edition, outcome, role, on, amount, details }: ParticipationToAdd,
  { source, agency }: { readonly source: 'entered' | 'registry' | 'decision'; readonly agency: string | null },
): Promise<ParticipationAdded> {
  const added = await desk.tx
    .insertInto('participation')
    .values({
      firm_id: firm,
      programme,
      edition: edition.trim(),
      outcome,
      role,
      on_day: on,
      amount: amount ?? null,
      details: JSON.stringify(details ?? {}),
      source,
      source_agency: agency,
      recorded_by: desk.acting.person.id,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return { is: 'there already' }
  desk.changed(agency ? 'record participation' : 'enter participation', firm, { programme, edition, outcome })
  return { is: 'added', participation: added.id }
}
