import type { SupportOffered } from '@ieum/matching'
import { sayExactMoney, sayMoney, sayPercent } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../words/use-language.ts'

/** What one gets: `최대 6억 원 · 50% 지원`. */
export function SupportText({ support }: { support: SupportOffered }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { max, rate, interest, per } = support
  const parts: string[] = []
  if (max !== undefined) {
    const whose = per && per !== 'firm' ? `${t(`parts.support.${per}`)} ` : ''
    const upTo = t('parts.support.upTo', { money: sayMoney(max, language) })
    parts.push(language === 'ko' ? whose + upTo : `${upTo} ${whose}`.trim())
  }
  if (rate !== undefined) parts.push(t('parts.support.rate', { percent: sayPercent(rate) }))
  if (interest !== undefined) parts.push(t('parts.support.interest', { percent: interest }))
  if (parts.length === 0) return <span className="support-text unstated">{t('parts.support.unstated')}</span>
  return (
    <span className="support-text" title={max === undefined ? undefined : sayExactMoney(max, language)}>
      {parts.join(' · ')}
      {support.cappedBy ? <small> ({t('parts.support.capped')})</small> : null}
      {support.depends ? <small> ({t('parts.support.depends')})</small> : null}
    </span>
  )
}
