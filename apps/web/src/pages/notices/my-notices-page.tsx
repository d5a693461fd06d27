import { useTranslation } from 'react-i18next'
import { Page } from '../../shell/page.tsx'
import { SignedIn } from '../firm/signed-in.tsx'
import { Inbox } from './inbox.tsx'
import { OwnNoticeLink } from './own-notice-link.tsx'

/** What I was told. */
export function MyNoticesPage() {
  const { t } = useTranslation()
  return (
    <SignedIn title={t('notices.mine')}>
      {me => (
        <Page title={t('notices.mine')} className="firm">
          <Inbox
            at="/api/me/notices"
            linkOf={notice => <OwnNoticeLink notice={notice} firms={me.firms.map(({ firm }) => firm)} />}
          />
        </Page>
      )}
    </SignedIn>
  )
}
