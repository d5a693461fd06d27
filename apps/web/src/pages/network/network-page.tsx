import { useTranslation } from 'react-i18next'
import { Page } from '../../shell/page.tsx'

export function NetworkPage() {
  const { t } = useTranslation()
  return <Page title={t('network.title')}>{null}</Page>
}
