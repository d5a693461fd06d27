import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgendaItem } from './shapes.ts'
import type { RoomInHand } from './use-room.ts'

/** A moment of rest in which what was typed is put away. */
const rest = 1_000

interface Typed {
  readonly text: string
  /** The count of changes that it builds upon. */
  readonly seen: number
  /** What of it has been captured. */
  readonly captured?: string
}

/** What was said, in short: captured while it is typed. What somebody else writes meanwhile is not typed over, but shown beside it. */
export function GistField({ item, hand: { capture, outbox } }: { item: AgendaItem; hand: RoomInHand }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<Typed>()
  const stands = item.gist ?? ''
  const waits = outbox.queue.some(({ write }) => write.is === 'item' && write.item === item.id)

  const putAway = (isOver: boolean) => {
    if (!typed) return
    const text = typed.text.trim()
    if (text !== (typed.captured ?? stands).trim())
      capture({ is: 'item', item: item.id, change: { gist: text } }, typed.seen)
    setTyped(isOver ? undefined : { ...typed, captured: text })
  }
  const latest = useRef(putAway)
  latest.current = putAway
  const isUnsaved = typed !== undefined && typed.text.trim() !== (typed.captured ?? stands).trim()

  // biome-ignore lint/correctness/useExhaustiveDependencies: each letter begins the rest anew
  useEffect(() => {
    if (!isUnsaved) return
    const timer = setTimeout(() => latest.current(false), rest)
    return () => clearTimeout(timer)
  }, [typed?.text, isUnsaved])
  useEffect(() => {
    const leave = () => latest.current(false)
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [])
  // Once what was captured here stands there, the next words build upon it; as long as something else does, they do not.
  useEffect(() => {
    if (typed?.captured === undefined || waits || typed.captured !== stands.trim() || typed.seen === item.changed)
      return
    setTyped({ ...typed, seen: item.changed })
  }, [typed, waits, stands, item.changed])

  return (
    <div className="field">
      <label htmlFor="room-gist">{t('councilRoom.room.gist')}</label>
      <textarea
        id="room-gist"
        className="entry"
        rows={4}
        maxLength={10_000}
        aria-describedby="room-gist-help"
        value={typed?.text ?? stands}
        onChange={({ target }) =>
          setTyped(before => ({ ...before, text: target.value, seen: before?.seen ?? item.changed }))
        }
        onBlur={() => putAway(true)}
      />
      <p id="room-gist-help" className="field-help">
        {t('councilRoom.room.gistHelp')}
      </p>
    </div>
  )
}
