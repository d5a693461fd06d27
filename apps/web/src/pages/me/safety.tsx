import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '../../desk/client/shapes.ts'
import { useChange } from '../../desk/client/use-change.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { askWho } from '../../desk/who.ts'
import { SignOutButton } from '../../sign-in/sign-out-button.tsx'
import { ChangePassword } from './change-password.tsx'
import { withoutPassword } from './without-password.ts'

export function Safety({ me }: { me: Me }) {
  const { t } = useTranslation()
  const without = withoutPassword(me)
  const { hasSecondFactor } = me.person
  return (
    <section className="own-section" aria-labelledby="safety">
      <h2 id="safety">{t('me.safety.title')}</h2>
      {without ? (
        <p className="own-nothing">{t(`me.${without}`)}</p>
      ) : (
        <>
          <div className="own-part">
            <h3>
              {t('me.safety.secondFactor')}{' '}
              <span className="own-state" data-on={hasSecondFactor}>
                {t(hasSecondFactor ? 'me.safety.on' : 'me.safety.off')}
              </span>
            </h3>
            <p className="row">
              <Link to="/me/second-factor" className="button quiet">
                {t(hasSecondFactor ? 'me.safety.manage' : 'me.safety.turnOn')}
              </Link>
            </p>
          </div>
          <ChangePassword />
        </>
      )}
      <Devices />
    </section>
  )
}

function Devices() {
  const { t } = useTranslation()
  const { isSending, refused, send } = useChange<{ is: 'signed out' }>()
  const [isDone, setDone] = useState(false)
  const everywhere = async () => {
    if (!(await send('/api/sign-in/out-everywhere', {}))) return
    setDone(true)
    await askWho()
  }
  return (
    <div className="own-part">
      <h3>{t('me.safety.sessions')}</h3>
      <p>{t('me.safety.sessionsText')}</p>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      <p className="row">
        <SignOutButton />
        <button
          type="button"
          className="button quiet"
          aria-disabled={isSending || isDone}
          onClick={() => void everywhere()}
        >
          {t('me.safety.everywhere')}
        </button>
      </p>
    </div>
  )
}
