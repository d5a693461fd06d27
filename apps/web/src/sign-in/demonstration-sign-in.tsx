import type { ActingRole } from '@ieum/desk'
import { sayRole } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useChange } from '../desk/client/use-change.ts'
import { RefusedText } from '../desk/refused-text.tsx'
import type { SignInOffer } from '../desk/who.ts'
import { WithKorean } from '../parts/with-korean.tsx'
import { useLanguage } from '../words/use-language.ts'

interface DemonstrationSignInProps {
  people: NonNullable<SignInOffer['demonstration']>
  onSignedIn: () => Promise<void>
}

/** One button a role. Nothing here is real, and it says so. */
export function DemonstrationSignIn({ people, onSignedIn }: DemonstrationSignInProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { isSending, refused, send } = useChange<{ is: 'signed in' }>()
  const be = async (id: string) => {
    if (await send('/api/sign-in/demonstration', { person: id })) await onSignedIn()
  }
  return (
    <section className="sign-in-demonstration" aria-labelledby="sign-in-demonstration">
      <h2 id="sign-in-demonstration">{t('signIn.demonstration')}</h2>
      <p>{t('signIn.demonstrationText')}</p>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      <ul>
        {people.map(({ id, name, role }) => (
          <li key={id}>
            <button type="button" className="button quiet" aria-disabled={isSending} onClick={() => void be(id)}>
              {sayRole(role as ActingRole, language)} · <WithKorean text={name} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
