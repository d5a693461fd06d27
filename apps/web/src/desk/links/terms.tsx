import { useTranslation } from 'react-i18next'
import { WithKorean } from '../../parts/with-korean.tsx'
import type { AgreementInFull } from '../client/shapes.ts'
import { useSayTerm } from './use-say-term.ts'

/** The terms that an agreement shows; its two programmes stand at its head. */
export const shownTerms = [
  'purpose',
  'kind',
  'outcome',
  'daysToAnswer',
  'remindBefore',
  'expireAfter',
  'places',
  'waives',
  'accepts',
  'legalBasis',
  'councilTask',
  'validFrom',
  'validTo',
] as const

/** What the two agencies agree on; what differs from the version before is marked. */
export function Terms({ shown }: { shown: AgreementInFull }) {
  const { t } = useTranslation()
  const sayTerm = useSayTerm(shown.toProgramme)
  const changed = new Set<string>(shown.differences?.map(({ term }) => term))
  return (
    <section className="case-section">
      <h2>{t('desk.links.terms')}</h2>
      <dl className="desk-terms">
        {shownTerms.map(term => (
          <div key={term} data-changed={changed.has(term) || undefined}>
            <dt>
              {t(`desk.links.term.${term}`)}
              {changed.has(term) ? <small> {t('desk.links.changed')}</small> : null}
            </dt>
            <dd>
              <WithKorean text={sayTerm(term, shown)} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
