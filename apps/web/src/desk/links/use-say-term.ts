import { sayDay } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../../rulebook/use-rulebook.ts'
import { useLanguage, useSaid } from '../../words/use-language.ts'
import { useSubject } from '../../words/use-subject.ts'
import type { LinkTerms } from '../client/shapes.ts'
import { useRulesOf } from './use-rules-of.ts'

/** One term in words, as lists, comparisons and hints say it. */
export function useSayTerm(toProgramme: string): (term: keyof LinkTerms, of: LinkTerms) => string {
  const { t } = useTranslation()
  const language = useLanguage()
  const said = useSaid()
  const subject = useSubject()
  const { programme } = useDirectory()
  const { nameOf } = useRulesOf(toProgramme)
  const criteria = (ids: readonly string[]) => ids.map(nameOf).join(' · ') || t('parts.none')
  return (term, of) => {
    switch (term) {
      case 'fromProgramme':
      case 'toProgramme':
        return said(programme(of[term])?.name) || of[term]
      case 'purpose':
        return said(of.purpose)
      case 'kind':
        return subject('link', of.kind)
      case 'outcome':
        return t(`desk.links.outcome.${of.outcome}`)
      case 'daysToAnswer':
        return t('desk.links.days', { count: of.daysToAnswer })
      case 'remindBefore':
      case 'expireAfter':
        return t('desk.links.workingDays', { count: of[term] })
      case 'places':
        return of.places === null ? t('desk.links.noLimit') : t('desk.links.firms', { count: of.places })
      case 'waives':
      case 'accepts':
        return criteria(of[term])
      case 'legalBasis':
        return of.legalBasis
      case 'councilTask':
        return of.councilTask ?? t('parts.none')
      case 'validFrom':
        return sayDay(of.validFrom, language)
      case 'validTo':
        return of.validTo ? sayDay(of.validTo, language) : t('desk.links.noEnd')
    }
  }
}
