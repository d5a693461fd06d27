import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Case } from '../client/shapes.ts'

/** The agreement that it travels along. */
export function CaseLink({ shown: { link }, post }: { shown: Case; post: string }) {
  const { t } = useTranslation()
  return (
    <section className="case-section">
      <h2>{t('desk.case.link')}</h2>
      <p>
        <Link to="/desk/$post/links/$agreement" params={{ post, agreement: link.agreement }}>
          {t('desk.case.linkVersion', { version: link.version })}
        </Link>
      </p>
      <p className="field-help">{t('desk.links.days', { count: link.daysToAnswer })}</p>
    </section>
  )
}
