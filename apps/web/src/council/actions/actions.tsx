import { useTranslation } from 'react-i18next'
import type { PostCapacity } from '../../desk/client/shapes.ts'
import type { Action, TaskLine } from '../client/shapes.ts'
import { ActionRow } from './action-row.tsx'
import { inOrder, isOver } from './turn-of.ts'

export interface ActionsProps {
  actions: readonly Action[]
  capacity: PostCapacity
  /** Said where nothing is open. */
  none: string
  onDone: (told: string) => void
  onChanged: () => void
  /** To name the task that each is about; left out on the page of one task. */
  tasks?: readonly TaskLine[]
}

/** What is still to do, late first; what is over can be opened. */
export function Actions({ actions, none, ...row }: ActionsProps) {
  const { t } = useTranslation()
  const open = inOrder(actions.filter(action => !isOver(action)))
  const over = actions.filter(isOver)
  return (
    <>
      {open.length === 0 ? (
        <p className="desk-nothing">{none}</p>
      ) : (
        <ul className="council-actions">
          {open.map(action => (
            <ActionRow key={action.id} action={action} {...row} />
          ))}
        </ul>
      )}
      {over.length > 0 ? (
        <details>
          <summary>{t('councilDesk.council.overActions', { count: over.length })}</summary>
          <ul className="council-actions">
            {over.map(action => (
              <ActionRow key={action.id} action={action} {...row} />
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}
