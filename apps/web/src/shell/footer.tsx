import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ThemeSwitch } from './theme-switch.tsx'

export function Footer() {
  const { t } = useTranslation()
  return (
    <footer className="site-footer">
      <div className="site-footer-row">
        <div>
          <p>{t('shell.notOfficial')}</p>
          <p>{t('shell.privacy')}</p>
          <p>
            <Link to="/about">{t('shell.about')}</Link>
          </p>
        </div>
        <ThemeSwitch />
      </div>
    </footer>
  )
}
