import { useTranslation } from 'react-i18next'
import { useRulebook } from '../rulebook/use-rulebook.ts'
import { SourceLine } from './source-line.tsx'

/** Which rule that several programmes share a sentence is, and where that was read. */
export function CommonRuleLine({ id }: { id: string }) {
  const { t } = useTranslation()
  const rule = useRulebook().commonRules.find(rule => rule.id === id)
  return (
    <>
      {t('parts.source.common', { count: rule?.programmes.length ?? 0 })}: <SourceLine source={rule?.source} />
    </>
  )
}
