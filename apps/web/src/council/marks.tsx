/** States of tasks, sessions and actions: a sign, a colour, and the word that says it. */
import type { ActionState, SessionState, TaskState } from '@ieum/council'
import type { Standing } from '@ieum/matching'
import { useTranslation } from 'react-i18next'
import { type Sign, VerdictSign } from '../parts/verdict-mark.tsx'

interface Look {
  readonly standing: Standing
  readonly sign?: Sign
}

const tasks: Record<TaskState, Look> = {
  drafted: { standing: 'to-check', sign: 'condition' },
  proposed: { standing: 'soon' },
  answered: { standing: 'soon', sign: 'judgement' },
  adopted: { standing: 'now' },
  'under-way': { standing: 'after-change' },
  completed: { standing: 'now' },
  stopped: { standing: 'not' },
  withdrawn: { standing: 'not' },
}

const sessions: Record<SessionState, Look> = {
  planned: { standing: 'to-check', sign: 'condition' },
  called: { standing: 'soon' },
  sitting: { standing: 'soon', sign: 'judgement' },
  ended: { standing: 'after-change' },
  minuted: { standing: 'now' },
  cancelled: { standing: 'not' },
}

const actions: Record<ActionState, Look> = {
  open: { standing: 'soon' },
  reported: { standing: 'soon', sign: 'judgement' },
  closed: { standing: 'now' },
  dropped: { standing: 'not' },
}

function Mark({ look: { standing, sign }, word }: { look: Look; word: string }) {
  return (
    <span className="verdict-mark" data-standing={standing}>
      <VerdictSign standing={standing} {...(sign && { sign })} />
      {word}
    </span>
  )
}

export function TaskMark({ state }: { state: TaskState }) {
  const { t } = useTranslation()
  return <Mark look={tasks[state]} word={t(`councilDesk.taskState.${state}`)} />
}

export function SessionMark({ state }: { state: SessionState }) {
  const { t } = useTranslation()
  return <Mark look={sessions[state]} word={t(`councilDesk.sessionState.${state}`)} />
}

export function ActionMark({ state }: { state: ActionState }) {
  const { t } = useTranslation()
  return <Mark look={actions[state]} word={t(`follow.state.${state}`)} />
}
