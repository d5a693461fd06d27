import { minutesOf, timeOf } from '@ieum/council'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Method } from '../../desk/client/ask.ts'
import { useChange } from '../../desk/client/use-change.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { goInto, useFormInPlace } from '../../parts/use-form-in-place.ts'
import { DecisionText, VotesText } from '../room/minutes-draft.tsx'
import { roomOf } from '../room/requests.ts'
import type { AgendaItem } from '../room/shapes.ts'
import { SaidText } from '../said-text.tsx'
import { ItemForm } from './item-form.tsx'
import { moved } from './moved.ts'
import { OfItem } from './of-item.tsx'
import { PutItem } from './put-item.tsx'
import type { SessionPartProps } from './session-part-props.ts'

/** The agenda in its order with the times that come of it; put up by any agency with a seat, ordered by who keeps the council. */
export function Agenda(part: SessionPartProps) {
  const { t } = useTranslation()
  const { room, capacity, onDone, onChanged } = part
  const to = roomOf(capacity.post, room.id)
  const { send, refused, isSending } = useChange<unknown>()
  const list = useRef<HTMLOListElement>(null)
  const isOpen = (room.state === 'planned' || room.state === 'called') && !room.reported
  const speaks = capacity.role === 'secretary' || capacity.role === 'programme-owner'
  const total = room.items.reduce((all, { minutes }) => all + minutes, 0)

  const change = async (path: string, method: Method, body?: unknown) => {
    const done = await send(path, body, method)
    if (done === undefined) onChanged()
    return done !== undefined
  }
  const move = async (item: AgendaItem, by: 1 | -1) => {
    const order = moved(
      room.items.map(({ id }) => id),
      item.id,
      by,
    )
    if (!order || isSending) return
    if (!(await change(to.order, 'PUT', { order }))) return
    onDone(t('councilRoom.session.moved', { item: item.title.ko, position: order.indexOf(item.id) + 1 }), 'stays')
    // The row has moved, and with it what had the focus.
    list.current?.querySelector<HTMLElement>(`[data-item="${item.id}"] [data-by="${by}"]`)?.focus()
  }
  const takeOff = async (item: AgendaItem) => {
    if (await change(to.item(item.id), 'DELETE')) onDone(t('councilRoom.session.tookOff', { item: item.title.ko }))
  }
  return (
    <section className="case-section">
      <h2>{t('councilRoom.session.agenda')}</h2>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      {room.items.length === 0 ? (
        <p className="desk-nothing">{t('councilRoom.session.emptyAgenda')}</p>
      ) : (
        <p>{t('councilRoom.session.total', { count: total, time: timeOf(minutesOf(room.begins) + total) })}</p>
      )}
      <ol className="session-agenda" ref={list}>
        {room.items.map((item, index) => (
          <AgendaRow
            key={item.id}
            item={item}
            part={part}
            canOrder={isOpen && room.keeps && room.items.length > 1}
            canChange={isOpen && speaks && (room.keeps || isOwn(item, capacity.agency))}
            isFirst={index === 0}
            isLast={index === room.items.length - 1}
            onMove={by => void move(item, by)}
            onTakeOff={() => void takeOff(item)}
          />
        ))}
      </ol>
      {isOpen && speaks ? <PutItem {...part} /> : null}
    </section>
  )
}

const isOwn = ({ proposedBy }: AgendaItem, agency: string) => proposedBy.length === 1 && proposedBy[0] === agency

interface AgendaRowProps {
  item: AgendaItem
  part: SessionPartProps
  canOrder: boolean
  canChange: boolean
  isFirst: boolean
  isLast: boolean
  onMove: (by: 1 | -1) => void
  onTakeOff: () => void
}

function AgendaRow({ item, part, canOrder, canChange, isFirst, isLast, onMove, onTakeOff }: AgendaRowProps) {
  const { t } = useTranslation()
  const agencyName = useAgencyName()
  const { isOpen, opener, open, leave } = useFormInPlace()
  const { room } = part
  const task = room.tasks.find(({ id }) => id === item.task)
  // Alt with an arrow moves the row whose button has the focus, as well as pressing it.
  const press = (event: KeyboardEvent) => {
    if (!canOrder || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    onMove(event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <li data-item={item.id} onKeyDown={press}>
      <p className="session-times">
        <strong>
          {item.from}–{item.to}
        </strong>{' '}
        {t('councilRoom.minutes', { count: item.minutes })}
      </p>
      <div>
        <h3>
          <SaidText said={item.title} />
        </h3>
        <p className="room-by">
          {t(`councilRoom.kinds.${item.kind}`)}
          {task ? (
            <>
              {' '}
              <Link to="/desk/$post/tasks/$task" params={{ post: part.capacity.post, task: task.id }}>
                {task.code}
              </Link>
            </>
          ) : null}
          {item.proposedBy.length > 0
            ? ` · ${t('councilRoom.proposedBy', { agencies: item.proposedBy.map(agencyName).join(', ') })}`
            : ''}
        </p>
        {item.proposal ? (
          <p className="room-words">
            <SaidText said={{ ko: item.proposal, en: null }} />
          </p>
        ) : null}
        {item.decisions.map(decision => (
          <div key={decision.id}>
            <DecisionText decision={decision} room={room} />
            <p className="room-by">
              <VotesText votes={decision.votes} />
            </p>
          </div>
        ))}
        {isOpen ? (
          <ItemForm ref={goInto} item={item} part={part} onLeave={leave} />
        ) : canOrder || canChange ? (
          <p className="session-buttons no-print">
            {canOrder ? (
              <>
                <button
                  type="button"
                  className="plain-button"
                  data-by="-1"
                  aria-disabled={isFirst}
                  onClick={() => onMove(-1)}
                >
                  ↑ {t('councilRoom.session.up')}
                  <OfItem title={item.title} />
                </button>
                <button
                  type="button"
                  className="plain-button"
                  data-by="1"
                  aria-disabled={isLast}
                  onClick={() => onMove(1)}
                >
                  ↓ {t('councilRoom.session.down')}
                  <OfItem title={item.title} />
                </button>
              </>
            ) : null}
            {canChange ? (
              <>
                <button ref={opener} type="button" className="plain-button" onClick={open}>
                  {t('councilRoom.session.edit')}
                  <OfItem title={item.title} />
                </button>
                <button type="button" className="plain-button" onClick={onTakeOff}>
                  {t('councilRoom.session.takeOff')}
                  <OfItem title={item.title} />
                </button>
              </>
            ) : null}
          </p>
        ) : null}
      </div>
    </li>
  )
}
