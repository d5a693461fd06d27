import { getRouteApi, Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FirmCapacity } from '../../../desk/client/shapes.ts'
import { useAsked } from '../../../desk/client/use-asked.ts'
import { useChange } from '../../../desk/client/use-change.ts'
import { RefusedText } from '../../../desk/refused-text.tsx'
import { sayMoment } from '../../../desk/say-moment.ts'
import { WithKorean } from '../../../parts/with-korean.tsx'
import { Waiting } from '../../../shell/waiting.tsx'
import { useLanguage } from '../../../words/use-language.ts'
import { ofFirm } from '../client/of-firm.ts'
import type { Members } from '../client/shapes.ts'
import { FirmPage } from '../firm-page.tsx'

const route = getRouteApi('/firm/$firm/members')

/** Who acts for the firm, and who asks to. */
export function MembersPage() {
  const { t } = useTranslation()
  const { firm } = route.useParams()
  return (
    <FirmPage firm={firm} title={t('firm.members.title')} lead={<p>{t('firm.members.lead')}</p>}>
      {capacity => <Shown key={firm} capacity={capacity} />}
    </FirmPage>
  )
}

function Shown({ capacity: { firm, role } }: { capacity: FirmCapacity }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const isMember = role === 'firm-member'
  const { value, refused, again } = useAsked<Members>(isMember ? ofFirm(firm).members : undefined)
  const { isSending, refused: notDone, send } = useChange<object>()
  const [told, setTold] = useState<string>()
  const [leaving, setLeaving] = useState<string>()
  const status = useRef<HTMLParagraphElement>(null)
  if (!isMember) return <p className="firm-note">{t('firm.members.adviser')}</p>
  if (!value) return refused ? <RefusedText refused={refused} again={again} /> : <Waiting />

  const does = async (told: string, ...[path, body, method]: Parameters<typeof send>) => {
    if (isSending) return
    const done = await send(path, body, method)
    setLeaving(undefined)
    if (!done) return again()
    setTold(told)
    status.current?.focus()
    again()
  }
  const { members: at, refuseMember, member } = ofFirm(firm)
  return (
    <div className="firm-parts">
      <p role="status" ref={status} tabIndex={-1} className={told ? 'firm-told' : 'only-heard'}>
        <WithKorean text={told ?? ''} />
      </p>
      {notDone ? <RefusedText refused={notDone} takesFocus /> : null}
      {value.requests.length > 0 ? (
        <section className="firm-section" aria-labelledby="requests">
          <h2 id="requests">{t('firm.members.requests')}</h2>
          <p>{t('firm.members.requestsHelp')}</p>
          <ul className="members">
            {value.requests.map(({ id, name, email, kind, askedAt }) => (
              <li key={id} className="firm-call">
                <p>
                  <strong>
                    <WithKorean text={name} />
                  </strong>{' '}
                  {email}
                </p>
                <p className="field-help">
                  {t(`firm.members.asks.${kind}`)} · {sayMoment(askedAt, language)}
                </p>
                <p className="row">
                  <button
                    type="button"
                    className="button"
                    onClick={() => void does(t('firm.members.letInDone', { name }), at, { request: id })}
                  >
                    {t('firm.members.letIn')}
                    <span className="only-heard">: {email}</span>
                  </button>
                  <button
                    type="button"
                    className="button quiet"
                    onClick={() => void does(t('firm.members.refuseDone', { name }), refuseMember, { request: id })}
                  >
                    {t('firm.members.refuse')}
                    <span className="only-heard">: {email}</span>
                  </button>
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className="firm-section" aria-labelledby="members">
        <h2 id="members">{t('firm.members.who')}</h2>
        <ul className="members">
          {value.members.map(({ person, name, email, kind, since }) => (
            <li key={person}>
              <div>
                <p>
                  <strong>
                    <WithKorean text={name} />
                  </strong>{' '}
                  {email}
                </p>
                <p className="field-help">
                  {t(`firm.members.kind.${kind}`)} · {t('firm.members.since', { moment: sayMoment(since, language) })}
                </p>
              </div>
              {leaving === person ? (
                <p className="row">
                  <span>{t('firm.members.sure')}</span>
                  <button
                    type="button"
                    className="button"
                    onClick={() =>
                      void does(t('firm.members.letGoDone', { name }), member(person), undefined, 'DELETE')
                    }
                  >
                    {t('firm.members.letGo')}
                  </button>
                  <button type="button" className="plain-button" onClick={() => setLeaving(undefined)}>
                    {t('find.question.cancel')}
                  </button>
                </p>
              ) : (
                <button type="button" className="plain-button" onClick={() => setLeaving(person)}>
                  {t('firm.members.letGo')}
                  <span className="only-heard">: {email}</span>
                </button>
              )}
            </li>
          ))}
        </ul>
        <p className="field-help">{t('firm.members.how')}</p>
        <p>
          <Link to="/me/firms/new">{t('firm.ask.title')}</Link>
        </p>
      </section>
    </div>
  )
}
