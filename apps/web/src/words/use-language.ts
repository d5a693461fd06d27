import type { Words } from '@ieum/catalogue/records'
import type { Language } from '@ieum/wording'
import { useTranslation } from 'react-i18next'

export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return i18n.language === 'en' ? 'en' : 'ko'
}

/** Picks the spoken side of a text that the catalogue holds in both languages. */
export function useSaid(): (words: Words | undefined) => string {
  const language = useLanguage()
  return words => (words ? said(words, language) : '')
}

const said = (words: Words, language: Language): string => words[language] || words.ko || words.en
