import { sayDay } from '@ieum/wording'
import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../words/use-language.ts'

/** Says so when the address asks about another day than today. */
export function DayNotice() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { on } = useSearch({ strict: false })
  if (!on) return null
  return (
    <aside className="day-notice" aria-label={t('shell.dayNotice')}>
      <p>
        {t('shell.overriddenDay', { day: sayDay(on, language) })}{' '}
        <Link
          to="."
          activeOptions={{ exact: true, includeSearch: true }}
          search={previous => ({ ...previous, on: undefined })}
        >
          {t('shell.backToToday')}
        </Link>
      </p>
    </aside>
  )
}
