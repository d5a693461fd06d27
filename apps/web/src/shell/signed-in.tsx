import { Link, useLocation } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { wasSignedIn } from './sign-in-hint.ts'

/** Who is signed in is only asked where someone was: a visitor sends nothing and loads nothing for it. */
const WhoMenu = lazy(async () => {
  const [{ WhoMenu }, { speakDesk }] = await Promise.all([
    import('../desk/who-menu.tsx'),
    import('../words/desk-words.ts'),
  ])
  await speakDesk()
  return { default: WhoMenu }
})

export function SignedIn() {
  const { pathname } = useLocation()
  const isAsked = /^\/(desk|sign-in|firm|me)\b/.test(pathname) || wasSignedIn()
  const door = <SignInLink />
  if (!isAsked) return door
  return (
    <Suspense fallback={null}>
      <WhoMenu door={door} />
    </Suspense>
  )
}

function SignInLink() {
  const { t } = useTranslation()
  return (
    <Link to="/sign-in" className="sign-in-link">
      {t('shell.signIn')}
    </Link>
  )
}
