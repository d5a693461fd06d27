/** What every object of the open record in OParl's words shares: its id, which is an address that answers, its moments, its page. */
import type { Agency, Day } from '@ieum/catalogue/records'
import { openAddresses } from '../addresses.ts'
import { momentOf } from '../moment-of.ts'
import type { OpenRecord } from '../open-record.ts'

export type OparlObject = Readonly<Record<string, unknown>> & { readonly id: string; readonly type: string }

export interface OparlPlace {
  /** How this site is reached. */
  readonly base: string
  readonly timeZone: string
  readonly agencies: readonly Agency[]
}

export const oparlPath = '/api/open/oparl'
export const typeOf = (name: string) => `https://schema.oparl.org/1.1/${name}`
const part = encodeURIComponent

export const oparlLists = ['organization', 'person', 'meeting', 'paper', 'agendaItem', 'consultation'] as const
export type OparlList = (typeof oparlLists)[number]

const idsOf = (base: string, council: string) => {
  const at = `${base}${oparlPath}`
  const of = part(council)
  return {
    system: `${at}/system`,
    body: `${at}/body/${of}`,
    list: (list: OparlList) => `${at}/body/${of}/${list}`,
    organization: `${at}/organization/${of}`,
    agency: (agency: string) => `${at}/organization/${of}/${part(agency)}`,
    meeting: (number: number) => `${at}/meeting/${of}/${number}`,
    location: (number: number) => `${at}/meeting/${of}/${number}#location`,
    item: (number: number, item: string) => `${at}/agendaItem/${of}/${number}/${part(item)}`,
    consultation: (number: number, item: string) => `${at}/consultation/${of}/${number}/${part(item)}`,
    paper: (code: string) => `${at}/paper/${of}/${part(code)}`,
  }
}

/** One council's record, and how its objects are put together. */
export interface OparlFrame {
  readonly record: OpenRecord
  readonly place: OparlPlace
  readonly ids: ReturnType<typeof idsOf>
  /** Pages of this site. */
  readonly to: ReturnType<typeof openAddresses>
  /** The day from which anything of it is open. */
  readonly opened: Day | null
  /** Nothing is said of when something was written, only of when it opened: that would tell what was closed till then. */
  readonly since: (
    created: Day | null,
    modified?: Day | null,
  ) => { readonly created?: string; readonly modified?: string }
  readonly web: (path: string) => { readonly web: string }
}

export function frameOf(record: OpenRecord, place: OparlPlace): OparlFrame {
  const { base, timeZone } = place
  const opened = record.opened ?? record.updated
  return {
    record,
    place,
    ids: idsOf(base, record.id),
    to: openAddresses(record.id),
    opened,
    since(created, modified = created) {
      const first = created ?? opened
      const last = modified ?? first
      return {
        ...(first && { created: momentOf(timeZone, first) }),
        ...(last && { modified: momentOf(timeZone, last) }),
      }
    },
    web: path => ({ web: `${base}${path}` }),
  }
}
