import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask, Refused } from '../../desk/client/ask.ts'
import { useAsked } from '../../desk/client/use-asked.ts'
import { useChange } from '../../desk/client/use-change.ts'
import { tellRead } from '../../desk/notices/use-unread.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { RulebookBoundary } from '../../rulebook/rulebook-boundary.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import type { Notice, Notices } from '../firm/client/shapes.ts'
import { NoticeText } from './notice-text.tsx'

interface InboxProps {
  /** `/api/me/notices`, or a post's. */
  at: string
  /** Where a notice leads to. */
  linkOf: (notice: Notice) => ReactNode
}

interface Older extends Pick<Notices, 'notices' | 'next'> {
  /** Go on from this reading: once they are marked and read anew, they are not as these say. */
  readonly after: Notices
}

/** What was told, the newest first; read once one says so. */
export function Inbox(props: InboxProps) {
  return (
    <RulebookBoundary>
      <Shown {...props} />
    </RulebookBoundary>
  )
}

function Shown({ at, linkOf }: InboxProps) {
  const { t } = useTranslation()
  const { value, refused, again } = useAsked<Notices>(at)
  const [older, setOlder] = useState<Older>()
  const [notMore, setNotMore] = useState<Refused>()
  const marking = useChange<{ count: number }>()
  const [told, setTold] = useState<string>()
  if (!value) return refused ? <RefusedText refused={refused} again={again} /> : <Waiting />

  const further = older?.after === value ? older : undefined
  const shown = [...value.notices, ...(further?.notices ?? [])]
  const next = further ? further.next : value.next
  const markRead = async () => {
    if (marking.isSending) return
    const marked = await marking.send(`${at}/read`, {})
    if (!marked) return
    setTold(t('notices.marked', { count: marked.count }))
    again()
    tellRead()
  }
  const more = async () => {
    if (!next) return
    setNotMore(undefined)
    try {
      const page = await ask<Notices>(`${at}?before=${next}`)
      setOlder({ after: value, notices: [...(further?.notices ?? []), ...page.notices], next: page.next })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setNotMore(error)
    }
  }
  return (
    <div className="inbox">
      <div className="row">
        {shown.length > 0 ? <p>{t('notices.unread', { count: value.unread })}</p> : null}
        {value.unread > 0 ? (
          <button
            type="button"
            className="button quiet"
            aria-disabled={marking.isSending}
            onClick={() => void markRead()}
          >
            {t('notices.markAll')}
          </button>
        ) : null}
      </div>
      <p role="status" className={told ? 'firm-told' : 'only-heard'}>
        {told}
      </p>
      {marking.refused ? <RefusedText refused={marking.refused} takesFocus /> : null}
      {shown.length === 0 ? <p className="firm-nothing">{t('notices.none')}</p> : null}
      <ul className="notices">
        {shown.map(notice => (
          <li key={notice.id}>
            <NoticeText notice={notice} />
            {linkOf(notice)}
          </li>
        ))}
      </ul>
      {notMore ? <RefusedText refused={notMore} takesFocus /> : null}
      {next ? (
        <button type="button" className="button quiet" onClick={() => void more()}>
          {t('notices.older')}
        </button>
      ) : null}
    </div>
  )
}
