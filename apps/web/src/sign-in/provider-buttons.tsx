import { useTranslation } from 'react-i18next'
import { useChange } from '../desk/client/use-change.ts'
import { RefusedText } from '../desk/refused-text.tsx'
import type { SignInOffer } from '../desk/who.ts'
import { rememberSignedIn } from '../shell/sign-in-hint.ts'

/** Agencies whose own sign-in is used instead of a password here. */
export function ProviderButtons({ providers, to }: { providers: SignInOffer['providers']; to: string | undefined }) {
  const { t } = useTranslation()
  const { isSending, refused, send } = useChange<{ is: 'go'; to: string }>()
  if (providers.length === 0) return null
  const go = async (id: string) => {
    const answer = await send(`/api/sign-in/with/${encodeURIComponent(id)}`, { to: to ?? '/desk' })
    if (!answer) return
    rememberSignedIn(true)
    location.assign(answer.to)
  }
  return (
    <section className="sign-in-providers" aria-labelledby="sign-in-providers">
      <h2 id="sign-in-providers">{t('signIn.providers')}</h2>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      <p className="row">
        {providers.map(({ id, name }) => (
          <button key={id} type="button" className="button quiet" aria-disabled={isSending} onClick={() => void go(id)}>
            {t('signIn.with', { name })}
          </button>
        ))}
      </p>
    </section>
  )
}
