/** What two agencies agree on, and what can be wrong with it by the catalogue and the calendar. */
import { isDayToAskAbout } from '@ieum/catalogue/days'
import type { Day, Link, Words } from '@ieum/catalogue/records'
import type { Rulebook } from '@ieum/rules'
import type { Tables } from '@ieum/storage'
import type { Selectable } from 'kysely'
import type { FieldFault } from '../field-fault.ts'

export type AgreementRow = Selectable<Tables['link_agreement']>

export interface Terms {
  readonly fromProgramme: string
  readonly outcome: 'selected' | 'completed'
  readonly toProgramme: string
  readonly kind: Link['kind']
  /** Working days from the day after a referral was sent. */
  readonly daysToAnswer: number
  readonly remindBefore: number
  readonly expireAfter: number
  readonly places: number | null
  /** Criteria and exclusions of the receiving programme that do not count for a firm that comes this way. */
  readonly waives: readonly string[]
  /** Those on which the receiving agency takes the decision of the sending one. */
  readonly accepts: readonly string[]
  readonly legalBasis: string
  readonly purpose: Words
  readonly councilTask: string | null
  readonly validFrom: Day
  readonly validTo: Day | null
}

export const termsOf = (row: AgreementRow): Terms => ({
  fromProgramme: row.from_programme,
  outcome: row.outcome,
  toProgramme: row.to_programme,
  kind: row.kind,
  daysToAnswer: row.days_to_answer,
  remindBefore: row.remind_before,
  expireAfter: row.expire_after,
  places: row.places,
  waives: row.waives,
  accepts: row.accepts,
  legalBasis: row.legal_basis,
  purpose: { ko: row.purpose_ko, en: row.purpose_en },
  councilTask: row.council_task,
  validFrom: row.valid_from,
  validTo: row.valid_to,
})

/** What decides whether it is in force on a day. */
export const datesOf = ({ state, valid_from, valid_to, superseded_by }: AgreementRow) => ({
  state,
  validFrom: valid_from,
  validTo: valid_to,
  supersededBy: superseded_by,
})

/** The columns of the terms, with the agencies that the catalogue names for the two programmes. */
export function columnsOf(terms: Terms, { programmes }: Rulebook) {
  const agencyOf = (programme: string) => programmes.find(({ id }) => id === programme)!.agency
  return {
    from_programme: terms.fromProgramme,
    outcome: terms.outcome,
    to_programme: terms.toProgramme,
    kind: terms.kind,
    from_agency: agencyOf(terms.fromProgramme),
    to_agency: agencyOf(terms.toProgramme),
    days_to_answer: terms.daysToAnswer,
    remind_before: terms.remindBefore,
    expire_after: terms.expireAfter,
    places: terms.places,
    waives: [...terms.waives],
    accepts: [...terms.accepts],
    legal_basis: terms.legalBasis.trim(),
    purpose_ko: terms.purpose.ko.trim(),
    purpose_en: terms.purpose.en.trim(),
    council_task: terms.councilTask,
    valid_from: terms.validFrom,
    valid_to: terms.validTo,
  }
}

/** Every fault, not only the first; none: the terms fit the catalogue as it is and the day. */
export function wrongInTerms(terms: Terms, { programmes }: Rulebook, on: Day): readonly FieldFault[] {
  const faults: FieldFault[] = []
  const wrong = (field: string, wrong: string) => faults.push({ field: `/${field}`, wrong })
  const from = programmes.find(({ id }) => id === terms.fromProgramme)
  const to = programmes.find(({ id }) => id === terms.toProgramme)
  if (!from) wrong('fromProgramme', 'the catalogue has no such programme')
  if (!to) wrong('toProgramme', 'the catalogue has no such programme')
  if (from && to && from.agency === to.agency)
    wrong('toProgramme', `both programmes are of ${to.agency}: an agreement joins two agencies`)

  const newest = to?.editions.at(-1)
  const known = new Set([...(newest?.criteria ?? []), ...(newest?.exclusions ?? [])].map(({ id }) => id))
  for (const field of ['waives', 'accepts'] as const)
    for (const [index, id] of terms[field].entries()) {
      if (newest && !known.has(id))
        wrong(`${field}/${index}`, `edition ${newest.edition} of ${to!.id} has no criterion or exclusion "${id}"`)
      if (terms[field].indexOf(id) !== index) wrong(`${field}/${index}`, `"${id}" stands here twice`)
    }
  for (const [index, id] of terms.accepts.entries())
    if (terms.waives.includes(id)) wrong(`accepts/${index}`, `"${id}" is waived: nobody need decide on it`)
  if (terms.kind === 'relaxes' && terms.waives.length === 0)
    wrong('waives', 'a link that relaxes says which criteria it waives')

  if (!isWhole(terms.daysToAnswer, 1, 250)) wrong('daysToAnswer', 'a whole number from 1 to 250 working days')
  if (!isWhole(terms.remindBefore, 0, 250) || terms.remindBefore >= terms.daysToAnswer)
    wrong('remindBefore', 'a whole number of working days, fewer than there are to answer')
  if (!isWhole(terms.expireAfter, 1, 250)) wrong('expireAfter', 'a whole number from 1 to 250 working days')
  if (terms.places !== null && !isWhole(terms.places, 1, 1_000_000))
    wrong('places', 'a whole number from 1, or null where there is no limit')

  if (terms.legalBasis.trim() === '') wrong('legalBasis', 'the law or agreement that this rests on')
  for (const language of ['ko', 'en'] as const)
    if (terms.purpose[language].trim() === '') wrong(`purpose/${language}`, 'what firms are handed on for')

  const isFrom = isDayToAskAbout(terms.validFrom)
  if (!isFrom) wrong('validFrom', 'a day such as 2026-11-25')
  if (terms.validTo !== null) {
    if (!isDayToAskAbout(terms.validTo)) wrong('validTo', 'a day such as 2026-11-25, or null where there is no end')
    else if (isFrom && terms.validTo < terms.validFrom) wrong('validTo', `not before ${terms.validFrom}`)
    else if (terms.validTo < on) wrong('validTo', `not before today, ${on}`)
  }
  return faults
}

const isWhole = (number: number, least: number, most: number): boolean =>
  Number.isInteger(number) && number >= least && number <= most
