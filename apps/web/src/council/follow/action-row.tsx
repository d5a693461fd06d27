import { sayDay } from '@ieum/wording'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../desk/client/use-change.ts'
import { DaysLeft } from '../../desk/days-left.tsx'
import { RefusedText } from '../../desk/refused-text.tsx'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useLanguage } from '../../words/use-language.ts'
import { BringFile } from './bring-file.tsx'
import { followPaths } from './follow-paths.ts'
import { LinkAsked } from './link-asked.tsx'
import { PaperList } from './paper-list.tsx'
import { SayForm } from './say-form.tsx'
import type { FollowedAction } from './shapes.ts'
import { TrialSection } from './trial-section.tsx'
import { useSaidEither } from './use-said-either.ts'

interface ActionRowProps {
  post: string
  action: FollowedAction
  /** What was done, for the page to say once it has read anew. */
  onChanged: (told: string) => void
}

/** One action: what is asked, of whom, by when, and what can be done with it now. */
export function ActionRow({ post, action, onChanged }: ActionRowProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const said = useSaidEither()
  const agencyName = useAgencyName()
  const [open, setOpen] = useState<'report' | 'return'>()
  const { id, state, due, lastDay, moves, papers, asks } = action
  const title = said(action.title)
  const done = (told: string) => {
    setOpen(undefined)
    onChanged(told)
  }
  return (
    <li className="follow-action" id={id} tabIndex={-1}>
      <h3>
        <WithKorean text={title} />
      </h3>
      <p className="follow-facts">
        <span className="follow-state" data-state={state}>
          {t(`follow.state.${state}`)}
        </span>
        {state === 'open' ? <DaysLeft days={action.daysLeft} due={lastDay} /> : null}
        <span>
          {t('follow.due')} {sayDay(due, language)}
          {lastDay !== due ? ` (${t('follow.dueMoved', { day: sayDay(lastDay, language) })})` : null}
        </span>
        <span>
          {t('follow.owner')} {agencyName(action.ownerAgency)} · <WithKorean text={said(action.ownerName)} />
        </span>
      </p>
      <p className="follow-facts">
        <Link to={`/desk/${post}/sessions/${action.session.id}` as never}>
          <WithKorean text={said(action.council.name)} /> · {t('follow.session', { number: action.session.number })}
        </Link>
        <span>{t('follow.decision', { number: action.decision })}</span>
        {action.task && action.taskCode ? (
          <Link to={`/desk/${post}/tasks/${action.task}` as never}>{action.taskCode}</Link>
        ) : null}
      </p>
      {action.supersededBy ? (
        <p className="follow-warning">{t('follow.superseded', { number: action.supersededBy })}</p>
      ) : null}
      <dl className="follow-said">
        <Fact name={t('follow.wanted')} text={action.proofWanted} />
        {action.reason ? <Fact name={t('follow.returned')} text={action.reason} /> : null}
        {action.report ? <Fact name={t('follow.reported')} text={action.report} /> : null}
        {action.proof ? <Fact name={t('follow.proof')} text={action.proof} /> : null}
        {asks?.is === 'programme change' ? <Fact name={t('follow.asksChange')} text={asks.change} /> : null}
      </dl>
      {asks?.is === 'study' ? <p className="field-help">{t('follow.asksStudy')}</p> : null}
      {asks?.is === 'link' ? <LinkAsked post={post} action={action} asks={asks} /> : null}
      {asks?.is === 'programme change' ? <TrialSection programme={asks.programme} to={asks.to} /> : null}
      {papers.length > 0 || moves.includes('report') ? (
        <div className="follow-proof">
          {papers.length > 0 ? <h4>{t('follow.papers')}</h4> : null}
          <PaperList
            post={post}
            papers={papers}
            onRemoved={
              moves.includes('report') ? ({ name }) => onChanged(t('follow.paper.removed', { name })) : undefined
            }
          />
          {moves.includes('report') ? (
            <BringFile
              path={followPaths(post).proofs(id)}
              to={title}
              onBrought={({ name }) => onChanged(t('follow.paper.sent', { name }))}
            />
          ) : null}
        </div>
      ) : null}
      {open ? (
        <SayForm
          post={post}
          action={action}
          kind={open}
          onDone={() => done(t(`follow.${open}.sent`))}
          onLeave={() => setOpen(undefined)}
        />
      ) : (
        <Moves post={post} action={action} onOpen={setOpen} onNodded={() => done(t('follow.nodded'))} />
      )}
    </li>
  )
}

function Fact({ name, text }: { name: string; text: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <WithKorean text={text} />
      </dd>
    </div>
  )
}

interface MovesProps {
  post: string
  action: FollowedAction
  onOpen: (form: 'report' | 'return') => void
  onNodded: () => void
}

function Moves({ post, action, onOpen, onNodded }: MovesProps) {
  const { t } = useTranslation()
  const { isSending, refused, send } = useChange<object>()
  const { id, moves, changed } = action
  if (moves.length === 0) return null
  const nod = async () => {
    if (await send(followPaths(post).moveAction(id), { move: 'nod', changed })) onNodded()
  }
  return (
    <>
      {refused ? <RefusedText refused={refused} takesFocus /> : null}
      <p className="row no-print">
        {moves.includes('report') ? (
          <button type="button" className="button" onClick={() => onOpen('report')}>
            {t('follow.report.open')}
          </button>
        ) : null}
        {moves.includes('nod') ? (
          <button type="button" className="button" aria-disabled={isSending} onClick={() => void nod()}>
            {t('follow.nod')}
          </button>
        ) : null}
        {moves.includes('return') ? (
          <button type="button" className="button quiet" onClick={() => onOpen('return')}>
            {t('follow.return.open')}
          </button>
        ) : null}
      </p>
    </>
  )
}
