/** A text in Korean and English. */
export interface Words {
  readonly ko: string
  readonly en: string
}

/** The languages in which a person is spoken to. */
export type Language = keyof Words
