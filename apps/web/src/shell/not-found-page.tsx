import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from './page.tsx'

export function NotFoundPage() {
  const { t } = useTranslation()
  return (
    <Page title={t('shell.notFoundTitle')} lead={<p>{t('shell.notFoundText')}</p>}>
      <p className="row">
        <Link to="/" className="button">
          {t('shell.toFront')}
        </Link>
        <Link to="/programmes" className="button quiet">
          {t('shell.toProgrammes')}
        </Link>
      </p>
    </Page>
  )
}
