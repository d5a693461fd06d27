import { sayNotice } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { sayMoment } from '../../desk/say-moment.ts'
import { useLanguage } from '../../words/use-language.ts'
import type { Notice } from '../firm/client/shapes.ts'
import './notices.css'

/** What happened, with the number of its case; unread ones say so in a word. */
export function NoticeText({ notice: { kind, at, read, referral } }: { notice: Notice }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { title, text } = sayNotice(kind, language)
  return (
    <div className="notice" data-read={read}>
      <p>
        {read ? null : <span className="notice-new">{t('notices.new')}</span>} <strong>{title}</strong>
      </p>
      <p>{text}</p>
      <p className="field-help">
        <time dateTime={at}>{sayMoment(at, language)}</time>
        {referral?.number ? ` · ${referral.number}` : null}
      </p>
    </div>
  )
}
