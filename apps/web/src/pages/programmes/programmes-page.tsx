import { useTranslation } from 'react-i18next'
import { Page } from '../../shell/page.tsx'

export function ProgrammesPage() {
  const { t } = useTranslation()
  return <Page title={t('programmes.title')}>{null}</Page>
}
