import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '../../desk/client/shapes.ts'
import { useChange } from '../../desk/client/use-change.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { askWho } from '../../desk/who.ts'
import { WithKorean } from '../../parts/with-korean.tsx'
import { Done } from '../../sign-in/done.tsx'

interface FirmConfirmed {
  readonly is: 'confirmed' | 'members asked'
  readonly firm?: string
}

/** The letter to whoever asked for a firm that is new here leads to this. */
export function ConfirmFirm({ token, person: { name, email } }: { token: string; person: Me['person'] }) {
  const { t } = useTranslation()
  const { isSending, refused, send } = useChange<FirmConfirmed>()
  const [done, setDone] = useState<FirmConfirmed>()
  const confirm = async () => {
    const answer = await send('/api/me/firms/confirm', { token })
    if (!answer) return
    setDone(answer)
    await askWho()
  }
  const as = <p className="field-help">{t('me.signedInAs', { email })}</p>
  if (done?.firm)
    return (
      <div className="own-call">
        <Done title={t('me.firm.doneTitle')}>
          <p>{t('me.firm.done')}</p>
          <p className="row">
            <Link to="/firm/$firm" params={{ firm: done.firm }} className="button">
              {t('me.firm.to')}
            </Link>
          </p>
        </Done>
      </div>
    )
  if (done)
    return (
      <div className="own-call">
        <Done title={t('me.firm.askedTitle')}>
          <p>{t('me.firm.asked')}</p>
        </Done>
      </div>
    )
  // What is no token at all is one that was cut on the way.
  if (refused?.status === 404 || refused?.status === 422)
    return (
      <div className="own-call">
        <Done title={t('me.firm.goneTitle')}>
          <p>{t('me.firm.gone')}</p>
          {as}
        </Done>
      </div>
    )
  return (
    <section className="own-call" aria-labelledby="confirm-firm">
      <h2 id="confirm-firm">{t('me.firm.title')}</h2>
      <p>
        <WithKorean text={t('me.firm.text', { name })} />
      </p>
      {as}
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      <p className="row">
        <button type="button" className="button" aria-disabled={isSending} onClick={() => void confirm()}>
          {t(isSending ? 'joining.sending' : 'me.firm.do')}
        </button>
      </p>
    </section>
  )
}
