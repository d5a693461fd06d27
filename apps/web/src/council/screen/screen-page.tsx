import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../shell/page.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { type Followed, follow } from '../room/follow.ts'
import { VotesText } from '../room/minutes-draft.tsx'
import { roomOf } from '../room/requests.ts'
import { sayClock, sayTime, useSessionName } from '../room/say.ts'
import type { Screen } from '../room/shapes.ts'
import { Figures, TaskSides } from '../room/task-sides.tsx'
import { useSecond } from '../room/use-room.ts'
import { SaidText } from '../said-text.tsx'
import { hearNear, type NearScreen } from './near.ts'
import './screen.css'

const route = getRouteApi('/desk/$post/sessions/$session/screen')

/** What is thrown onto the wall: large, without anything to press, and only what everyone in the room may see. */
export function ScreenPage() {
  const { t } = useTranslation()
  const { post, session } = route.useParams()
  const { value, link, now, isNear } = useScreen(post, session)
  const sessionName = useSessionName()
  if (!value)
    return (
      <Page title={t('councilRoom.screen.waits')} className="wall">
        {link.refused || link.signedOut ? <p>{t('councilRoom.screen.hidden')}</p> : <Waiting />}
      </Page>
    )
  const { state, items, current } = value
  return (
    <Page title={sessionName({ council: value.council, number: value.number })} className="wall">
      {link.connected ? null : (
        <p className="wall-away" role="status">
          <span aria-hidden="true">✕ </span>
          {isNear
            ? t('councilRoom.screen.near')
            : t('councilRoom.screen.away', { time: sayTime(link.away ?? Date.now(), 'Asia/Seoul') })}
        </p>
      )}
      {current ? (
        <Item screen={value} current={current} now={now} />
      ) : (
        <>
          <p className="wall-state">
            {t(
              state === 'ended' || state === 'minuted'
                ? 'councilRoom.screen.over'
                : state === 'sitting'
                  ? 'councilRoom.screen.between'
                  : 'councilRoom.screen.waits',
            )}
          </p>
          <ol className="wall-agenda">
            {items.map(({ id, title, minutes }) => (
              <li key={id}>
                <SaidText said={title} /> <small>{t('councilRoom.minutes', { count: minutes })}</small>
              </li>
            ))}
          </ol>
        </>
      )}
    </Page>
  )
}

function Item({
  screen: { items },
  current,
  now,
}: {
  screen: Screen
  current: NonNullable<Screen['current']>
  now: () => number
}) {
  const { t } = useTranslation()
  const at = items.findIndex(({ id }) => id === current.id)
  const item = items[at]
  const { task } = current
  if (!item) return null
  return (
    <div className="wall-item">
      <p className="wall-place">{t('councilRoom.screen.position', { at: at + 1, all: items.length })}</p>
      <h2>
        <SaidText said={item.title} />
      </h2>
      <WallClock began={current.began} minutes={item.minutes} now={now} />
      {current.proposal || task ? (
        <TaskSides
          proposal={current.proposal}
          proposedBy={task ? task.proposedBy : current.proposedBy}
          task={task}
          heading="h3"
        />
      ) : null}
      {current.decisions.map(({ number, text, votes }) => (
        <section key={number ?? text.ko} className="wall-decision">
          <h3>{number ? t('councilRoom.screen.decided', { number }) : t('councilRoom.screen.decidedHere')}</h3>
          <p>
            <SaidText said={text} />
          </p>
          <p className="room-by">
            <VotesText votes={votes} />
          </p>
        </section>
      ))}
      {task ? <Figures indicators={task.indicators} /> : null}
    </div>
  )
}

function WallClock({ began, minutes, now }: { began: string; minutes: number; now: () => number }) {
  const { t } = useTranslation()
  const elapsed = Math.max(0, useSecond(now) - Date.parse(began))
  const left = minutes * 60_000 - elapsed
  return (
    <p className="room-clock" role="timer" data-over={left < 0 || undefined}>
      <strong>{sayClock(elapsed)}</strong>
      <span>{t('councilRoom.room.planned', { count: minutes })}</span>
      <span className="room-left">
        {left < 0 ? '▲ ' : ''}
        {left < 0
          ? t('councilRoom.room.over_time', { time: sayClock(-left) })
          : t('councilRoom.room.left', { time: sayClock(left) })}
      </span>
    </p>
  )
}

interface OnWall {
  readonly value: Screen | undefined
  readonly link: Followed<Screen>
  readonly now: () => number
  /** It is the room's window on this machine that tells it, not the server. */
  readonly isNear: boolean
}

/** How long a word of the room's window counts, in milliseconds. */
const heardFor = 5_000

function useScreen(post: string, session: string): OnWall {
  const wall = useMemo(() => {
    const listeners = new Set<() => void>()
    const tell = () => {
      for (const listener of listeners) listener()
    }
    const link = follow<Screen>({
      pathOf: roomOf(post, session).screen,
      shownIn: (body: { screen: Screen | null }) => body.screen,
      rests: ({ state }) => state === 'minuted' || state === 'cancelled',
      changed: tell,
    })
    const subscribe = (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    }
    return { link, subscribe }
  }, [post, session])
  const link = useSyncExternalStore(wall.subscribe, wall.link.state)
  useEffect(() => wall.link.start(), [wall])
  const [near, setNear] = useState<NearScreen & { readonly at: number }>()
  useEffect(() => hearNear(session, told => setNear({ ...told, at: Date.now() })), [session])
  useEffect(() => {
    if (!near) return
    const timer = setTimeout(() => setNear(undefined), heardFor)
    return () => clearTimeout(timer)
  }, [near])
  const isNear = !link.connected && near !== undefined
  const ahead = isNear ? near.ahead : link.ahead
  const now = useCallback(() => Date.now() + ahead, [ahead])
  return { value: isNear ? near.screen : link.value, link, now, isNear }
}
