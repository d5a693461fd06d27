/** What was read out of a paper: a draft, of which nothing holds before a person has said yes. */
import type { Day } from '@ieum/catalogue/records'

/** The line that it came from, without names, telephones and addresses. */
export interface Origin {
  readonly line: number
  readonly source: string
}

export interface Drafted<Value> extends Origin {
  readonly value: Value
}

export interface DraftedItem extends Origin {
  /** `10:30`; null where the paper does not say. */
  readonly from: string | null
  readonly to: string | null
  readonly title: string
}

export interface DraftedTask extends Origin {
  readonly title: string
  /** Ids of agencies. */
  readonly proposedBy: readonly string[]
}

export interface DraftedPost extends Origin {
  readonly agency: string | null
  readonly title: string
}

export const doubts = [
  // The paper does not say it, or not where it was looked for.
  'not found',
  // A day without its year.
  'no year',
  // The day of the week is another one on that day.
  'weekday differs',
  // Another day stands in the paper as well.
  'another day',
  // An hour that may be of the morning or of the afternoon.
  'morning or afternoon',
  // The schedule begins or ends at another time than the session.
  'times differ',
  // How long an item takes is not what its times say.
  'length differs',
  // Between two items lies time that belongs to neither, or to both.
  'gap',
  // No end is said.
  'no end',
  'no proposer',
  // Named as proposing or taking part, and not in the catalogue.
  'no such agency',
  // Proposed together, where more than two take part: by whom is not said.
  'by which of them',
  // Named as in charge, not as proposing.
  'in charge',
  // Which group a row belongs to is not clear.
  'group unclear',
  // The paper counts another number of tasks.
  'count differs',
  // A list that ends with "and others".
  'cut short',
  // It stands in running text only.
  'in the text only',
  // Named, but not where it is said who takes part.
  'named beside',
] as const

export type Doubt = (typeof doubts)[number]

export interface Unsure {
  /** `session.date`, `tasks.2.proposedBy`, `schedule.1.from`. */
  readonly field: string
  /** Null where no line says anything of it. */
  readonly line: number | null
  /** What it might be. */
  readonly may: readonly string[]
  readonly why: Doubt
}

export interface CouncilDraft {
  readonly session: {
    readonly date: Drafted<Day> | null
    readonly from: Drafted<string> | null
    readonly to: Drafted<string> | null
    readonly place: Drafted<string> | null
  }
  readonly agencies: readonly Drafted<string>[]
  readonly schedule: readonly DraftedItem[]
  readonly tasks: readonly DraftedTask[]
  /** Posts and divisions that are invited or were there; no session is planned from them. */
  readonly posts: readonly DraftedPost[]
  readonly unsure: readonly Unsure[]
}
