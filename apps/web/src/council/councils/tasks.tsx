import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAgencyName } from '../../parts/use-agency-name.ts'
import type { TaskLine } from '../client/shapes.ts'
import { TaskMark } from '../marks.tsx'
import { SaidText } from '../said-text.tsx'
import { groupsOf, taskGroups } from './task-groups.ts'

/** A list to scan, by what is to be done with them; one state alone where it is chosen. */
export function Tasks({ tasks, post }: { tasks: readonly TaskLine[]; post: string }) {
  const { t } = useTranslation()
  const [only, setOnly] = useState<string>()
  const states = Object.values(taskGroups)
    .flat()
    .filter(state => tasks.some(task => task.state === state))
  if (tasks.length === 0) return <p className="desk-nothing">{t('councilDesk.council.noTasks')}</p>
  const groups = groupsOf(tasks.filter(({ state }) => only === undefined || state === only))
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
      {groups.map(({ group, tasks: own }) => (
        <div key={group} className="council-task-group">
          <h3>{t(`councilDesk.taskGroup.${group}`)}</h3>
          <ul className="council-tasks">
            {own.map(task => (
              <Row key={task.id} task={task} post={post} />
            ))}
          </ul>
        </div>
      ))}
    </>
  )
}

function Row({ task: { id, code, title, proposedBy, state }, post }: { task: TaskLine; post: string }) {
  const { t } = useTranslation()
  const agencyName = useAgencyName()
  return (
    <li>
      <span className="desk-number">{code}</span>
      <Link to="/desk/$post/tasks/$task" params={{ post, task: id }}>
        <SaidText said={title} />
      </Link>
      <span className="council-tasks-by">
        {t('councilDesk.task.proposedBy', { agencies: proposedBy.map(agencyName).join(' · ') })}
      </span>
      <TaskMark state={state} />
    </li>
  )
}
