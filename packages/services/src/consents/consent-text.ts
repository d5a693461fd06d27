/** The text that a firm reads before it says yes: the country's own, in force on the day, with the five things that must be told filled in. */
import type { ConsentText, Day, Language } from '@ieum/catalogue/records'
import type { OpenCatalogue } from '../open-catalogue.ts'

export type ConsentKind = ConsentText['kind']

export interface ConsentParts {
  readonly recipient: string
  readonly purpose: string
  readonly items: string
  readonly until: Day
}

export interface WrittenConsent extends ConsentParts {
  readonly kind: ConsentKind
  readonly id: string
  readonly version: number
  readonly required: boolean
  readonly language: Language
  readonly law: string
  readonly refusal: string
  readonly body: string
}

/** Undefined when the catalogue has no text of the kind on that day: then nothing can be agreed to. */
export function writtenConsent(
  { rulebook }: OpenCatalogue,
  kind: ConsentKind,
  parts: ConsentParts,
  { on, language }: { readonly on: Day; readonly language: Language },
): WrittenConsent | undefined {
  const text = rulebook.consents?.findLast(one => one.kind === kind && one.from <= on)
  if (!text) return undefined
  const refusal = text.refusal[language]
  const told: Readonly<Record<string, string>> = { ...parts, refusal }
  return {
    ...parts,
    kind,
    id: text.id,
    version: text.version,
    required: text.required,
    language,
    law: text.law,
    refusal,
    body: text.text[language].replaceAll(/\{([a-z]+)\}/g, (placeholder, name) => told[name] ?? placeholder),
  }
}
