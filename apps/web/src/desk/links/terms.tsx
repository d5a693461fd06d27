import { sayDay } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useLanguage, useSaid } from '../../words/use-language.ts'
import { useSubject } from '../../words/use-subject.ts'
import type { AgreementInFull } from '../client/shapes.ts'
import { useCriterion } from '../use-criterion.ts'

/** What the two agencies agree on; what differs from the version before is marked. */
export function Terms({ shown }: { shown: AgreementInFull }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const said = useSaid()
  const subject = useSubject()
  const criterionOf = useCriterion()
  const criterion = (id: string) => criterionOf(shown.toProgramme, id).name
  const changed = new Set(shown.differences?.map(({ term }) => term))
  const rows: readonly (readonly [keyof typeof labels, string])[] = [
    ['purpose', said(shown.purpose)],
    ['kind', subject('link', shown.kind)],
    ['outcome', t(`desk.links.outcome.${shown.outcome}`)],
    ['daysToAnswer', t('desk.links.days', { count: shown.daysToAnswer })],
    ['remindBefore', t('desk.links.workingDays', { count: shown.remindBefore })],
    ['expireAfter', t('desk.links.workingDays', { count: shown.expireAfter })],
    ['places', shown.places === null ? t('desk.links.noLimit') : t('desk.links.firms', { count: shown.places })],
    ['waives', shown.waives.map(criterion).join(' · ') || t('parts.none')],
    ['accepts', shown.accepts.map(criterion).join(' · ') || t('parts.none')],
    ['legalBasis', shown.legalBasis],
    ['validFrom', sayDay(shown.validFrom, language)],
    ['validTo', shown.validTo ? sayDay(shown.validTo, language) : t('desk.links.noEnd')],
  ]
  return (
    <section className="case-section">
      <h2>{t('desk.links.terms')}</h2>
      <dl className="desk-terms">
        {rows.map(([term, value]) => (
          <div key={term} data-changed={changed.has(term) || undefined}>
            <dt>
              {t(labels[term])}
              {changed.has(term) ? <small> {t('desk.links.changed')}</small> : null}
            </dt>
            <dd>
              <WithKorean text={value} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const labels = {
  purpose: 'desk.links.term.purpose',
  kind: 'desk.links.term.kind',
  outcome: 'desk.links.term.outcome',
  daysToAnswer: 'desk.links.term.daysToAnswer',
  remindBefore: 'desk.links.term.remindBefore',
  expireAfter: 'desk.links.term.expireAfter',
  places: 'desk.links.term.places',
  waives: 'desk.links.term.waives',
  accepts: 'desk.links.term.accepts',
  legalBasis: 'desk.links.term.legalBasis',
  validFrom: 'desk.links.term.validFrom',
  validTo: 'desk.links.term.validTo',
} as const
