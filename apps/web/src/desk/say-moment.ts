import type { Language } from '@ieum/wording'

const formats: Record<Language, Intl.DateTimeFormat> = {
  ko: new Intl.DateTimeFormat('ko-KR', { timeZone: 'Asia/Seoul', dateStyle: 'medium', timeStyle: 'short' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Seoul', dateStyle: 'medium', timeStyle: 'short' }),
}

/** An instant as the clock in Seoul shows it. */
export const sayMoment = (instant: string, language: Language): string => formats[language].format(new Date(instant))
