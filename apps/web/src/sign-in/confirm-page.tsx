import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../desk/client/use-change.ts'
import { RefusedText } from '../desk/refused-text.tsx'
import { Page } from '../shell/page.tsx'
import { Done } from './done.tsx'
import { LetterForm } from './letter-form.tsx'
import { useToken } from './use-token.ts'
import '../desk/desk.css'
import './sign-in.css'
import '../pages/me/own.css'

/** Opening the address of the letter changes nothing: programs that look through mail open it too. A press does. */
export function ConfirmPage() {
  const { t } = useTranslation()
  const token = useToken('token')
  return (
    <Page title={t('joining.confirm.title')} className="sign-in">
      {token === undefined ? (
        <>
          <p>{t('joining.confirm.noToken')}</p>
          <LetterForm kind="again" label={t('joining.confirm.again')} />
        </>
      ) : (
        <Confirm key={token} token={token} />
      )}
    </Page>
  )
}

function Confirm({ token }: { token: string }) {
  const { t } = useTranslation()
  const { isSending, refused, send } = useChange<{ is: 'confirmed' }>()
  const [isDone, setDone] = useState(false)
  // A token of other signs than ours is one that was cut or changed on the way.
  const isSpent = refused?.code === 'link-spent' || refused?.code === 'fields'
  const toSignIn = (
    <p className="row">
      <Link to="/sign-in" search={{ to: '/me' }} className={isSpent ? 'button quiet' : 'button'}>
        {t('joining.toSignIn')}
      </Link>
    </p>
  )
  if (isDone)
    return (
      <Done title={t('joining.confirm.doneTitle')}>
        <p>{t('joining.confirm.done')}</p>
        {toSignIn}
      </Done>
    )
  if (isSpent)
    return (
      <Done title={t('joining.confirm.spentTitle')}>
        <p>{t('joining.confirm.spent')}</p>
        <LetterForm kind="again" label={t('joining.confirm.again')} />
        {toSignIn}
      </Done>
    )
  const confirm = async () => {
    if (await send('/api/sign-in/confirm', { token })) setDone(true)
  }
  return (
    <>
      <p>{t('joining.confirm.text')}</p>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      <p className="row">
        <button type="button" className="button" aria-disabled={isSending} onClick={() => void confirm()}>
          {t(isSending ? 'joining.sending' : 'joining.confirm.do')}
        </button>
      </p>
    </>
  )
}
