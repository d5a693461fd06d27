/** A link is drawn up by one of its two agencies; nobody else sees it before it is offered. */
import { randomUUID } from 'node:crypto'
import type { AgreementState } from '@ieum/desk'
import type { Rulebook } from '@ieum/rules'
import type { Database } from '@ieum/storage'
import { type Acting, looksAfter, type PostCapacity } from '../acting/acting.ts'
import { atDesk, type Desk } from '../acting/at-desk.ts'
import type { FieldFault } from '../field-fault.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { type ChangedMeanwhile, changedMeanwhile, findAgreement, looksAfterSide, sideOf } from './find-agreement.ts'
import { columnsOf, type Terms, wrongInTerms } from './terms.ts'

export interface AgreementNeeds {
  readonly database: Database
  readonly catalogue: OpenCatalogue
}

export type AgreementDrafted =
  | {
      readonly is: 'drafted'
      readonly agreement: string
      readonly link: string
      readonly version: number
      readonly changed: number
    }
  | { readonly is: 'faulty'; readonly fields: readonly FieldFault[] }
  | { readonly is: 'not for this post' }

type Drafting = Desk<Acting<PostCapacity>>

export function draftAgreement(
  { database, catalogue: { rulebook } }: AgreementNeeds,
  acting: Acting<PostCapacity>,
  { terms, fromLink }: { readonly terms: Terms; readonly fromLink?: string | undefined },
): Promise<AgreementDrafted> {
  return atDesk({ database }, acting, async desk => {
    if (!desk.may('draft link', none, terms.fromProgramme)) return { is: 'not for this post' }
    return draftAtDesk(desk, rulebook, { terms, fromLink })
  })
}

/** Inside of another use case that has asked whether it may be. */
export async function draftAtDesk(
  desk: Drafting,
  rulebook: Rulebook,
  { terms, fromLink }: { readonly terms: Terms; readonly fromLink?: string | undefined },
): Promise<AgreementDrafted> {
  const fields = [...wrongForDrafter(terms, desk, rulebook), ...wrongFromLink(terms, fromLink, rulebook)]
  if (fields.length > 0) return { is: 'faulty', fields }
  // Names are made here and never met twice: a clash would tell that the other side has a draft.
  const start = fromLink ?? `${terms.fromProgramme}-to-${terms.toProgramme}`
  return insertDraft(desk, rulebook, { terms, link: `${start}-${randomUUID().slice(0, 8)}`, version: 1 })
}

export type NextVersionDrafted =
  | AgreementDrafted
  | { readonly is: 'no such agreement' }
  /** Only one that stands is drawn up anew. */
  | { readonly is: 'not allowed now'; readonly state: AgreementState }

/** New terms for a link that is agreed; when both sides have agreed on them, they take the place of those that stand. */
export function draftNextVersion(
  { database, catalogue: { rulebook } }: AgreementNeeds,
  acting: Acting<PostCapacity>,
  { agreement, terms }: { readonly agreement: string; readonly terms: Terms },
): Promise<NextVersionDrafted> {
  return atDesk({ database }, acting, async desk => {
    // Locked, so that two who draw up the next at once get two numbers.
    const standing = await findAgreement(desk, agreement, { toMove: true })
    if (!standing || !sideOf(standing, acting.capacity.agency)) return { is: 'no such agreement' }
    if (!desk.may('draft link', none, agreement) || !looksAfterSide(acting.capacity, standing))
      return { is: 'not for this post' }
    if (standing.state !== 'agreed' || standing.superseded_by !== null)
      return { is: 'not allowed now', state: standing.state }
    const fields = [...wrongForDrafter(terms, desk, rulebook), ...wrongForVersion(terms, standing)]
    if (fields.length > 0) return { is: 'faulty', fields }
    // Drafts of the other side count, too: numbers are not given twice.
    const { last } = await desk.asWorker(() =>
      desk.tx
        .selectFrom('link_agreement')
        .select(({ fn }) => fn.max('version').as('last'))
        .where('link', '=', standing.link)
        .executeTakeFirstOrThrow(),
    )
    return insertDraft(desk, rulebook, { terms, link: standing.link, version: last + 1 })
  })
}

export type DraftChanged =
  | { readonly is: 'drafted'; readonly changed: number }
  | { readonly is: 'faulty'; readonly fields: readonly FieldFault[] }
  | { readonly is: 'no such agreement' }
  | { readonly is: 'not for this post' }
  | { readonly is: 'not allowed now'; readonly state: AgreementState }
  | ChangedMeanwhile

/** Until it is proposed; `changed` is the count that the writer has seen. */
export function changeDraft(
  { database, catalogue: { rulebook } }: AgreementNeeds,
  acting: Acting<PostCapacity>,
  { agreement, changed, terms }: { readonly agreement: string; readonly changed: number; readonly terms: Terms },
): Promise<DraftChanged> {
  return atDesk({ database }, acting, async desk => {
    const draft = await findAgreement(desk, agreement, { toMove: true })
    if (!draft || sideOf(draft, acting.capacity.agency) === null) return { is: 'no such agreement' }
    if (!desk.may('draft link', none, agreement) || !looksAfterSide(acting.capacity, draft))
      return { is: 'not for this post' }
    if (draft.changed !== changed) return changedMeanwhile(draft)
    if (draft.state !== 'drafted') return { is: 'not allowed now', state: draft.state }
    const fields = [
      ...wrongForDrafter(terms, desk, rulebook),
      ...(draft.version > 1 ? wrongForVersion(terms, draft) : []),
    ]
    if (fields.length > 0) return { is: 'faulty', fields }
    await desk.tx
      .updateTable('link_agreement')
      .set({
        ...columnsOf(terms, rulebook),
        changed: changed + 1,
        writers: [...new Set([...draft.writers, acting.person.id])],
      })
      .where('id', '=', agreement)
      .execute()
    desk.changed('draft link', agreement, { changed: changed + 1 })
    return { is: 'drafted', changed: changed + 1 }
  })
}

const none = new Set(['none'] as const)

/** Paths begin at what was sent, where the terms stand under `terms`. */
const inTerms = ({ field, wrong }: FieldFault): FieldFault => ({ field: `/terms${field}`, wrong })

function wrongForDrafter(terms: Terms, { acting: { capacity, on } }: Drafting, rulebook: Rulebook): FieldFault[] {
  const faults = [...wrongInTerms(terms, rulebook, on)]
  const isOwn = (programme: string) =>
    rulebook.programmes.find(({ id }) => id === programme)?.agency === capacity.agency
  const own = isOwn(terms.fromProgramme) ? 'fromProgramme' : isOwn(terms.toProgramme) ? 'toProgramme' : undefined
  if (!own) faults.push({ field: '/fromProgramme', wrong: `one of the two programmes is of ${capacity.agency}` })
  else if (!looksAfter(capacity, terms[own])) faults.push({ field: `/${own}`, wrong: 'one that this post looks after' })
  return faults.map(inTerms)
}

function wrongFromLink(
  { fromProgramme, toProgramme }: Terms,
  id: string | undefined,
  { links, agreedHere }: Rulebook,
): FieldFault[] {
  if (id === undefined) return []
  const link = links.find(link => link.id === id && !agreedHere?.includes(id))
  return link?.from.programme === fromProgramme && link.to === toProgramme
    ? []
    : [{ field: '/fromLink', wrong: 'the catalogue has no such link between the two programmes' }]
}

function wrongForVersion(terms: Terms, before: { from_programme: string; to_programme: string }): FieldFault[] {
  const faults: FieldFault[] = []
  if (terms.fromProgramme !== before.from_programme)
    faults.push({ field: '/fromProgramme', wrong: `a version of this link begins at ${before.from_programme}` })
  if (terms.toProgramme !== before.to_programme)
    faults.push({ field: '/toProgramme', wrong: `a version of this link leads to ${before.to_programme}` })
  return faults.map(inTerms)
}

async function insertDraft(
  desk: Drafting,
  rulebook: Rulebook,
  { terms, link, version }: { readonly terms: Terms; readonly link: string; readonly version: number },
): Promise<AgreementDrafted> {
  const { person, capacity } = desk.acting
  const { id, changed } = await desk.tx
    .insertInto('link_agreement')
    .values({ ...columnsOf(terms, rulebook), link, version, proposed_by: capacity.agency, writers: [person.id] })
    .returning(['id', 'changed'])
    .executeTakeFirstOrThrow()
  desk.changed('draft link', id, { link, version })
  return { is: 'drafted', agreement: id, link, version, changed }
}
