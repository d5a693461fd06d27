import { sayDay } from '@ieum/wording'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DaysLeft } from '../../desk/days-left.tsx'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useLanguage } from '../../words/use-language.ts'
import { LinkAsked } from '../follow/link-asked.tsx'
import type { FollowedAction } from '../follow/shapes.ts'
import { TrialSection } from '../follow/trial-section.tsx'
import { ActionMark } from '../marks.tsx'
import { SaidText, useSaidPlain, Written } from '../said-text.tsx'
import { ActionMoves } from './action-moves.tsx'
import { Proof } from './proof.tsx'
import { SayForm } from './say-form.tsx'
import { turnOf } from './turn-of.ts'

export interface ActionRowProps {
  post: string
  action: FollowedAction
  /** What the page is about is not said again of each action. */
  on: 'everything' | 'council' | 'task'
  /** They are being asked for anew: nothing is done with what may have changed. */
  isStale: boolean
  /** What was done, for the page to say while it reads anew. */
  onDone: (told: string) => void
  /** Something else became of it: the page reads anew. */
  onChanged: () => void
}

/** One action: what is asked, of whom, by when, what proves it, and what can be done with it now. */
export function ActionRow({ post, action, on, isStale, onDone, onChanged }: ActionRowProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const plain = useSaidPlain()
  const agencyName = useAgencyName()
  const [open, setOpen] = useState<'report' | 'return'>()
  const { id, state, due, lastDay, moves, asks } = action
  const turn = turnOf(action)
  const title = plain(action.title)
  return (
    <li id={id} tabIndex={-1} data-late={action.late || undefined}>
      <div className="action-head">
        <h3>
          <SaidText said={action.title} />
        </h3>
        <ActionMark state={state} />
      </div>
      <p className="action-due">
        {state === 'open' ? <DaysLeft days={action.daysLeft} due={lastDay} /> : null}
        <span>
          {t('follow.due', { day: sayDay(due, language) })}
          {lastDay !== due ? ` (${t('follow.dueMoved', { day: sayDay(lastDay, language) })})` : null}
        </span>
        {turn ? <strong>{t(`follow.turn.${turn}`, { agency: agencyName(action.ownerAgency) })}</strong> : null}
      </p>
      {action.supersededBy ? (
        <p className="follow-warning">{t('follow.superseded', { number: action.supersededBy })}</p>
      ) : null}
      <dl className="follow-facts">
        <Fact name={t('follow.owner')}>
          {agencyName(action.ownerAgency)} · <SaidText said={action.ownerName} />
        </Fact>
        <Fact name={t('follow.from')}>
          <From post={post} action={action} on={on} />
        </Fact>
        <Fact name={t('follow.wanted')}>
          <WithKorean text={action.proofWanted} />
        </Fact>
        {action.reason ? (
          <Fact name={t('follow.returned')}>
            <Written text={action.reason} />
          </Fact>
        ) : null}
        {action.report ? (
          <Fact name={t('follow.reported')}>
            <Written text={action.report} />
          </Fact>
        ) : null}
        {action.proof ? (
          <Fact name={t('follow.proof')}>
            <WithKorean text={action.proof} />
          </Fact>
        ) : null}
        {asks?.is === 'programme change' ? (
          <Fact name={t('follow.asksChange')}>
            <Written text={asks.change} />
          </Fact>
        ) : null}
      </dl>
      {asks?.is === 'study' ? <p className="field-help">{t('follow.asksStudy')}</p> : null}
      {asks?.is === 'link' ? <LinkAsked post={post} action={action} asks={asks} /> : null}
      {asks?.is === 'programme change' && turn ? (
        <TrialSection programme={asks.programme} to={asks.to} isOpen={action.whose === 'mine'} />
      ) : null}
      <Proof post={post} action={action} title={title} onChanged={onChanged} />
      {open && moves.includes(open) ? (
        <SayForm
          post={post}
          action={action}
          kind={open}
          isStale={isStale}
          onDone={() => {
            setOpen(undefined)
            onDone(t(`follow.${open}.sent`, { title }))
          }}
          onLeave={() => setOpen(undefined)}
          onChanged={onChanged}
        />
      ) : (
        <ActionMoves
          post={post}
          action={action}
          title={title}
          isStale={isStale}
          onOpen={setOpen}
          onNodded={() => onDone(t('follow.nodded', { title }))}
          onChanged={onChanged}
        />
      )}
    </li>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** The decision that asked for it, with the session and the task where the page does not say them already. */
function From({ post, action, on }: Pick<ActionRowProps, 'post' | 'action' | 'on'>) {
  const { t } = useTranslation()
  const { council, session, decision, task, taskCode } = action
  const sitting = t('follow.session', { number: session.number })
  return (
    <>
      {t('follow.decision', { number: decision })} ·{' '}
      <Link to="/desk/$post/sessions/$session" params={{ post, session: session.id }}>
        {on === 'everything' ? (
          <>
            <SaidText said={council.name} /> {sitting}
          </>
        ) : (
          sitting
        )}
      </Link>
      {task && taskCode && on !== 'task' ? (
        <>
          {' · '}
          <Link to="/desk/$post/tasks/$task" params={{ post, task }}>
            {t('follow.task', { code: taskCode })}
          </Link>
        </>
      ) : null}
    </>
  )
}
