import { useTranslation } from 'react-i18next'
import type { Case } from '../client/shapes.ts'

/** Why the receiving desk sees nothing of the firm any more. */
export function AccessEnded({ shown: { access, state } }: { shown: Case }) {
  const { t } = useTranslation()
  if (access === 'stands' || access === 'not yours') return null
  return (
    <div className="case-ended">
      <h2>{t('desk.case.ended.title')}</h2>
      <p>
        {t(
          `desk.case.ended.${access === 'closed' && (state === 'withdrawn' || state === 'recalled') ? state : access}`,
        )}{' '}
        {t('desk.case.ended.kept')}
      </p>
    </div>
  )
}
