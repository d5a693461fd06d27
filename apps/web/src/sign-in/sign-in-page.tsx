import { getRouteApi, Link, useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusedText } from '../desk/refused-text.tsx'
import { askWho, type SignInOffer, useWho } from '../desk/who.ts'
import { Page } from '../shell/page.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { CodeForm } from './code-form.tsx'
import { DemonstrationSignIn } from './demonstration-sign-in.tsx'
import { PasswordForm } from './password-form.tsx'
import { ProviderButtons } from './provider-buttons.tsx'
import { SignOutButton } from './sign-out-button.tsx'
import '../desk/desk.css'
import './sign-in.css'

const route = getRouteApi('/sign-in')

/** Signs in by password and second factor, or through one's agency; then on to the page that was asked for. */
export function SignInPage() {
  const { t } = useTranslation()
  const who = useWho()
  const { to } = route.useSearch()
  const navigate = useNavigate()
  const router = useRouter()
  const [justNow, setJustNow] = useState(false)

  useEffect(() => {
    // What a letter brought behind `#` goes along to the page that asked to sign in first.
    const brought = location.hash.startsWith('#firm=') ? location.hash : ''
    if (justNow && who.is === 'signed in') void router.navigate({ href: (to ?? '/desk') + brought, replace: true })
  }, [justNow, who.is, to, router])

  const signedIn = async () => {
    setJustNow(true)
    await askWho()
  }
  if (who.is === 'not asked' || (justNow && who.is === 'signed in')) return <Waiting />
  return (
    <Page title={t('signIn.title')} className="sign-in">
      {who.is === 'no records' ? <p>{t('desk.noRecords.text')}</p> : null}
      {who.is === 'not answered' ? <RefusedText refused={who.refused} again={() => void askWho()} /> : null}
      {who.is === 'nobody' ? <Doors offer={who.offer} to={to} onSignedIn={signedIn} /> : null}
      {who.is === 'signed in' ? (
        <>
          <p>{t('signIn.signedInAs', { name: who.me.person.name })}</p>
          <p className="row">
            <button type="button" className="button" onClick={() => void navigate({ to: '/desk' })}>
              {t('signIn.toDesk')}
            </button>
            <SignOutButton />
          </p>
        </>
      ) : null}
    </Page>
  )
}

interface DoorsProps {
  offer: SignInOffer
  to: string | undefined
  onSignedIn: () => Promise<void>
}

function Doors({ offer: { providers, demonstration }, to, onSignedIn }: DoorsProps) {
  const { t, i18n } = useTranslation()
  const { error } = route.useSearch()
  const [needsCode, setNeedsCode] = useState(false)
  const cause = error && i18n.exists(`signIn.back.${error}`) ? error : error && 'failed'
  return (
    <>
      {cause ? (
        <div role="alert" className="desk-refused">
          <p>{t(`signIn.back.${cause as 'failed'}`)}</p>
        </div>
      ) : null}
      {needsCode ? (
        <CodeForm onSignedIn={onSignedIn} onBack={() => setNeedsCode(false)} />
      ) : (
        <>
          {demonstration.length > 0 ? <DemonstrationSignIn people={demonstration} onSignedIn={onSignedIn} /> : null}
          <ProviderButtons providers={providers} to={to} />
          <PasswordForm onSignedIn={onSignedIn} onCodeNeeded={() => setNeedsCode(true)} />
          <p className="sign-in-ways">
            <Link to="/sign-in/join">{t('signIn.join')}</Link>
            <Link to="/sign-in/forgot">{t('signIn.forgot')}</Link>
          </p>
        </>
      )}
    </>
  )
}
