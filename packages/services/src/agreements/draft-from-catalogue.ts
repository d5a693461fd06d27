/** A link of the catalogue as the start of an agreement: what real notices say, to be completed by who draws it up. */
import type { Day } from '@ieum/catalogue/records'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import type { Terms } from './terms.ts'

export type StartOfDraft = { readonly is: 'start'; readonly terms: Terms } | { readonly is: 'no such link' }

/** Only of links that one of the agency's own programmes is part of. The legal basis stays empty where the catalogue knows of no agreement. */
export function draftFromCatalogue(
  { rulebook: { links, agreedHere, programmes } }: OpenCatalogue,
  { capacity, on }: Acting<PostCapacity>,
  id: string,
): StartOfDraft {
  const link = links.find(link => link.id === id && !agreedHere?.includes(id))
  const agencies = [link?.from.programme, link?.to].map(end => programmes.find(({ id }) => id === end)?.agency)
  if (!link || !agencies.includes(capacity.agency)) return { is: 'no such link' }
  const known = new Set(
    [programmes.find(({ id }) => id === link.to)?.editions.at(-1)].flatMap(edition =>
      [...(edition?.criteria ?? []), ...(edition?.exclusions ?? [])].map(({ id }) => id),
    ),
  )
  return {
    is: 'start',
    terms: {
      fromProgramme: link.from.programme,
      outcome: link.from.outcome ?? 'selected',
      toProgramme: link.to,
      kind: link.kind,
      daysToAnswer: link.days_to_answer ?? usual.daysToAnswer,
      remindBefore: usual.remindBefore,
      expireAfter: usual.expireAfter,
      places: link.places ?? null,
      waives: (link.waives ?? []).filter(criterion => known.has(criterion)),
      accepts: [],
      legalBasis: link.agreed?.source?.title ?? '',
      purpose: link.label ?? { ko: '', en: '' },
      councilTask: link.agreed?.in ?? null,
      validFrom: later(link.valid?.from ?? on, on),
      validTo: link.valid?.to ?? null,
    },
  }
}

/** Working days. */
const usual = { daysToAnswer: 10, remindBefore: 2, expireAfter: 20 }

const later = (a: Day, b: Day): Day => (a > b ? a : b)
