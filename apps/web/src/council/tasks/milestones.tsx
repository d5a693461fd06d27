import { daysBetween } from '@ieum/catalogue/days'
import { milestoneStand } from '@ieum/council'
import { sayDay } from '@ieum/wording'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOn } from '../../day/use-on.ts'
import { useChange } from '../../desk/client/use-change.ts'
import { DaysLeft } from '../../desk/days-left.tsx'
import { RefusedText } from '../../desk/refused-text.tsx'
import { useLanguage } from '../../words/use-language.ts'
import { councilsOf } from '../client/paths.ts'
import type { Milestone, Task } from '../client/shapes.ts'
import { SaidText, useSaidPlain } from '../said-text.tsx'
import { stopsOf } from './stops-of.ts'

interface MilestonesProps {
  shown: Task
  post: string
  isStale: boolean
  onDone: (told: string) => void
  onChanged: () => void
}

/** A small line of time: what was reached, today, and what is still to be reached. */
export function Milestones({ shown, post, isStale, onDone, onChanged }: MilestonesProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const on = useOn()
  const { milestones, keeps } = shown
  return (
    <section className="case-section">
      <h2>{t('councilDesk.milestone.title')}</h2>
      {milestones.length === 0 ? (
        <p className="desk-nothing">{t('councilDesk.milestone.none')}</p>
      ) : (
        <ol className="council-line" data-short={milestones.length < 5 || undefined}>
          {stopsOf(milestones, on).map(stop => {
            if (stop === 'today')
              return (
                <li key="today" data-stop="today">
                  <strong>{t('councilDesk.milestone.today')}</strong>
                  <span>{sayDay(on, language)}</span>
                </li>
              )
            const stand = milestoneStand(stop, shown.state, on)
            return (
              <li key={stop.id} data-stop={stand}>
                <strong>
                  <SaidText said={stop.title} />
                </strong>
                <span>
                  {stop.reachedOn
                    ? t('councilDesk.milestone.reached', { day: sayDay(stop.reachedOn, language) })
                    : sayDay(stop.due, language)}
                </span>
                {stand === 'late' || stand === 'ahead' ? (
                  <DaysLeft days={daysBetween(on, stop.due)} due={stop.due} />
                ) : null}
                {keeps ? (
                  <Change milestone={stop} post={post} isStale={isStale} onDone={onDone} onChanged={onChanged} />
                ) : null}
              </li>
            )
          })}
        </ol>
      )}
      {keeps ? <Add task={shown.id} post={post} onDone={onDone} /> : null}
    </section>
  )
}

interface AddProps {
  task: string
  post: string
  onDone: (told: string) => void
}

function Add({ task, post, onDone }: AddProps) {
  const { t } = useTranslation()
  const [title, setTitle] = useState('')
  const [due, setDue] = useState('')
  const [isTried, setTried] = useState(false)
  const { isSending, refused, send } = useChange<{ milestone: string }>()
  const isWrong = title.trim() === '' || due === ''
  const add = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isWrong) {
      document.getElementById(title.trim() === '' ? 'milestone-title' : 'milestone-due')?.focus()
      return
    }
    if (!(await send(councilsOf(post).milestones(task), { title: title.trim(), due }))) return
    setTitle('')
    setDue('')
    setTried(false)
    onDone(t('councilDesk.milestone.added'))
  }
  return (
    <details className="council-plan">
      <summary>{t('councilDesk.milestone.add')}</summary>
      <form className="case-form" noValidate onSubmit={event => void add(event)}>
        {refused ? <RefusedText refused={refused} takesFocus /> : null}
        {isTried && isWrong ? (
          <p id="milestone-wrong" className="field-wrong">
            {t('councilDesk.milestone.wrong')}
          </p>
        ) : null}
        <div className="field">
          <label htmlFor="milestone-title">{t('councilDesk.milestone.what')}</label>
          <input
            id="milestone-title"
            className="entry"
            maxLength={300}
            autoComplete="off"
            value={title}
            aria-invalid={isTried && title.trim() === '' ? true : undefined}
            aria-describedby={isTried && isWrong ? 'milestone-wrong' : undefined}
            onChange={event => setTitle(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="milestone-due">{t('councilDesk.milestone.due')}</label>
          <input
            id="milestone-due"
            type="date"
            className="entry"
            value={due}
            aria-invalid={isTried && due === '' ? true : undefined}
            aria-describedby={isTried && isWrong ? 'milestone-wrong' : undefined}
            onChange={event => setDue(event.target.value)}
          />
        </div>
        <p className="row">
          <button type="submit" className="button" aria-disabled={isSending}>
            {t(isSending ? 'desk.sending' : 'councilDesk.milestone.save')}
          </button>
        </p>
      </form>
    </details>
  )
}

interface ChangeProps {
  milestone: Milestone
  post: string
  isStale: boolean
  onDone: (told: string) => void
  onChanged: () => void
}

/** Another day, or that it was reached; it may turn out that it was not. */
function Change({ milestone, post, isStale, onDone, onChanged }: ChangeProps) {
  const { t } = useTranslation()
  const on = useOn()
  const plain = useSaidPlain()
  const { id, changed, due, reachedOn, title } = milestone
  const [newDue, setNewDue] = useState(due)
  const [reached, setReached] = useState(reachedOn ?? on)
  const { isSending, refused, send } = useChange<{ changed: number }>({ isStale, onChanged })
  // Not `disabled`: where the page told the same before, the focus stays here.
  const isHeld = isSending || isStale
  const change = async (what: object) => {
    if (await send(councilsOf(post).milestone(id), { changed, ...what }, 'PATCH'))
      onDone(t('councilDesk.milestone.changed'))
  }
  return (
    <details className="council-change">
      <summary aria-label={t('councilDesk.milestone.change', { title: plain(title) })}>
        {t('councilDesk.milestone.changeShort')}
      </summary>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      {reachedOn ? (
        <button
          type="button"
          className="button quiet"
          aria-disabled={isHeld}
          onClick={() => void change({ reachedOn: null })}
        >
          {t('councilDesk.milestone.unmark')}
        </button>
      ) : (
        <>
          <div className="field">
            <label htmlFor={`${id}-due`}>{t('councilDesk.milestone.due')}</label>
            <input
              id={`${id}-due`}
              type="date"
              className="entry"
              value={newDue}
              onChange={event => setNewDue(event.target.value)}
            />
            <button
              type="button"
              className="button quiet"
              aria-disabled={isHeld || newDue === '' || newDue === due}
              onClick={() => {
                if (newDue !== '' && newDue !== due) void change({ due: newDue })
              }}
            >
              {t('councilDesk.milestone.move')}
            </button>
          </div>
          <div className="field">
            <label htmlFor={`${id}-reached`}>{t('councilDesk.milestone.on')}</label>
            {reached > on ? <p className="field-wrong">{t('councilDesk.milestone.futureWrong')}</p> : null}
            <input
              id={`${id}-reached`}
              type="date"
              className="entry"
              max={on}
              value={reached}
              onChange={event => setReached(event.target.value)}
            />
            <button
              type="button"
              className="button quiet"
              aria-disabled={isHeld || reached === '' || reached > on}
              onClick={() => {
                if (reached !== '' && reached <= on) void change({ reachedOn: reached })
              }}
            >
              {t('councilDesk.milestone.mark')}
            </button>
          </div>
        </>
      )}
    </details>
  )
}
