import { useTranslation } from 'react-i18next'
import { Page } from '../../shell/page.tsx'

export function PathPage() {
  const { t } = useTranslation()
  return <Page title={t('path.title')}>{null}</Page>
}
