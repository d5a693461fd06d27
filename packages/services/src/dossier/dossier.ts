/** What a dossier holds, as everyone reads it who may. */
import type { Day, FactName, Value } from '@ieum/catalogue/records'
import type { KindOfFile } from '../papers/content/look-through.ts'
import type { Refusal } from '../papers/content/refusal.ts'

export type Source = 'entered' | 'registry' | 'decision'

/** One value, and who says so. */
export interface Stated {
  readonly id: string
  readonly value: Value
  readonly source: Source
  readonly sourceName: string
  /** The agency that recorded it; null when the firm entered it. */
  readonly agency: string | null
  /** The day whose state it tells. */
  readonly asOf: Day
  readonly recordedAt: string
  /** Who acts recorded it, and may take it back. */
  readonly own: boolean
}

export interface DossierFact extends Stated {
  readonly name: FactName
  /** What else stands of it, newest first. */
  readonly others: readonly Stated[]
  /** The newest of another source says otherwise. */
  readonly contradicted: boolean
}

export type Outcome = 'applied' | 'selected' | 'completed' | 'failed'

export interface Told {
  readonly programme: string
  readonly edition: string
  readonly outcome: Outcome
  readonly role: 'lead' | 'member'
  readonly on: Day
  /** KRW */
  readonly amount: number | null
  /** What the catalogue asks of a participation beyond this. */
  readonly details: Readonly<Record<string, Value>>
  readonly source: Source
}

export interface DossierParticipation extends Told {
  readonly id: string
  readonly agency: string | null
  readonly recordedAt: string
  readonly own: boolean
}

export interface DossierPaper {
  readonly id: string
  /** What it proves, such as `business-registration`. */
  readonly kind: string
  readonly name: string
  readonly file: KindOfFile
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
  /** Nothing is handed out before it is `clean`. */
  readonly state: 'waiting' | 'clean' | 'refused'
  /** `structure`: looked through by its form alone, for this installation has no virus scanner. */
  readonly checkedBy: 'structure' | 'clamav' | null
  readonly refusedBecause: Refusal | null
  readonly uploadedAt: string
}

export interface FirmNamed {
  readonly id: string
  readonly number: string
  readonly name: { readonly ko: string; readonly en: string | null }
}

export interface Dossier {
  readonly firm: FirmNamed
  /** `all`: the firm itself reads. `consented`: what consents name, and the agency's own record. `own record`: that alone. */
  readonly seen: 'all' | 'consented' | 'own record'
  /** The consents that an agency's view rests on. */
  readonly consents: readonly string[]
  readonly facts: readonly DossierFact[]
  readonly participations: readonly DossierParticipation[]
  readonly papers: readonly DossierPaper[]
}
