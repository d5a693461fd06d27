/** The terms of a link while they are being typed: numbers and days are texts until they are right. */
import { isDay } from '@ieum/catalogue/days'
import type { Day } from '@ieum/catalogue/records'
import type { LinkTerms } from '../client/shapes.ts'

export interface TypedTerms {
  readonly fromProgramme: string
  readonly toProgramme: string
  readonly outcome: LinkTerms['outcome']
  readonly kind: LinkTerms['kind']
  readonly waives: readonly string[]
  readonly accepts: readonly string[]
  readonly daysToAnswer: string
  readonly remindBefore: string
  readonly expireAfter: string
  readonly places: string
  readonly validFrom: string
  readonly validTo: string
  readonly purposeKo: string
  readonly purposeEn: string
  readonly legalBasis: string
  readonly councilTask: string
}

/** What can be wrong, in the order of the page; what is chosen of a few is never wrong, and both kinds of criteria stand in one place. */
export const termFields = [
  'fromProgramme',
  'toProgramme',
  'criteria',
  'daysToAnswer',
  'remindBefore',
  'expireAfter',
  'places',
  'validFrom',
  'validTo',
  'purposeKo',
  'purposeEn',
  'legalBasis',
  'councilTask',
] as const

export type TermField = (typeof termFields)[number]

export const emptyTerms = (on: Day): TypedTerms => ({
  fromProgramme: '',
  toProgramme: '',
  outcome: 'completed',
  kind: 'preferred',
  waives: [],
  accepts: [],
  daysToAnswer: '10',
  remindBefore: '2',
  expireAfter: '20',
  places: '',
  validFrom: on,
  validTo: '',
  purposeKo: '',
  purposeEn: '',
  legalBasis: '',
  councilTask: '',
})

export const typedFrom = (terms: LinkTerms): TypedTerms => ({
  fromProgramme: terms.fromProgramme,
  toProgramme: terms.toProgramme,
  outcome: terms.outcome,
  kind: terms.kind,
  waives: terms.waives,
  accepts: terms.accepts,
  daysToAnswer: String(terms.daysToAnswer),
  remindBefore: String(terms.remindBefore),
  expireAfter: String(terms.expireAfter),
  places: terms.places === null ? '' : String(terms.places),
  validFrom: terms.validFrom,
  validTo: terms.validTo ?? '',
  purposeKo: terms.purpose.ko,
  purposeEn: terms.purpose.en,
  legalBasis: terms.legalBasis,
  councilTask: terms.councilTask ?? '',
})

/** What the terms are held against before they are sent; the server looks at all of it again. */
export interface Ground {
  readonly agencyOf: (programme: string) => string | undefined
  /** Of who draws it up: a post looks after all programmes of its agency where it names none. */
  readonly drafter: { readonly agency: string; readonly programmes: readonly string[] }
  readonly on: Day
}

export type TermsRead =
  | { readonly is: 'terms'; readonly terms: LinkTerms }
  | { readonly is: 'wrong'; readonly fields: readonly TermField[] }

export function readTerms(typed: TypedTerms, ground: Ground): TermsRead {
  const wrong = new Set<TermField>([...wrongEnds(typed, ground), ...wrongText(typed), ...wrongDays(typed, ground.on)])
  const number = (field: 'daysToAnswer' | 'remindBefore' | 'expireAfter', least: number): number => {
    const read = wholeNumber(typed[field], least, 250)
    if (read === undefined) wrong.add(field)
    return read ?? Number.NaN
  }
  const daysToAnswer = number('daysToAnswer', 1)
  const remindBefore = number('remindBefore', 0)
  if (remindBefore >= daysToAnswer) wrong.add('remindBefore')
  const expireAfter = number('expireAfter', 1)
  const places = placesTyped(typed)
  if (places === undefined) wrong.add('places')
  if (typed.kind === 'relaxes' && typed.waives.length === 0) wrong.add('criteria')
  if (wrong.size > 0) return { is: 'wrong', fields: termFields.filter(field => wrong.has(field)) }
  return {
    is: 'terms',
    terms: {
      fromProgramme: typed.fromProgramme,
      toProgramme: typed.toProgramme,
      outcome: typed.outcome,
      kind: typed.kind,
      waives: typed.waives,
      accepts: typed.accepts,
      daysToAnswer,
      remindBefore,
      expireAfter,
      places: places ?? null,
      validFrom: typed.validFrom,
      validTo: typed.validTo || null,
      purpose: { ko: typed.purposeKo.trim(), en: typed.purposeEn.trim() },
      legalBasis: typed.legalBasis.trim(),
      councilTask: typed.councilTask.trim() || null,
    },
  }
}

/** What the typed terms are already good for, before all of them are right. */
export const daysTyped = (typed: TypedTerms) => {
  const [daysToAnswer, remindBefore, expireAfter] = [
    wholeNumber(typed.daysToAnswer, 1, 250),
    wholeNumber(typed.remindBefore, 0, 250),
    wholeNumber(typed.expireAfter, 1, 250),
  ]
  if (daysToAnswer === undefined || remindBefore === undefined || expireAfter === undefined) return undefined
  return remindBefore < daysToAnswer ? { daysToAnswer, remindBefore, expireAfter } : undefined
}

/** Undefined while it is no number yet. */
export const placesTyped = ({ places }: TypedTerms): number | null | undefined =>
  places.trim() === '' ? null : wholeNumber(places, 1, 1_000_000)

/** In whatever order the criteria stand. */
export const isSame = (a: TypedTerms, b: TypedTerms): boolean => differing(a, b).length === 0

export const differing = (a: TypedTerms, b: TypedTerms): readonly (keyof TypedTerms)[] =>
  (Object.keys(a) as (keyof TypedTerms)[]).filter(key => asText(a[key]) !== asText(b[key]))

const asText = (typed: string | readonly string[]): string =>
  typeof typed === 'string' ? typed.trim() : typed.toSorted().join(' ')

/** The field that a path of the server's answer means: `/terms/waives/0`. */
export function fieldAt(path: string): TermField | undefined {
  const [, terms, name, part] = path.split('/')
  if (terms !== 'terms') return undefined
  if (name === 'waives' || name === 'accepts') return 'criteria'
  if (name === 'purpose') return part === 'en' ? 'purposeEn' : 'purposeKo'
  return termFields.find(field => field === name)
}

/** What of a whole number is typed, or undefined: `10`, not `1e1` or `10.5`. */
function wholeNumber(text: string, least: number, most: number): number | undefined {
  const tight = text.trim()
  if (!/^\d{1,7}$/.test(tight)) return undefined
  const number = Number(tight)
  return number >= least && number <= most ? number : undefined
}

function wrongEnds({ fromProgramme, toProgramme }: TypedTerms, { agencyOf, drafter }: Ground): readonly TermField[] {
  const [from, to] = [agencyOf(fromProgramme), agencyOf(toProgramme)]
  const missing: readonly TermField[] = [
    ...(from ? [] : ['fromProgramme' as const]),
    ...(to ? [] : ['toProgramme' as const]),
  ]
  if (missing.length > 0) return missing
  if (from === to) return ['toProgramme']
  const own = from === drafter.agency ? 'fromProgramme' : to === drafter.agency ? 'toProgramme' : undefined
  if (!own) return ['fromProgramme']
  const programme = own === 'fromProgramme' ? fromProgramme : toProgramme
  return drafter.programmes.length === 0 || drafter.programmes.includes(programme) ? [] : [own]
}

const wrongText = (typed: TypedTerms): readonly TermField[] =>
  (['purposeKo', 'purposeEn', 'legalBasis'] as const).filter(field => typed[field].trim() === '')

function wrongDays({ validFrom, validTo }: TypedTerms, on: Day): readonly TermField[] {
  const isFrom = isDay(validFrom)
  const isTo = validTo === '' || (isDay(validTo) && validTo >= on && !(isFrom && validTo < validFrom))
  return [...(isFrom ? [] : ['validFrom' as const]), ...(isTo ? [] : ['validTo' as const])]
}
