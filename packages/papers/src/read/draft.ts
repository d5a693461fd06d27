/** What was read out of a paper: a draft, of which nothing holds before a person has said yes. */
import type { Day } from '@ieum/catalogue/records'
import type { Doubt } from '@ieum/wording/papers/doubts'

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
