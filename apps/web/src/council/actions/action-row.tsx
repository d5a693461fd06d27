import { may } from '@ieum/desk'
import { sayDay } from '@ieum/wording'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PostCapacity } from '../../desk/client/shapes.ts'
import { DaysLeft } from '../../desk/days-left.tsx'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { useProgrammeName } from '../../parts/use-programme-name.ts'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useLanguage } from '../../words/use-language.ts'
import type { Action, OwnActionMove } from '../client/shapes.ts'
import { ActionFollow } from '../follow/action-follow.tsx'
import { ActionMark } from '../marks.tsx'
import { SaidText, useSaidPlain } from '../said-text.tsx'
import type { ActionsProps } from './actions.tsx'
import { MoveAction } from './move-action.tsx'
import { movesOf, turnOf } from './turn-of.ts'

type ActionRowProps = Omit<ActionsProps, 'actions' | 'none'> & { action: Action }

/** What is asked, of whom, by when, how it stands, and what this post may do with it. */
export function ActionRow({ action, capacity, isStale, onDone, onChanged, tasks }: ActionRowProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const agencyName = useAgencyName()
  const plain = useSaidPlain()
  const [open, setOpen] = useState<OwnActionMove>()
  const { due, lastDay } = action
  const turn = turnOf(action, capacity)
  const moves = movesOf(action, capacity)
  const task = tasks?.find(({ id }) => id === action.task)
  return (
    <li data-late={action.late || undefined}>
      <p className="council-action-head">
        <strong>
          <SaidText said={action.title} />
        </strong>
        <ActionMark state={action.state} />
      </p>
      <p className="council-action-due">
        {action.state === 'open' ? <DaysLeft days={action.daysLeft} due={lastDay} /> : null}
        <span>
          {t('councilDesk.action.due', { day: sayDay(due, language) })}
          {lastDay !== due ? ` (${t('follow.dueMoved', { day: sayDay(lastDay, language) })})` : null}
        </span>
        <span>{t(`councilDesk.action.turn.${turn}`, { agency: agencyName(action.ownerAgency) })}</span>
      </p>
      <dl className="council-action-facts">
        <div>
          <dt>{t('councilDesk.action.owner')}</dt>
          <dd>
            {agencyName(action.ownerAgency)} · <SaidText said={action.ownerName} />
          </dd>
        </div>
        <div>
          <dt>{t('councilDesk.action.wanted')}</dt>
          <dd>
            <WithKorean text={action.proofWanted} />
          </dd>
        </div>
        {action.report ? (
          <div>
            <dt>{t('councilDesk.action.reported')}</dt>
            <dd className="council-typed">
              <WithKorean text={action.report} />
            </dd>
          </div>
        ) : null}
        {action.reason ? (
          <div>
            <dt>{t('councilDesk.action.returned')}</dt>
            <dd className="council-typed">
              <WithKorean text={action.reason} />
            </dd>
          </div>
        ) : null}
        <div>
          <dt>{t('councilDesk.task.decisions')}</dt>
          <dd>
            {t('councilDesk.action.decision', { number: action.decision })}
            {task ? (
              <>
                {' · '}
                <Link to="/desk/$post/tasks/$task" params={{ post: capacity.post, task: task.id }}>
                  {task.code} <SaidText said={task.title} />
                </Link>
              </>
            ) : null}
          </dd>
        </div>
      </dl>
      <Asks action={action} capacity={capacity} />
      <ActionFollow post={capacity.post} action={action} />
      {open ? (
        <MoveAction
          action={action}
          post={capacity.post}
          move={open}
          onLeave={() => setOpen(undefined)}
          onDone={state => {
            setOpen(undefined)
            onDone(
              t('councilDesk.action.done', {
                title: plain(action.title),
                state: t(`councilDesk.action.state.${state}`),
              }),
            )
          }}
          onChanged={onChanged}
        />
      ) : moves.length > 0 ? (
        <p className="case-buttons">
          {moves.map(move => (
            <button
              key={move}
              type="button"
              className={move === 'return' ? 'button quiet' : 'button'}
              disabled={isStale}
              onClick={() => setOpen(move)}
            >
              {t(`councilDesk.action.move.${move}`)} <span className="only-heard">{plain(action.title)}</span>
            </button>
          ))}
        </p>
      ) : null}
    </li>
  )
}

/** More than a report: a link is drawn up from here. */
function Asks({ action: { id, asks, state, link }, capacity }: { action: Action; capacity: PostCapacity }) {
  const { t } = useTranslation()
  const programmeName = useProgrammeName()
  if (!asks) return null
  if (asks.is === 'study') return <p className="field-help">{t('councilDesk.action.asksStudy')}</p>
  if (asks.is === 'programme change')
    return (
      <p className="field-help">
        {t('councilDesk.action.asksChange')}: <WithKorean text={`${programmeName(asks.programme)} — ${asks.change}`} />
      </p>
    )
  return (
    <p className="field-help">
      {t('councilDesk.action.asksLink')}:{' '}
      <WithKorean text={`${programmeName(asks.fromProgramme)} → ${programmeName(asks.toProgramme)}`} />{' '}
      {state === 'open' && !link && may(capacity.role, 'draft link', 'none') ? (
        <Link to="/desk/$post/links/new" params={{ post: capacity.post }} search={{ action: id }}>
          {t('councilDesk.action.draftLink')}
        </Link>
      ) : null}
    </p>
  )
}
