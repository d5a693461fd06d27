import { useTranslation } from 'react-i18next'
import { Page } from '../../shell/page.tsx'

export function FrontPage() {
  const { t } = useTranslation()
  return <Page title={t('front.title')}>{null}</Page>
}
