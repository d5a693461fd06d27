import { sayReason, sayShortDay } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { sayMoment } from '../../../desk/say-moment.ts'
import { useAgencyName } from '../../../parts/use-agency-name.ts'
import { WithKorean } from '../../../parts/with-korean.tsx'
import { useLanguage, useSaid } from '../../../words/use-language.ts'
import type { OwnCase } from '../client/shapes.ts'

/** Who did what when, the newest first. */
export function History({ shown: { history, filledIn, from, to } }: { shown: OwnCase }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const said = useSaid()
  const agencyName = useAgencyName()
  return (
    <section className="firm-section" aria-labelledby="history-title">
      <h2 id="history-title">{t('firm.history.title')}</h2>
      <ol className="firm-history" reversed>
        {history.toReversed().map(({ seq, move, on, at, by, post, reason, note }) => (
          <li key={seq}>
            <time dateTime={at} title={sayMoment(at, language)}>
              {sayShortDay(on, language)}
            </time>
            <div>
              {filledIn
                .filter(said => said.seq === seq)
                .map(said => (
                  <p key={said.at} className="field-help">
                    {t('firm.history.filledIn')} · {sayMoment(said.at, language)}
                  </p>
                ))}
              <p>
                <strong>{t(`firm.history.move.${move}`)}</strong>
                {reason ? ` — ${sayReason(reason, language)}` : null}
              </p>
              <p className="field-help">
                {by === 'sender' || by === 'receiver'
                  ? `${agencyName(by === 'sender' ? from.agency : to.agency)}${post ? ` · ${said(post)}` : ''}`
                  : t(`firm.history.by.${by}`)}
              </p>
              {note ? (
                <p className="firm-quote">
                  <WithKorean text={note} />
                </p>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
