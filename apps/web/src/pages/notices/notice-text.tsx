import { sayNotice } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { sayMoment } from '../../desk/say-moment.ts'
import { useRulebook } from '../../rulebook/use-rulebook.ts'
import { useLanguage } from '../../words/use-language.ts'
import type { Notice } from '../firm/client/shapes.ts'
import { noticeAbout } from './notice-about.ts'
import './notices.css'

/** What happened, as the reader's side of it reads, with what it is about by name and the number of its case; unread ones say so in a word. */
export function NoticeText({ notice: { kind, at, read, referral, detail } }: { notice: Notice }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const about = noticeAbout(detail, useRulebook(), language)
  const { title, text } = sayNotice(kind, language, typeof detail.side === 'string' ? detail.side : undefined)
  return (
    <div className="notice" data-read={read}>
      <p>
        {read ? null : <span className="notice-new">{t('notices.new')}</span>} <strong>{title}</strong>
      </p>
      {about.length > 0 ? <p>{about.join(' · ')}</p> : null}
      <p>{text}</p>
      <p className="field-help">
        <time dateTime={at}>{sayMoment(at, language)}</time>
        {referral?.number ? ` · ${referral.number}` : null}
      </p>
    </div>
  )
}
