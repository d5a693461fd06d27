import { sayParty, sayReason, sayReferralMove, sayShortDay } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useLanguage, useSaid } from '../../words/use-language.ts'
import type { Case } from '../client/shapes.ts'
import { sayMoment } from '../say-moment.ts'

/** How it came here, as stations of a line; the newest first. */
export function CaseHistory({ shown }: { shown: Case }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const said = useSaid()
  return (
    <section className="case-section">
      <h2>{t('desk.case.history')}</h2>
      <ol className="case-history" reversed>
        {shown.history.toReversed().map(event => (
          <li key={event.seq} data-by={event.by}>
            {shown.filledIn
              .filter(({ seq }) => seq === event.seq)
              .map(({ at }) => (
                <p key={at} className="case-event-by">
                  {t('desk.case.filledIn')} <time dateTime={at}>{sayMoment(at, language)}</time>
                </p>
              ))}
            <p>
              <strong>{sayReferralMove(event.move, language)}</strong>{' '}
              <time dateTime={event.at} title={sayMoment(event.at, language)}>
                {sayShortDay(event.on, language)}
              </time>
            </p>
            <p className="case-event-by">
              {sayParty(event.by, language)}
              {event.post ? ` · ${said(event.post)}` : null}
            </p>
            {event.reason ? <p>{sayReason(event.reason, language)}</p> : null}
            {event.note ? (
              <p className="case-note">
                <WithKorean text={event.note} />
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
