import { useTranslation } from 'react-i18next'
import type { Planning } from './use-plan.ts'

/** Where one goes on reading after an answer that is planned with anew. */
export const planStatusId = 'path-status'

/** How far the search is, also for those who only hear the page. `isOfOthers`: what it found is not what is looked at. */
export function PlanStatus({ planning, isOfOthers }: { planning: Planning; isOfOthers: boolean }) {
  const { t } = useTranslation()
  if (planning.is === 'failed')
    return (
      <p role="alert" className="path-status field-wrong">
        {t('path.state.failed')}
      </p>
    )
  const count = planning.plan?.itineraries.length ?? 0
  const isTimeUp = planning.is === 'done' && !planning.plan.complete
  return (
    <div role="status" id={planStatusId} tabIndex={-1} className="path-status no-print">
      {planning.is === 'under way' ? (
        <p>{t(count > 0 ? 'path.state.lookingMore' : 'path.state.looking')}</p>
      ) : count > 0 && !isOfOthers ? (
        <p>{t('path.state.found', { count })}</p>
      ) : null}
      {isTimeUp && count > 0 && !isOfOthers ? <p className="path-time-up">{t('path.state.timeUp')}</p> : null}
    </div>
  )
}
