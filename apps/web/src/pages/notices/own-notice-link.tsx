import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Notice } from '../firm/client/shapes.ts'

interface OwnNoticeLinkProps {
  notice: Notice
  /** Those that the reader acts for today. */
  firms: readonly string[]
}

/** Where news of a firm leads to, while the reader acts for that firm. */
export function OwnNoticeLink({ notice: { kind, referral, firm }, firms }: OwnNoticeLinkProps) {
  const { t } = useTranslation()
  if (!firm || !firms.includes(firm)) return null
  return (
    <p>
      {referral ? (
        <Link to="/firm/$firm/referrals/$referral" params={{ firm, referral: referral.id }}>
          {t('notices.open')}
        </Link>
      ) : kind === 'firm.asked' ? (
        <Link to="/firm/$firm/members" params={{ firm }}>
          {t('firm.members.title')}
        </Link>
      ) : (
        <Link to="/firm/$firm" params={{ firm }}>
          {t('firm.toFront')}
        </Link>
      )}
    </p>
  )
}
