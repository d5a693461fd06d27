import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { LanguageSwitch } from './language-switch.tsx'
import { Mark } from './mark.tsx'
import { SignedIn } from './signed-in.tsx'

const stations = [
  { to: '/find', name: 'shell.find' },
  { to: '/path', name: 'shell.path' },
  { to: '/programmes', name: 'shell.programmes' },
  { to: '/network', name: 'shell.network' },
] as const

/** The menu is a line; a ring stands on it where you are. */
export function Header() {
  const { t } = useTranslation()
  return (
    <header className="site-header">
      <div className="site-header-row">
        <Link to="/" className="site-name" aria-label={t('shell.home')}>
          <Mark />
          <span>{t('shell.site')}</span>
        </Link>
        <nav aria-label={t('shell.nav')}>
          <ul className="line-menu">
            {stations.map(({ to, name }) => (
              <li key={to}>
                <Link to={to} activeProps={{ 'aria-current': 'page' }}>
                  {t(name)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="site-header-own">
          <SignedIn />
          <LanguageSwitch />
        </div>
      </div>
    </header>
  )
}
