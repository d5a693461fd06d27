/** The languages in which a person is spoken to. */
export type Language = 'ko' | 'en'
