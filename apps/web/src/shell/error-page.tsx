import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { forgetRulebook, RulebookNotLoaded } from '../rulebook/fetch-rulebook.ts'
import { Page } from './page.tsx'

/** What happened, what was kept, and the next step. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation()
  const router = useRouter()
  const isData = error instanceof RulebookNotLoaded

  const tryAgain = () => {
    forgetRulebook()
    reset()
    void router.invalidate()
  }

  return (
    <Page title={t(isData ? 'shell.wrongData' : 'shell.wrongTitle')}>
      <div role="alert" className="error-text">
        <p>{t(isData ? 'shell.wrongDataText' : 'shell.wrongText')}</p>
      </div>
      <p className="row">
        <button type="button" className="button" onClick={tryAgain}>
          {t('shell.again')}
        </button>
        <Link to="/" className="button quiet">
          {t('shell.toFront')}
        </Link>
      </p>
      <details>
        <summary>{t('shell.details')}</summary>
        <pre className="error-detail">{error instanceof Error ? error.message : String(error)}</pre>
      </details>
    </Page>
  )
}
