import { Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DayNotice } from './day-notice.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'

export function Shell() {
  const { t } = useTranslation()
  return (
    <>
      <a className="skip-link" href="#main">
        {t('shell.skip')}
      </a>
      <Header />
      <DayNotice />
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <Footer />
    </>
  )
}
