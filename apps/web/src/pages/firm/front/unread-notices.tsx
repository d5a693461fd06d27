import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../desk/client/ask.ts'
import { RefusedText } from '../../../desk/refused-text.tsx'
import { NoticeText } from '../../notices/notice-text.tsx'
import { OwnNoticeLink } from '../../notices/own-notice-link.tsx'
import type { Notices } from '../client/shapes.ts'

interface UnreadNoticesProps {
  notices: Notices | undefined
  refused: Refused | undefined
  again: () => void
  /** Those that the reader acts for. */
  firms: readonly string[]
}

const shownAtMost = 5

export function UnreadNotices({ notices, refused, again, firms }: UnreadNoticesProps) {
  const { t } = useTranslation()
  return (
    <section className="firm-section" aria-labelledby="unread">
      <h2 id="unread">{t('firm.front.notices')}</h2>
      {refused ? <RefusedText refused={refused} again={again} /> : null}
      {notices && notices.unread === 0 ? <p className="firm-nothing">{t('firm.front.noNotices')}</p> : null}
      <ul className="notices">
        {notices?.notices.slice(0, shownAtMost).map(notice => (
          <li key={notice.id}>
            <NoticeText notice={notice} />
            <OwnNoticeLink notice={notice} firms={firms} />
          </li>
        ))}
      </ul>
      <p>
        <Link to="/me/notices">{t('firm.front.allNotices')}</Link>
      </p>
    </section>
  )
}
