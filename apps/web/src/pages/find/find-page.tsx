import { useTranslation } from 'react-i18next'
import { Page } from '../../shell/page.tsx'

export function FindPage() {
  const { t } = useTranslation()
  return <Page title={t('find.title')}>{null}</Page>
}
