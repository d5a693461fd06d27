import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ThemeSwitch } from './theme-switch.tsx'

/** Where people sign in and act, records are kept: the other promise would not be true there. */
const isKept = /^\/(desk|sign-in|firm|me)(\/|$)/

export function Footer() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <footer className="site-footer">
      <div className="site-footer-row">
        <div>
          <p>{t('shell.notOfficial')}</p>
          <p>{t(isKept.test(pathname) ? 'shell.kept' : 'shell.privacy')}</p>
          <p className="site-footer-ways">
            <Link to="/councils">{t('shell.councils')}</Link>
            <Link to="/closing-days">{t('shell.closingDays')}</Link>
            <Link to="/about">{t('shell.about')}</Link>
          </p>
        </div>
        <ThemeSwitch />
      </div>
    </footer>
  )
}
