import { may } from '@ieum/desk'
import { useTranslation } from 'react-i18next'
import { ofPost } from '../client/paths.ts'
import type { Case, PostCapacity } from '../client/shapes.ts'
import { TakeAway } from '../take-away.tsx'

/** The case as a file, for who says what for. */
export function TakeCase({ shown, capacity: { post, role } }: { shown: Case; capacity: PostCapacity }) {
  const { t } = useTranslation()
  if (!may(role, 'export referrals', shown.side === 'sender' ? 'referral-sent' : 'referral-closed')) return null
  return (
    <TakeAway
      title={t('desk.take.case')}
      holds={
        <>
          <p>{t(shown.proof ? 'desk.take.caseHolds' : 'desk.take.caseHoldsLess')}</p>
          <p>{t('desk.take.firmSees')}</p>
        </>
      }
      path={ofPost(post).takeCase(shown.id)}
      formats={[
        { format: 'json', name: t('desk.take.caseJson') },
        ...(shown.proof ? [{ format: 'csv', name: t('desk.take.caseCsv') }] : []),
      ]}
      asked={{}}
    />
  )
}
