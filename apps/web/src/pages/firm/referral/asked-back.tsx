import { sayReason } from '@ieum/wording'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { WithKorean } from '../../../parts/with-korean.tsx'
import { useLanguage } from '../../../words/use-language.ts'
import type { OwnCase } from '../client/shapes.ts'

/** What the receiving agency still asks for, in its own words, and where to add it. */
export function AskedBack({ shown: { state, history }, firm }: { shown: OwnCase; firm: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const asked = history.findLast(({ move }) => move === 'return')
  if (state !== 'returned' || !asked) return null
  return (
    <section className="firm-call" aria-labelledby="asked-back">
      <h2 id="asked-back">{t('firm.askedBack.title')}</h2>
      {asked.reason ? <p>{sayReason(asked.reason, language)}</p> : null}
      {asked.note ? (
        <p className="firm-quote">
          <WithKorean text={asked.note} />
        </p>
      ) : null}
      <p>{t('firm.askedBack.text')}</p>
      <p className="row">
        <Link to="/firm/$firm/dossier" params={{ firm }} className="button">
          {t('firm.askedBack.toDossier')}
        </Link>
      </p>
    </section>
  )
}
