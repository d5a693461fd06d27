import type { Value } from '@ieum/catalogue/records'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useOn } from '../day/use-on.ts'
import { industriesOf } from '../parts/industries.ts'
import { useDirectory, useRulebook } from '../rulebook/use-rulebook.ts'
import { useLanguage } from '../words/use-language.ts'
import { type FactWords, factName, sayValue } from './say-fact.ts'

/** Names and values of facts in the language of the page. */
export function useFactWords(): { nameOf: (fact: string) => string; say: (fact: string, value: Value) => string } {
  const { t, i18n } = useTranslation()
  const language = useLanguage()
  const rulebook = useRulebook()
  const { fact, programme } = useDirectory()
  const on = useOn()
  return useMemo(() => {
    const units = i18n.getResource(language, 'words', 'subjects.unit') as Record<string, string> | undefined
    const values = i18n.getResource(language, 'words', 'subjects.value') as Record<string, string> | undefined
    const words: FactWords = {
      language,
      yes: t('parts.yes'),
      no: t('parts.no'),
      none: t('parts.none'),
      wordOf: value => values?.[value] ?? value,
      unitOf: unit => units?.[unit],
      industries: industriesOf(rulebook, on),
      programmeName: id => programme(id)?.name[language],
    }
    return {
      nameOf: name => factName(fact(name), name, language),
      say: (name, value) => sayValue(fact(name), value, words),
    }
  }, [t, i18n, language, rulebook, fact, programme, on])
}
