import {
  needsReason,
  otherSides,
  type Position,
  positions,
  type TaskMove,
  type TaskState,
  taskMovers,
  taskMoves,
} from '@ieum/council'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../desk/client/use-change.ts'
import { RefusedText } from '../../desk/refused-text.tsx'
import { councilsOf } from '../client/paths.ts'
import type { Task } from '../client/shapes.ts'

interface TaskMovesProps {
  shown: Task
  post: string
  isStale: boolean
  onDone: (told: string) => void
  onChanged: () => void
}

/** What this post may do with the task, and what may happen to it next by whose hand. */
export function TaskMoves({ shown, post, isStale, onDone, onChanged }: TaskMovesProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<TaskMove>()
  return (
    <section className="case-moves no-print" aria-label={t('councilDesk.task.moves')}>
      {open ? (
        <MoveForm
          key={open}
          shown={shown}
          post={post}
          move={open}
          isStale={isStale}
          onLeave={() => setOpen(undefined)}
          onDone={state => {
            setOpen(undefined)
            onDone(t('councilDesk.task.nowStands', { state: t(`councilDesk.taskState.${state}`) }))
          }}
          onChanged={onChanged}
        />
      ) : shown.moves.length > 0 ? (
        <div className="case-buttons">
          {shown.moves.map(move => (
            <button
              key={move}
              type="button"
              className={move === 'withdraw' ? 'button quiet' : 'button'}
              disabled={isStale}
              onClick={() => setOpen(move)}
            >
              {t(`councilDesk.taskMove.${move}`)}
            </button>
          ))}
        </div>
      ) : (
        <p className="case-no-moves">{t('councilDesk.task.noMoves')}</p>
      )}
      <Ways shown={shown} />
    </section>
  )
}

/** The table of moves from where the task stands. */
function Ways({ shown }: { shown: Task }) {
  const { t } = useTranslation()
  // Where all who have a seat propose together there is nobody left to answer.
  const from: TaskState =
    shown.state === 'proposed' && otherSides({ seated: shown.sides, proposedBy: shown.proposedBy }).length === 0
      ? 'answered'
      : shown.state
  const ways = (Object.keys(taskMoves[from]) as TaskMove[]).filter(move => move !== 'answer' || from === shown.state)
  return (
    <div className="council-next">
      <h2>{t('councilDesk.task.ways')}</h2>
      {ways.length === 0 ? (
        <p>{t('councilDesk.task.noWays')}</p>
      ) : (
        <ul className="council-ways">
          {ways.map(move => (
            <li key={move}>
              {t(`councilDesk.taskMove.${move}`)} <small>{t(`councilDesk.party.${taskMovers[move]}`)}</small>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

interface MoveFormProps {
  shown: Task
  post: string
  move: TaskMove
  isStale: boolean
  onLeave: () => void
  onDone: (state: TaskState) => void
  onChanged: () => void
}

function MoveForm({ shown, post, move, isStale, onLeave, onDone, onChanged }: MoveFormProps) {
  const { t } = useTranslation()
  const [position, setPosition] = useState<Position>()
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const { isSending, refused, send } = useChange<{ state: TaskState; changed: number }>({ isStale, onChanged })
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea, button')?.focus(), [])
  const asksWhy = move === 'answer' || move === 'withdraw'
  const lacksPosition = move === 'answer' && position === undefined
  const lacksReason = move === 'answer' && position !== undefined && needsReason(position) && reason.trim() === ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (lacksPosition || lacksReason) {
      form.current?.querySelector<HTMLElement>(lacksPosition ? 'input' : 'textarea')?.focus()
      return
    }
    const moved = await send(councilsOf(post).moveTask(shown.id), {
      move,
      changed: shown.changed,
      ...(move === 'answer' && { position }),
      ...(reason.trim() && { reason: reason.trim() }),
    })
    if (moved) onDone(moved.state)
  }
  return (
    <form
      className="case-form"
      ref={form}
      noValidate
      onSubmit={event => void submit(event)}
      onKeyDown={event => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onLeave()
      }}
    >
      <h2>{t(`councilDesk.taskMove.${move}`)}</h2>
      {move === 'propose' || move === 'answer' || move === 'withdraw' || move === 'begin' ? (
        <p>{t(`councilDesk.means.${move}`)}</p>
      ) : null}
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      {move === 'answer' ? (
        <fieldset aria-describedby={isTried && lacksPosition ? 'answer-position-wrong' : undefined}>
          <legend className="field-label">{t('councilDesk.task.position')}</legend>
          {isTried && lacksPosition ? (
            <p id="answer-position-wrong" className="field-wrong">
              {t('councilDesk.task.positionMissing')}
            </p>
          ) : null}
          {positions.map(one => (
            <label key={one} className="choice">
              <input type="radio" name="position" checked={position === one} onChange={() => setPosition(one)} />
              <span>
                <strong>{t(`councilDesk.position.${one}`)}</strong>{' '}
                <span className="field-help">{t(`councilDesk.positionMeans.${one}`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ) : null}
      {asksWhy ? (
        <div className="field">
          <label htmlFor="task-reason">
            {t(
              position !== undefined && needsReason(position)
                ? 'councilDesk.task.reason'
                : 'councilDesk.task.reasonIfAny',
            )}
          </label>
          {isTried && lacksReason ? (
            <p id="task-reason-wrong" className="field-wrong">
              {t('councilDesk.task.reasonMissing')}
            </p>
          ) : null}
          <textarea
            id="task-reason"
            className="entry"
            rows={3}
            maxLength={10_000}
            aria-invalid={isTried && lacksReason ? true : undefined}
            aria-describedby={isTried && lacksReason ? 'task-reason-wrong' : undefined}
            value={reason}
            onChange={event => setReason(event.target.value)}
          />
        </div>
      ) : null}
      <p className="row">
        <button type="submit" className="button" disabled={isStale} aria-disabled={isSending}>
          {isSending ? t('desk.sending') : t(`councilDesk.taskMove.${move}`)}
        </button>
        <button type="button" className="button quiet" onClick={onLeave}>
          {t('desk.leave')}
        </button>
      </p>
    </form>
  )
}
