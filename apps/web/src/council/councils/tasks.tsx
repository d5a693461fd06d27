import { taskStates } from '@ieum/council'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import type { TaskLine } from '../client/shapes.ts'
import { TaskMark } from '../marks.tsx'
import { SaidText } from '../said-text.tsx'

/** A list to scan, in the order of the states; one state alone where it is chosen. */
export function Tasks({ tasks, post }: { tasks: readonly TaskLine[]; post: string }) {
  const { t } = useTranslation()
  const agencyName = useAgencyName()
  const [only, setOnly] = useState<string>()
  const states = taskStates.filter(state => tasks.some(task => task.state === state))
  const shown = states.filter(state => only === undefined || state === only)
  if (tasks.length === 0) return <p className="desk-nothing">{t('councilDesk.council.noTasks')}</p>
  return (
    <>
      {states.length > 1 ? (
        <fieldset className="desk-chips council-states">
          <legend className="only-heard">{t('councilDesk.council.filter')}</legend>
          <button type="button" aria-pressed={only === undefined} onClick={() => setOnly(undefined)}>
            {t('councilDesk.council.all')} {tasks.length}
          </button>
          {states.map(state => (
            <button key={state} type="button" aria-pressed={only === state} onClick={() => setOnly(state)}>
              {t(`councilDesk.taskState.${state}`)} {tasks.filter(task => task.state === state).length}
            </button>
          ))}
        </fieldset>
      ) : null}
      <ul className="council-tasks">
        {shown.flatMap(state =>
          tasks
            .filter(task => task.state === state)
            .map(({ id, code, title, proposedBy }) => (
              <li key={id}>
                <span className="desk-number">{code}</span>
                <Link to="/desk/$post/tasks/$task" params={{ post, task: id }}>
                  <SaidText said={title} />
                </Link>
                <span className="council-tasks-by">
                  {t('councilDesk.task.proposedBy', { agencies: proposedBy.map(agencyName).join(' · ') })}
                </span>
                <TaskMark state={state} />
              </li>
            )),
        )}
      </ul>
    </>
  )
}
