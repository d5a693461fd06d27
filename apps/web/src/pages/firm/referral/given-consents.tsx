import { sayDay } from '@ieum/wording'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../../day/use-on.ts'
import { useChange } from '../../../desk/client/use-change.ts'
import { RefusedText } from '../../../desk/refused-text.tsx'
import { sayMoment } from '../../../desk/say-moment.ts'
import { useFactWords } from '../../../facts/use-fact-words.ts'
import { useAgencyName } from '../../../parts/use-agency-name.ts'
import { WithKorean } from '../../../parts/with-korean.tsx'
import { useLanguage } from '../../../words/use-language.ts'
import { ofFirm } from '../client/of-firm.ts'
import type { OwnCase } from '../client/shapes.ts'
import type { PartProps } from './part-props.ts'

/** What was agreed to, to be taken back with what follows from that beside it; asked once more where it ends the referral. */
export function GivenConsents({ capacity, shown, isStale, onChanged, onStale }: PartProps) {
  const { t } = useTranslation()
  const { isSending, refused, send } = useChange<{ referral: string; state: string }>()
  if (shown.consents.length === 0) return null
  const withdraw = async (consent: OwnCase['consents'][number]) => {
    const done = await send(ofFirm(capacity.firm).withdrawConsent(consent.id), {})
    if (done) onChanged(t(`firm.given.done.${consent.kind}`))
    else onStale()
  }
  return (
    <section className="firm-section" aria-labelledby="given-title">
      <h2 id="given-title">{t('firm.given.title')}</h2>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      <ul className="given">
        {shown.consents.map(consent => (
          <Given
            key={consent.id}
            consent={consent}
            isWaiting={isSending || isStale}
            onWithdraw={() => void withdraw(consent)}
          />
        ))}
      </ul>
    </section>
  )
}

interface GivenProps {
  consent: OwnCase['consents'][number]
  isWaiting: boolean
  onWithdraw: () => void
}

function Given({ consent, isWaiting, onWithdraw }: GivenProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const on = useOn()
  const agencyName = useAgencyName()
  const { nameOf } = useFactWords()
  const { id, kind, recipient, facts, participations, papers, until, givenAt, withdrawnAt, body } = consent
  const stands = withdrawnAt === null && until >= on
  const endsReferral = kind === 'hand-off'
  const [isSure, setSure] = useState<boolean>()
  const asking = useRef<HTMLButtonElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isSure === undefined) return
    ;(isSure ? asking : opener).current?.focus()
  }, [isSure])
  const passed = [
    ...facts.map(nameOf),
    ...(participations ? [t('firm.consent.participations')] : []),
    ...(papers.length > 0 ? [t('firm.given.papers', { count: papers.length })] : []),
  ]
  return (
    <li data-stands={stands}>
      <h3>{t(`firm.consent.kind.${kind}`)}</h3>
      <p>
        {agencyName(recipient)} ·{' '}
        {withdrawnAt
          ? t('firm.given.withdrawn', { moment: sayMoment(withdrawnAt, language) })
          : t(stands ? 'firm.given.until' : 'firm.given.ranOut', { day: sayDay(until, language) })}
      </p>
      {passed.length > 0 ? (
        <p className="field-help">
          <WithKorean text={passed.join(' · ')} />
        </p>
      ) : null}
      {body ? (
        <details>
          <summary>{t('firm.given.text', { moment: sayMoment(givenAt, language) })}</summary>
          <p className="given-body">
            <WithKorean text={body} />
          </p>
        </details>
      ) : null}
      {stands && isSure ? (
        <p className="row">
          <span id={`sure-${id}`}>{t('firm.given.sure')}</span>
          <button
            ref={asking}
            type="button"
            className="button"
            aria-disabled={isWaiting}
            aria-describedby={`sure-${id}`}
            onClick={() => {
              if (!isWaiting) onWithdraw()
            }}
          >
            {t('firm.given.withdraw')}
          </button>
          <button type="button" className="plain-button" onClick={() => setSure(false)}>
            {t('firm.given.keep')}
          </button>
        </p>
      ) : stands ? (
        <p className="row">
          <button
            ref={opener}
            type="button"
            className="button quiet"
            aria-disabled={isWaiting}
            aria-describedby={`follows-${id}`}
            onClick={() => {
              if (isWaiting) return
              if (endsReferral) setSure(true)
              else onWithdraw()
            }}
          >
            {t('firm.given.withdraw')}
            <span className="only-heard">: {t(`firm.consent.kind.${kind}`)}</span>
          </button>
          <span id={`follows-${id}`} className="field-help">
            {t(`firm.given.follows.${kind}`)}
          </span>
        </p>
      ) : null}
    </li>
  )
}
