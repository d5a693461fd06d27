import { sayDay } from '@ieum/wording'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../day/use-on.ts'
import { Refused } from '../../desk/client/ask.ts'
import { DeskPage } from '../../desk/desk-page.tsx'
import { useKeys } from '../../desk/keys.ts'
import { KeysSwitch } from '../../desk/keys-switch.tsx'
import { RefusedText } from '../../desk/refused-text.tsx'
import { useWho } from '../../desk/who.ts'
import { Waiting } from '../../shell/waiting.tsx'
import { useLanguage } from '../../words/use-language.ts'
import { SaidText } from '../said-text.tsx'
import { Attendance } from './attendance.tsx'
import { ConfirmButton } from './confirm-button.tsx'
import { type DecisionDraft, draftOf, emptyDraft } from './decision-draft.ts'
import { DecisionForm } from './decision-form.tsx'
import { GistField } from './gist-field.tsx'
import { itemTime } from './item-clock.ts'
import { LinkBar } from './link-bar.tsx'
import { DecisionText, MinutesDraft, VotesText } from './minutes-draft.tsx'
import { quorumHere } from './quorum-here.ts'
import { useAbsentSaid } from './quorum-text.tsx'
import { sayClock, sayTime, useSessionName } from './say.ts'
import type { AgendaItem, Room } from './shapes.ts'
import { StoppedEntries } from './stopped.tsx'
import { Figures, TaskSides } from './task-sides.tsx'
import { useKept } from './use-kept.ts'
import { type RoomInHand, useRoom, useSecond } from './use-room.ts'
import { draftName, type Whose } from './whose.ts'
import './room.css'

const route = getRouteApi('/desk/$post/sessions/$session/room')

/** The screen of who keeps the minutes while it is sat: goes on without a network, and catches up. */
export function RoomPage() {
  const { t } = useTranslation()
  const { post, session } = route.useParams()
  const who = useWho()
  const [name, setName] = useState<string>()
  return (
    <DeskPage
      key={session}
      post={post}
      title={name ? t('councilRoom.room.title', { session: name }) : t('councilRoom.room.toRoom')}
    >
      {() =>
        who.is === 'signed in' ? <InHand whose={{ post, session, person: who.me.person.id }} onName={setName} /> : null
      }
    </DeskPage>
  )
}

interface InHandProps {
  whose: Whose
  onName: (name: string) => void
}

function InHand({ whose, onName }: InHandProps) {
  const hand = useRoom(whose)
  const sessionName = useSessionName()
  const { room, link } = hand
  const named = room && sessionName({ council: room.council.name, number: room.number })
  const said = useRef<string>(undefined)
  if (named && said.current !== named) {
    said.current = named
    queueMicrotask(() => onName(named))
  }
  if (room) return <RoomShown whose={whose} hand={hand} room={room} />
  if (link.refused) return <RefusedText refused={new Refused({ ...link.refused, title: link.refused.message })} />
  return (
    <>
      <LinkBar hand={hand} />
      <Waiting />
    </>
  )
}

function RoomShown({ whose, hand, room }: { whose: Whose; hand: RoomInHand; room: Room }) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<string>()
  const { items, current, state } = room
  const at = items.findIndex(({ id }) => id === current?.item)
  const shown = items.find(({ id }) => id === (chosen ?? current?.item)) ?? items[0]
  const next = items[at + 1]
  const sits = room.keeps && state === 'sitting'
  const isOpen = room.keeps && (state === 'sitting' || state === 'ended') && !room.reported
  const [draft, setDraft] = useKept<DecisionDraft>(draftName(whose, shown?.id ?? ''), emptyDraft)
  const [told, setTold] = useState('')

  const turn = (item: AgendaItem | undefined) => {
    if (!sits || !item || item.id === current?.item) return
    hand.capture({ is: 'turn', item: item.id })
    setChosen(undefined)
  }
  const choose = (by: number) => {
    const from = items.findIndex(({ id }) => id === shown?.id)
    const one = items[from + by]
    if (one) setChosen(one.id)
  }
  useKeys({
    KeyN: () => turn(next),
    KeyJ: () => choose(1),
    KeyK: () => choose(-1),
    KeyT: () => turn(shown),
    KeyG: () => document.getElementById('room-gist')?.focus(),
    KeyD: () => document.getElementById('room-decision')?.focus(),
    KeyA: () => document.getElementById('room-attendance')?.focus(),
  })
  const leaveField = (event: KeyboardEvent<HTMLElement>) => {
    if (
      event.key === 'Escape' &&
      event.target instanceof HTMLElement &&
      event.target.matches('input, textarea, select')
    )
      document.getElementById('room-item')?.focus()
  }
  const rewrite = (item: string, decision: Parameters<typeof draftOf>[0]) => {
    setChosen(item)
    const words = draftOf(decision)
    try {
      localStorage.setItem(draftName(whose, item), JSON.stringify(words))
    } catch {
      // It then stands in the form alone.
    }
    if (item === shown?.id) setDraft(words)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves whatever field in it has the focus
    <div className="room" onKeyDown={leaveField}>
      <LinkBar hand={hand} />
      <StoppedEntries hand={hand} onRewrite={rewrite} />
      <RoomHead post={whose.post} room={room} hand={hand} />
      <p role="status" className="only-heard">
        {told}
      </p>
      <div className="room-columns">
        <nav className="room-agenda" aria-labelledby="room-agenda">
          <h2 id="room-agenda">{t('councilRoom.room.agenda')}</h2>
          <ol>
            {items.map((item, index) => (
              <li key={item.id}>
                <button
                  type="button"
                  aria-current={item.id === shown?.id ? 'true' : undefined}
                  data-done={at >= 0 && index < at ? true : undefined}
                  onClick={() => setChosen(item.id)}
                >
                  <span className="room-agenda-time">
                    {item.from} · {t('councilRoom.minutes', { count: item.minutes })}
                  </span>
                  <span>
                    <SaidText said={item.title} />
                    {item.id === current?.item ? <strong> ◀ {t('councilRoom.room.now')}</strong> : null}
                  </span>
                </button>
              </li>
            ))}
          </ol>
        </nav>
        <div className="room-main">
          {shown ? (
            <ItemShown
              key={shown.id}
              room={room}
              item={shown}
              hand={hand}
              canTurn={sits && shown.id !== current?.item}
              onTurn={() => turn(shown)}
              next={sits ? next : undefined}
              isLast={sits && at === items.length - 1}
              onNext={() => turn(next)}
            />
          ) : null}
          {shown && isOpen ? (
            <div className="room-capture" key={`capture ${shown.id}`}>
              <GistField item={shown} hand={hand} />
              <label className="choice">
                <input
                  type="checkbox"
                  checked={shown.undecided}
                  onChange={({ target }) =>
                    hand.capture({ is: 'item', item: shown.id, change: { undecided: target.checked } })
                  }
                />
                {t('councilRoom.room.undecided')}
              </label>
              <h2>{t('councilRoom.room.decide')}</h2>
              <DecisionForm
                room={room}
                item={shown}
                task={room.tasks.find(({ id }) => id === shown.task)}
                hand={hand}
                draft={draft}
                onDraft={setDraft}
                onTaken={() => setTold(t('councilRoom.room.taken'))}
              />
            </div>
          ) : null}
          <Attendance
            room={room}
            hand={hand}
            canMark={room.keeps && (state === 'called' || state === 'sitting' || state === 'ended')}
          />
        </div>
        <aside className="room-draft" aria-labelledby="room-draft">
          <h2 id="room-draft">{t('councilRoom.draft.title')}</h2>
          <p className="field-help">{t('councilRoom.draft.help')}</p>
          <MinutesDraft room={room} />
        </aside>
      </div>
      <RoomKeys />
    </div>
  )
}

function RoomHead({ post, room, hand }: { post: string; room: Room; hand: RoomInHand }) {
  const { t } = useTranslation()
  const on = useOn()
  const language = useLanguage()
  const { state, keeps, openedAt, endedAt, timeZone } = room
  const params = { post, session: room.id }
  const saidAbsent = useAbsentSaid()
  const stands = useRef<HTMLElement>(null)
  const { present, needed, absent } = quorumHere(room)
  const beforeOpening = [
    ...(on === room.on ? [] : [t('councilRoom.room.otherDay', { day: sayDay(room.on, language) })]),
    ...(present < needed ? [t('councilRoom.room.tooFew', { present, needed })] : []),
    ...(absent.length > 0 ? [saidAbsent(absent)] : []),
  ]
  const says =
    state === 'planned'
      ? 'notCalled'
      : state === 'called'
        ? 'notSitting'
        : state === 'ended'
          ? 'over'
          : state === 'minuted'
            ? 'closed'
            : undefined
  return (
    <div className="room-head">
      <p className="case-state">
        <strong ref={stands} tabIndex={-1}>
          {t(`councilRoom.states.${state}`)}
        </strong>
        {openedAt ? <span>{t('councilRoom.room.openedAt', { time: sayTime(openedAt, timeZone) })}</span> : null}
        {endedAt ? <span>{t('councilRoom.room.endedAt', { time: sayTime(endedAt, timeZone) })}</span> : null}
        <Link to="/desk/$post/sessions/$session" params={params}>
          {t('councilRoom.room.toSession')}
        </Link>
        <Link to="/desk/$post/sessions/$session/screen" params={params} target="_blank">
          {t('councilRoom.room.toScreen')}
        </Link>
        {(['open', 'end'] as const)
          .filter(move => room.moves.includes(move))
          .map(move => (
            <ConfirmButton
              key={move}
              what={t(`councilRoom.moves.${move}`)}
              warnings={move === 'open' ? beforeOpening : []}
              onYes={() => {
                hand.capture({ is: 'move', move })
                stands.current?.focus()
              }}
            />
          ))}
      </p>
      {keeps ? null : <p>{t('councilRoom.room.watching')}</p>}
      {keeps && says ? <p>{t(`councilRoom.room.${says}`)}</p> : null}
    </div>
  )
}

interface ItemShownProps {
  room: Room
  item: AgendaItem
  hand: RoomInHand
  canTurn: boolean
  onTurn: () => void
  next: AgendaItem | undefined
  isLast: boolean
  onNext: () => void
}

function ItemShown({ room, item, hand, canTurn, onTurn, next, isLast, onNext }: ItemShownProps) {
  const { t } = useTranslation()
  const task = room.tasks.find(({ id }) => id === item.task)
  const proposal = item.proposal === null ? (task?.needs ?? null) : { ko: item.proposal, en: null }
  const isOn = item.id === room.current?.item
  return (
    <section className="room-item" aria-labelledby="room-item">
      <p className="room-item-kind">
        {isOn ? <strong>{t('councilRoom.room.here')}</strong> : null} {t(`councilRoom.kinds.${item.kind}`)}
        {task
          ? ` · ${t('councilRoom.room.taskIs', { code: task.code, state: t(`councilRoom.taskStates.${task.state}`) })}`
          : null}
      </p>
      <h2 id="room-item" tabIndex={-1}>
        <SaidText said={item.title} />
      </h2>
      {isOn ? <ItemClock room={room} item={item} now={hand.now} /> : null}
      {room.state === 'sitting' && !room.current ? <p>{t('councilRoom.room.notBegun')}</p> : null}
      <p className="row">
        {canTurn ? (
          <button type="button" className="button quiet" onClick={onTurn}>
            {t('councilRoom.room.turn')}{' '}
            <span className="key" aria-hidden="true">
              T
            </span>
          </button>
        ) : null}
        {next ? (
          <button type="button" className="button" onClick={onNext}>
            {t('councilRoom.room.next')}{' '}
            <span className="key" aria-hidden="true">
              N
            </span>
          </button>
        ) : null}
        {isLast ? <span>{t('councilRoom.room.last')}</span> : null}
      </p>
      {proposal || task ? (
        <TaskSides
          proposal={proposal}
          proposedBy={task ? task.proposedBy : item.proposedBy}
          task={task ?? null}
          heading="h3"
        />
      ) : null}
      {task ? (
        <>
          <h3>{t('councilRoom.room.figures')}</h3>
          <Figures indicators={task.indicators} />
        </>
      ) : null}
      {item.decisions.length > 0 ? (
        <>
          <h3>{t('councilRoom.room.decisions')}</h3>
          {item.decisions.map(decision => (
            <div key={decision.id}>
              <DecisionText decision={decision} room={room} />
              <p className="room-by">
                <VotesText votes={decision.votes} />
              </p>
            </div>
          ))}
        </>
      ) : null}
    </section>
  )
}

/** Elapsed, planned, and over: by word and sign as well. */
function ItemClock({ room, item, now }: { room: Room; item: AgendaItem; now: () => number }) {
  const { t } = useTranslation()
  const time = itemTime(room, useSecond(now))
  if (!time) return null
  const { elapsed, left, late } = time
  return (
    <p className="room-clock" role="timer" data-over={left < 0 || undefined}>
      <strong>
        <span className="only-heard">{t('councilRoom.room.elapsed')} </span>
        {sayClock(elapsed)}
      </strong>
      <span>{t('councilRoom.room.planned', { count: item.minutes })}</span>
      <span className="room-left">
        {left < 0 ? '▲ ' : ''}
        {left < 0
          ? t('councilRoom.room.over_time', { time: sayClock(-left) })
          : t('councilRoom.room.left', { time: sayClock(left) })}
      </span>
      {late === null ? null : (
        <span>
          {late > 0
            ? t('councilRoom.room.late', { count: late })
            : late < 0
              ? t('councilRoom.room.early', { count: -late })
              : t('councilRoom.room.onTime')}
        </span>
      )}
    </p>
  )
}

function RoomKeys() {
  const { t } = useTranslation()
  return (
    <details className="room-keys no-print">
      <summary>{t('councilRoom.keys.title')}</summary>
      <dl>
        {(
          [
            ['N', 'n'],
            ['J K', 'jk'],
            ['T', 't'],
            ['G', 'g'],
            ['D', 'd'],
            ['A', 'a'],
            ['Esc', 'esc'],
            ['Ctrl+Enter', 'enter'],
          ] as const
        ).map(([key, what]) => (
          <div key={key}>
            <dt>
              <span className="key">{key}</span>
            </dt>
            <dd>{t(`councilRoom.keys.${what}`)}</dd>
          </div>
        ))}
      </dl>
      <KeysSwitch />
    </details>
  )
}
