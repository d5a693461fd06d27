import { sayRole } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useChange } from '../desk/client/use-change.ts'
import { RefusedText } from '../desk/refused-text.tsx'
import type { DemonstrationRole } from '../desk/who.ts'
import { useAgencyName } from '../parts/use-agency-name.ts'
import { WithKorean } from '../parts/with-korean.tsx'
import { useLanguage, useSaid } from '../words/use-language.ts'

interface DemonstrationSignInProps {
  people: readonly DemonstrationRole[]
  onSignedIn: () => Promise<void>
}

/** One button a role, agency by agency. Nothing here is real, and it says so. */
export function DemonstrationSignIn({ people, onSignedIn }: DemonstrationSignInProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const said = useSaid()
  const agencyName = useAgencyName()
  const { isSending, refused, send } = useChange<{ is: 'signed in' }>()
  const be = async (as: string) => {
    if (await send('/api/demonstration/sign-in', { as })) await onSignedIn()
  }
  return (
    <section className="sign-in-demonstration" aria-labelledby="sign-in-demonstration">
      <h2 id="sign-in-demonstration">{t('signIn.demonstration')}</h2>
      <p>{t('signIn.demonstrationText')}</p>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      {[...Map.groupBy(people, ({ agency }) => agency)].map(([agency, of]) => (
        <div key={agency ?? ''}>
          <h3>{agency ? agencyName(agency) : t('signIn.firms')}</h3>
          <ul>
            {of.map(({ as, name, role, firmName }) => (
              <li key={as}>
                <button type="button" className="button quiet" aria-disabled={isSending} onClick={() => void be(as)}>
                  {firmName ? (
                    <>
                      <WithKorean text={said(firmName)} /> ·{' '}
                    </>
                  ) : null}
                  {sayRole(role, language)} · <WithKorean text={name} />
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
