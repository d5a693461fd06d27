import { sayRole } from '@ieum/wording'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../desk/client/ask.ts'
import type { Invitation } from '../../desk/client/shapes.ts'
import { useChange } from '../../desk/client/use-change.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { sayMoment } from '../../desk/say-moment.ts'
import { askWho } from '../../desk/who.ts'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { useLanguage, useSaid } from '../../words/use-language.ts'

/** Posts that I am invited to. */
export function Invitations({ invitations }: { invitations: readonly Invitation[] }) {
  const { t } = useTranslation()
  const [told, setTold] = useState<string>()
  const box = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (told) box.current?.focus()
  }, [told])
  if (invitations.length === 0 && told === undefined) return null
  return (
    <section className="own-section" aria-labelledby="invitations">
      <h2 id="invitations">{t('me.invitations.title')}</h2>
      <p ref={box} tabIndex={-1} role="status" className={told ? 'own-told' : 'only-heard'}>
        {told}
      </p>
      <ul className="own-invitations">
        {invitations.map(invitation => (
          <InvitationRow key={invitation.id} invitation={invitation} onTold={setTold} />
        ))}
      </ul>
    </section>
  )
}

interface InvitationRowProps {
  invitation: Invitation
  onTold: (text: string) => void
}

function InvitationRow({ invitation: { id, agency, role, name, until }, onTold }: InvitationRowProps) {
  const { t } = useTranslation()
  const said = useSaid()
  const language = useLanguage()
  const agencyName = useAgencyName()
  const { isSending, refused, send, forget } = useChange<{ is: 'taken up' | 'declined' }>()
  const [isDeclining, setDeclining] = useState(false)
  const post = said(name)
  const at = `/api/me/invitations/${id}`
  const settle = async (path: string, text: string) => {
    if (!(await send(path))) return
    onTold(text)
    await askWho()
  }
  return (
    <li className="own-call">
      <p>{t('me.invitations.text', { agency: agencyName(agency), post, role: sayRole(role, language) })}</p>
      <p className="field-help">{t('me.invitations.until', { until: sayMoment(until, language) })}</p>
      {refused ? <InvitationRefused refused={refused} /> : null}
      {isDeclining ? (
        <>
          <p>{t('me.invitations.sure')}</p>
          <p className="row">
            <button
              type="button"
              className="button"
              aria-disabled={isSending}
              onClick={() => void settle(`${at}/decline`, t('me.invitations.declined', { post }))}
            >
              {t('me.invitations.decline')}
            </button>
            <button
              type="button"
              className="plain-button"
              onClick={() => {
                setDeclining(false)
                forget()
              }}
            >
              {t('me.leave')}
            </button>
          </p>
        </>
      ) : (
        <p className="row">
          <button
            type="button"
            className="button"
            aria-label={t('me.invitations.acceptThis', { post })}
            aria-disabled={isSending}
            onClick={() => void settle(at, t('me.invitations.accepted', { post }))}
          >
            {t('me.invitations.accept')}
          </button>
          <button
            type="button"
            className="button quiet"
            aria-label={t('me.invitations.declineThis', { post })}
            onClick={() => setDeclining(true)}
          >
            {t('me.invitations.decline')}
          </button>
        </p>
      )}
    </li>
  )
}

function InvitationRefused({ refused }: { refused: Refused }) {
  const { t } = useTranslation()
  const text = { 404: t('me.invitations.gone'), 409: t('me.invitations.another') }[refused.status]
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (text && refused) box.current?.focus()
  }, [text, refused])
  if (!text) return <RefusedText refused={refused} takesFocus />
  return (
    <div role="alert" className="desk-refused" ref={box} tabIndex={-1}>
      <p>{text}</p>
    </div>
  )
}
