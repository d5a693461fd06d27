/**
 * What OParl 1.1 and Popolo ask of each thing, written by hand from their published schemas (github.com/OParl/spec, folder `schema`;
 * github.com/popolo-project/popolo-spec, folder `schemas`): names, types, what must be there. A property that neither knows begins with `ieum:`.
 */
import { z } from 'zod'

const url = z.url()
const moment = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/)
const day = z.iso.date()
const text = z.string().min(1)
const ours = z.record(z.string().regex(/^ieum:[a-z][A-Za-z]*$/), z.unknown())

/** Nothing but what is named, and what is ours. */
function shape(known: Readonly<Record<string, z.ZodType>>): z.ZodType<Record<string, unknown>> {
  return z.record(z.string(), z.unknown()).superRefine((thing, context) => {
    const theirs = Object.fromEntries(Object.entries(thing).filter(([name]) => !name.startsWith('ieum:')))
    const own = Object.fromEntries(Object.entries(thing).filter(([name]) => name.startsWith('ieum:')))
    for (const read of [z.strictObject(known).safeParse(theirs), ours.safeParse(own)])
      for (const { path, message } of read.error?.issues ?? []) context.addIssue({ code: 'custom', path, message })
  })
}

const typed = (name: string) => ({ id: url, type: z.literal(`https://schema.oparl.org/1.1/${name}`) })
/** In 1.1 every object says both, inside of another one too. */
const dated = { created: moment, modified: moment, web: url.optional(), keyword: z.array(text).optional() }

const location = shape({ ...typed('Location'), ...dated, description: text.optional() })
const agendaItem = shape({
  ...typed('AgendaItem'),
  ...dated,
  meeting: url.optional(),
  number: text.optional(),
  order: z.int().min(0),
  name: text.optional(),
  public: z.boolean().optional(),
  consultation: url.optional(),
  result: text.optional(),
  resolutionText: text.optional(),
  start: moment.optional(),
  end: moment.optional(),
})
const consultation = shape({
  ...typed('Consultation'),
  ...dated,
  paper: url.optional(),
  agendaItem: url.optional(),
  meeting: url.optional(),
  organization: z.array(url).optional(),
  authoritative: z.boolean().optional(),
  role: text.optional(),
})

export const oparl: Readonly<Record<string, z.ZodType>> = {
  System: shape({
    ...typed('System'),
    oparlVersion: z.literal('https://schema.oparl.org/1.1/'),
    body: url,
    name: text.optional(),
    website: url.optional(),
    web: url.optional(),
  }),
  Body: shape({
    ...typed('Body'),
    ...dated,
    system: url.optional(),
    name: text,
    organization: url,
    person: url,
    meeting: url,
    paper: url,
    legislativeTerm: z.array(z.unknown()),
    agendaItem: url,
    consultation: url,
    classification: text.optional(),
  }),
  Organization: shape({
    ...typed('Organization'),
    ...dated,
    body: url.optional(),
    name: text.optional(),
    meeting: url.optional(),
    post: z.array(text).optional(),
    organizationType: z.enum(['Gremium', 'Verwaltungsbereich', 'externes Gremium', 'Institution', 'Sonstiges']),
    classification: text.optional(),
    startDate: day.optional(),
    endDate: day.optional(),
  }),
  Meeting: shape({
    ...typed('Meeting'),
    ...dated,
    name: text.optional(),
    meetingState: z.enum(['terminiert', 'eingeladen', 'durchgeführt']),
    cancelled: z.boolean().optional(),
    start: moment.optional(),
    end: moment.optional(),
    location: location.optional(),
    organization: z.array(url).optional(),
    agendaItem: z.array(agendaItem),
  }),
  AgendaItem: agendaItem,
  Consultation: consultation,
  Paper: shape({
    ...typed('Paper'),
    ...dated,
    body: url.optional(),
    name: text.optional(),
    reference: text.optional(),
    date: day.optional(),
    paperType: text.optional(),
    originatorOrganization: z.array(url).optional(),
    consultation: z.array(consultation).optional(),
  }),
}

const fuzzyDay = z.string().regex(/^\d{4}(-\d\d){0,2}$/)
const source = z.strictObject({ url, note: z.string().optional() })
const named = { created_at: moment.optional(), updated_at: moment.optional(), sources: z.array(source).optional() }
const otherName = z.strictObject({ name: text, note: text.optional() })

export const popolo = z.strictObject({
  organizations: z.array(
    shape({
      ...named,
      id: text,
      name: text,
      other_names: z.array(otherName).optional(),
      identifiers: z.array(z.strictObject({ identifier: text, scheme: text.optional() })).optional(),
      classification: text.optional(),
      founding_date: fuzzyDay.optional(),
      dissolution_date: fuzzyDay.optional(),
    }),
  ),
  posts: z.array(
    shape({ id: text, label: text, role: text.optional(), organization_id: text, start_date: fuzzyDay.optional() }),
  ),
  memberships: z.array(
    shape({
      id: text,
      label: text.optional(),
      role: text.optional(),
      organization_id: text,
      post_id: text,
      on_behalf_of_id: text.optional(),
      start_date: fuzzyDay.optional(),
    }),
  ),
  events: z.array(
    shape({
      ...named,
      id: text,
      name: text.optional(),
      classification: text,
      organization_id: text,
      parent_id: text.optional(),
      start_date: z.union([fuzzyDay, moment]).optional(),
      end_date: z.union([fuzzyDay, moment]).optional(),
      location: text.optional(),
      status: text.optional(),
    }),
  ),
  motions: z.array(
    shape({
      ...named,
      id: text,
      organization_id: text,
      legislative_session_id: text.optional(),
      text,
      classification: text.optional(),
      date: fuzzyDay,
      result: z.enum(['pass', 'fail']),
    }),
  ),
  vote_events: z.array(
    shape({
      id: text,
      identifier: text.optional(),
      motion_id: text,
      organization_id: text,
      legislative_session_id: text.optional(),
      start_date: fuzzyDay,
      result: z.enum(['pass', 'fail']),
      counts: z.array(z.strictObject({ option: z.enum(['yes', 'no', 'abstain']), value: z.int().min(0) })).optional(),
    }),
  ),
})
