import { sayDay } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../day/use-on.ts'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { useLanguage } from '../../words/use-language.ts'
import type { CheckedDecision } from '../client/shapes.ts'

interface SignatureTextProps {
  decision: CheckedDecision
  /** Said otherwise where the proof rests on it. */
  isAsSaid?: boolean
}

/** Whether a decision is what was signed, and whether it still stands; the signature itself for whoever checks it elsewhere. */
export function SignatureText({ decision, isAsSaid = true }: SignatureTextProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const on = useOn()
  const agency = useAgencyName()(decision.agency)
  const { signatureHolds, revoked, until, signature } = decision
  const holds = signatureHolds && isAsSaid
  return (
    <>
      <p className="case-signature" data-holds={holds}>
        <span aria-hidden="true">{holds ? '✓' : '✕'}</span>{' '}
        {t(holds ? 'desk.decisions.holds' : 'desk.decisions.doesNotHold', { agency })}
      </p>
      {revoked ? <p className="case-signature-over">{t('desk.decisions.revoked', { agency })}</p> : null}
      {!revoked && until && until < on ? (
        <p className="case-signature-over">{t('desk.decisions.over', { day: sayDay(until, language) })}</p>
      ) : null}
      <details className="case-jws">
        <summary>{t('desk.decisions.signature')}</summary>
        <p className="field-help">
          {t('desk.decisions.checkElsewhere')} <a href="/api/keys">/api/keys</a>
        </p>
        <code>{signature}</code>
      </details>
    </>
  )
}
