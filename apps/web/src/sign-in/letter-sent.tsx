import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../desk/client/use-change.ts'
import { RefusedText } from '../desk/refused-text.tsx'
import { useWho } from '../desk/who.ts'
import { Done } from './done.tsx'

interface LetterSentProps {
  kind: 'join' | 'again' | 'reset'
  email: string
  onOtherAddress: () => void
}

/** Says the same whether the address is known here or not (T4). */
export function LetterSent({ kind, email, onOtherAddress }: LetterSentProps) {
  const { t } = useTranslation()
  const who = useWho()
  const { isSending, refused, send } = useChange<{ is: 'letter sent' }>()
  const [isSentAgain, setSentAgain] = useState(false)
  const again = async () => {
    setSentAgain(false)
    if (await send(kind === 'reset' ? '/api/sign-in/forgot' : '/api/sign-in/confirm-again', { email }))
      setSentAgain(true)
  }
  return (
    <Done title={t('joining.letter.title')}>
      <p>{t(`joining.letter.${kind}`, { email })}</p>
      {who.is === 'nobody' && who.offer.lettersArePrinted ? (
        <p>
          <strong>{t('joining.letter.printed')}</strong>
        </p>
      ) : null}
      <h3>{t('joining.letter.missing')}</h3>
      <p>{t('joining.letter.help')}</p>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      <p role="status" className={isSentAgain ? 'own-told' : 'only-heard'}>
        {isSentAgain ? t('joining.letter.sentAgain') : null}
      </p>
      <p className="row">
        <button type="button" className="button quiet" aria-disabled={isSending} onClick={() => void again()}>
          {t(isSending ? 'joining.sending' : 'joining.letter.sendAgain')}
        </button>
        <button type="button" className="plain-button" onClick={onOtherAddress}>
          {t('joining.letter.otherAddress')}
        </button>
      </p>
    </Done>
  )
}
