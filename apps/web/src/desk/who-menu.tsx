import { sayRole } from '@ieum/wording'
import { Link, useLocation, useParams } from '@tanstack/react-router'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { WithKorean } from '../parts/with-korean.tsx'
import { SignOutButton } from '../sign-in/sign-out-button.tsx'
import { useLanguage, useSaid } from '../words/use-language.ts'
import { useWho } from './who.ts'
import './who-menu.css'

/** Who is signed in, in which capacity, and the ways to the others. `door` stands there for nobody. */
export function WhoMenu({ door }: { door: ReactNode }) {
  const { t } = useTranslation()
  const said = useSaid()
  const language = useLanguage()
  const who = useWho()
  const { post, firm } = useParams({ strict: false })
  const { pathname } = useLocation()
  const box = useRef<HTMLDetailsElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page closes it
  useEffect(() => {
    if (box.current) box.current.open = false
  }, [pathname])
  if (who.is !== 'signed in') return door
  const { person, posts, firms } = who.me
  const current = posts.find(one => one.post === post)
  const currentFirm = firms.find(one => one.firm === firm)
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !box.current?.open) return
    box.current.open = false
    box.current.querySelector('summary')?.focus()
  }
  return (
    <details className="who" ref={box} onKeyDown={close}>
      <summary>
        <span className="who-name">
          <WithKorean text={t('signIn.account', { name: person.name })} />
        </span>
        {current ? <span className="who-as">{said(current.name)}</span> : null}
        {currentFirm ? (
          <span className="who-as">
            <WithKorean text={currentFirm.name} />
          </span>
        ) : null}
      </summary>
      <div className="who-panel">
        {posts.length + firms.length > 0 ? (
          <nav aria-label={t('signIn.switch')}>
            <ul>
              {posts.map(one => (
                <li key={one.post}>
                  <Link
                    to="/desk/$post"
                    params={{ post: one.post }}
                    aria-current={one.post === post ? 'true' : undefined}
                  >
                    {said(one.name)} <small>{sayRole(one.role, language)}</small>
                  </Link>
                </li>
              ))}
              {firms.map(one => (
                <li key={one.firm}>
                  <Link
                    to="/firm/$firm"
                    params={{ firm: one.firm }}
                    aria-current={one.firm === firm ? 'true' : undefined}
                  >
                    <WithKorean text={one.name} /> <small>{sayRole(one.role, language)}</small>
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        <Link to="/me">{t('signIn.mine')}</Link>
        <SignOutButton />
      </div>
    </details>
  )
}
