import type { Day } from '@ieum/catalogue/records'
import { sayClosingRule, sayDay, sayMonth, sayShortDay, sayWeekday } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../words/use-language.ts'
import type { ClosingLine, ClosingTerms, SaidHere } from './shapes.ts'

/** How closing days are said, on every page that says them. */
export function useClosingWords() {
  const { t } = useTranslation()
  const language = useLanguage()
  const dayOrMonth = (text: string) => (text.length === 7 ? sayMonth(`${text}-01`, language) : sayDay(text, language))
  return {
    said: ({ ko, en }: SaidHere): string => (language === 'en' ? (en ?? ko) : ko),
    /** `둘째·넷째 수요일`, or why there is none to say. */
    rule: ({ rule, weekday, kind }: Pick<ClosingLine, 'rule' | 'weekday' | 'kind'>): string => {
      if (rule !== null) return sayClosingRule(rule, language)
      if (weekday !== null) return t('closing.weeksUnknown', { weekday: sayWeekday(weekday, language) })
      if (kind === 'none') return t('closing.noneSet')
      return t(kind === 'planned' ? 'closing.plannedWords' : 'closing.unknownWords')
    },
    day: (day: Day): string => sayDay(day, language),
    short: (day: Day): string => sayShortDay(day, language),
    month: (day: Day): string => sayMonth(day, language),
    dayOrMonth,
    since: ({ from, fromIs, until }: Pick<ClosingTerms, 'from' | 'fromIs' | 'until'>): string =>
      [
        from === null
          ? t('closing.fromUnknown')
          : fromIs === null
            ? dayOrMonth(from)
            : t(`closing.fromIs.${fromIs}`, { from: dayOrMonth(from) }),
        until !== null && t('closing.untilDay', { day: sayDay(until, language) }),
      ]
        .filter(Boolean)
        .join(', '),
  }
}
