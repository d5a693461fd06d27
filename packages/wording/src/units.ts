import type { Language, Words } from '@ieum/catalogue/records'

/** What is counted, in the plural. */
const units: Readonly<Record<string, Words>> = {
  persons: { ko: '명', en: 'persons' },
  years: { ko: '년', en: 'years' },
  age: { ko: '세', en: 'years' },
  times: { ko: '회', en: 'times' },
  level: { ko: '단계', en: 'level' },
  patents: { ko: '건', en: 'patents' },
  toe: { ko: 'TOE', en: 'toe' },
  points: { ko: '점', en: 'points' },
  grade: { ko: '등급', en: 'grade' },
  projects: { ko: '건', en: 'projects' },
  fairs: { ko: '회', en: 'fairs' },
  days: { ko: '일', en: 'days' },
  USD: { ko: '달러', en: 'USD' },
  loans: { ko: '회', en: 'loans' },
  months: { ko: '개월', en: 'months' },
  deals: { ko: '건', en: 'deals' },
  firms: { ko: '곳', en: 'firms' },
  KRW: { ko: '원', en: 'KRW' },
  fraction: { ko: '%', en: '%' },
}

/** `명`, `persons`; a unit without a word is shown as the catalogue has it. Every English one that has a plural makes it with an s. */
export function sayUnit(unit: string, language: Language, count = 2): string {
  const said = units[unit]?.[language] ?? unit
  return language === 'en' && count === 1 ? said.replace(/s$/, '') : said
}
