import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { SaidText } from '../said-text.tsx'
import { itemTime } from './item-clock.ts'
import { waiting } from './queue.ts'
import { sayClock, sayTime } from './say.ts'
import { type RoomInHand, useSecond } from './use-room.ts'

/** Whether the server hears, since when it does not, and how much waits for it: by sign and word. */
export function LinkBar({ hand }: { hand: RoomInHand }) {
  const { link, outbox, room } = hand
  const { t } = useTranslation()
  const { pathname, searchStr } = useLocation()
  const waits = waiting(outbox.queue)
  const timeZone = room?.timeZone ?? 'Asia/Seoul'
  const isAway = !link.connected && link.away !== undefined
  return (
    <div className="room-link" data-away={isAway || undefined}>
      <p role="status">
        <strong className="room-link-state">
          <span aria-hidden="true">{isAway ? '✕' : link.connected ? '●' : '…'}</span>{' '}
          {isAway
            ? t('councilRoom.link.away', { time: sayTime(link.away ?? 0, timeZone) })
            : t(link.connected ? 'councilRoom.link.connected' : 'councilRoom.link.connecting')}
        </strong>{' '}
        <span className="room-waiting">
          {waits > 0 ? t('councilRoom.link.waiting', { count: waits }) : t('councilRoom.link.none')}
        </span>
        {isAway ? <span> {t('councilRoom.link.awayText')}</span> : null}
      </p>
      {room?.current ? <NowOn hand={hand} /> : null}
      {outbox.keeps ? null : <p role="alert">{t('councilRoom.link.notKept')}</p>}
      {link.signedOut || outbox.signedOut ? (
        <p role="alert">
          {t('councilRoom.link.signedOut')}{' '}
          <Link to="/sign-in" search={{ to: pathname + searchStr }}>
            {t('councilRoom.link.signIn')}
          </Link>
        </p>
      ) : null}
      {link.refused && room ? <p role="alert">{t('councilRoom.link.gone')}</p> : null}
    </div>
  )
}

/** The item and its clock, in sight wherever one writes. */
function NowOn({ hand: { room, now } }: { hand: RoomInHand }) {
  const { t } = useTranslation()
  const moment = useSecond(now)
  const item = room?.items.find(({ id }) => id === room.current?.item)
  const time = room && itemTime(room, moment)
  if (!item || !time) return null
  return (
    <p className="room-now" data-over={time.left < 0 || undefined}>
      <SaidText said={item.title} /> <strong>{sayClock(time.elapsed)}</strong>{' '}
      {time.left < 0
        ? `▲ ${t('councilRoom.room.over_time', { time: sayClock(-time.left) })}`
        : t('councilRoom.room.left', { time: sayClock(time.left) })}
    </p>
  )
}
