import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Me } from '../../desk/client/shapes.ts'
import { SignOutButton } from '../../sign-in/sign-out-button.tsx'

/** Posts are held by those who gave a code: who has no authenticator is led to enrol one, who has one signs in anew. */
export function SecondFactorNeeded({ person: { hasSecondFactor } }: { person: Me['person'] }) {
  const { t } = useTranslation()
  const { pathname, searchStr } = useLocation()
  return (
    <section className="own-call" aria-labelledby="second-factor-needed">
      <h2 id="second-factor-needed">{t('me.needed.title')}</h2>
      <p>{t(hasSecondFactor ? 'me.needed.again' : 'me.needed.text')}</p>
      <p className="row">
        {hasSecondFactor ? (
          <SignOutButton />
        ) : (
          <Link to="/me/second-factor" search={{ to: pathname + searchStr }} className="button">
            {t('me.needed.do')}
          </Link>
        )}
      </p>
    </section>
  )
}
