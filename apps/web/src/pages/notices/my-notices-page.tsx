import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Me } from '../../desk/client/shapes.ts'
import { Page } from '../../shell/page.tsx'
import { SignedIn } from '../firm/signed-in.tsx'
import { Inbox } from './inbox.tsx'

/** What I was told. */
export function MyNoticesPage() {
  const { t } = useTranslation()
  return (
    <SignedIn title={t('notices.mine')}>
      {me => (
        <Page title={t('notices.mine')} className="firm">
          <Inbox at="/api/me/notices" linkOf={({ referral }) => <ToCase me={me} referral={referral?.id} />} />
        </Page>
      )}
    </SignedIn>
  )
}

/** A notice does not name the firm: with one firm it is clear whose case it is, with several each has its own page. */
function ToCase({ me, referral }: { me: Me; referral: string | undefined }) {
  const { t } = useTranslation()
  const [firm, ...others] = me.firms
  if (!referral || !firm || others.length > 0) return null
  return (
    <p>
      <Link to="/firm/$firm/referrals/$referral" params={{ firm: firm.firm, referral }}>
        {t('notices.open')}
      </Link>
    </p>
  )
}
