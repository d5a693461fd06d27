import { useTranslation } from 'react-i18next'
import { useRulebook } from '../../rulebook/use-rulebook.ts'

export function FrontLead() {
  const { t } = useTranslation()
  const { programmes } = useRulebook()
  return <p className="front-lead">{t('front.lead', { count: programmes.length })}</p>
}
