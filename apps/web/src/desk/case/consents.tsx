import { sayDay } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useFactWords } from '../../facts/use-fact-words.ts'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useLanguage } from '../../words/use-language.ts'
import type { Case, CaseConsent } from '../client/shapes.ts'
import { sayMoment } from '../say-moment.ts'

/** What the firm agreed to, until when, and what it took back. */
export function Consents({ shown: { consents } }: { shown: Case }) {
  const { t } = useTranslation()
  return (
    <section className="case-section">
      <h2>{t('desk.case.consents')}</h2>
      {consents.length === 0 ? (
        <p className="desk-nothing">{t('desk.case.noConsents')}</p>
      ) : (
        <ul className="case-consents">
          {consents.map(consent => (
            <Consent key={consent.id} consent={consent} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Consent({ consent }: { consent: CaseConsent }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { nameOf } = useFactWords()
  const { kind, purpose, facts, participations, until, withdrawnAt } = consent
  const passed = [...facts.map(nameOf), ...(participations ? [t('desk.case.participations')] : [])]
  return (
    <li data-withdrawn={withdrawnAt !== null || undefined}>
      <p>
        <strong>{t(`desk.case.consent.${kind}`)}</strong>{' '}
        {withdrawnAt
          ? t('desk.case.withdrawn', { moment: sayMoment(withdrawnAt, language) })
          : t('desk.case.until', { day: sayDay(until, language) })}
      </p>
      <p className="field-help">
        <WithKorean text={purpose} />
      </p>
      {kind === 'hand-off' && passed.length > 0 ? (
        <details>
          <summary>{t('desk.case.passed', { count: passed.length })}</summary>
          <p className="field-help">
            <WithKorean text={passed.join(' · ')} />
          </p>
        </details>
      ) : null}
    </li>
  )
}
