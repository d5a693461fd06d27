import { may } from '@ieum/desk'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DeskPage } from '../desk-page.tsx'
import { Box } from './box.tsx'
import { Workload } from './workload.tsx'

const route = getRouteApi('/desk/$post')

/** What waits for an answer and what was sent, for a post. */
export function DeskInboxPage() {
  const { t } = useTranslation()
  const { post } = route.useParams()
  return (
    <DeskPage post={post} title={t('desk.title')}>
      {capacity => (
        <>
          {may(capacity.role, 'read referral', 'own') ? <Box capacity={capacity} /> : <p>{t('desk.inbox.noBox')}</p>}
          <Workload post={post} />
        </>
      )}
    </DeskPage>
  )
}
