import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import { WithKorean } from '../../parts/with-korean.tsx'
import { Actions } from '../actions/actions.tsx'
import { AskedPage, type AskedProps } from '../asked-page.tsx'
import { councilsOf } from '../client/paths.ts'
import type { Task } from '../client/shapes.ts'
import { TaskMark } from '../marks.tsx'
import { PapersMenu } from '../papers/papers-menu.tsx'
import { SaidText } from '../said-text.tsx'
import { Told } from '../told.tsx'
import { Decisions } from './decisions.tsx'
import { Indicators } from './indicators.tsx'
import { Later } from './later.tsx'
import { Milestones } from './milestones.tsx'
import { Owners } from './owners.tsx'
import { Reach } from './reach.tsx'
import { Sides } from './sides.tsx'
import { TaskMoves } from './task-moves.tsx'

const route = getRouteApi('/desk/$post/tasks/$task')

/** One task, from what it asks to what came of it. */
export function TaskPage() {
  const { t } = useTranslation()
  const { post, task } = route.useParams()
  return (
    <AskedPage<Task>
      post={post}
      id={task}
      path={councilsOf(post).task(task)}
      kind={t('councilDesk.task.title')}
      nameOf={({ code, title }) => ({ code, name: title })}
    >
      {asked => <Shown {...asked} />}
    </AskedPage>
  )
}

function Shown({ shown, capacity, isStale, again }: AskedProps<Task>) {
  const { t } = useTranslation()
  const agencyName = useAgencyName()
  const [told, setTold] = useState<string>()
  const { post } = capacity
  const done = (text: string) => {
    setTold(text)
    again()
  }
  const agencies = shown.proposedBy.map(agencyName).join(' · ')
  return (
    <>
      <div className="case-head">
        <p className="case-state">
          <TaskMark state={shown.state} />
          <span>
            {t(shown.proposedBy.length > 1 ? 'councilDesk.task.joint' : 'councilDesk.task.proposedBy', { agencies })}
          </span>
          <Link to="/desk/$post/councils/$council" params={{ post, council: shown.council }}>
            {t('councilDesk.task.toCouncil')}
          </Link>
        </p>
        {shown.reason ? (
          <p>
            {t('councilDesk.task.why')}: <WithKorean text={shown.reason} />
          </p>
        ) : null}
      </div>
      <Told told={told} />
      <TaskMoves shown={shown} post={post} isStale={isStale} onDone={done} onChanged={again} />
      <PapersMenu post={post} of={{ task: shown.id }} />
      <div className="case-columns">
        <div>
          <section className="case-section">
            <h2>{t('councilDesk.task.asks')}</h2>
            <p className="council-typed">
              {shown.needs ? <SaidText said={shown.needs} /> : t('councilDesk.task.noAsks')}
            </p>
          </section>
          <Sides shown={shown} />
          <Indicators task={shown.id} post={post} onDone={setTold} />
          <Milestones shown={shown} post={post} isStale={isStale} onDone={done} onChanged={again} />
          <Decisions decisions={shown.decisions} />
          <section className="case-section">
            <h2>{t('councilDesk.task.actions')}</h2>
            <Actions
              post={post}
              actions={shown.actions}
              on="task"
              none={t('councilDesk.task.noActions')}
              isStale={isStale}
              onDone={done}
              onChanged={again}
            />
          </section>
        </div>
        <div>
          <Owners shown={shown} capacity={capacity} onDone={done} />
          <Reach shown={shown} post={post} />
          <Later later={shown.later} />
        </div>
      </div>
    </>
  )
}
